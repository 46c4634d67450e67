"""The bundled catalogue, cut to what a test can ask two stores about."""

from __future__ import annotations

from dataclasses import replace

from loaders.catalogue.files import Catalogue


def of_companies(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the budget programmes that pay for its measures, whom these pay, the pairs
    of both, and the calls.
    """
    programmes = tuple(programme for programme in catalogue.programmes if programme.pays_for)
    compared = {each.id for each in (*catalogue.measures, *programmes)}
    paid = {payment.recipient for programme in programmes for payment in programme.payments}
    return replace(
        catalogue,
        programmes=programmes,
        overlaps=tuple(pair for pair in catalogue.overlaps if {pair.a, pair.b} <= compared),
        recipients=tuple(recipient for recipient in catalogue.recipients if recipient.id in paid),
        calls=tuple(
            call.model_copy(update={"joins": [join for join in call.joins if join.of in compared]})
            for call in catalogue.calls
        ),
    )

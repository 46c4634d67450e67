"""The bundled catalogue, read once a process, and cut to what a test can ask two stores about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import count

from loaders.catalogue.files import Catalogue, read_catalogue
from loaders.catalogue.records import Overlap
from tests.paths import BUNDLED

ONE_IN = 10  # of the pairs without a grade, which are most of them and all of one kind


@cache
def bundled_catalogue() -> Catalogue:
    return read_catalogue(BUNDLED)


def of_companies(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the budget programmes that pay for its measures, whom these pay, the pairs
    of both that have a grade and some of those that have none, and the calls.
    """
    programmes = tuple(programme for programme in catalogue.programmes if programme.pays_for)
    compared = {each.id for each in (*catalogue.measures, *programmes)}
    paid = {payment.recipient for programme in programmes for payment in programme.payments}
    return replace(
        catalogue,
        programmes=programmes,
        overlaps=_thinned(pair for pair in catalogue.overlaps if {pair.a, pair.b} <= compared),
        recipients=tuple(recipient for recipient in catalogue.recipients if recipient.id in paid),
        calls=tuple(
            call.model_copy(update={"joins": [join for join in call.joins if join.of in compared]})
            for call in catalogue.calls
        ),
    )


def _thinned(pairs: Iterable[Overlap]) -> tuple[Overlap, ...]:
    bare = count()
    return tuple(pair for pair in pairs if pair.grade or next(bare) % ONE_IN == 0)

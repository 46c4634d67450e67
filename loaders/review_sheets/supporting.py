"""Of all budget programmes those that support companies, with what these name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.catalogue.records import Law, Programme, Recipient


def supporting(programmes: Iterable[Programme]) -> tuple[Programme, ...]:
    """Those that support companies or pay for a measure; a related programme that is none of them
    keeps its name alone.
    """
    kept = [one for one in programmes if one.supports_companies or one.pays_for]
    ids = {one.id for one in kept}
    return tuple(
        one.model_copy(
            update={
                "related": [
                    other
                    if other.programme in ids
                    else other.model_copy(update={"programme": None})
                    for other in one.related
                ]
            }
        )
        for one in kept
    )


def laws_of(programmes: Sequence[Programme], laws: Iterable[Law]) -> tuple[Law, ...]:
    """The laws that these programmes name."""
    named = {basis.law for one in programmes for basis in one.laws}
    return tuple(law for law in laws if law.id in named)


def recipients_of(
    programmes: Sequence[Programme], recipients: Iterable[Recipient]
) -> tuple[Recipient, ...]:
    """Whom these programmes paid."""
    paid = {payment.recipient for one in programmes for payment in one.payments}
    return tuple(recipient for recipient in recipients if recipient.id in paid)

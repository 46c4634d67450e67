"""Whom the programmes of a theme pay."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.store import Store
from queries.programmes.ids import programme_id
from queries.programmes.paid import UNNAMED, paid_recipients


@dataclass(frozen=True)
class ThemeRecipient:
    """Who was paid by programmes of a theme."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    kind: str
    """company, foundation, municipality …, by its name."""
    sheet: int
    """The year of the sheets; the money is that of the year before."""
    yen: int
    """What these programmes paid to it themselves, in yen, as far as it is told."""
    programmes: tuple[str, ...]
    """The programmes (`programme:` and number) that paid it."""
    ministries: tuple[str, ...]
    """The ministries that lead these."""


def paid_by(
    store: Store, programmes: Collection[str], year: int | None
) -> tuple[ThemeRecipient, ...]:
    """Whom these programmes (nodes) paid in the fiscal year, as the sheets of the next one tell it,
    or in the latest that they tell; who was paid most first. Whom no sheet names is nobody.
    """
    sheets = {each.sheet for each in paid_recipients(store)}
    sheet = year + 1 if year is not None and year + 1 in sheets else max(sheets, default=0)
    found = []
    for each in paid_recipients(store):
        if each.sheet != sheet or each.kind == UNNAMED:
            continue
        through = {one.programme: one for one in each.through if one.programme in programmes}
        if through:
            found.append(
                ThemeRecipient(
                    each.id,
                    each.name,
                    each.kind,
                    each.sheet,
                    sum(one.yen or 0 for one in through.values()),
                    tuple(programme_id(node) for node in through),
                    tuple(
                        dict.fromkeys(
                            one.ministry for one in each.through if one.programme in through
                        )
                    ),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.yen, each.id)))

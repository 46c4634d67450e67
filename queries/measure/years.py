"""A measure over the years: what each document calls it and whose it is there, and its money by
fiscal year and kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.measure.appearance import AppearanceCard
from queries.money.rule import KINDS, Draw, totals
from queries.sources import Source


@dataclass(frozen=True)
class Telling:
    """One document's word on the measure: its titles and ministries there (as printed), and where
    the titles stand.
    """

    document: str
    document_title: str
    date: str
    titles: tuple[str, ...]
    ministries: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class YearMoney:
    """What one document prints of one kind of budget for one fiscal year (None: no year is
    printed), in yen, each pot once.

    `at_most`: the measure gets a part of a larger sum, so `yen` or less. `proposed`: it is a draft.
    `year_before`: the document of a later year prints it as the year before.
    """

    year: int | None
    kind: str
    document: str
    yen: int
    at_most: bool
    proposed: bool
    year_before: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Years:
    """`tellings`: the documents that tell the measure, the earliest first; `money` by year (those
    without one last), kind, and document.
    """

    tellings: tuple[Telling, ...]
    money: tuple[YearMoney, ...]


def measure_years(
    appearances: Sequence[AppearanceCard], ministries: Mapping[str, Sequence[str]]
) -> Years:
    """The years of a measure from its appearances, and the ministries that each document prints."""
    pages: dict[str, list[AppearanceCard]] = defaultdict(list)
    for page in sorted(
        appearances, key=lambda page: (page.date, page.document, page.line_start, page.id)
    ):
        pages[page.document].append(page)
    order = {document: place for place, document in enumerate(pages)}
    money = [each for told in pages.values() for each in _money(told)]
    return Years(
        tuple(_telling(told, ministries.get(document, ())) for document, told in pages.items()),
        tuple(
            sorted(
                money,
                key=lambda m: (
                    m.year is None,
                    m.year or 0,
                    KINDS.index(m.kind),
                    order[m.document],
                    m.year_before,
                ),
            )
        ),
    )


def _telling(pages: Sequence[AppearanceCard], ministries: Sequence[str]) -> Telling:
    return Telling(
        pages[0].document,
        pages[0].document_title,
        pages[0].date,
        tuple(dict.fromkeys(page.title for page in pages)),
        tuple(ministries),
        tuple(place for page in pages for place in page.sources),
    )


def _money(pages: Sequence[AppearanceCard]) -> list[YearMoney]:
    """One document's money: per year and kind, and what it prints as the year before of a sum that
    it prints alone.
    """
    by_year: dict[tuple[int | None, str], list[tuple[Draw, tuple[Source, ...], int | None]]] = (
        defaultdict(list)
    )
    for page in pages:
        for b in page.budgets:
            draw = Draw(page.id, b.id, b.kind, b.year, b.yen, b.part_of, b.pot, b.proposed, b.share)
            by_year[b.year, b.kind].append((draw, b.sources, b.previous_yen))
    found = []
    for (year, kind), drawn in by_year.items():
        (total,) = totals(draw for draw, _, _ in drawn)
        places = tuple(
            sorted({place for _, each, _ in drawn for place in each}, key=lambda s: s.line or 0)
        )
        found.append(
            YearMoney(
                year,
                kind,
                pages[0].document,
                total.yen,
                total.at_most,
                all(draw.proposed for draw, _, _ in drawn),
                False,
                places,
            )
        )
        before = {previous for _, _, previous in drawn}
        alone = len({draw.budget for draw, _, _ in drawn}) == 1 and len(before) == 1
        if (
            year is not None
            and alone
            and (previous := before.pop()) is not None
            and (year - 1, kind) not in by_year
        ):
            found.append(
                YearMoney(
                    year - 1, kind, pages[0].document, previous, total.at_most, False, True, places
                )
            )
    return found

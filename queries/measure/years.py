"""A measure over the years: what each document calls it and whose it is there, and its money by
fiscal year and kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.schema.budget_kinds import kind_names
from queries.measure.appearance import AppearanceCard, BudgetFact
from queries.measure.version import DocumentVersion
from queries.money.rule import Draw, counted, totals
from queries.sources import Source


@dataclass(frozen=True)
class DatedVersion(DocumentVersion):
    """A measure as one document has it, with the document's title and date; its sources are where
    the titles stand.
    """

    document_title: str
    """The document's title."""
    date: str
    """The document's date, ISO."""


@dataclass(frozen=True)
class YearMoney:
    """What one document prints of one kind of budget for one fiscal year, each pot once: what the
    measure gets whole and what it gets a part of are two figures.
    """

    year: int | None
    """The fiscal year; None: no year is printed."""
    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    document: str
    """The document's id."""
    own: int | None
    """Yen that the measure gets whole; None where it only gets parts."""
    pots: int | None
    """Yen of the larger sums of which it gets a part, so that much at most; None where none."""
    proposed: bool
    """Whether it is a draft budget."""
    year_before: bool
    """Whether a document of a later year prints it, as the sum of the year before."""
    sources: tuple[Source, ...]
    """The lines that print it."""


@dataclass(frozen=True)
class Years:
    """A measure over all documents."""

    versions: tuple[DatedVersion, ...]
    """One for each document that contains it, the earliest first."""
    money: tuple[YearMoney, ...]
    """The sums by year (those without one last), kind, and document."""


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
    money = [of_year for of_document in pages.values() for of_year in _money(of_document)]
    return Years(
        tuple(
            _version(of_document, ministries.get(document, ()))
            for document, of_document in pages.items()
        ),
        tuple(
            sorted(
                money,
                key=lambda m: (
                    m.year is None,
                    m.year or 0,
                    kind_names().index(m.kind),
                    order[m.document],
                    m.year_before,
                ),
            )
        ),
    )


def _version(pages: Sequence[AppearanceCard], ministries: Sequence[str]) -> DatedVersion:
    return DatedVersion(
        document=pages[0].document,
        titles=tuple(dict.fromkeys(page.title for page in pages)),
        ministries=tuple(ministries),
        sources=tuple(place for page in pages for place in page.sources),
        document_title=pages[0].document_title,
        date=pages[0].date,
    )


def _money(pages: Sequence[AppearanceCard]) -> list[YearMoney]:
    """One document's money: per year and kind, and what it prints as the year before of a sum that
    it prints alone.
    """
    printed = [(_draw(page, budget), budget) for page in pages for budget in page.budgets]
    drawn = counted(draw for draw, _ in printed)
    sums = totals(drawn)
    money = []
    for total in sums:
        of_total = [
            (draw, budget)
            for draw, budget in printed
            if draw in drawn and (draw.kind, draw.year) == (total.kind, total.year)
        ]
        now = YearMoney(
            year=total.year,
            kind=total.kind,
            document=pages[0].document,
            own=total.own,
            pots=total.pots,
            proposed=all(draw.proposed for draw, _ in of_total),
            year_before=False,
            sources=_places(budget for _, budget in of_total),
        )
        money.append(now)
        previous = _alone_before([budget for _, budget in of_total])
        told = any((s.kind, s.year) == (now.kind, (now.year or 0) - 1) for s in sums)
        if now.year is not None and previous is not None and not told:
            money.append(
                replace(
                    now,
                    year=now.year - 1,
                    own=None if now.own is None else previous,
                    pots=None if now.pots is None else previous,
                    proposed=False,
                    year_before=True,
                )
            )
    return money


def _draw(page: AppearanceCard, budget: BudgetFact) -> Draw:
    return Draw(
        page.id,
        budget.id,
        budget.kind,
        budget.year,
        budget.yen,
        budget.part_of,
        budget.pot,
        budget.proposed,
        budget.share,
    )


def _places(budgets: Iterable[BudgetFact]) -> tuple[Source, ...]:
    places = {place for budget in budgets for place in budget.sources}
    return tuple(sorted(places, key=lambda place: place.line or 0))


def _alone_before(budgets: Sequence[BudgetFact]) -> int | None:
    """What is printed as the year before (yen), where all is one budget with one such sum."""
    before = {budget.previous_yen for budget in budgets}
    if len({budget.id for budget in budgets}) == 1 and len(before) == 1:
        return before.pop()
    return None

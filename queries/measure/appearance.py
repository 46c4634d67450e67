"""What one document's page says of a measure: its sums, limits, conditions and addresses, each with
its line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.schema.budget_kinds import UNSTATED
from graph.schema.schema import Property, schema
from graph.store import Store
from queries.cypher import ask
from queries.figures import FigureFact, figure_facts
from queries.sources import Source, sources

# lists of records of an appearance that a card shows in a form of their own, or elsewhere
_WITH_A_FORM = {
    "caps",
    "field_lines",
    "figures",
    "legal_basis",
    "rates",
    "related",
    "scheme",
    "thresholds",
    "windows",
}


@dataclass(frozen=True)
class BudgetFact:
    """One budget as this page prints it; another page may print the same one more or less
    exactly.
    """

    id: str
    """The budget's id, which pages may share."""
    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    fiscal: str | None
    """The fiscal mark as this page prints it: R6補正."""
    year: int | None
    """The fiscal year as this page prints it: 2024."""
    yen: int
    """The sum in yen."""
    previous_yen: int | None
    """The sum of the year before in yen, where it stands beside it."""
    proposed: bool
    """Whether it is a draft budget (案)."""
    part_of: bool
    """Whether the measure gets a part of it (の内数)."""
    share: bool
    """The measure's own part of another budget of the page."""
    pot: str | None
    """The name of the larger sum of which it is a part, as this page prints it, else as another."""
    shared_with: tuple[tuple[str, str], ...]
    """Other measures (id, title) that draw on the same pot."""
    sources: tuple[Source, ...]
    """The lines that print it."""


@dataclass(frozen=True)
class Scope:
    """For what of a measure and for whom a number holds."""

    frame: str | None
    """The frame of the measure for which it holds; None: all."""
    size_class: str | None
    """The size class of applicants for which it holds; None: all."""
    industry: str | None
    """The sectors for which it holds, as printed; None: all."""
    band: str | None
    """The range of a number (employees, investment …) for which it holds."""
    scope: str
    """stated, or none: the page names none of these."""


@dataclass(frozen=True)
class CapFact(Scope):
    """The most that one applicant can get."""

    yen: int
    """The most, in yen; None where the page prints no number."""
    printed: str
    """The words of the page."""
    with_uplift: bool
    """Whether it holds only where a further condition is met."""
    source: Source
    """The line that prints it."""


@dataclass(frozen=True)
class RateFact(Scope):
    """The share of the cost that is paid."""

    printed: str
    """The words of the page: 2/3."""
    value: float | None
    """The share, 0 to 1; None where it is no number."""
    source: Source
    """The line that prints it."""


@dataclass(frozen=True)
class ThresholdFact(Scope):
    """A condition for applying: `of op amount unit`."""

    of: str
    """What is measured: employees, capital, sales …"""
    op: str
    """How it compares with the amount: >=."""
    amount: float | None
    """The number; money in yen."""
    unit: str
    """The unit of the number: 円, 人, % …"""
    source: Source
    """The line that prints it."""
    name: str | None = None
    """What exactly is measured, as printed, where `of` is other."""


@dataclass(frozen=True)
class SchemeFact:
    """One step of the money's way from the state to the applicant."""

    payer: str
    """Who pays, as printed."""
    receiver: str
    """Who is paid, as printed."""
    how: str | None
    """How, as printed: 補助, 委託 …"""
    source: Source
    """The line that shows it."""


@dataclass(frozen=True)
class WindowFact:
    """When one can apply."""

    what: str
    """What goes on then: 公募, 申請受付 …"""
    opens: str | None
    """The first day, ISO; None where it is not printed."""
    closes: str | None
    """The last day, ISO; None where it is not printed."""
    printed: str
    """The words of the page."""
    source: Source
    """The line that prints it."""
    frame: str | None = None
    """The part of the measure that it is of; None: the page names none."""


@dataclass(frozen=True)
class LawFact:
    """A law that the measure rests on."""

    law: str
    """The law's name, as printed."""
    name: str
    """Its formal name, where one is known; else as printed."""
    article: str | None
    """The article, as printed: 第3条."""
    source: Source
    """The line that names it."""


@dataclass(frozen=True)
class TextFact:
    """A plain value with its places."""

    value: str
    """The value: a kind of applicant, an address …"""
    sources: tuple[Source, ...]
    """The lines that state it."""


@dataclass(frozen=True)
class PlainFact:
    """A fact of a page that is shown as it is, its values side by side."""

    field: str
    """The field of the appearance that holds it."""
    value: str
    """Its values, as printed."""
    source: Source
    """Its line."""


@dataclass(frozen=True)
class AppearanceCard:
    """One document's page of the measure."""

    id: str
    """The appearance's id."""
    document: str
    """The document's id."""
    document_title: str
    """The document's title."""
    date: str
    """The document's date, ISO."""
    page: int | None
    """The number of the page, as printed."""
    line_start: int
    """The line on which it begins, from 1."""
    line_end: int
    """The line on which it ends."""
    title: str
    """The measure's title, as this page prints it."""
    section: str | None
    """The chapter that it stands in, as printed."""
    item_no: str | None
    """The number of its policy item, as printed."""
    fiscal_mark: str | None
    """The fiscal mark that is printed behind the title."""
    highlighted: bool
    """Whether it bears the mark of the summary page."""
    current: bool
    """Whether no later document has the measure."""
    budgets: tuple[BudgetFact, ...]
    """The budgets that it prints."""
    caps: tuple[CapFact, ...]
    """The most that one applicant can get."""
    rates: tuple[RateFact, ...]
    """The shares of the cost that are paid."""
    thresholds: tuple[ThresholdFact, ...]
    """The numbers that an applicant must meet."""
    applicants: tuple[TextFact, ...]
    """The kinds of applicants."""
    schemes: tuple[SchemeFact, ...]
    """The steps of the money's way."""
    schemes_left_open: tuple[Source, ...]
    """The lines of a drawing of which the text does not say for certain who is paid."""
    windows: tuple[WindowFact, ...]
    """When one can apply."""
    legal_basis: tuple[LawFact, ...]
    """The laws that it rests on."""
    figures: tuple[FigureFact, ...]
    """Its targets and results."""
    urls: tuple[TextFact, ...]
    """The addresses that it prints."""
    plain: tuple[PlainFact, ...]
    """What else it says, as it is."""
    sources: tuple[Source, ...]
    """The lines of the title."""


_Fact = TypeVar("_Fact", CapFact, RateFact, ThresholdFact, SchemeFact, WindowFact, LawFact)


def appearance_cards(store: Store, measure_id: str) -> tuple[AppearanceCard, ...]:
    """The cards of a measure's appearances, the latest document first."""
    rows, draws = (
        ask(store, name, id=measure_id) for name in ("measure/appearances", "measure/budgets")
    )
    return cards_of(store, measure_id, rows, draws)


def cards_of(
    store: Store, measure_id: str, rows: Sequence[dict[str, Any]], draws: Sequence[dict[str, Any]]
) -> tuple[AppearanceCard, ...]:
    """The same, of the rows that tell of its appearances and of the budgets that they draw on."""
    budgets = _budgets(store, measure_id, draws)
    return tuple(_card(row, budgets[row["id"]]) for row in rows)


def _budgets(
    store: Store, measure_id: str, draws: Sequence[dict[str, Any]]
) -> dict[str, tuple[BudgetFact, ...]]:
    """Appearance id -> its budgets."""
    if not draws:
        return defaultdict(tuple)
    shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask(store, "measure/shared_budgets", id=measure_id):
        shared[row["budget"]].append((row["id"], row["title"]))
    budgets: dict[str, tuple[BudgetFact, ...]] = defaultdict(tuple)
    for row in draws:
        budgets[row["appearance"]] += (
            BudgetFact(
                id=row["budget"],
                kind=row["printed_kind"] or UNSTATED,
                fiscal=row["printed_fiscal"],
                year=row["printed_year"],
                yen=row["printed_yen"],
                previous_yen=row["previous_yen"],
                proposed=row["proposed"],
                part_of=row["part_of"],
                share=row["share"],
                pot=row["printed_pot"] or (row["pot"] if row["part_of"] else None),
                shared_with=tuple(shared[row["budget"]]),
                sources=sources(row["documents"], row["lines"]),
            ),
        )
    return budgets


def _card(row: dict[str, Any], budgets: tuple[BudgetFact, ...]) -> AppearanceCard:
    page = row["appearance"]
    lines = json.loads(page["field_lines"])
    return AppearanceCard(
        **{
            name: page.get(name)
            for name in (
                "id",
                "document",
                "page",
                "line_start",
                "line_end",
                "title",
                "section",
                "item_no",
                "fiscal_mark",
                "highlighted",
            )
        },
        document_title=row["document_title"],
        date=row["date"],
        sources=sources(row["documents"], row["lines"]),
        current=row["current"],
        budgets=tuple(sorted(budgets, key=lambda b: (b.sources, b.id))),
        caps=_facts(CapFact, page, "caps"),
        rates=_facts(RateFact, page, "rates"),
        thresholds=_facts(ThresholdFact, page, "thresholds"),
        schemes=_facts(SchemeFact, page, "scheme"),
        schemes_left_open=tuple(
            Source(page["document"], line) for line in lines.get("scheme_left_open", [])
        ),
        windows=_facts(WindowFact, page, "windows"),
        legal_basis=_facts(LawFact, page, "legal_basis"),
        figures=figure_facts(page["document"], page["figures"]),
        applicants=_texts(page, page.get("applicants", []), lines.get("applicants", [])),
        urls=_texts(page, page.get("urls", []), lines.get("urls", [])),
        plain=plain_facts(page, schema().nodes["Appearance"].properties),
    )


def plain_facts(page: dict[str, Any], declared: Sequence[Property]) -> tuple[PlainFact, ...]:
    """The facts of the properties of an appearance that are lists of records and that this card
    gives no form of their own.
    """
    return tuple(
        PlainFact(
            kind.name,
            " ".join(str(v) for k, v in row.items() if k != "line" and v not in (None, "", False)),
            Source(page["document"], row["line"]),
        )
        for kind in declared
        if kind.type == "json" and kind.name not in _WITH_A_FORM
        for row in json.loads(page.get(kind.name) or "[]")
    )


def _facts(fact: type[_Fact], page: dict[str, Any], field: str) -> tuple[_Fact, ...]:
    rows = json.loads(page[field])
    return tuple(
        fact(
            **{k: v for k, v in row.items() if k != "line"},
            source=Source(page["document"], row["line"]),
        )
        for row in rows
    )


def _texts(
    page: dict[str, Any], values: Sequence[str], lines: Sequence[int]
) -> tuple[TextFact, ...]:
    """Each value with its own line where there are as many lines as values, else with
    all of them.
    """
    of_values = (
        [[line] for line in lines]
        if len(lines) == len(values)
        else [list(lines) or [page["line_start"]]] * len(values)
    )
    return tuple(
        TextFact(value, tuple(Source(page["document"], line) for line in places))
        for value, places in zip(values, of_values, strict=True)
    )

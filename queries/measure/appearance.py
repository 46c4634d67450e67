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
from graph.store import Store
from queries.cypher import ask
from queries.sources import Source, sources


@dataclass(frozen=True)
class BudgetFact:
    """One budget as this page prints it; another page may print the same one more or less
    exactly.
    """

    id: str  # of the budget, which pages may share
    kind: str  # of budget_kinds.yaml
    fiscal: str | None  # the fiscal mark as this page prints it: R6補正
    year: int | None  # the fiscal year as this page prints it: 2024
    yen: int
    previous_yen: int | None  # of the year before, where it stands beside it
    proposed: bool  # a draft budget (案)
    part_of: bool  # the measure gets a part of it (の内数)
    share: bool  # the measure's own part of another budget of the page
    pot: str | None  # the name of the larger sum of which it is a part
    shared_with: tuple[tuple[str, str], ...]  # other measures (id, title) that draw on the same pot
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CapFact:
    """The most that one applicant can get."""

    yen: int
    printed: str  # the words of the page
    frame: str | None  # of the measure, for which it holds; all if None
    size_class: str | None  # of the applicant
    band: str | None  # the range of a number (employees, investment …) for which it holds
    with_uplift: bool  # only where a further condition is met
    source: Source


@dataclass(frozen=True)
class RateFact:
    """The share of the cost that is paid."""

    printed: str  # the words of the page: 2/3
    value: float | None  # 0-1; None where it is no number
    frame: str | None  # as in CapFact
    size_class: str | None
    band: str | None
    source: Source


@dataclass(frozen=True)
class ThresholdFact:
    """A condition for applying: `of op amount unit`."""

    of: str  # what is measured: employees, capital, sales …
    op: str  # the comparison: >=
    amount: float | None  # money in yen
    unit: str  # 円, 人, % …
    frame: str | None  # of the measure, for which it holds; all if None
    source: Source


@dataclass(frozen=True)
class SchemeFact:
    """One step of the money's way from the state to the applicant."""

    payer: str
    receiver: str
    how: str | None  # as printed: 補助, 委託 …
    source: Source


@dataclass(frozen=True)
class WindowFact:
    """When one can apply."""

    what: str  # what goes on then: 公募, 申請受付 …
    opens: str | None  # ISO date
    closes: str | None  # ISO date
    printed: str  # the words of the page
    source: Source


@dataclass(frozen=True)
class LawFact:
    """A law that the measure rests on."""

    law: str  # its name
    article: str | None  # as printed: 第3条
    source: Source


@dataclass(frozen=True)
class FigureFact:
    """A number that the measure aims at or has brought about."""

    what: str  # kpi (a target) or result
    value: float
    unit: str  # 社, 件, % …
    year: int | None  # of the target or result
    source: Source


@dataclass(frozen=True)
class TextFact:
    """A plain value with its places."""

    value: str  # an applicant kind, an address …
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class AppearanceCard:
    """One document's page of the measure."""

    id: str
    document: str  # id
    document_title: str
    date: str  # of the document, ISO
    page: int | None  # the printed number
    line_start: int  # from 1
    line_end: int
    title: str  # as this page prints it
    section: str | None  # the printed chapter
    item_no: str | None  # the printed number
    fiscal_mark: str | None  # printed after the title
    highlighted: bool  # it bears the mark of the summary page
    current: bool  # no later document has the measure
    budgets: tuple[BudgetFact, ...]
    caps: tuple[CapFact, ...]
    rates: tuple[RateFact, ...]
    thresholds: tuple[ThresholdFact, ...]
    applicants: tuple[TextFact, ...]
    schemes: tuple[SchemeFact, ...]
    windows: tuple[WindowFact, ...]
    legal_basis: tuple[LawFact, ...]
    figures: tuple[FigureFact, ...]
    urls: tuple[TextFact, ...]
    sources: tuple[Source, ...]  # the lines of the title


_Fact = TypeVar(
    "_Fact", CapFact, RateFact, ThresholdFact, SchemeFact, WindowFact, LawFact, FigureFact
)


def appearance_cards(store: Store, measure_id: str) -> tuple[AppearanceCard, ...]:
    """The cards of a measure's appearances, the latest document first."""
    budgets = _budgets(store, measure_id)
    return tuple(
        _card(row, budgets[row["id"]]) for row in ask(store, "measure/appearances", id=measure_id)
    )


def _budgets(store: Store, measure_id: str) -> dict[str, tuple[BudgetFact, ...]]:
    """Appearance id -> its budgets."""
    shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask(store, "measure/shared_budgets", id=measure_id):
        shared[row["budget"]].append((row["id"], row["title"]))
    budgets: dict[str, tuple[BudgetFact, ...]] = defaultdict(tuple)
    for row in ask(store, "measure/budgets", id=measure_id):
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
                pot=row["printed_pot"],
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
        windows=_facts(WindowFact, page, "windows"),
        legal_basis=_facts(LawFact, page, "legal_basis"),
        figures=_facts(FigureFact, page, "figures"),
        applicants=_texts(page, page.get("applicants", []), lines.get("applicants", [])),
        urls=_texts(page, page.get("urls", []), lines.get("urls", [])),
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

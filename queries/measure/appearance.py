"""What one document's page says of a measure: its sums, limits, conditions and addresses, each with
its line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.store import Store
from queries.cypher import ask
from queries.sources import Source, sources


@dataclass(frozen=True)
class BudgetFact:
    """One budget as this page prints it; another page may print the same one (`id`) more or less
    exactly.

    `shared_with`: other measures (id, title) that draw on the same pot.
    """

    id: str
    kind: str
    fiscal: str | None
    year: int | None
    yen: int
    previous_yen: int | None
    proposed: bool
    part_of: bool
    share: bool
    pot: str | None
    shared_with: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CapFact:
    """Upper limit per applicant, in yen."""

    yen: int
    printed: str
    frame: str | None
    size_class: str | None
    band: str | None
    with_uplift: bool
    source: Source


@dataclass(frozen=True)
class RateFact:
    printed: str
    value: float | None
    frame: str | None
    size_class: str | None
    band: str | None
    source: Source


@dataclass(frozen=True)
class ThresholdFact:
    """A condition for applying: `of op amount unit` (money in yen)."""

    of: str
    op: str
    amount: float | None
    unit: str
    frame: str | None
    source: Source


@dataclass(frozen=True)
class SchemeFact:
    payer: str
    receiver: str
    how: str | None
    source: Source


@dataclass(frozen=True)
class WindowFact:
    """When one can apply; dates are ISO."""

    what: str
    opens: str | None
    closes: str | None
    printed: str
    source: Source


@dataclass(frozen=True)
class LawFact:
    law: str
    article: str | None
    source: Source


@dataclass(frozen=True)
class FigureFact:
    what: str
    value: float
    unit: str
    year: int | None
    source: Source


@dataclass(frozen=True)
class TextFact:
    """A plain value (an applicant kind, an address …) with its places."""

    value: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class AppearanceCard:
    """One document's page of the measure. Lines from 1; `page` is the printed number; `sources` are
    the lines of the title.
    """

    id: str
    document: str
    document_title: str
    date: str
    page: int | None
    line_start: int
    line_end: int
    title: str
    section: str | None
    item_no: str | None
    fiscal_mark: str | None
    highlighted: bool
    current: bool
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
    sources: tuple[Source, ...]


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
    found: dict[str, tuple[BudgetFact, ...]] = defaultdict(tuple)
    for row in ask(store, "measure/budgets", id=measure_id):
        found[row["appearance"]] += (
            BudgetFact(
                id=row["budget"],
                kind=row["printed_kind"] or "unstated",
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
    return found


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
    own = (
        [[line] for line in lines]
        if len(lines) == len(values)
        else [list(lines) or [page["line_start"]]] * len(values)
    )
    return tuple(
        TextFact(value, tuple(Source(page["document"], line) for line in places))
        for value, places in zip(values, own, strict=True)
    )

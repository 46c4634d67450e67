"""Budgets: one node for what is one and the same money, and which budget holds which."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from graph.language.yen import yen_in_japanese
from graph.schema.budget_kinds import budget_kinds
from loaders.catalogue.records import Budget
from loaders.rows.collecting import Collector
from loaders.rows.one_money import Printed, PrintedSums, one_money
from loaders.rows.references import References


def add_budgets(collector: Collector, references: References) -> None:
    """One Budget node a pot, however many measures and documents draw on it, FUNDED_BY to it from
    every page, with what that page prints, and WITHIN to the budgets of the wholes that its measure
    is a part of.
    """
    sums = PrintedSums(references)
    latest = {
        measure.id: references.appearances_of(measure)[0].document
        for measure in references.catalogue.measures
    }
    nodes = []
    for group in sorted(one_money(sums), key=_key):
        nodes.append((_add_node(collector, references, group), group))
        for printed in group:
            _add_funding(collector, nodes[-1][0], printed, latest[printed.measure])
    _add_wholes(collector, sums, nodes)


def _key(group: Sequence[Printed]) -> str:
    """What makes a budget's id: what it is the money of, the sum, kind and year."""
    kind, year = _kind_and_year(group)
    first = group[0]
    named = min(first.pot or first.money_of)
    text = "\x1f".join(map(str, (*named, first.budget.yen, kind, year)))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _kind_and_year(group: Sequence[Printed]) -> tuple[str | None, int | None]:
    """What one of the pages prints, where another leaves it out."""
    kind = next((p.budget.kind for p in group if p.budget.kind), None)
    return kind, next((p.budget.year for p in group if p.budget.year), None)


def _add_node(collector: Collector, references: References, group: Sequence[Printed]) -> str:
    kind, year = _kind_and_year(group)
    fiscal = next((p.budget.fiscal for p in group if p.budget.kind), group[0].budget.fiscal)
    fullest = group[0].budget.model_copy(update={"pot": _pot(references, group), "fiscal": fiscal})
    return collector.node(
        "Budget",
        _key(group),
        _name(fullest),
        kind=kind,
        fiscal=fullest.fiscal,
        year=year,
        yen=fullest.yen,
        pot=fullest.pot,
    )


def _pot(references: References, group: Sequence[Printed]) -> str | None:
    """The name of the sum that measures get parts of: as a page prints it, else that of the measure
    that gets it whole.
    """
    named = next((p.budget.pot for p in group if p.budget.pot), None)
    if named or not any(p.budget.part_of for p in group):
        return named
    whole = next((p.measure for p in group if not p.budget.part_of), None)
    return references.measure(whole, "measures.jsonl").title if whole else None


def _add_funding(collector: Collector, node: str, printed: Printed, latest: str) -> None:
    """`latest`: the latest document of the page's measure."""
    budget, appearance = printed.budget, printed.appearance
    collector.stated(
        "FUNDED_BY",
        collector.id_of("Appearance", appearance.id),
        node,
        [(appearance.document, budget.line)],
        current=appearance.document == latest,
        yen=budget.yen,
        kind=budget.kind,
        fiscal=budget.fiscal,
        year=budget.year,
        pot=budget.pot,
        part_of=budget.part_of,
        share=budget.share,
        proposed=budget.proposed,
        previous_yen=budget.previous_yen,
    )


def _add_wholes(
    collector: Collector, sums: PrintedSums, nodes: Sequence[tuple[str, Sequence[Printed]]]
) -> None:
    """A sum that a measure gets whole lies within that of a measure that it is a part of, of the
    same kind and year, where that is no smaller.
    """
    own: dict[tuple[str, str | None, int | None], list[tuple[str, int]]] = defaultdict(list)
    for node, group in nodes:
        for measure in {p.measure for p in group if not p.budget.part_of}:
            own[measure, *_kind_and_year(group)].append((node, group[0].budget.yen))
    for (measure, kind, year), parts in own.items():
        for whole in sorted(sums.wholes(measure)):
            for holding, yen in own.get((whole, kind, year), ()):
                for part, of_it in parts:
                    if part != holding and of_it <= yen:
                        collector.relationship("WITHIN", part, holding)


def _name(budget: Budget) -> str:
    fiscal = budget.fiscal or (f"{budget.year}年度" if budget.year else "")
    kind = budget_kinds()[budget.kind].short if budget.kind else ""
    return " ".join(
        part
        for part in (
            budget.pot or "",
            fiscal,
            "" if fiscal.endswith(kind) else kind,
            yen_in_japanese(budget.yen, of_budget=True),
        )
        if part
    )

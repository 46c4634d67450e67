"""Budgets: which printed sums are one and the same money."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby

from graph.fold import fold
from loaders.records import Appearance, Budget
from loaders.rows.collecting import Collector
from loaders.rows.references import References

_KINDS = {"initial": "当初", "supplementary": "補正", "multi_year_total": "複数年総額", "fund_total": "基金総額", "expected": "見込み"}


@dataclass(frozen=True)
class _Draw:
    """One printed sum on one page. `pot` is what makes two sums candidates for being one: the pot's name, else the measure and
    which of its equal sums it is."""

    pot: tuple[str, str]
    budget: Budget
    appearance: Appearance

    @property
    def period(self) -> tuple[str, int]:
        return self.budget.kind or "", self.budget.year or 0


def add_budgets(collector: Collector, references: References) -> None:
    """One Budget node a pot, however many measures and documents draw on it, and FUNDED_BY to it from every page.

    Two sums are one when they have the same yen, kind and year and either name the same pot or stand with the same measure. One
    without kind and year is the same as the one of its pot and yen that has them, if there is only one such.
    """
    draws = [draw for appearance in references.catalogue.appearances for draw in _draws(references, appearance)]
    by_pot: dict[tuple[tuple[str, str], int], list[_Draw]] = defaultdict(list)
    for draw in draws:
        by_pot[draw.pot, draw.budget.yen].append(draw)
    for same in by_pot.values():
        for group in _of_one_period(same):
            _add(collector, group)


def _draws(references: References, appearance: Appearance) -> list[_Draw]:
    """The sums of one page. Two equal ones without a pot are two (the page adds them up; what it only repeats is read once)."""
    measure = references.measure(appearance.measure, f"appearances.jsonl {appearance.id}").id
    equal: Counter[tuple[int, str | None, int | None]] = Counter()
    draws = []
    for budget in appearance.budgets:
        sum_ = budget.yen, budget.kind, budget.year
        pot = ("pot", fold(budget.pot)) if budget.pot else ("measure", f"{measure} {equal[sum_]}")
        equal[sum_] += not budget.pot
        draws.append(_Draw(pot, budget, appearance))
    return draws


def _of_one_period(draws: list[_Draw]) -> list[list[_Draw]]:
    ordered = sorted(draws, key=lambda d: d.period)
    groups = [list(group) for _, group in groupby(ordered, key=lambda d: d.period)]
    if len(groups) == 2 and groups[0][0].period == ("", 0):
        return [groups[0] + groups[1]]
    return groups


def _add(collector: Collector, draws: list[_Draw]) -> None:
    told = max(draws, key=lambda d: (d.period, d.appearance.document)).budget
    node = collector.node("Budget", _key(draws[0].pot, told), _name(told), kind=told.kind, fiscal=told.fiscal, year=told.year, yen=told.yen, pot=told.pot)
    for draw in draws:
        budget, appearance = draw.budget, draw.appearance
        collector.stated("FUNDED_BY", collector.id_of("Appearance", appearance.id), node, [(appearance.document, budget.line)],
                         part_of=budget.part_of, proposed=budget.proposed, previous_yen=budget.previous_yen)


def _key(pot: tuple[str, str], budget: Budget) -> str:
    parts = "\x1f".join(map(str, (*pot, budget.yen, budget.kind, budget.year)))
    return hashlib.sha256(parts.encode()).hexdigest()[:8]


def _name(budget: Budget) -> str:
    fiscal = budget.fiscal or (f"{budget.year}年度" if budget.year else "")
    kind = _KINDS.get(budget.kind or "", "")
    return " ".join(part for part in (budget.pot or "", fiscal, "" if fiscal.endswith(kind) else kind, printed_yen(budget.yen)) if part)


def printed_yen(yen: int) -> str:
    """Yen as booklets print it: 兆, 億 and 万, at most two decimals."""
    for unit, size in (("兆円", 10**12), ("億円", 10**8), ("万円", 10**4)):
        if yen >= size:
            return f"{yen / size:,.2f}".rstrip("0").rstrip(".") + unit
    return f"{yen:,}円"

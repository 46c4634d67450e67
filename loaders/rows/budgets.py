"""Budgets: which printed sums are one and the same money."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.language.fold import fold
from graph.language.yen import ROUNDED_TO, is_rounded, short_in_japanese
from graph.schema.budget_kinds import budget_kinds
from loaders.catalogue.records import Appearance, Budget
from loaders.rows.collecting import Collector
from loaders.rows.references import References

# the yearly grant that a body runs on, however fully it is named
_GRANT = re.compile(r"(?:運営費)?(交付金|補助金)(?:事業)?")


@dataclass(frozen=True)
class _Draw:
    """One printed sum on one page."""

    pot: str
    """What makes two sums candidates for being one: what the pot is called, else the measure and
    which of its equal sums it is.
    """
    budget: Budget
    """The sum."""
    appearance: Appearance
    """The appearance whose page prints it."""

    @property
    def specificity(self) -> tuple[bool, bool, bool, int, str]:
        """How much it says: kind, year, and a sum that is not rounded."""
        return (
            bool(self.budget.kind),
            bool(self.budget.year),
            self.budget.yen % ROUNDED_TO > 0,
            self.budget.year or 0,
            self.budget.kind or "",
        )


def add_budgets(collector: Collector, references: References) -> None:
    """One Budget node a pot, however many measures and documents draw on it, and FUNDED_BY to it
    from every page, with what that page prints.

    Two sums are one when they name the same pot, or stand with the same measure, and nothing that
    they say differs: kind and year are the same or not printed, the yen are the same or one is the
    other rounded to 億. One that could be either of two is neither.
    """
    by_pot: dict[str, list[_Draw]] = defaultdict(list)
    for appearance in references.catalogue.appearances:
        for draw in _draws(references, appearance):
            by_pot[draw.pot].append(draw)
    for pot in sorted(by_pot):
        for group in _same_money(by_pot[pot]):
            _add(collector, group)


def _draws(references: References, appearance: Appearance) -> list[_Draw]:
    """The sums of one page. Two equal ones without a pot are two (the page adds them up; what it
    only repeats is read once).
    """
    measure = references.measure(appearance.measure, f"appearances.jsonl {appearance.id}").id
    equal: Counter[tuple[int, str | None, int | None]] = Counter()
    draws = []
    for budget in appearance.budgets:
        sum_ = budget.yen, budget.kind, budget.year
        pot = _pot(references, budget.pot) if budget.pot else f"{measure} {equal[sum_]}"
        equal[sum_] += not budget.pot
        draws.append(_Draw(pot, budget, appearance))
    return draws


def _pot(references: References, printed: str) -> str:
    """What the pot is called, whichever of a body's names stands in it: JETRO交付金 is
    日本貿易振興機構運営費交付金.
    """
    body, rest = references.leading_body(printed)
    if body and (grant := _GRANT.fullmatch(rest)):
        return f"{body.id} {grant[1]}"
    return fold(printed)


def _same_money(draws: list[_Draw]) -> list[list[_Draw]]:
    groups: list[list[_Draw]] = []
    for draw in sorted(
        draws, key=lambda d: (d.specificity, d.appearance.id, d.budget.line), reverse=True
    ):
        fits = [group for group in groups if all(_may_be_one(draw, member) for member in group)]
        if len(fits) == 1:
            fits[0].append(draw)
        else:
            groups.append([draw])
    return groups


def _may_be_one(a: _Draw, b: _Draw) -> bool:
    if a.budget.yen != b.budget.yen and (
        a.appearance.id == b.appearance.id or not is_rounded(a.budget.yen, b.budget.yen)
    ):
        return False
    return all(
        of_a == of_b or of_a is None or of_b is None
        for of_a, of_b in ((a.budget.kind, b.budget.kind), (a.budget.year, b.budget.year))
    )


def _add(collector: Collector, draws: list[_Draw]) -> None:
    """`draws`: the one that says most goes first."""
    fullest = draws[0].budget
    year = next((d.budget.year for d in draws if d.budget.year), None)
    kind = next((d.budget.kind for d in draws if d.budget.kind), None)
    key = hashlib.sha256(
        "\x1f".join(map(str, (draws[0].pot, fullest.yen, kind, year))).encode()
    ).hexdigest()[:8]
    node = collector.node(
        "Budget",
        key,
        _name(fullest),
        kind=kind,
        fiscal=fullest.fiscal,
        year=year,
        yen=fullest.yen,
        pot=fullest.pot,
    )
    for draw in draws:
        budget, appearance = draw.budget, draw.appearance
        collector.stated(
            "FUNDED_BY",
            collector.id_of("Appearance", appearance.id),
            node,
            [(appearance.document, budget.line)],
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


def _name(budget: Budget) -> str:
    fiscal = budget.fiscal or (f"{budget.year}年度" if budget.year else "")
    kind = budget_kinds()[budget.kind].short if budget.kind else ""
    return " ".join(
        part
        for part in (
            budget.pot or "",
            fiscal,
            "" if fiscal.endswith(kind) else kind,
            short_in_japanese(budget.yen),
        )
        if part
    )

"""Two measures side by side: what both have, what only one has, and the money of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.language.fold import fold
from queries.money.rule import Draw, Total, counted, totals
from queries.overlap.pairs import ScoredPair
from queries.overlap.sides import ASPECTS, Side, SideFact

_MOST_TERMS = 8  # of the terms that only one of the two has, so many, the weightiest


@dataclass(frozen=True)
class Aspect:
    """One respect in which two measures are compared; names as printed, their places in
    `Side.facts`.
    """

    kind: str
    """Which respect, one of sides.ASPECTS."""
    shared: tuple[str, ...]
    """The names that both have."""
    only_a: tuple[str, ...]
    """The names that the first alone has."""
    only_b: tuple[str, ...]
    """The names that the second alone has."""


@dataclass(frozen=True)
class Pair:
    """A scored pair with its two sides."""

    a: Side
    """The measure of the lower id."""
    b: Side
    """The other measure."""
    score: float
    """How much they are alike, 0 to 1."""
    grade: int
    """The grade of the score, 0 to 3 (see grades.py)."""
    within: tuple[str, ...]
    """The names of the ministries of a pair of one ministry, else none."""
    aspects: tuple[Aspect, ...]
    """The respects in which at least one of the two has something."""
    money: tuple[Total, ...]
    """The budgets of both in yen, each once, a total for each kind and fiscal year."""
    common: tuple[Draw, ...]
    """The budgets that both draw on, as the first of the two draws on them."""

    def aspect(self, kind: str) -> Aspect:
        """What is known in that respect; nothing where neither has anything."""
        return next(
            (aspect for aspect in self.aspects if aspect.kind == kind), Aspect(kind, (), (), ())
        )

    def offices(self, side: Side) -> tuple[SideFact, ...]:
        """Who runs a side: its ministries; in a pair of one ministry its agencies and bodies, where
        it has any.
        """
        apart = (
            (*side.facts.get("agencies", ()), *side.facts.get("bodies", ())) if self.within else ()
        )
        return apart or side.facts.get("ministries", ())


def compared(
    scored: ScoredPair,
    a: Side,
    b: Side,
    within: Sequence[str],
    in_both: Mapping[str, Sequence[str]],
) -> Pair:
    """The pair with all that is compared; `in_both`: what the scoring found in both (problems,
    activities, terms), by aspect.
    """
    aspects = (
        _aspect(kind, a.facts.get(kind, ()), b.facts.get(kind, ()), in_both.get(kind))
        for kind in ASPECTS
    )
    draws = counted([*a.draws, *b.draws])
    of_b = {draw.budget for draw in draws if draw.measure == b.id}
    return Pair(
        a,
        b,
        scored.score,
        scored.grade,
        tuple(within),
        tuple(aspect for aspect in aspects if aspect.shared or aspect.only_a or aspect.only_b),
        totals(draws),
        tuple(draw for draw in draws if draw.measure == a.id and draw.budget in of_b),
    )


def _aspect(
    kind: str, a: tuple[SideFact, ...], b: tuple[SideFact, ...], in_both: Sequence[str] | None
) -> Aspect:
    """`in_both`: what the scoring found shared; None where the names themselves decide."""
    in_a, in_b = ({fold(fact.name): fact.name for fact in facts} for facts in (a, b))
    shared = (
        {fold(name): name for name in in_both}
        if in_both is not None
        else {key: name for key, name in in_a.items() if key in in_b}
    )
    only_a, only_b = (
        tuple(name for key, name in of_side.items() if key not in shared)
        for of_side in (in_a, in_b)
    )
    most = _MOST_TERMS if kind == "terms" else None
    return Aspect(kind, tuple(shared.values()), only_a[:most], only_b[:most])

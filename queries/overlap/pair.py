"""Two measures side by side: what both have, what only one has, and the money of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.language.fold import fold
from queries.money.rule import Draw, Total, counted, totals_by_year
from queries.overlap.pairs import ScoredPair
from queries.overlap.sides import ASPECTS, Side, SideFact

_OWN_TERMS = 8  # of the terms that only one of the two has, the weightiest are told


@dataclass(frozen=True)
class Aspect:
    """One respect (of overlap_sides.ASPECTS) in which two measures are compared; names as printed,
    their places in `Side.facts`.
    """

    kind: str
    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """A scored pair with its two sides.

    within : the ministries of a pair of one ministry, else none. aspects : those in which at least
    one of the two has something. money : the budgets of both, each counted once, one total for each
    kind and fiscal year. common : the budgets that both draw on, as the first of the two draws on
    them.
    """

    a: Side
    b: Side
    score: float
    grade: int
    within: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    money: tuple[Total, ...]
    common: tuple[Draw, ...]

    def aspect(self, kind: str) -> Aspect:
        """What is known in that respect; nothing where neither has anything."""
        return next((each for each in self.aspects if each.kind == kind), Aspect(kind, (), (), ()))

    def offices(self, side: Side) -> tuple[SideFact, ...]:
        """Who runs a side: its ministries; in a pair of one ministry its agencies and bodies, where
        it has any.
        """
        apart = (
            (*side.facts.get("agencies", ()), *side.facts.get("bodies", ())) if self.within else ()
        )
        return apart or side.facts.get("ministries", ())


def compared(
    scored: ScoredPair, a: Side, b: Side, within: Sequence[str], found: Mapping[str, Sequence[str]]
) -> Pair:
    """The pair with all that is compared; `found`: what the scoring found in both (problems,
    activities, terms), by aspect.
    """
    aspects = (
        _aspect(kind, a.facts.get(kind, ()), b.facts.get(kind, ()), found.get(kind))
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
        tuple(each for each in aspects if each.shared or each.only_a or each.only_b),
        totals_by_year(draws),
        tuple(draw for draw in draws if draw.measure == a.id and draw.budget in of_b),
    )


def _aspect(
    kind: str, a: tuple[SideFact, ...], b: tuple[SideFact, ...], found: Sequence[str] | None
) -> Aspect:
    in_a, in_b = ({fold(fact.name): fact.name for fact in facts} for facts in (a, b))
    shared = (
        {fold(name): name for name in found}
        if found is not None
        else {key: name for key, name in in_a.items() if key in in_b}
    )
    only_a, only_b = (
        tuple(name for key, name in own.items() if key not in shared) for own in (in_a, in_b)
    )
    most = _OWN_TERMS if kind == "terms" else None
    return Aspect(kind, tuple(shared.values()), only_a[:most], only_b[:most])

"""Pairs in brief, of measures and budget programmes alike: names, ministries, money of one fiscal
year and execution of both; and their order by score, money or execution.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from graph.store import Store
from queries.cypher import ask
from queries.overlap.brief_sides import BriefSide, KnownSide, known_sides, year_of_both
from queries.overlap.comparison import thing_of
from queries.overlap.filter import PairFilter
from queries.overlap.left_out import measures_left_out
from queries.overlap.pairs import LeftOut, ScoredPair
from queries.overlap.programme_pairs import Scope
from queries.overlap.things import pairs_of_things
from queries.programmes.ids import node_of, programme_id

Sort = Literal["score", "money", "execution"]
SORTS: tuple[Sort, ...] = get_args(Sort)
_NONE: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True)
class BriefPair:
    """A scored pair in a list."""

    a: BriefSide
    """The first side."""
    b: BriefSide
    """The second."""
    score: float
    """How much they are alike, 0 to 1."""
    grade: int
    """The grade of the score, 0 to 3."""
    shared: tuple[str, ...]
    """The policy problems and activities that the scoring found in both."""
    terms: tuple[str, ...]
    """The key terms, or nouns and verbs."""

    @property
    def yen(self) -> int | None:
        """What both get whole in the fiscal year that both tell, added; where one tells no money,
        that of the other; None where neither is known, or where they tell of no year in common.
        """
        a, b = self.a, self.b
        if a.yen is None or b.yen is None:
            return a.yen if b.yen is None else b.yen
        return a.yen + b.yen if a.year is not None and a.year == b.year else None

    @property
    def in_common(self) -> tuple[str, ...]:
        """The ministries that run both, of a pair of which one is run by others, too."""
        if {*self.a.ministries} == {*self.b.ministries}:
            return ()
        return tuple(name for name in self.a.ministries if name in self.b.ministries)

    @property
    def execution(self) -> float | None:
        """The lower execution of the two; None where neither is known."""
        return min((s.execution for s in (self.a, self.b) if s.execution is not None), default=None)


_ORDERS: dict[Sort, Callable[[BriefPair], float]] = {
    "score": lambda pair: -pair.score,
    "money": lambda pair: 1.0 if pair.yen is None else -pair.yen,
    "execution": lambda pair: float("inf") if pair.execution is None else pair.execution,
}


def brief_pairs(
    store: Store, pairs: Sequence[ScoredPair], sort: Sort = "score"
) -> tuple[BriefPair, ...]:
    """These pairs (sides by measure:… or programme:…) in brief: by score, by what both get whole
    (the most first), or by execution (the lowest first); what is not known stands last, equals as
    they were.
    """
    known = known_sides(store, {each for pair in pairs for each in (pair.a, pair.b)})
    words = _shared(store, pairs)
    words |= {(b, a): shared for (a, b), shared in words.items()}
    found = (
        BriefPair(
            *_sides(known[pair.a], known[pair.b]),
            pair.score,
            pair.grade,
            *words.get((pair.a, pair.b), _NONE),
        )
        for pair in pairs
        if pair.a in known and pair.b in known
    )
    return tuple(sorted(found, key=_ORDERS[sort]) if sort != "score" else found)


def _sides(a: KnownSide, b: KnownSide) -> tuple[BriefSide, BriefSide]:
    year = year_of_both(a, b)
    return a.of(year), b.of(year)


def _shared(
    store: Store, pairs: Sequence[ScoredPair]
) -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """By pair the problems and activities, and the terms, of both."""
    nodes = sorted({node_of(each) for pair in pairs for each in (pair.a, pair.b)})
    least = min((pair.score for pair in pairs), default=0.0)
    return {
        (programme_id(row["a"]), programme_id(row["b"])): (
            (*row["problems"], *row["activities"]),
            tuple(row["terms"]),
        )
        for row in ask(store, "overlap/shared_words", ids=nodes, score=least)
    }


def brief_list(
    store: Store, pair_filter: PairFilter, scope: Scope, sort: Sort = "score"
) -> tuple[BriefPair, ...]:
    """The pairs of measures and those with a programme that a filter lets through, in brief, the
    highest grade first, then by score: scores of measures and of programmes are cut into grades
    apart. Raises NotFound as `scored_pairs` does.
    """
    return brief_pairs(store, _by_grade(every_pair(store, pair_filter, scope)), sort)


def _by_grade(pairs: Iterable[ScoredPair]) -> list[ScoredPair]:
    return sorted(pairs, key=lambda pair: (-pair.grade, -pair.score, pair.a, pair.b))


def pairs_of(
    store: Store,
    thing: str,
    grade: int = 1,
    score: float = 0.0,
    sort: Sort = "score",
    with_left_out: bool = False,
) -> tuple[tuple[BriefPair, ...], LeftOut]:
    """The pairs of one measure or budget programme (named as `thing_of` takes it) of this grade and
    score or more, itself first, between ministries and inside one; and how many are left out, for
    the other is what lists leave out. Raises NotFound as `thing_of` does.
    """
    node = thing_of(store, thing)
    rows = ask(store, "overlap/pairs_of_thing", id=node, grade=grade, score=score)
    why = {} if with_left_out else measures_left_out(store)
    apart = Counter(why[row["other"]] for row in rows if row["other"] in why)
    pairs = (
        ScoredPair(programme_id(node), programme_id(row["other"]), row["score"], row["grade"])
        for row in rows
        if row["other"] not in why
    )
    return brief_pairs(store, _by_grade(pairs), sort), LeftOut(
        apart["superseded"], apart["heading"], 0
    )


def every_pair(store: Store, pair_filter: PairFilter, scope: Scope) -> tuple[ScoredPair, ...]:
    """These pairs by id, the highest score first."""
    return pairs_of_things(store, pair_filter, scope)


def sorted_pairs(store: Store, pairs: Sequence[ScoredPair], sort: Sort) -> tuple[ScoredPair, ...]:
    """These pairs in that order, as `brief_pairs` has it."""
    if sort == "score":
        return tuple(pairs)
    return tuple(
        ScoredPair(pair.a.id, pair.b.id, pair.score, pair.grade)
        for pair in brief_pairs(store, pairs, sort)
    )

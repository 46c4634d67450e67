"""Pairs in brief, of measures and budget programmes alike: names, ministries, latest money and
execution of both; and their order by score, money or execution.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from graph.store import Store
from queries.cypher import ask, ask_of_many
from queries.english import in_english
from queries.money.rule import Draw, of_one_year, totals
from queries.overlap.comparison import thing_of
from queries.overlap.filter import PairFilter
from queries.overlap.pairs import ScoredPair, scored_pairs
from queries.overlap.programme_pairs import Scope, programme_pairs
from queries.overlap.programme_side import programme_id
from queries.programmes.card import YearOfMoney, years_of_money

Sort = Literal["score", "money", "execution"]
SORTS: tuple[Sort, ...] = get_args(Sort)
_NONE: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
_MEASURE, _PROGRAMME, _NODE = "measure:", "programme:", "budgetprogramme:"


@dataclass(frozen=True)
class BriefSide:
    """A measure or budget programme in a list."""

    id: str
    """measure:… or programme:{number of the sheet}."""
    name: str
    """Its title or name."""
    ministries: tuple[str, ...]
    """The ministries that answer for it, the lead first."""
    english: tuple[str, ...]
    """The same in English."""
    yen: int | None
    """What it gets whole in its latest year, of the first kind of budget that is told: of a
    programme what could be spent in the last year that is closed, else in its latest one."""
    year: int | None
    """The fiscal year of that."""
    execution: float | None
    """Of what could be spent the share that was, in the last year that is closed; of a measure that
    of the programme that is the same. None where that is not told."""


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
        """What both get whole, added; None where neither is known."""
        sums = [side.yen for side in (self.a, self.b) if side.yen is not None]
        return sum(sums) if sums else None

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
    sides = brief_sides(store, {each for pair in pairs for each in (pair.a, pair.b)})
    words = _shared(store, pairs)
    words |= {(b, a): shared for (a, b), shared in words.items()}
    found = (
        BriefPair(
            sides[pair.a],
            sides[pair.b],
            pair.score,
            pair.grade,
            *words.get((pair.a, pair.b), _NONE),
        )
        for pair in pairs
        if pair.a in sides and pair.b in sides
        for shared in [words.get((pair.a, pair.b), _NONE)]
    )
    return tuple(sorted(found, key=_ORDERS[sort]) if sort != "score" else found)


def _shared(
    store: Store, pairs: Sequence[ScoredPair]
) -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """By pair the problems and activities, and the terms, of both."""
    nodes = sorted({_node(each) for pair in pairs for each in (pair.a, pair.b)})
    least = min((pair.score for pair in pairs), default=0.0)
    return {
        (programme_id(row["a"]), programme_id(row["b"])): (
            (*row["problems"], *row["activities"]),
            tuple(row["terms"]),
        )
        for row in ask(store, "overlap/shared_words", ids=nodes, score=least)
    }


def _node(thing: str) -> str:
    return _NODE + thing.removeprefix(_PROGRAMME) if thing.startswith(_PROGRAMME) else thing


def brief_list(
    store: Store, pair_filter: PairFilter, scope: Scope, sort: Sort = "score"
) -> tuple[BriefPair, ...]:
    """The pairs of measures and those with a programme that a filter lets through, in brief; raises
    NotFound as `scored_pairs` does.
    """
    return brief_pairs(store, every_pair(store, pair_filter, scope), sort)


def pairs_of(
    store: Store, thing: str, grade: int = 1, score: float = 0.0, sort: Sort = "score"
) -> tuple[BriefPair, ...]:
    """The pairs of one measure or budget programme (named as `thing_of` takes it) of this grade and
    score or more, itself first, between ministries and inside one. Raises NotFound as `thing_of`
    does.
    """
    node = thing_of(store, thing)
    rows = ask(store, "overlap/pairs_of_thing", id=node, grade=grade, score=score)
    return brief_pairs(
        store,
        [
            ScoredPair(programme_id(node), programme_id(row["other"]), row["score"], row["grade"])
            for row in rows
        ],
        sort,
    )


def every_pair(store: Store, pair_filter: PairFilter, scope: Scope) -> tuple[ScoredPair, ...]:
    """These pairs by id, the highest score first."""
    pairs = (*scored_pairs(store, pair_filter), *programme_pairs(store, pair_filter, scope))
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, -pair.grade, pair.a, pair.b)))


def sorted_pairs(store: Store, pairs: Sequence[ScoredPair], sort: Sort) -> tuple[ScoredPair, ...]:
    """These pairs in that order, as `brief_pairs` has it."""
    if sort == "score":
        return tuple(pairs)
    return tuple(
        ScoredPair(pair.a.id, pair.b.id, pair.score, pair.grade)
        for pair in brief_pairs(store, pairs, sort)
    )


def brief_sides(store: Store, things: Collection[str]) -> dict[str, BriefSide]:
    """measure:… or programme:… -> the thing in brief."""
    measures = sorted(each for each in things if each.startswith(_MEASURE))
    nodes = [_node(each) for each in sorted(things) if not each.startswith(_MEASURE)]
    offices: dict[str, dict[str, str]] = defaultdict(dict)
    for row in sorted(
        ask_of_many(store, "overlap/ministries_of", [*measures, *nodes]) if things else (),
        key=lambda row: not row["lead"],
    ):
        offices[row["id"]].setdefault(row["name"], row["english"] or in_english(row["name"]))
    return _measures(store, measures, offices) | _programmes(store, nodes, offices)


def _programmes(
    store: Store, nodes: Sequence[str], offices: dict[str, dict[str, str]]
) -> dict[str, BriefSide]:
    sides = {}
    for row in ask_of_many(store, "overlap/money_of_programmes", nodes) if nodes else ():
        years = years_of_money(row["money"])
        closed = _closed(years)
        yen, year = next(
            (
                (sum_, told.year)
                for told in ([closed] if closed else years)
                for sum_ in (told.available, told.initial)
                if sum_ is not None
            ),
            (None, None),
        )
        sides[programme_id(row["id"])] = BriefSide(
            programme_id(row["id"]),
            row["name"],
            tuple(offices[row["id"]]),
            tuple(offices[row["id"]].values()),
            yen,
            year,
            closed.execution if closed else None,
        )
    return sides


def _closed(years: Sequence[YearOfMoney]) -> YearOfMoney | None:
    """The last year of which execution is told."""
    return next((year for year in years if year.execution is not None), None)


def _measures(
    store: Store, measures: Sequence[str], offices: dict[str, dict[str, str]]
) -> dict[str, BriefSide]:
    if not measures:
        return {}
    draws: dict[str, list[Draw]] = defaultdict(list)
    for row in ask_of_many(store, "overlap/money", measures):
        draws[row["measure"]].append(Draw.of(row))
    executed: dict[str, float] = {}
    for row in ask_of_many(store, "overlap/same_programmes", measures):
        if closed := _closed(years_of_money(row["money"])):
            executed.setdefault(row["measure"], closed.execution or 0.0)
    pages = {row["measure"]: row for row in ask_of_many(store, "overlap/sides", measures)}
    return {
        measure: _measure(page, draws[measure], offices[measure], executed.get(measure))
        for measure, page in pages.items()
    }


def _measure(
    page: dict[str, Any], draws: Sequence[Draw], offices: dict[str, str], execution: float | None
) -> BriefSide:
    own = next((t for t in totals(of_one_year(draws)) if t.own is not None), None)
    return BriefSide(
        page["measure"],
        page["title"],
        tuple(offices),
        tuple(offices.values()),
        own.own if own else None,
        own.year if own else None,
        execution,
    )

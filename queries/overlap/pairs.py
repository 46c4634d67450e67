"""Which measures do much the same for the same people: scored pairs, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.overlap.filter import BETWEEN_MINISTRIES, PairFilter, measure_of, parameters
from queries.overlap.grades import GRADES
from queries.overlap.left_out import measures_left_out

_ALL = 2**62  # what LIMIT takes for no limit
_MORE = 4  # times as many pairs are asked for where too many are left out
# what only the question `pairs` confines by
_CONFINED_BY = "office", "second_measure", "pillar", "document"


@dataclass(frozen=True)
class ScoredPair:
    """Two measures (ids, the lower first) and how much they are alike."""

    a: str
    """The lower id."""
    b: str
    """The other id."""
    score: float
    """How much they are alike, 0 to 1."""
    grade: int
    """The grade of the score, 0 to 3 (see grades.py)."""


@dataclass(frozen=True)
class LeftOut:
    """How many of the pairs that a filter lets through are left out, and why."""

    superseded: int
    """Pairs of a measure that another one carries on or has since taken in as a part."""
    heading: int
    """Other pairs of a mere heading."""
    earlier: int
    """Other pairs of a measure that no document of the last years tells."""


def scored_pairs(
    store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES, limit: int | None = None
) -> tuple[ScoredPair, ...]:
    """The pairs that a filter lets through, the highest score first, then by grade and ids; all of
    them if `limit` is None.

    Raises NotFound for a name that nothing answers to (with the nearest), for an office that runs
    no measure, for two names of one thing, and where the graph holds no scored pair at all.
    """
    wanted = parameters(store, pair_filter)
    if any(wanted[name] for name in _CONFINED_BY):
        limit_ = _ALL if limit is None else limit
        rows = ask(store, "overlap/pairs", **wanted, limit=limit_)
    elif wanted["measure"]:
        rows = _of_measure(store, wanted)[:limit]
    else:
        rows = _of_all(store, wanted, limit)
    if not rows and not are_scored(store):
        raise NotFound(
            "no pair of measures is scored in this graph",
            store.uri,
            "load a catalogue that holds overlaps.jsonl",
        )
    return tuple(ScoredPair(**row) for row in rows)


def are_scored(store: Store) -> bool:
    """Whether the graph holds scored pairs of measures."""
    return bool(ask(store, "overlap/count")[0]["count"])


def _of_measure(store: Store, wanted: dict[str, Any]) -> list[dict[str, Any]]:
    """All pairs of one measure, in their order."""
    measure, without = wanted["measure"], set(wanted["left_out"])
    rows = [
        {
            "a": min(measure, row["other"]),
            "b": max(measure, row["other"]),
            "score": row["score"],
            "grade": row["grade"],
        }
        for row in ask(store, "overlap/pairs_of_measure", measure=measure, **_least(wanted))
        if row["other"] not in without
    ]
    return sorted(rows, key=lambda row: (-row["score"], -row["grade"], row["a"], row["b"]))


def _of_all(store: Store, wanted: dict[str, Any], limit: int | None) -> list[dict[str, Any]]:
    """The first `limit` pairs of all measures: of more than are wanted, as some are left out (a
    store would look each measure of each pair up in the list of these).
    """
    without, least, asked = set(wanted["left_out"]), _least(wanted), limit
    while True:
        # all pairs of a large graph are too many to keep
        rows = _first(store, _ALL, **least) if asked is None else _best(store, asked, **least)
        listed = [row for row in rows if row["a"] not in without and row["b"] not in without]
        if limit is None or asked is None or len(listed) >= limit or len(rows) < asked:
            return listed[:limit]
        asked *= _MORE


def _first(store: Store, /, limit: int, **least: Any) -> list[dict[str, Any]]:
    return ask(store, "overlap/all_pairs", limit=limit, **least)


_best = kept(_first)  # a store looks at every pair to find them


def _least(wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: wanted[name] for name in ("grade", "score", "between", "within")}


def shared_by(store: Store, pairs: Sequence[ScoredPair]) -> dict[tuple[str, str], dict[str, Any]]:
    """By pair what the scoring found in both; for these pairs, and more of their measures."""
    ids = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    least = min((pair.score for pair in pairs), default=0.0)
    rows = ask(store, "overlap/shared", ids=ids, score=least)
    return {(row["a"], row["b"]): row for row in rows}


def left_out(store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES) -> LeftOut:
    """What `scored_pairs` leaves out of the pairs that a filter lets through. Raises NotFound as it
    does.
    """
    if pair_filter.with_left_out:
        return LeftOut(0, 0, 0)
    listed = set(scored_pairs(store, pair_filter))
    every = scored_pairs(store, replace(pair_filter, with_left_out=True))
    missing = [pair for pair in every if pair not in listed]
    why = measures_left_out(store)
    reasons = [{why.get(pair.a), why.get(pair.b)} for pair in missing]
    superseded = sum("superseded" in each for each in reasons)
    heading = sum("heading" in each and "superseded" not in each for each in reasons)
    return LeftOut(superseded, heading, len(missing) - superseded - heading)


def why_none(store: Store, pair_filter: PairFilter) -> str:
    """Why a filter lets no pair through: all are weaker, the measure has no terms to compare, or
    nothing of the two sides is alike.
    """
    weaker = scored_pairs(store, replace(pair_filter, grade=0, score=0.0), 1)
    if weaker:
        floor = f" and score {pair_filter.score:g}" if pair_filter.score else ""
        return (
            f"no pair of grade {pair_filter.grade}{floor} or more; the best has grade"
            f" {weaker[0].grade} ({GRADES[weaker[0].grade]}) and score {weaker[0].score:.2f}"
        )
    for name in filter(None, (pair_filter.measure, pair_filter.second_measure)):
        measure = measure_of(store, name)
        if not ask(store, "overlap/terms", id=measure.id)[0]["count"]:
            return f"{measure.name} is in no pair: its page gives no key terms to compare"
    if (
        pair_filter.mode == "between"
        and pair_filter.second_measure
        and scored_pairs(store, replace(pair_filter, grade=0, score=0.0, mode="within"))
    ):
        return "the two are of one ministry: look within it (--within)"
    return (
        "no scored pair is of that kind: the two sides are not alike enough, or belong together"
        " (jointly run, a part and its whole, a successor)"
    )

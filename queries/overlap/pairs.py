"""Which measures do much the same for the same people: scored pairs, best first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.overlap.filter import BETWEEN_MINISTRIES, PairFilter, measure_of, parameters
from queries.overlap.grades import GRADES
from queries.overlap.left_out import measures_left_out

_ALL = 2**62  # what LIMIT takes for no limit


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
    """Pairs of a mere heading."""


def scored_pairs(
    store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES, limit: int | None = None
) -> tuple[ScoredPair, ...]:
    """The pairs that a filter lets through, the highest score first, then by grade and ids; all of
    them if `limit` is None.

    Raises NotFound for a name that nothing answers to (with the nearest), for an office that runs
    no measure, for two names of one thing, and where the graph holds no scored pair at all.
    """
    rows = ask(
        store,
        "overlap/pairs",
        **parameters(store, pair_filter),
        limit=_ALL if limit is None else limit,
    )
    if not rows and not ask(store, "overlap/count")[0]["count"]:
        raise NotFound(
            "no pair of measures is scored in this graph",
            store.uri,
            "load a catalogue that holds overlaps.jsonl",
        )
    return tuple(ScoredPair(**row) for row in rows)


def left_out(store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES) -> LeftOut:
    """What `scored_pairs` leaves out of the pairs that a filter lets through. Raises NotFound as it
    does.
    """
    if pair_filter.with_left_out:
        return LeftOut(0, 0)
    listed = set(scored_pairs(store, pair_filter))
    every = scored_pairs(store, replace(pair_filter, with_left_out=True))
    missing = [pair for pair in every if pair not in listed]
    why = measures_left_out(store)
    superseded = sum("superseded" in (why.get(pair.a), why.get(pair.b)) for pair in missing)
    return LeftOut(superseded, len(missing) - superseded)


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

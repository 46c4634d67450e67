"""Pairs of measures alone, or also with budget programmes, and what matrix and communities ask of
both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args

from graph.store import Store
from queries.cypher import ask, ask_of_many
from queries.overlap.filter import PairFilter
from queries.overlap.pairs import ScoredPair, scored_pairs, shared_by
from queries.overlap.programme_pairs import programme_pairs
from queries.programmes.ids import node_of, programme_id

Things = Literal["measures", "company", "all"]
THINGS: tuple[Things, ...] = get_args(Things)
_MEASURE = "measure:"


def pairs_of_things(
    store: Store, pair_filter: PairFilter, things: Things
) -> tuple[ScoredPair, ...]:
    """The pairs that a filter lets through, the highest score first: of measures alone, or also
    with budget programmes, those for companies or any. Raises NotFound as `scored_pairs` does.
    """
    pairs = scored_pairs(store, pair_filter)
    if things == "measures":
        return pairs
    every = (*pairs, *programme_pairs(store, pair_filter, things))
    return tuple(sorted(every, key=lambda pair: (-pair.score, -pair.grade, pair.a, pair.b)))


def measures_of(things: Sequence[str]) -> list[str]:
    """The measures among things by id."""
    return [each for each in things if each.startswith(_MEASURE)]


def titles_of(store: Store, things: Sequence[str]) -> dict[str, str]:
    """Id (measure:…, programme:…) -> title or name."""
    nodes = [node_of(each) for each in things if not each.startswith(_MEASURE)]
    return {
        row["measure"]: row["title"]
        for row in ask_of_many(store, "overlap/sides", measures_of(things))
    } | {
        programme_id(row["id"]): row["name"]
        for row in (ask_of_many(store, "overlap/money_of_programmes", nodes) if nodes else ())
    }


def shared_of_things(
    store: Store, pairs: Sequence[ScoredPair]
) -> dict[tuple[str, str], dict[str, Any]]:
    """By pair what the scoring found in both (problems, activities, terms), and more of these."""
    if all(pair.b.startswith(_MEASURE) for pair in pairs):
        return shared_by(store, pairs)
    nodes = sorted({node_of(each) for pair in pairs for each in (pair.a, pair.b)})
    rows = ask(store, "overlap/shared_words", ids=nodes, score=min(pair.score for pair in pairs))
    found = {(programme_id(row["a"]), programme_id(row["b"])): row for row in rows}
    return found | {(b, a): row for (a, b), row in found.items()}

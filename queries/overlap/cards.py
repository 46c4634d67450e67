"""Pairs of measures explained: what both have, what differs, the money, the places, and one
sentence made from these facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import NotFound
from graph.store import Store
from queries.overlap.filter import BETWEEN_MINISTRIES, PairFilter
from queries.overlap.pair import Pair, compared
from queries.overlap.pairs import ScoredPair, scored_pairs, shared_by, why_none
from queries.overlap.sentences import sentence
from queries.overlap.sides import sides


@dataclass(frozen=True)
class PairCard(Pair):
    """A pair with the sentence that explains it."""

    japanese: str
    """The sentence in Japanese."""
    english: str
    """The same in English."""


def overlaps(
    store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES, limit: int | None = 20
) -> tuple[PairCard, ...]:
    """The pairs that a filter lets through, best first, explained; all if `limit` is None.

    Scores 0-1, grades 0-3 (see grades.py), money in yen, lines from 1. Raises NotFound as
    `scored_pairs` does.
    """
    return pair_cards(store, scored_pairs(store, pair_filter, limit))


def pair_card(store: Store, a: str, b: str) -> PairCard:
    """One pair, by ids, former ids or titles in either order. Raises NotFound for an unknown
    measure, and where the two are no scored pair.
    """
    the_two = PairFilter(measure=a, second_measure=b, grade=0, mode="both")
    cards = overlaps(store, the_two)
    if not cards:
        raise NotFound(f"{a} and {b} are no scored pair: {why_none(store, the_two)}", store.uri)
    return cards[0]


def pair_cards(store: Store, pairs: Sequence[ScoredPair]) -> tuple[PairCard, ...]:
    """These pairs explained, in their order."""
    if not pairs:
        return ()
    ids = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    side = sides(store, ids)
    shared = shared_by(store, pairs)
    return tuple(
        _card(
            compared(
                pair,
                side[pair.a],
                side[pair.b],
                row["within"],
                {kind: row[kind] for kind in ("problems", "activities", "terms")},
            )
        )
        for pair in pairs
        for row in [shared[pair.a, pair.b]]
    )


def _card(pair: Pair) -> PairCard:
    return PairCard(
        **vars(pair), japanese=sentence(pair, "japanese"), english=sentence(pair, "english")
    )

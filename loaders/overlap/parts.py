"""What the score of a pair is made of: signal × weight, and what differences and brakes take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from loaders.catalogue.records import Part
from loaders.overlap.profiles import Profile
from loaders.overlap.space import Space, dots, kept_of, left_by, left_by_length

# what takes from the score of a short page, beside differences and brakes
LENGTH = "length"
# as many as a score has
_DECIMALS = 4


class Parts(NamedTuple):
    """What the score of a pair is made of, as `Overlap` has it."""

    parts: list[Part]
    """What each signal adds."""
    taken_by: list[str]
    """The differences and brakes that take something, and length."""
    taken: float
    """What these take of the sum, together."""


NONE = Parts([], [], 0.0)


def graded_parts(
    space: Space, profiles: Sequence[Profile], scored: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], Parts]:
    """Those of the pairs (of ids) that have a grade above 0."""
    scores = {pair: score for pair, score in scored.items() if space.weights.grade(score)}
    if not scores:
        return {}
    row = {profile.id: at for at, profile in enumerate(profiles)}
    rows, partners = (np.array([row[pair[side]] for pair in scores]) for side in (0, 1))
    signals = _likenesses(space, profiles, rows, partners)
    vectors = space.vectors(profiles)
    takers: dict[str, np.ndarray] = {
        d.of: kept_of(d, vectors, vectors, rows, partners) for d in space.weights.differences
    }
    takers |= {b.of: left_by(b, vectors, vectors, rows, partners) for b in space.weights.brakes}
    if short := space.weights.short:
        takers[LENGTH] = left_by_length(short, vectors, vectors, rows, partners)
    weights = {" × ".join(signal.of): signal.weight for signal in space.weights.signals}
    return {
        pair: _parts(
            {name: float(alike[at]) for name, alike in signals.items() if alike[at] > 0},
            weights,
            [name for name, kept in takers.items() if kept[at] < 1],
            score,
        )
        for at, (pair, score) in enumerate(scores.items())
    }


def _parts(
    likenesses: Mapping[str, float],
    weights: Mapping[str, float],
    taken_by: list[str],
    score: float,
) -> Parts:
    total = sum(weights[name] * alike for name, alike in likenesses.items())
    taken = max(0.0, round(total - score, _DECIMALS)) if taken_by else 0.0
    return Parts(
        [
            Part(of=name, weight=weights[name], likeness=min(1.0, alike))
            for name, alike in likenesses.items()
        ],
        taken_by if taken else [],
        taken,
    )


def _likenesses(
    space: Space, profiles: Sequence[Profile], rows: np.ndarray, partners: np.ndarray
) -> dict[str, np.ndarray]:
    """Signal -> of each pair the product of the cosines."""
    units: dict[str, csr_matrix] = {
        name: space.unit(name, profiles)
        for name in dict.fromkeys(name for signal in space.weights.signals for name in signal.of)
    }
    cosines = {name: dots(unit, unit, rows, partners) for name, unit in units.items()}
    return {
        " × ".join(signal.of): reduce(np.multiply, (cosines[name] for name in signal.of)).round(
            _DECIMALS
        )
        for signal in space.weights.signals
    }

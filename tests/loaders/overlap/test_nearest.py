"""The sparse search finds what comparing every two measures finds."""

from __future__ import annotations

import random

import numpy as np

from loaders.overlap.nearest import DECIMALS, pairs_above
from loaders.overlap.profiles import Profile
from loaders.overlap.space import scores, space_of
from loaders.overlap.weights import weights

_LIKENESSES = (
    "problem",
    "field",
    "activity",
    "word",
    "term",
    "instrument",
    "body",
    "pillar",
    "item",
    "applicant",
    "size",
    "beneficiary",
    "industry",
    "money",
)
_LEAST = 0.3


def _profiles(count: int) -> list[Profile]:
    """Half of one ministry, the rest of three others, of two at once, or of none; some name a body
    alone, some are parts of the one before.
    """
    draw = random.Random(7)
    ministries = [
        frozenset(),
        frozenset("甲"),
        frozenset("甲"),
        frozenset("甲"),
        frozenset("乙"),
        frozenset("丙"),
        frozenset("甲乙"),
    ]
    return [
        Profile(
            f"m{n:04}",
            draw.choice(ministries),
            draw.random() < 0.2,
            frozenset(draw.choices("あいう", k=draw.randrange(3))),
            frozenset({f"m{n - 1:04}"} if n % 50 == 1 else ()),
            {
                aspect: {
                    f"{aspect}{draw.randrange(6)}": draw.uniform(0.5, 1)
                    for _ in range(draw.randrange(4))
                }
                for aspect in _LIKENESSES
            },
        )
        for n in range(count)
    ]


def _can_be_a_pair(a: Profile, b: Profile) -> bool:
    if a.id == b.id or a.id in b.relatives:
        return False
    if not (a.ministries and b.ministries):
        return False
    if a.ministries != b.ministries:
        return True
    return a.printed_offices is None or a.printed_offices != b.printed_offices


def test_every_pair_of_many_measures_is_found_with_the_score_that_comparing_every_two_gives() -> (
    None
):
    measures = _profiles(1100)
    space = space_of(measures, weights())
    vectors = space.vectors(measures)
    every = np.array(
        [
            (a, b)
            for a in range(len(measures))
            for b in range(len(measures))
            if _can_be_a_pair(measures[a], measures[b])
        ]
    )
    first, second = every[:, 0], every[:, 1]
    dense = vectors.all.toarray()
    told = scores(
        space.weights, vectors, vectors, first, second, (dense @ dense.T)[first, second]
    ).round(DECIMALS)
    found = {
        (a, b): value
        for rows, others, values in pairs_above(space, measures, measures, _LEAST)
        for a, b, value in zip(rows.tolist(), others.tolist(), values.tolist(), strict=True)
    }
    expected = {
        (a, b): value
        for a, b, value in zip(first.tolist(), second.tolist(), told.tolist(), strict=True)
        if value >= _LEAST
    }
    assert found.keys() == expected.keys() and len(found) > 1000
    assert max(abs(found[pair] - expected[pair]) for pair in found) < 2 * 10**-DECIMALS

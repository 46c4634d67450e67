"""Grades of scored pairs: by the score, and overlap only where two programmes have in common what
it needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from loaders.overlap.profiles import Profile
from loaders.overlap.space import Space, dots

_PROGRAMME = "programme:"


def grades(
    space: Space, profiles: Sequence[Profile], scored: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], int]:
    """The grade of each pair of ids, 0 to 3."""
    row = {profile.id: at for at, profile in enumerate(profiles)}
    rows, partners = (
        np.array([row[pair[side]] for pair in scored], dtype=np.int64) for side in (0, 1)
    )
    by_score = np.array([space.weights.grade(score) for score in scored.values()], dtype=np.int64)
    can = can_overlap(space, profiles, rows, partners)
    return dict(zip(scored, held(by_score, can).tolist(), strict=True))


def held(by_score: np.ndarray, can: np.ndarray) -> np.ndarray:
    """Grades that scores come to, fragmentation at most for a pair that cannot be overlap."""
    return np.where(can, by_score, np.minimum(by_score, 1))


def can_overlap(
    space: Space, profiles: Sequence[Profile], rows: np.ndarray, partners: np.ndarray
) -> np.ndarray:
    """Whether each pair (two rows of the profiles) has in common what overlap needs, as far as both
    say anything of it; a pair with a measure needs nothing but its score.
    """
    programme = np.array([profile.id.startswith(_PROGRAMME) for profile in profiles], dtype=bool)
    companies = np.array([profile.for_companies for profile in profiles], dtype=bool)
    of_two = programme[rows] & programme[partners]
    for_both = companies[rows] & companies[partners]
    pairs = {"companies": of_two & for_both, "others": of_two & ~for_both}
    can = np.ones(len(rows), dtype=bool)
    for need in space.weights.needs:
        unit = space.unit(need.of, profiles)
        says = np.diff(unit.indptr) > 0
        both_say = says[rows] & says[partners]
        alike = dots(unit, unit, rows, partners) >= need.least
        can &= ~pairs[need.between] | ~both_say | alike
    return can

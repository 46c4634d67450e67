"""Where nodes stand that come in groups: each group a disc, groups that hang together near each
other, none over another; the same each time.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from dashboard.picture.places import Point

_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: points of a sunflower (Vogel 1979)
_STEPS = 48  # directions that are tried around a centre


def radius(members: int, apart: float) -> float:
    """The radius in pixels of a disc that holds so many nodes `apart` pixels from each other."""
    return apart * (math.sqrt(members) + 0.5)


def sunflower(members: Sequence[str], centre: Point, apart: float) -> dict[str, Point]:
    """A place for each member around a centre, the first ones innermost."""
    away = [apart * math.sqrt(place) for place in range(len(members))]
    return {
        member: (
            round(centre[0] + away[place] * math.cos(place * _TURN), 1),
            round(centre[1] + away[place] * math.sin(place * _TURN), 1),
        )
        for place, member in enumerate(members)
    }


def centres(
    radii: Mapping[int, float], ties: Mapping[tuple[int, int], float], gap: float
) -> dict[int, Point]:
    """A centre for each disc, in the order given: as near as there is room to the discs that it is
    tied to (group pairs → strength).
    """
    placed: dict[int, Point] = {}
    for group, size in radii.items():
        pulls = [
            (centre, 0.05 + ties.get((min(group, earlier), max(group, earlier)), 0.0))
            for earlier, centre in placed.items()
        ]
        total = sum(pull for _, pull in pulls) or 1.0
        wanted = (
            sum(x * pull for (x, _), pull in pulls) / total,
            sum(y * pull for (_, y), pull in pulls) / total,
        )
        placed[group] = _free(
            wanted, size + gap, {centre: radii[earlier] for earlier, centre in placed.items()}
        )
    return placed


def _free(wanted: Point, size: float, taken: Mapping[Point, float]) -> Point:
    """The nearest spot to `wanted`, on rings around it, where a disc touches no other."""
    ring = 0
    while True:
        for step in range(_STEPS if ring else 1):
            angle = 2 * math.pi * step / _STEPS
            spot = (
                wanted[0] + 1.5 * ring * 20 * math.cos(angle),
                wanted[1] + ring * 20 * math.sin(angle),
            )  # wider than high, as windows are
            if all(math.dist(spot, centre) >= size + radius for centre, radius in taken.items()):
                return spot
        ring += 1

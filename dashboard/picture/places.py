"""Where the nodes stand: around the one they were opened from, apart from each other, the same each
time.

Nodes that already have a place keep it; only new ones are placed. Coordinates are pixels, the first
node at (0, 0).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

Point = tuple[float, float]
Size = tuple[float, float]

_GAP = (26.0, 18.0)
_ASPECT = 0.88  # rings are a little flatter than round


def placed(
    boxes: Mapping[str, Size],
    edges: Sequence[tuple[str, str]],
    root: str,
    held: Mapping[str, Point],
) -> dict[str, Point]:
    """A place for every node of `boxes` (id → width and height): those in `held` stay, the others
    go around `root`.
    """
    places = {node: held[node] for node in boxes if node in held}
    if not places:
        places[root] = (0.0, 0.0)
    elif root not in places:
        places[root] = _free_spot(places, boxes)
    new = [node for node in boxes if node not in places]
    if new:
        around = _tree(root, new, edges)
        centre = places[root]
        away = _open_side(centre, [spot for node, spot in places.items() if node != root])
        wanted = _rings(around, boxes, root, centre, away)
        places.update(_apart(new, wanted, places, boxes))
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in places.items()}


def _tree(root: str, new: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The new nodes by distance from the root, each level in the order of its parents, then as
    given.
    """
    near: dict[str, set[str]] = {}
    for a, b in edges:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    left, level, levels = list(new), [root], []
    while left and level:
        following = []
        for parent in level:
            children = [node for node in left if node in near.get(parent, ())]
            following.extend(children)
            left = [node for node in left if node not in near.get(parent, ())]
        if following:
            levels.append(following)
        level = following
    if left:
        levels.append(left)
    return levels


def _open_side(centre: Point, others: Sequence[Point]) -> float | None:
    """The angle away from what is already there; None where nothing is."""
    if not others:
        return None
    x = sum(spot[0] for spot in others) / len(others)
    y = sum(spot[1] for spot in others) / len(others)
    return math.atan2(centre[1] - y, centre[0] - x) if (x, y) != centre else 0.0


def _rings(
    levels: Sequence[Sequence[str]],
    boxes: Mapping[str, Size],
    root: str,
    centre: Point,
    away: float | None,
) -> dict[str, Point]:
    """Each level on ellipses around the root, as many as it needs, as far apart as the boxes are
    wide; a fan to the open side where others are about.
    """
    spread = 2 * math.pi if away is None else 1.2 * math.pi
    start = -math.pi / 2 if away is None else away - spread / 2
    radius, ring, inner, wanted = 0.0, 0, boxes[root][0], {}
    for level in levels:
        rest = list(level)
        while rest:
            widths = [boxes[node][0] for node in rest]
            radius += min(max(sum(widths) / len(widths) / 2 + inner / 2 + 36.0, 105.0), 185.0)
            inner = sum(widths) / len(widths)
            room = max(
                4 if away is None else 3, int(spread * radius * (1 + _ASPECT) / 2 / (inner + 12))
            )
            count = math.ceil(len(rest) / math.ceil(len(rest) / room))
            row, rest = rest[:count], rest[count:]
            steps = len(row) if away is None else max(len(row) - 1, 1)
            shift = (
                0.5 if (away is None and ring % 2) or (away is not None and len(row) == 1) else 0.0
            )  # looks between the nodes of the ring before
            ring += 1
            for place, node in enumerate(row):
                angle = start + spread * (place + shift) / steps
                wanted[node] = (
                    centre[0] + radius * math.cos(angle),
                    centre[1] + radius * _ASPECT * math.sin(angle),
                )
    return wanted


def _apart(
    new: Sequence[str],
    wanted: Mapping[str, Point],
    held: Mapping[str, Point],
    boxes: Mapping[str, Size],
) -> dict[str, Point]:
    """The new nodes pushed off each other and off those that stay, until no two boxes touch (or 400
    rounds are over).
    """
    order = [*held, *new]
    free = np.array([node not in held for node in order])
    spots = np.array([held[node] if node in held else wanted[node] for node in order], dtype=float)
    half = np.array([boxes[node] for node in order], dtype=float) / 2
    reach = half[:, None, :] + half[None, :, :] + np.array(_GAP)
    lean = np.sign(np.arange(len(order))[:, None] - np.arange(len(order))[None, :])
    for _ in range(400):
        offset = spots[:, None, :] - spots[None, :, :]
        depth = reach - np.abs(offset)
        touching = (depth > 0).all(axis=2)
        np.fill_diagonal(touching, False)
        if not touching[free].any():
            break
        along_x = depth[:, :, 0] < depth[:, :, 1]
        share = np.where(free[:, None] & free[None, :], 0.5, 1.0) * touching * 1.02
        for axis, chosen in ((0, along_x), (1, ~along_x)):
            side = np.sign(offset[:, :, axis])
            side = np.where(side == 0, lean, side)
            moves = (side * depth[:, :, axis] * share * chosen).sum(axis=1)
            spots[free, axis] += np.clip(moves[free], -60, 60)
    return {
        node: (float(spots[place, 0]), float(spots[place, 1]))
        for place, node in enumerate(order)
        if free[place]
    }


def _free_spot(places: Mapping[str, Point], boxes: Mapping[str, Size]) -> Point:
    """To the right of everything that has a place."""
    right = max(x + boxes[node][0] / 2 for node, (x, _) in places.items() if node in boxes)
    return right + 260.0, 0.0

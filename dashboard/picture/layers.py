"""Where the nodes of a picture in columns stand: each column from top to bottom, in an order in
which few lines cross, the same each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Size = tuple[float, float]
_ROUNDS = 12  # of sorting by the mean place of the neighbours; the order settles after a few
# pixels between boxes above each other, and between columns: lines that leave and arrive level have
# room there to go up and down
_GAPS = (10.0, 140.0)


@dataclass(frozen=True)
class Column:
    """What stands in one column of the picture."""

    groups: Sequence[Sequence[str]]
    """Nodes that stay together, in the order given."""


def layered(
    columns: Sequence[Column],
    edges: Sequence[tuple[str, str]],
    boxes: Mapping[str, Size],
    gaps: tuple[float, float] = _GAPS,
) -> dict[str, Point]:
    """A place (pixels, the middle at (0, 0)) for every node of the columns, which stand from left
    to right; `boxes`: width and height; `gaps`: between boxes above each other, between columns.
    """
    orders = _ordered(columns, edges)
    tall = max((_height(order, boxes, gaps[0]) for order in orders), default=0.0)
    places: dict[str, Point] = {}
    left = 0.0
    for order in orders:
        wide = max((boxes[node][0] for node in order), default=0.0)
        for node, y in zip(order, _rows(order, boxes, tall, gaps[0]), strict=True):
            places[node] = (left + wide / 2, y)
        left += wide + gaps[1]
    middle = (left - gaps[1]) / 2
    return {node: (round(x - middle, 1), round(y, 1)) for node, (x, y) in places.items()}


def _ordered(columns: Sequence[Column], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Each column's nodes from the top: groups by the mean place of what their nodes are joined to,
    ties as given.
    """
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    groups = [[tuple(group) for group in column.groups] for column in columns]
    for round_ in range(_ROUNDS):
        forward = round_ % 2 == 0
        for here in range(1, len(groups)) if forward else range(len(groups) - 2, -1, -1):
            beside = groups[here - 1 if forward else here + 1]
            at = _shares([node for group in beside for node in group])
            before = _shares([node for group in groups[here] for node in group])
            groups[here].sort(
                key=lambda group: _mean(
                    [at[neighbour] for node in group for neighbour in near[node] if neighbour in at]
                    or [before[group[0]]]
                )
            )
    return [[node for group in column for node in group] for column in groups]


def _shares(order: Sequence[str]) -> dict[str, float]:
    """How far down its column each node stands, from 0 to 1."""
    return {node: (place + 0.5) / len(order) for place, node in enumerate(order)}


def _mean(places: Sequence[float]) -> float:
    return round(sum(places) / len(places), 9)


def _height(order: Sequence[str], boxes: Mapping[str, Size], gap: float) -> float:
    return sum(boxes[node][1] + gap for node in order)


def _rows(order: Sequence[str], boxes: Mapping[str, Size], tall: float, gap: float) -> list[float]:
    """The middle of each node's box, spread over the whole height; nodes that stand above
    each other do not touch.
    """
    spare = (tall - _height(order, boxes, gap)) / max(len(order), 1)
    rows, top = [], -tall / 2
    for node in order:
        height = boxes[node][1] + gap
        rows.append(top + (height + spare) / 2)
        top += height + spare
    return rows

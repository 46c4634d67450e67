"""How many of a picture's lines run through boxes that are not their ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from dashboard.picture.labels import box

Frame = tuple[float, float, float, float]
Point = tuple[float, float]
_STEPS = 40  # pieces of a curve


def crossing(data: Mapping[str, Any]) -> tuple[list[str], int]:
    """The ids of the lines of a picture, as the component takes it, that run through a box which
    is not one of their ends; and how many lines there are.
    """
    frames = {node["id"]: frame(node) for node in data["nodes"]}
    at = {item["id"]: (item["x"], item["y"]) for item in (*data["nodes"], *data["joints"])}
    wrong = [
        edge["id"]
        for edge in data["edges"]
        if any(
            runs_through(a, b, frames[node])
            for a, b in _pieces(at[edge["from"]], at[edge["to"]], edge)
            for node in frames.keys() - {edge["from"], edge["to"]}
        )
    ]
    return wrong, len(data["edges"])


def frame(node: Mapping[str, Any]) -> Frame:
    """Left, top, right and bottom of a node's outline."""
    wide, tall = box(node["label"])
    wide, tall = max(wide, node.get("width", 0)), max(tall, node.get("height", 0))
    if node["shape"] == "text":  # a heading has the room of its letters alone
        wide, tall = node["width"], node["height"]
    x, y = node["x"], node["y"]
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def _pieces(start: Point, end: Point, edge: Mapping[str, Any]) -> Iterator[tuple[Point, Point]]:
    """A line as straight pieces; one that leaves and arrives level as vis-network draws it."""
    smooth = edge.get("smooth")
    if not smooth:
        yield start, end
        return
    half = (end[0] - start[0]) * smooth["roundness"]
    controls = [start, (start[0] + half, start[1]), (end[0] - half, end[1]), end]
    weights = [
        ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        for t in (step / _STEPS for step in range(_STEPS + 1))
    ]
    points = [
        (
            sum(weight * x for weight, (x, _) in zip(each, controls, strict=True)),
            sum(weight * y for weight, (_, y) in zip(each, controls, strict=True)),
        )
        for each in weights
    ]
    yield from pairwise(points)


def runs_through(a: Point, b: Point, around: Frame) -> bool:
    """Whether a straight line has a part within a frame (Liang & Barsky 1984)."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        low, high, step = around[axis] - a[axis], around[axis + 2] - a[axis], b[axis] - a[axis]
        if abs(step) < 1e-9:
            if low >= 0 or high <= 0:
                return False
            continue
        near, far = sorted((low / step, high / step))
        first, last = max(first, near), min(last, far)
    return last - first > 1e-6

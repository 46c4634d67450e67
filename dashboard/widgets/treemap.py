"""A treemap as HTML: boxes as large as their sums, with real text and links in them; laid out once
for a wide window and once for a narrow one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

Box = tuple[float, float, float, float]  # left, top, width, height, in pixels
_LAYOUTS = {"wide": (1250.0, 640.0), "tall": (360.0, 900.0)}  # pixels, about
_HEAD = 26.0  # pixels of the heading of a box with parts


@dataclass(frozen=True)
class Tile:
    """A box."""

    name: str
    """What stands in it."""
    size: float
    """How large it is, above 0."""
    shown: str
    """The size, as it is written."""
    href: str = ""
    """Where its name leads; empty: nowhere."""
    pick: str = ""
    """What its link tells where it is picked without leaving (see `choices`)."""
    colour: str = ""
    """The class of its colour, which the style sheet knows."""
    parts: tuple[Tile, ...] = ()
    """The boxes in it."""


def html(tiles: Sequence[Tile], label: str) -> str:
    """The treemap; `label`: what a screen reader calls it."""
    return "".join(
        f'<div class="treemap {name}" role="group" aria-label="{escape(label)}">'
        f"{_boxes(tiles, *size)}</div>"
        for name, size in _LAYOUTS.items()
    )


def squarified(sizes: Sequence[float], box: Box) -> list[Box]:
    """Boxes of areas in proportion to `sizes` (above 0, the largest first) that fill a box, as near
    to squares as they go: rows along the shorter side, each as long as that makes them squarer
    (Bruls, Huizing and van Wijk).
    """
    left, top, width, height = box
    if not sizes or width <= 0 or height <= 0:
        return [(left, top, 0.0, 0.0) for _ in sizes]
    scale = width * height / sum(sizes)
    areas = [size * scale for size in sizes]
    placed: list[Box] = []
    while areas:
        side = min(width, height)
        row = _row(areas, side)
        thick = sum(row) / side if side else 0.0
        at = top if width >= height else left
        for area in row:
            long = area / thick if thick else 0.0
            placed.append((left, at, thick, long) if width >= height else (at, top, long, thick))
            at += long
        if width >= height:
            left, width = left + thick, max(width - thick, 0.0)
        else:
            top, height = top + thick, max(height - thick, 0.0)
        areas = areas[len(row) :]
    return placed


def _row(areas: Sequence[float], side: float) -> Sequence[float]:
    """The first of the areas, as many as make the row's worst box squarer."""
    best = 1
    while best < len(areas) and _worst(areas[: best + 1], side) <= _worst(areas[:best], side):
        best += 1
    return areas[:best]


def _worst(row: Sequence[float], side: float) -> float:
    """How far the row's longest box is from a square."""
    total = sum(row)
    if not total or not side:
        return float("inf")
    return max(side**2 * row[0] / total**2, total**2 / (side**2 * row[-1]))


def _boxes(tiles: Sequence[Tile], width: float, height: float) -> str:
    ordered = sorted(tiles, key=lambda tile: -tile.size)
    places = squarified([tile.size for tile in ordered], (0.0, 0.0, width, height))
    return "".join(
        _box(tile, place, width, height) for tile, place in zip(ordered, places, strict=True)
    )


def _box(tile: Tile, place: Box, width: float, height: float) -> str:
    """A box at its place, in per cent of what it stands in."""
    left, top, wide, high = place
    where = (
        f"left:{left / width:.3%};top:{top / height:.3%};"
        f"width:{wide / width:.3%};height:{high / height:.3%}"
    )
    text = f"{escape(tile.name)} <small>{escape(tile.shown)}</small>"
    if tile.href:
        pick = f' data-pick="{escape(tile.pick)}"' if tile.pick else ""
        text = f'<a href="{escape(tile.href)}" target="_self"{pick}>{text}</a>'
    tip = escape(f"{tile.name} {tile.shown}")
    if not tile.parts:
        return f'<div class="tile {tile.colour}" style="{where}" title="{tip}">{text}</div>'
    inner = _boxes(tile.parts, wide, high - _HEAD) if high > _HEAD else ""
    return (
        f'<div class="tile whole" style="{where}"><div class="head" title="{tip}">{text}</div>'
        f'<div class="parts">{inner}</div></div>'
    )

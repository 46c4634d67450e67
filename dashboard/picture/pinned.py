"""Boxes that a reader moved by hand, as the address of a page holds them: `id@x,y` each, so that a
link shows the same picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

MOST = 20  # that an address holds: those moved last
_PIN = re.compile(r"(?P<id>.+)@(?P<x>-?\d{1,5}),(?P<y>-?\d{1,5})", re.ASCII | re.DOTALL)

Pins = tuple[str, ...]


def read(texts: Sequence[str]) -> Pins:
    """The pins among what an address says: what makes none is left aside, of one box the last."""
    found = {pin["id"]: pin[0] for text in texts if (pin := _PIN.fullmatch(text))}
    return tuple(found.values())[-MOST:]


def written(places: Mapping[str, Mapping[str, float]]) -> Pins:
    """Places by id, as the browser reports them, as pins: the last MOST."""
    return read([f"{box}@{place['x']:.0f},{place['y']:.0f}" for box, place in places.items()])


def places(pins: Pins) -> dict[str, dict[str, int]]:
    """Where the pinned boxes are, by id, as the browser takes it."""
    found = filter(None, map(_PIN.fullmatch, pins))
    return {pin["id"]: {"x": int(pin["x"]), "y": int(pin["y"])} for pin in found}

"""What a score is made of: each signal as likeness × weight, and what is taken from their sum."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ScoreSignal:
    """One part of a score."""

    of: tuple[str, ...]
    """In what both are alike (likenesses of several are multiplied), or by what they differ."""
    likeness: float | None
    """How alike they are in it, 0 to 1; None for what is taken away."""
    weight: float | None
    """What it is worth at most; None likewise."""
    worth: float
    """What it gives to the score, likeness × weight; below 0 for what is taken away."""


def signals_of(found: Mapping[str, Any]) -> tuple[ScoreSignal, ...]:
    """The signals of a scored pair as its relationship keeps them, what counts most first, behind
    them what is taken; none where it keeps none.
    """
    parts = [
        ScoreSignal(
            tuple(part["of"].split(" × ")),
            part["likeness"],
            part["weight"],
            part["likeness"] * part["weight"],
        )
        for part in json.loads(found.get("parts") or "[]")
    ]
    taken = found.get("taken") or 0.0
    away = [ScoreSignal(tuple(found.get("taken_by") or ()), None, None, -taken)] if taken else []
    return (*sorted(parts, key=lambda part: (-part.worth, part.of)), *away)

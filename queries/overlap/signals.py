"""What a score is made of: each signal as likeness × weight."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ScoreSignal:
    """One part of a score."""

    of: str
    """What both are compared in, with × between what is multiplied: problem × activity."""
    likeness: float | None
    """How alike they are in it, 0 to 1; None where that is not kept."""
    weight: float | None
    """What it is worth at most; None where that is not kept."""
    worth: float
    """What it gives to the score; below 0 for what is taken away."""


def signals_of(found: Mapping[str, Any]) -> tuple[ScoreSignal, ...]:
    """The signals of a scored pair as its relationship keeps them, what counts most first."""
    kept = found.get("signals")
    rows = json.loads(kept) if isinstance(kept, str) else kept or ()
    signals = [
        ScoreSignal(row["of"], row.get("likeness"), row.get("weight"), row["worth"])
        for row in rows
    ]
    return tuple(sorted(signals, key=lambda signal: (-abs(signal.worth), signal.of)))

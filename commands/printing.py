"""How answers are printed: JSON to stdout for programs, aligned lines for people; everything else
goes to stderr.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

import click

from graph.language import counting
from graph.language.yen import yen_in_japanese
from graph.phrases.language import spoken
from graph.phrases.phrases import say

__all__ = [
    "as_json",
    "counted",
    "note",
    "padded",
    "sums_apart",
    "table",
    "width",
    "with_commas",
    "with_semicolons",
]


def as_json(answer: Any) -> str:
    """The answer as JSON, dataclasses as objects."""

    def plain(value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            return asdict(value)
        raise TypeError(f"no JSON for {type(value).__name__}")

    return json.dumps(answer, ensure_ascii=False, indent=1, default=plain)


def note(text: str) -> None:
    """A line to stderr: progress, counts, warnings."""
    click.echo(text, err=True)


def counted(number: int | str, things: str) -> str:
    """A number with its noun, in the language spoken: 2 rules, 1 rule; 2 件の加点."""
    if spoken() == "en":
        return counting.counted(number, things)
    shown = f"{number:,}" if isinstance(number, int) else number
    return say(f"{{number}} {things}", number=shown)


def with_commas(items: Iterable[str]) -> str:
    """The items in one line, with the comma of the language spoken."""
    return ("、" if spoken() == "ja" else ", ").join(items)


def with_semicolons(items: Iterable[str]) -> str:
    """The items in one line, with semicolons."""
    return ("；" if spoken() == "ja" else "; ").join(items)


def sums_apart(own: int | None, pots: int | None) -> str:
    """What measures get whole, and the sums of which they get a part (yen): 0.91億円 and a part of
    2,000億円.
    """
    sums = [] if own is None else [yen_in_japanese(own, of_budget=True)]
    if pots is not None:
        sums.append(say("a part of {pots}", pots=yen_in_japanese(pots, of_budget=True)))
    return say(" and ").join(sums)


def width(text: str) -> int:
    """How many columns a terminal gives the text (Japanese characters take two)."""
    return sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in text)


def padded(text: str, columns: int) -> str:
    """The text and blanks up to so many columns of a terminal."""
    return text + " " * (columns - width(text))


def table(rows: Iterable[Sequence[Any]], right: Sequence[int] = ()) -> str:
    """Rows in aligned columns; the columns in `right` are set flush right."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not cells:
        return ""
    wide = [max(width(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = []
    for row in cells:
        parts = [
            " " * (w - width(c)) + c if i in right else c + " " * (w - width(c))
            for i, (c, w) in enumerate(zip(row, wide, strict=True))
        ]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)

"""Labels that fit their boxes: long titles are wrapped between phrases, very long ones cut; how
large a box becomes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from unicodedata import east_asian_width

from dashboard.picture.phrases import phrases

PIXELS = 13  # font size; a full-width character is as wide as this
PITCH = 1.25  # from line to line, in font sizes
LINE = PIXELS * PITCH
PADDING = (18, 12)
_OVER = 2.5  # full-width characters by which a phrase may be longer than a line
_NARROW = 0.55  # full-width characters that a half-width one takes


def width(text: str) -> float:
    """Width in full-width characters."""
    return sum(1 if east_asian_width(character) in "WFA" else _NARROW for character in text)


def wrapped(text: str, limit: float = 11.5, lines: int = 4) -> str:
    """The text in at most `lines` lines of at most `limit` full-width characters, which end between
    phrases; what is cut ends in an ellipsis. Only a phrase longer than a line is broken.
    """
    pieces = [part for phrase in phrases(" ".join(text.split())) for part in _broken(phrase, limit)]
    rows = _rows(pieces, limit)
    if (
        1 < len(rows) <= lines
    ):  # as few rows, but of even length: no single phrase is left on the last
        for narrower in range(math.ceil(width(text) / len(rows)), math.ceil(limit)):
            even = _rows(pieces, narrower)
            if len(even) == len(rows) and max(map(width, even)) <= limit:
                rows = even
                break
    if len(rows) > lines:
        rows = [*rows[: lines - 1], _cut("".join(rows[lines - 1 :]), limit)]
    return "\n".join(rows)


def _rows(pieces: Sequence[str], limit: float) -> list[str]:
    rows = [""]
    for piece in pieces:
        if rows[-1] and width(rows[-1]) + width(piece.rstrip()) > limit:
            rows.append(piece.lstrip())
        else:
            rows[-1] += piece
    return [row.rstrip() for row in rows]


def _broken(phrase: str, limit: float) -> list[str]:
    """A phrase in pieces that fit a line each: itself where it does, or is hardly longer."""
    if width(phrase.rstrip()) <= limit + _OVER:
        return [phrase]
    words = phrases(phrase, closely=True)
    if len(words) > 1:
        return _rows(words, limit)
    pieces = [""]
    for character in phrase:
        if width(pieces[-1] + character) > limit and not character.isspace():
            pieces.append("")
        pieces[-1] += character
    return pieces


def _cut(row: str, limit: float) -> str:
    """As many whole phrases as there is room for, and an ellipsis; of one that fills the line its
    beginning.
    """
    pieces = phrases(row)
    while len(pieces) > 1 and width("".join(pieces)) > limit - 1:
        pieces = pieces[:-1]
    kept = "".join(pieces)
    while width(kept) > limit - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def box(label: str) -> tuple[float, float]:
    """Width and height in pixels of the box around a wrapped label."""
    rows = label.split("\n")
    return max(width(row) for row in rows) * PIXELS + PADDING[0], len(rows) * LINE + PADDING[1]

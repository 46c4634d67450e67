"""Labels that fit their boxes: long titles are wrapped, very long ones cut; how large a box
becomes.
"""

from __future__ import annotations

import math
from unicodedata import east_asian_width

PIXELS = 13  # font size; a full-width character is as wide as this
LINE = 17
PADDING = (18, 14)
_NEVER_FIRST = "、。，．・）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)!?！？"


def width(text: str) -> float:
    """Width in full-width characters."""
    return sum(1 if east_asian_width(character) in "WFA" else 0.55 for character in text)


def wrapped(text: str, limit: float = 11.5, lines: int = 4) -> str:
    """The text in at most `lines` lines of about `limit` full-width characters; what is cut ends in
    an ellipsis.
    """
    rows = _rows(text, limit)
    if (
        1 < len(rows) <= lines
    ):  # as few rows, but of even length: no single character is left on the last
        for narrower in range(math.ceil(width(text) / len(rows)), math.ceil(limit)):
            if len(even := _rows(text, narrower)) == len(rows):
                rows = even
                break
    if len(rows) > lines:
        rows = [*rows[: lines - 1], _cut(rows[lines - 1], limit)]
    return "\n".join(rows)


def _rows(text: str, limit: float) -> list[str]:
    rows = [""]
    for word in _pieces(text):
        if (
            rows[-1]
            and width(rows[-1]) + width(word.rstrip()) > limit
            and word[0] not in _NEVER_FIRST
        ):
            rows.append(word.lstrip())
        else:
            rows[-1] += word
    return [row.rstrip() for row in rows]


def _pieces(text: str) -> list[str]:
    """Where a line may end: after each full-width character, and after each word of half-width
    ones.
    """
    pieces: list[str] = []
    for character in text:
        narrow = width(character) < 1
        if (
            pieces
            and narrow
            and character != " "
            and width(pieces[-1][-1]) < 1
            and pieces[-1][-1] != " "
            and len(pieces[-1]) < 22
        ) or (pieces and character == " "):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _cut(row: str, limit: float) -> str:
    while row and width(row) > limit - 1:
        row = row[:-1]
    return row.rstrip() + "…"


def box(label: str) -> tuple[float, float]:
    """Width and height in pixels of the box around a wrapped label."""
    rows = label.split("\n")
    return max(width(row) for row in rows) * PIXELS + PADDING[0], len(rows) * LINE + PADDING[1]

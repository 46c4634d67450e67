"""Reading text that came out of a PDF: folding, joining wrapped lines, and knowing which line a
character stood on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from graph.language.fold import fold, plain

_LETTERS = 4  # so many characters alone make a line one whose letters stand apart

__all__ = ["Flow", "Line", "fold", "plain"]


def _is_letter_spaced(text: str) -> bool:
    """Whether the characters stand apart by blanks (補 助 上 限 額 ： 3 ,0 0 0 万 円), as some PDFs
    print them; a row of numbers is none.
    """
    pieces = text.split()
    if len(pieces) < _LETTERS or any(len(piece) > 2 for piece in pieces):
        return False
    return sum(len(piece) == 1 and piece.isalpha() for piece in pieces) >= _LETTERS


@lru_cache(maxsize=2**14)  # pages are cut and masked in many ways, their lines are the same
def _plain_line(text: str) -> str:
    """What `Line.plain` is of a printed line."""
    text = plain(text).strip()
    return "".join(text.split()) if _is_letter_spaced(text) else text


@dataclass(frozen=True)
class Line:
    """One line of a source file."""

    number: int
    """Its number, from 1."""
    text: str
    """As printed, without the line feed."""

    @cached_property
    def plain(self) -> str:
        return _plain_line(self.text)

    @cached_property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True)
class Flow:
    """Lines run together, so that what is wrapped can be matched; `line_at` leads back from a
    character to its line.
    """

    text: str
    """`plain` text of the printed lines; between two of them stands "" (they are joined) or "\n"
    (they are kept apart).
    """
    starts: tuple[int, ...]
    """The offset at which each line begins."""
    numbers: tuple[int, ...]
    """The number of each line."""

    @classmethod
    def of(cls, lines: Sequence[Line], joint: str = "") -> Flow:
        printed = [line for line in lines if not line.blank]
        texts = [line.plain for line in printed]
        starts = accumulate((len(text) + len(joint) for text in texts[:-1]), initial=0)
        return cls(
            joint.join(texts),
            tuple(starts) if texts else (),
            tuple(line.number for line in printed),
        )

    def line_at(self, offset: int) -> int:
        """The line number (from 1) of the character at `offset`."""
        return self.numbers[max(0, bisect_right(self.starts, offset) - 1)]

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
        """Every match with the line on which it begins."""
        for match in pattern.finditer(self.text):
            yield match, self.line_at(match.start())

"""Text without blanks and line feeds, so that a phrase matches wherever it is wrapped, and the way
back to what is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from loaders.text.glyphs import circles_kept
from loaders.text.lines import Flow, Line
from loaders.text.page import Page

# a fraction that ends before a blank behind which another number begins
_SEAM = re.compile(r"(?<=/\d)\s+(?=\d)|(?<=/\d\d)\s+(?=\d)")


@dataclass(frozen=True)
class Compact:
    """The characters of a page that are no white space, but for one blank between a fraction and
    the number behind it (1/2 2/3). Circled numbers are kept apart from digits (➀ for ①).
    """

    text: str
    """The characters."""
    at: tuple[int, ...]
    """Where each of them stands in the flow."""
    openings: frozenset[int]
    """The offsets (in `text`) with which the printed lines begin."""
    flow: Flow
    """The page's lines, kept apart by line feeds."""

    @staticmethod
    @lru_cache(maxsize=8)  # several readers ask of the same page
    def of(page: Page) -> Compact:
        """That of the page."""
        flow = Flow.of([Line(line.number, circles_kept(line.text)) for line in page.lines], "\n")
        seams = {match.end() - 1 for match in _SEAM.finditer(flow.text)}
        at = tuple(
            i for i, character in enumerate(flow.text) if not character.isspace() or i in seams
        )
        openings = frozenset(bisect_left(at, start) for start in flow.starts)
        text = "".join(" " if i in seams else flow.text[i] for i in at)
        return Compact(text, at, openings, flow)

    def offset(self, printed: int) -> int:
        """The offset in `text` of what stands at `printed` in the flow."""
        return bisect_left(self.at, printed)

    def line_at(self, offset: int) -> int:
        """The line number (from 1) of the character at `offset`."""
        return self.flow.line_at(self.at[min(offset, len(self.at) - 1)])

    def since_a_line_began(self, start: int, end: int) -> str:
        """The name from `start` to `end`, into which the words of the line before may have run:
        from where the first line begins in it, but for its last letters, which may be wrapped.
        """
        openings = [opening for opening in self.openings if start < opening < end - 2]
        return self.text[min(openings, default=start) : end]

    def printed(self, start: int, end: int) -> str:
        """What is printed from `start` to `end`, wrapped lines joined, blanks kept."""
        if start >= end:
            return ""
        return self.flow.text[self.at[start] : self.at[end - 1] + 1].replace("\n", "").strip()

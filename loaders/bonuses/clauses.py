"""A page cut into sentences and bullets, each of which can say on which line a character of it
stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.facts.prose import running_text
from loaders.text.brackets import depth
from loaders.text.glyphs import BULLETS, ITEMS, KEPT_CIRCLED, NOTES, RINGS, circles_kept
from loaders.text.lines import Flow, Line
from loaders.text.page import Page

_BULLET = re.compile(rf"[{BULLETS}{NOTES}{KEPT_CIRCLED}]")
_STAGE = re.compile(r"[一二三四五](?=段階)")
_KANJI = dict(zip("一二三四五", "12345", strict=True))
# a full stop ends a piece outside brackets; an item's glyph begins one anywhere: a bracket that a
# lost line left open must not hold it
_PIECE_END = re.compile(rf"。|(?=[{ITEMS}])|(?=[{RINGS}]\s)")


@dataclass(frozen=True)
class Clause:
    """A sentence or an item: its text (plain, its bullet left off), the bullet ("" where there is
    none), its place.
    """

    text: str
    bullet: str
    flow: Flow
    offset: int

    def line_at(self, offset: int) -> int:
        """The line (from 1) of the character at `offset` of the text."""
        return self.flow.line_at(self.offset + offset)


def with_circles(page: Page) -> Page:
    """The page with its circled numbers in the form that folding to `plain` leaves alone (③５％
    must not become 35%).
    """
    return Page(
        page.document, tuple(Line(line.number, circles_kept(line.text)) for line in page.lines)
    )


def numerals(text: str) -> str:
    """三段階目 as 3段階目, as the vocabulary writes it; the length stays."""
    return _STAGE.sub(lambda stage: _KANJI[stage.group()], text)


@lru_cache(maxsize=8)
def clauses(page: Page) -> tuple[Clause, ...]:
    """The page's sentences and items in order, wrapped lines joined; contacts and labels are left
    out.
    """
    return tuple(clause for flow in running_text(page) for clause in _clauses_of(flow))


def _clauses_of(flow: Flow) -> list[Clause]:
    cuts = [0]
    for end in _PIECE_END.finditer(flow.text):
        if end.end() > cuts[-1] and (
            not end.group() or depth(flow.text[cuts[-1] : end.start()]) <= 0
        ):
            cuts.append(end.end())
    found = []
    for start, stop in zip(cuts, [*cuts[1:], len(flow.text)], strict=True):
        piece = flow.text[start:stop]
        bullet = _BULLET.match(piece)
        lead = bullet.end() if bullet else 0
        lead += len(piece[lead:]) - len(piece[lead:].lstrip())
        if piece[lead:].strip():
            found.append(
                Clause(numerals(piece[lead:]), bullet.group() if bullet else "", flow, start + lead)
            )
    return found

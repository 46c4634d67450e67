"""A page cut into clauses: sentences and items, each of which can say on which line a character of
it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.language.numerals import value
from loaders.facts.prose import running_text
from loaders.text.brackets import depth
from loaders.text.glyphs import BULLETS, ITEMS, KEPT_CIRCLED, NOTES, RINGS, circles_kept
from loaders.text.lines import Flow, Line
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, item=f"[{ITEMS}]", ring=f"[{RINGS}]")
_STAGE = _PATTERNS["stage"]
# ends a clause outside brackets only; before an item's sign anywhere: a bracket that a lost line
# left open must not hold the item
_PIECE_END = _PATTERNS["piece_end"]
_BULLET = re.compile(rf"[{BULLETS}{NOTES}{KEPT_CIRCLED}]")


@dataclass(frozen=True)
class Clause:
    """A sentence or an item of a page."""

    text: str
    """What it says, `plain`, its bullet left off."""
    bullet: str
    """The sign before it; "" where there is none."""
    flow: Flow
    """The statement of which it is a piece."""
    offset: int
    """Where in the flow's text its own text begins."""

    def line_at(self, offset: int) -> int:
        """The line (from 1) of the character at `offset` of the text."""
        return self.flow.line_at(self.offset + offset)


def with_circles(page: Page) -> Page:
    """The page with its circled numbers in the form that folding to `plain` leaves alone (③５％
    must not become 35%).
    """
    return page.part([Line(line.number, circles_kept(line.text)) for line in page.lines])


def numerals(text: str) -> str:
    """三段階目 as 3段階目, as the vocabulary writes it; the length stays."""
    return _STAGE.sub(lambda stage: str(value(stage.group())), text)


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
    pieces = []
    for start, stop in zip(cuts, [*cuts[1:], len(flow.text)], strict=True):
        piece = flow.text[start:stop]
        bullet = _BULLET.match(piece)
        lead = bullet.end() if bullet else 0
        lead += len(piece[lead:]) - len(piece[lead:].lstrip())
        if piece[lead:].strip():
            pieces.append(
                Clause(numerals(piece[lead:]), bullet.group() if bullet else "", flow, start + lead)
            )
    return pieces

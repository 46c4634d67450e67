"""Payments drawn with arrows, one hop after another: 国 →(補助)→ 民間団体 →(補助 1/2)→ 中小企業,
side by side or one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_WHO = _PATTERNS["who"]
_WAY = _PATTERNS["way"]
_ARROW = _PATTERNS["arrow"]
_LINE_WITHOUT_HEAD = _PATTERNS["line_without_head"]
_BEGINS = re.compile(r"(?<![一-龥ぁ-んァ-ヶーA-Za-z&・])(?=[一-龥ァ-ヶーA-Za-z])")
_BLANKS = re.compile(r"\s*")
_STATE = "国"


@dataclass(frozen=True)
class Hop:
    """One payment of a drawing."""

    payer: str
    """Who pays."""
    receiver: str
    """Who is paid."""
    how: str | None
    """How, with the share: 補助(1/2); None where the arrow has no label."""
    start: int
    """Where the payer begins in the text."""


def hops(text: str) -> list[Hop]:
    """Every hop that the text (plain, line by line) draws, in its order."""
    drawn: list[Hop] = []
    end = 0
    for begin in _BEGINS.finditer(text):
        if begin.start() >= end:
            chain = list(_from(text, begin.start()))
            drawn += [hop for hop, _ in chain]
            end = chain[-1][1] if chain else end
    return drawn


def _from(text: str, at: int) -> Iterator[tuple[Hop, int]]:
    """The hops one after another from the body at an offset on, each with where it ends."""
    payer = _WHO.match(text, at)
    of_the_state = payer is not None and payer.group() == _STATE
    while payer:
        way, at = _link(text, payer.end(), without_arrow=of_the_state)
        receiver = _WHO.match(text, at) if at else None
        if receiver is None:
            return
        yield Hop(payer.group(), receiver.group(), way, payer.start()), receiver.end()
        payer = receiver


def _link(text: str, at: int, *, without_arrow: bool) -> tuple[str | None, int]:
    """What the arrow from `at` on says, and where it ends; 0 where there is none. `without_arrow`:
    a label between two lines, printed or drawn, will do.
    """
    way, arrows, lines, drawn = None, 0, text.startswith("\n", at), 0
    while True:
        at = _after_blanks(text, at)
        if arrow := _ARROW.match(text, at):
            arrows, at = arrows + 1, arrow.end()
        elif way is None and (label := _WAY.match(text, at)):
            share = label["share"] or label["share_first"]
            way, at = label["how"] + (f"({share})" if share else ""), label.end()
            lines = lines and text.startswith("\n", at)
        elif line := _LINE_WITHOUT_HEAD.match(text, at):
            drawn, at = drawn + 1, line.end()
        else:
            break
    told = without_arrow and way and (lines or drawn > 1)
    return way, at if arrows or told else 0


def _after_blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at

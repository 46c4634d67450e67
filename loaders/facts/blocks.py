"""The blocks in which a page tells of several schemes side by side, each under the same labels
(概要：…), and in which of them a number stands.

The name of a scheme stands over its block, or, where a layout has set the names apart, all of them
at the end of the page; then the words that a block shares with what the page says of a name tell
whose it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from loaders.facts.parts import T
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_OPENS = _PATTERNS["opens"]
_KIND = _PATTERNS["kind"]
_NAME = _PATTERNS["name"]
_IS_FRAME = _PATTERNS["is_frame"]
_SAME_NAME = 6  # characters in a row that a statement shares with a name that it speaks of
_CLEARLY = 1.5  # times as much likeness as to the next block


@dataclass(frozen=True)
class Block:
    """What the page tells of one scheme."""

    name: str
    """The scheme's name, as printed."""
    first: int
    """The line (from 1) with which it begins."""
    last: int
    """The last line that is its own."""


def named_blocks(page: Page) -> list[Block]:
    """The blocks of a page that has two at least, in their order; those alone whose name is
    certain. Names apart that fit none clearly are refused (`Page.refuse`).
    """
    printed = [line for line in page.lines if not line.blank]
    opens = [at for at, line in enumerate(printed) if _OPENS.match(line.plain)]
    if len(opens) < 2:
        return []
    apart = _names_apart(printed)
    tail = len(printed) - len(apart)
    starts = [_heading(printed, at) for at in opens]
    spans = list(pairwise([*starts, tail]))
    names = {start: printed[start].plain for start in starts if _heads(printed[start])}
    unnamed = [span for span in spans if span[0] not in names]
    if unnamed and len(unnamed) == len(apart):
        names |= _fitted(page, printed, unnamed, [line.plain for line in apart])
    return [
        Block(names[start], printed[start].number, printed[end - 1].number)
        for start, end in spans
        if start in names
    ]


def with_blocks(page: Page, facts: Sequence[T]) -> list[T]:
    """The facts with the scheme of the block in which they stand as their frame; whom a bracket
    named within it becomes their band, a frame of its own stays.
    """
    blocks = named_blocks(page)
    return [_of_block(fact, blocks) for fact in facts]


def _of_block(fact: T, blocks: Sequence[Block]) -> T:
    name = next((b.name for b in blocks if b.first <= fact.line <= b.last), None)
    if name is None or (fact.frame and (_IS_FRAME.search(fact.frame) or fact.band)):
        return fact
    return fact.model_copy(update={"frame": name, "band": fact.band or fact.frame})


def _heading(printed: Sequence[Line], opens: int) -> int:
    """The index of the line with which a block begins: its name, its kind in a bracket, or its
    first label.
    """
    kind = opens - 1 if opens and _KIND.fullmatch(printed[opens - 1].plain) else opens
    return kind - 1 if kind and _heads(printed[kind - 1]) else kind


def _heads(line: Line) -> bool:
    return _NAME.fullmatch(line.plain) is not None


def _names_apart(printed: Sequence[Line]) -> list[Line]:
    """The names with which the page ends, a line each."""
    names: list[Line] = []
    for line in reversed(printed):
        if not _heads(line):
            break
        names.append(line)
    return names[::-1]


def _fitted(
    page: Page, printed: Sequence[Line], spans: Sequence[tuple[int, int]], names: Sequence[str]
) -> dict[int, str]:
    """The start of each block -> its name, by the pairs of characters that the block shares with
    the name and with what the page says of it elsewhere; those count most that no other block has.
    """
    inside = {line.number for start, end in spans for line in printed[start:end]}
    about = [
        statement.text
        for statement in page.statements
        if not inside.intersection(statement.numbers) and statement.text not in names
    ]
    told = [_pairs("".join(line.plain for line in printed[s:e])) for s, e in spans]
    common = Counter(pair for pairs in told for pair in pairs)
    fitted: dict[int, str] = {}
    for name in names:
        said = _pairs(name).union(*(_pairs(text) for text in about if _speaks_of(text, name)))
        likeness = [sum(common[pair] ** -2 for pair in pairs & said) for pairs in told]
        best, next_best = sorted(likeness, reverse=True)[:2]
        start = spans[likeness.index(best)][0]
        if best <= _CLEARLY * next_best or start in fitted:
            page.refuse(printed[start].number, f"which block 「{name}」 is the name of")
            return {}
        fitted[start] = name
    return fitted


def _speaks_of(text: str, name: str) -> bool:
    match = SequenceMatcher(None, name, text, autojunk=False).find_longest_match()
    return match.size >= _SAME_NAME


def _pairs(text: str) -> set[str]:
    letters = "".join(text.split())
    return {a + b for a, b in pairwise(letters)}

"""Rows in which each number stands behind what it is for (補助率 港の整備 1/2 網の購入 1/3)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from loaders.facts.parts import T
from loaders.facts.whose import named
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_LABEL = _PATTERNS["label"]
_CELL = _PATTERNS["cell"]
_IS_FRAME = _PATTERNS["is_frame"]
_NO_NAME = _PATTERNS["no_name"]


def with_rows(page: Page, facts: Sequence[T]) -> list[T]:
    """The facts, those of a printed line that is nothing but names with their numbers each with its
    name as the frame (or as those whom it is for, where it is called after them), where they have
    neither frame, size class, sector nor band.
    """
    of_line: dict[int, list[T]] = defaultdict(list)
    for fact in facts:
        of_line[fact.line].append(fact)
    texts = {line.number: line.plain for line in page.lines if line.number in of_line}
    names = {line: _names(texts[line]) for line in of_line}
    told: list[T] = []
    for fact in facts:
        row = of_line[fact.line]
        cells = names[fact.line]
        at = next(i for i, other in enumerate(row) if other is fact)
        tells = len(cells) == len(row) and all(map(_may_be, row, cells))
        told.append(_of_cell(fact, cells[at]) if tells and not _is_scoped(fact) else fact)
    return told


def _is_scoped(fact: T) -> bool:
    return bool(fact.frame or fact.size_class or fact.industry or fact.band)


def _may_be(fact: T, name: str) -> bool:
    """Whether what is told of a number already is no more than what the cell's name says."""
    return not _is_scoped(fact) or _of_cell(fact, name) == fact


def _names(text: str) -> list[str]:
    """The names of a row of two cells at least, or behind a label one that can only be a frame's;
    empty where the line is no such row.
    """
    label = _LABEL.match(text)
    at = label.end() if label else 0
    names: list[str] = []
    while match := _CELL.match(text, at):
        names.append(match["name"])
        at = match.end()
    certain = len(names) > 1 or (label and names and _IS_FRAME.search(names[0]))
    whole = at == len(text) and len(set(names)) == len(names) and certain
    return names if whole and not any(map(_NO_NAME.search, names)) else []


def _of_cell(fact: T, name: str) -> T:
    whom = named(re.sub(r"\s", "", name))
    return whom.applied_to(fact) if whom else fact.model_copy(update={"frame": name})

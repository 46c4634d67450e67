"""Numbers that stand side by side in a row of a table, under the names of its columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from loaders.facts.parts import T
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_HEAD = _PATTERNS["head"]
_ABOVE = 16  # printed lines above a row in which its columns are named


def with_columns(page: Page, facts: Sequence[T]) -> list[T]:
    """The facts without a frame, of which as many stand on one line as the nearest line of names
    above has names, each with the name of its column.
    """
    rows: dict[int, list[T]] = defaultdict(list)
    for fact in facts:
        rows[fact.line].append(fact)
    names = {
        line: _names(page, line, len(row))
        for line, row in rows.items()
        if len(row) > 1 and not any(fact.frame for fact in row)
    }
    return [
        fact.model_copy(update={"frame": names[fact.line][_place(rows[fact.line], fact)]})
        if names.get(fact.line)
        else fact
        for fact in facts
    ]


def _place(row: Sequence[T], fact: T) -> int:
    return next(at for at, other in enumerate(row) if other is fact)


def _names(page: Page, row: int, count: int) -> list[str]:
    """The names of the columns above a row; empty where no line has so many, or the row is no row
    of cells.
    """
    printed = [line for line in page.lines if not line.blank]
    at = next(i for i, line in enumerate(printed) if line.number == row)
    if len(printed[at].plain.split()) <= count:  # the label of the row, and its cells
        return []
    for line in reversed(printed[max(0, at - _ABOVE) : at]):
        names = line.plain.split()
        if len(names) == count and all(_HEAD.fullmatch(name) for name in names):
            return names
    return []

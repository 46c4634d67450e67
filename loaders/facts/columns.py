"""Numbers that stand side by side in a row of a table, under the names of its columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from loaders.facts.bounds import HEAD_COUNT
from loaders.facts.parts import T
from loaders.facts.whose import Whose, named
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_HEAD = _PATTERNS["head"]
_CORNER = _PATTERNS["corner"]
_WHOM = _PATTERNS["whom"]
_MARK = _PATTERNS["mark"]
_ABOVE = 16  # printed lines above a row in which its columns are named
_ROWS = 6  # those in which a size class or sector is its column's, and not the whole page's


def with_columns(page: Page, facts: Sequence[T]) -> list[T]:
    """The facts of which as many stand on one line as the nearest line of names above has names,
    each with what its column is for: a frame, where none of them has one, or a size class, a head
    count or a sector.
    """
    rows: dict[int, list[T]] = defaultdict(list)
    for fact in facts:
        rows[fact.line].append(fact)
    names = {
        line: _frames(page, line, len(row)) if not any(fact.frame for fact in row) else []
        for line, row in rows.items()
        if len(row) > 1
    }
    whom = {line: _holders(page, line, len(row)) for line, row in rows.items() if len(row) > 1}
    told: list[T] = []
    for fact in facts:
        place = _place(rows[fact.line], fact)
        if holders := whom.get(fact.line):
            unsaid = fact.model_copy(update={"size_class": None, "industry": None})
            if holders[place].band:
                unsaid = unsaid.model_copy(update={"band": None})
            told.append(holders[place].applied_to(unsaid))
        elif frames := names.get(fact.line):
            told.append(fact.model_copy(update={"frame": frames[place]}))
        else:
            told.append(fact)
    return told


def _place(row: Sequence[T], fact: T) -> int:
    return next(at for at, other in enumerate(row) if other is fact)


def _frames(page: Page, row: int, count: int) -> list[str]:
    """The names of the columns above a row, also behind that of the column of labels; empty where
    no line has so many.
    """
    cells, above = _row(page, row)
    labelled = len(cells) > count  # the label of the row, and its cells
    for names in above[: _ABOVE if labelled else _ROWS]:
        heads = names[1:] if len(names) == count + 1 and _CORNER.fullmatch(names[0]) else names
        if len(heads) == count and all(_HEAD.fullmatch(name) for name in heads):
            return heads
    return []


def _holders(page: Page, row: int, count: int) -> list[Whose]:
    """Whom the columns of a row of cells are for, by the line right above it or above the rows
    before it, which may name the column of their labels too; empty where none says it.
    """
    cells, above = _row(page, row)
    if len(cells) not in (count, count + 1):
        return []
    for names in above[:_ROWS]:
        whom = [whose for name in names[-count:] if (whose := _holder(name))]
        if len(names) in (count, count + 1) and len(whom) == count:
            return whom
        if len(names) == count + 1 and _WHOM.fullmatch(names[0]):
            return [named(name) or Whose(band=name) for name in names[1:]]
    return []


def _holder(name: str) -> Whose | None:
    return Whose(band=name) if HEAD_COUNT.fullmatch(name) else named(name)


def _row(page: Page, row: int) -> tuple[list[str], list[list[str]]]:
    """The cells of a printed line, without the marks of notes, and those of the lines above it, the
    nearest first.
    """
    printed = [line for line in page.lines if not line.blank]
    at = next(i for i, line in enumerate(printed) if line.number == row)
    above = printed[max(0, at - _ABOVE) : at]
    cells = [cell for cell in printed[at].plain.split() if not _MARK.fullmatch(cell)]
    return cells, [line.plain.split() for line in reversed(above)]

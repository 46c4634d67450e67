"""The three columns put together again: row by row, over page breaks.

A row is printed as its current cell, what was done, its new cell, each whole; the two outer ones
end with their ministries in brackets. Where a page breaks, the cells that are still open go on in
the same order on the next page, with nothing that says which is which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.documents.pillars_2022.line_kinds import (
    ROW_STARTS,
    CellLine,
    Kind,
    cell_lines,
    with_circles,
)
from loaders.documents.pillars_2022.numbering import page_numbers
from loaders.documents.pillars_2022.pages import split
from loaders.text.lines import Line, fold
from loaders.text.page import Problem
from loaders.vocabulary.ministries import ministries

_OWNERS = re.compile(r"\[(?P<owners>[^\[\]]{2,80})\]$")
_SENTENCE_ENDS = re.compile(r"[。】」』]$")
_TWO_CELLS = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
_NEARLY = 2  # characters by which a full line may be shorter than the widest
_BEGINS_ANEW = {Kind.BULLET, Kind.CIRCLE}


@dataclass
class Cell:
    """An outer cell of a row as it fills."""

    lines: list[CellLine] = field(default_factory=list)
    """Its lines in their order."""
    instead: Kind | None = None
    """What stands in its place."""
    moved: str | None = None
    """The code that it is moved from or to."""

    @property
    def owners(self) -> str | None:
        """What stands in the bracket with which the cell ends; None while it goes on."""
        match = _OWNERS.search("".join(cell_line.line.plain for cell_line in self.lines))
        return match["owners"] if match and ministries().find(match["owners"]) else None

    @property
    def is_open(self) -> bool:
        return self.instead is None and bool(self.lines) and self.owners is None


@dataclass
class Row:
    """One row."""

    chapter: Line | None
    """The line of the chapter's heading; None before the first."""
    current: Cell = field(default_factory=Cell)
    """The cell of the current policy."""
    done: list[CellLine] = field(default_factory=list)
    """The lines on what was done."""
    new: Cell = field(default_factory=Cell)
    """The cell of the new policy."""

    @property
    def has_new(self) -> bool:
        return bool(self.new.lines) or self.new.instead is not None

    @property
    def done_is_open(self) -> bool:
        """Whether what was done stops amid a sentence."""
        return bool(self.done) and not _SENTENCE_ENDS.search(self.done[-1].line.plain)


@dataclass(frozen=True)
class Policy:
    """The heading of a group of entries."""

    circle: str
    """Its circled number."""
    lines: tuple[Line, ...]
    """Its lines."""


@dataclass(frozen=True)
class Columns:
    """The document put together again."""

    rows: tuple[Row, ...]
    """Its rows in order."""
    chapters: tuple[Line, ...]
    """The lines of the chapters' headings."""
    policies: tuple[Policy, ...]
    """The headings of groups of entries."""
    page_of: dict[int, int]
    """Line number (from 1) -> page number."""
    problems: tuple[Problem, ...]
    """What belongs to no row, and page numbers that do not follow."""


def columns(document: str, lines: Sequence[Line]) -> Columns:
    """The rows of the document in order; pages before the first row are left out."""
    reader = _Reader(document)
    numbered, problems = page_numbers(document, split(lines))
    for _, page in numbered:
        reader.page(cell_lines(page))
    return Columns(
        tuple(reader.rows),
        tuple(reader.chapters),
        tuple(reader.policies),
        {line.number: number for number, page in numbered for line in page},
        (*problems, *reader.problems),
    )


class _Reader:
    """Reads pages in order and keeps the row that is not yet done."""

    def __init__(self, document: str) -> None:
        self._document = document
        self.rows: list[Row] = []
        self.chapters: list[Line] = []
        self.policies: list[Policy] = []
        self.problems: list[Problem] = []

    def page(self, page: Sequence[CellLine]) -> None:
        body = self._without_headings(page)
        start = next(
            (at for at, cell_line in enumerate(body) if cell_line.kind in ROW_STARTS), len(body)
        )
        if self.rows:
            self._go_on(self.rows[-1], body[:start])
        elif 0 < start < len(body):
            self._problem(body[0], "text that belongs to no row")
        at = "nowhere"
        for cell_line in body[start:]:
            at = self._read(cell_line, at)

    def _without_headings(self, page: Sequence[CellLine]) -> list[CellLine]:
        """The page's parts without the headings of chapters, policies and columns. A policy's
        heading may stand at the foot of its page.
        """
        body: list[CellLine] = []
        heading: list[Line] | None = None
        for cell_line in page:
            if cell_line.kind is Kind.CHAPTER:
                self.chapters.append(cell_line.line)
            elif cell_line.kind is Kind.POLICY:
                heading = []
            elif cell_line.kind is Kind.COLUMNS:
                self._close(heading)
                heading = None
            elif heading is not None:
                heading.append(cell_line.line)
            else:
                body.append(cell_line)
        self._close(heading)
        return body

    def _close(self, heading: list[Line] | None) -> None:
        if heading:
            circle = with_circles(heading[0].text)[0]
            self.policies.append(Policy(circle, tuple(heading)))

    # --- a row that begins on this page -----------------------------------------------------------

    def _read(self, cell_line: CellLine, at: str) -> str:
        """Takes up one part; `at` is the column that the part before stood in. Gives the column
        that it stands in itself.
        """
        row = self.rows[-1] if self.rows else None
        if row is None or (
            cell_line.kind in ROW_STARTS
            and (row.has_new or (at == "nowhere" and not _is_new_cell_of(row, cell_line)))
        ):
            return self._new_row(cell_line)
        match cell_line.kind:
            case Kind.ENTRY:
                row.new.lines.append(cell_line)
                return "new"
            case Kind.NEW_ITEM if row.current.instead is Kind.NEW_ITEM and at == "current":
                return "done"
            case (
                Kind.NEW_ITEM | Kind.MOVED_HERE
            ):  # the row before has no new cell, which `gaps` tells
                return self._new_row(cell_line)
            case Kind.GONE if not row.has_new:
                row.new.instead, row.new.moved = Kind.GONE, cell_line.value
                return "new"
        return self._into(row, cell_line, at)

    def _new_row(self, cell_line: CellLine) -> str:
        row = Row(self.chapters[-1] if self.chapters else None)
        self.rows.append(row)
        if cell_line.kind is Kind.ENTRY:
            row.current.lines.append(cell_line)
            return "current"
        row.current.instead, row.current.moved = cell_line.kind, cell_line.value
        return "current" if cell_line.kind is Kind.NEW_ITEM else "done"

    def _into(self, row: Row, cell_line: CellLine, at: str) -> str:
        """A part that begins no cell, into the column that it stands in."""
        if at == "current" and (cell_line.kind in _BEGINS_ANEW or not _goes_on(row.current)):
            at = "done"
        if at == "new" and (cell_line.kind is Kind.CIRCLE or not _goes_on(row.new)):
            self._problem(cell_line, "text behind the last column of a row")
        cell = {"current": row.current, "new": row.new}.get(at)
        (cell.lines if cell else row.done).append(cell_line)
        return at

    # --- a row that goes on from the page before --------------------------------------------------

    def _go_on(self, row: Row, rest: Sequence[CellLine]) -> None:
        """The parts before the page's first row: what the columns of the last row still lacked, in
        their order.
        """
        rest = list(rest)
        while rest and row.current.is_open and rest[0].kind not in _BEGINS_ANEW:
            row.current.lines.append(rest.pop(0))
        if not row.new.is_open:
            row.done += rest
            return
        cut = _new_begins(rest, row.done_is_open)
        if cut is None and rest and (halves := _halves(rest[0])):
            rest, cut = [*halves, *rest[1:]], 1
        if cut is None:
            if rest:
                self._problem(rest[0], "the new column goes on here, but where is not to be seen")
            cut = len(rest)
        row.done += rest[:cut]
        row.new.lines += rest[cut:]

    def _problem(self, cell_line: CellLine, what: str) -> None:
        self.problems.append(Problem(self._document, cell_line.line.number, what))


def _is_new_cell_of(row: Row, cell_line: CellLine) -> bool:
    """Whether an entry at the head of what looks like a page is the new cell of the row before: it
    bears the same label.
    """
    return (
        cell_line.kind is Kind.ENTRY
        and bool(row.current.lines)
        and cell_line.value is not None
        and fold(cell_line.value) == fold(row.current.lines[0].value or "")
    )


def _goes_on(cell: Cell) -> bool:
    return cell.instead is None and (cell.is_open or not cell.lines)


def _new_begins(rest: Sequence[CellLine], done_is_open: bool) -> int | None:
    """Where the new cell goes on: with a line behind the last bullet that follows the end of a
    sentence and is no bullet itself.

    Where several do, the line before it should be short, as a paragraph's last line is.
    """
    bullets = [at for at, cell_line in enumerate(rest) if cell_line.kind in _BEGINS_ANEW]
    if not bullets and not done_is_open:
        return 0
    first = bullets[-1] if bullets else 0
    options = [
        at for at in range(first + 1, len(rest)) if _SENTENCE_ENDS.search(rest[at - 1].line.plain)
    ]
    widest = max((len(cell_line.line.plain) for cell_line in rest), default=0)
    short = [at for at in options if len(rest[at - 1].line.plain) < widest - _NEARLY]
    return next(iter(short or options), None)


def _halves(cell_line: CellLine) -> tuple[CellLine, CellLine] | None:
    """A line that holds the ends of two cells, side by side."""
    text = cell_line.line.text.strip()
    gap = _TWO_CELLS.search(text)
    if gap is None:
        return None
    number = cell_line.line.number
    return CellLine(Kind.TEXT, Line(number, text[: gap.start()])), CellLine(
        Kind.TEXT, Line(number, text[gap.end() :])
    )

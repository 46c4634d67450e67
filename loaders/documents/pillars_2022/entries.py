"""The entries of the outer columns: code, label, ministries, and which earlier ones each carries
on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from loaders.documents.pillars_2022.line_kinds import (
    CellLine,
    Kind,
    bracket_end,
    code_in,
    same_code,
)
from loaders.documents.pillars_2022.rows import Cell, Columns, Row
from loaders.text.lines import Line
from loaders.text.page import Page, Problem
from loaders.vocabulary.ministries import ministries

Column = Literal["current", "new"]
_NUMBERED = re.compile(r"^(?P<circle>[①-⑳])-(?P<number>\d+)$")


@dataclass(frozen=True)
class Offices:
    """The offices that a bracket names, by formal name."""

    ministries: tuple[str, ...]
    """Those of ministry level, a parent for its agency."""
    agencies: tuple[str, ...]
    """The outer offices."""
    lines: tuple[int, ...]
    """The lines that name them."""


@dataclass(frozen=True)
class Entry:
    """One entry of an outer column."""

    code: str
    """As printed."""
    column: Column
    """Which of the two it stands in."""
    label: str
    """What its 【】 says."""
    page: Page
    """Its own lines."""
    text: Page
    """Its lines without label and code."""
    offices: Offices
    """Those of its cell."""

    @property
    def key(self) -> str:
        """The code in one form (⑧-5)."""
        return same_code(self.code)

    def id(self, document: str) -> str:
        return f"item:{document}:{self.column}:{self.key}"


@dataclass(frozen=True)
class EntryRow:
    """A row with the entries of its two outer cells."""

    cells: Row
    """The row as its columns were put together."""
    current: tuple[Entry, ...]
    """The entries of the current cell."""
    new: tuple[Entry, ...]
    """Those of the new cell."""

    @property
    def nearest(self) -> Entry | None:
        """The entry whose deeds the row tells: the current one right before them, the new one where
        none is current.
        """
        return (self.current[-1:] or self.new[:1] or (None,))[0]


def offices(text: str, lines: Iterable[int]) -> Offices:
    """The offices that a bracket names, each once, in its order."""
    names: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for mention in ministries().find(text):
        parent = ministries().parent_of(mention.name)
        names.setdefault(parent or mention.name)
        if mention.kind == "agency":
            agencies.setdefault(mention.name)
    return Offices(tuple(names), tuple(agencies), tuple(lines))


def entries_of(document: str, columns: Columns) -> list[EntryRow]:
    """The rows with their entries."""
    return [
        EntryRow(
            row,
            tuple(_of_cell(document, row.current, "current")),
            tuple(_of_cell(document, row.new, "new")),
        )
        for row in columns.rows
    ]


def _of_cell(document: str, cell: Cell, column: Column) -> list[Entry]:
    """A cell's entries: several codes may share its label and its bracket of ministries."""
    starts = [
        at
        for at, cell_line in enumerate(cell.lines)
        if cell_line.kind is Kind.ENTRY
        or (
            cell_line.kind is Kind.CODE
            and (
                at == 0
                or cell.lines[at - 1].kind is not Kind.ENTRY
                or cell_line.code != cell.lines[at - 1].code
            )
        )
    ]
    owners = offices(cell.owners or "", [cell.lines[-1].line.number] if cell.owners else [])
    entries: list[Entry] = []
    for start, end in pairwise([*starts, len(cell.lines)]):
        first = cell.lines[start]
        label = first.value if first.value is not None else entries[-1].label if entries else ""
        own_lines = cell.lines[start:end]
        entries.append(
            Entry(
                first.code or "",
                column,
                label,
                Page(document, tuple(cell_line.line for cell_line in own_lines)),
                Page(document, _text(own_lines)),
                owners,
            )
        )
    return entries


def _text(cell_lines: Sequence[CellLine]) -> tuple[Line, ...]:
    """The entry's lines without its label and its code."""
    lines = []
    for cell_line in cell_lines:
        text = cell_line.line.text.strip()
        if cell_line.kind is Kind.ENTRY:
            text = text.partition("】")[2].strip()
        if code_in(text):
            text = text[bracket_end(text) :].strip()
        if text:
            lines.append(Line(cell_line.line.number, text))
    return tuple(lines)


def carried_on(
    document: str, rows: Sequence[EntryRow]
) -> tuple[dict[str, list[str]], list[Problem]]:
    """Id of each new entry -> ids of the current ones that it carries on: those of its row, or
    those that are moved into it.

    Where a moved cell and the place it came to say different things, the place counts: it is
    printed beside the entry itself.
    """
    current = {entry.key: entry for row in rows for entry in row.current}
    new = {entry.key: entry for row in rows for entry in row.new}
    links: dict[str, list[str]] = {entry.id(document): [] for entry in new.values()}
    problems: list[Problem] = []
    arrived = {
        row.cells.current.moved for row in rows if row.cells.current.instead is Kind.MOVED_HERE
    }
    for row in rows:
        for entry in row.new:
            links[entry.id(document)] += [old.id(document) for old in row.current]
        if row.cells.current.instead is Kind.MOVED_HERE:
            origin = current.get(row.cells.current.moved or "")
            if origin is None:
                problems.append(
                    Problem(
                        document,
                        row.new[0].page.start if row.new else 1,
                        f"is moved from {row.cells.current.moved}, which no entry bears",
                    )
                )
            else:
                for entry in row.new:
                    links[entry.id(document)].append(origin.id(document))
        if (
            row.cells.new.moved
            and row.current
            and not arrived & {entry.key for entry in row.current}
        ):
            goal = new.get(row.cells.new.moved)
            if goal is None:
                problems.append(
                    Problem(
                        document,
                        row.current[0].page.start,
                        f"is moved to {row.cells.new.moved}, which no entry bears",
                    )
                )
            else:
                links[goal.id(document)] += [old.id(document) for old in row.current]
    return {key: list(dict.fromkeys(old)) for key, old in links.items()}, problems


def gaps(document: str, columns: Columns, rows: Sequence[EntryRow]) -> list[Problem]:
    """What does not hold: each column numbers its entries from 1 without a gap, under chapters and
    headings that are printed, each with its ministries; every row has a new cell; the headings are
    numbered from ①.
    """
    problems: list[Problem] = []
    circles = {policy.circle for policy in columns.policies}
    for column in ("current", "new"):
        entries = [
            entry for row in rows for entry in (row.current if column == "current" else row.new)
        ]
        problems += _numbering(document, entries)
        problems += [
            Problem(document, e.page.start, f"({e.code}) ends without its ministries")
            for e in entries
            if not e.offices.ministries
        ]
        problems += [
            Problem(document, e.page.start, f"({e.code}) stands under no heading of its number")
            for e in entries
            if e.key[0] not in circles
        ]
    problems += [
        Problem(
            document,
            policy.lines[0].number,
            f"the heading {policy.circle}, where {expected} should follow",
        )
        for expected, policy in zip(
            ["①", *(chr(ord(policy.circle) + 1) for policy in columns.policies)],
            columns.policies,
            strict=False,
        )
        if policy.circle != expected
    ]
    problems += [
        Problem(document, first_line(row.cells), "a row without a new cell")
        for row in rows
        if not row.cells.has_new
    ]
    problems += [
        Problem(document, first_line(row.cells), "a row under no chapter")
        for row in rows
        if row.cells.chapter is None
    ]
    return problems if rows else [*problems, Problem(document, 1, "no row of three columns")]


def first_line(row: Row) -> int:
    """The first line of the row."""
    return min(
        (cell_line.line.number for cell_line in (*row.current.lines, *row.done, *row.new.lines)),
        default=1,
    )


def _numbering(document: str, entries: Sequence[Entry]) -> list[Problem]:
    problems = []
    circle, number = "", 0
    for entry in entries:
        match = _NUMBERED.match(entry.key)
        if match is None:
            problems.append(Problem(document, entry.page.start, f"({entry.code}) is no code"))
            continue
        expected = number + 1 if match["circle"] == circle else 1
        circle, number = match["circle"], int(match["number"])
        if number != expected:
            problems.append(
                Problem(
                    document,
                    entry.page.start,
                    f"({entry.code}) in the {entry.column} column, where {circle}-{expected} should"
                    " follow",
                )
            )
    return problems

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
    Kind,
    Part,
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
    """Ministries and agencies by formal name, a parent with its agency, and the lines that name
    them.
    """

    ministries: tuple[str, ...]
    agencies: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Entry:
    """One entry: its code as printed, its label, its own lines, its text without label and code,
    and its offices (those of its cell).
    """

    code: str
    column: Column
    label: str
    page: Page
    text: Page
    offices: Offices

    @property
    def key(self) -> str:
        """The code in one form (⑧-5)."""
        return same_code(self.code)

    def id(self, document: str) -> str:
        return f"item:{document}:{self.column}:{self.key}"


@dataclass(frozen=True)
class Read:
    """A row with the entries of its two outer cells."""

    row: Row
    current: tuple[Entry, ...]
    new: tuple[Entry, ...]

    @property
    def nearest(self) -> Entry | None:
        """The entry whose deeds the row tells: the current one right before them, the new one where
        none is current.
        """
        return (self.current[-1:] or self.new[:1] or (None,))[0]


def offices(text: str, lines: Iterable[int]) -> Offices:
    """The offices that a bracket names, each once, in its order."""
    found: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for mention in ministries().find(text):
        parent = ministries().parent_of(mention.name)
        found.setdefault(parent or mention.name)
        if mention.kind == "agency":
            agencies.setdefault(mention.name)
    return Offices(tuple(found), tuple(agencies), tuple(lines))


def entries(document: str, columns: Columns) -> list[Read]:
    """The rows with their entries."""
    return [
        Read(
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
        for at, part in enumerate(cell.parts)
        if part.kind is Kind.ENTRY
        or (
            part.kind is Kind.CODE
            and (
                at == 0
                or cell.parts[at - 1].kind is not Kind.ENTRY
                or part.code != cell.parts[at - 1].code
            )
        )
    ]
    owners = offices(cell.owners or "", [cell.parts[-1].line.number] if cell.owners else [])
    found: list[Entry] = []
    for start, end in pairwise([*starts, len(cell.parts)]):
        first = cell.parts[start]
        label = first.value if first.value is not None else found[-1].label if found else ""
        mine = cell.parts[start:end]
        found.append(
            Entry(
                first.code or "",
                column,
                label,
                Page(document, tuple(part.line for part in mine)),
                Page(document, _text(mine)),
                owners,
            )
        )
    return found


def _text(parts: Sequence[Part]) -> tuple[Line, ...]:
    """The entry's lines without its label and its code."""
    lines = []
    for part in parts:
        text = part.line.text.strip()
        if part.kind is Kind.ENTRY:
            text = text.partition("】")[2].strip()
        if code_in(text):
            text = text[bracket_end(text) :].strip()
        if text:
            lines.append(Line(part.line.number, text))
    return tuple(lines)


def carried_on(document: str, rows: Sequence[Read]) -> tuple[dict[str, list[str]], list[Problem]]:
    """Id of each new entry -> ids of the current ones that it carries on: those of its row, or
    those that are moved into it.

    Where a moved cell and the place it came to say different things, the place counts: it is
    printed beside the entry itself.
    """
    current = {entry.key: entry for read in rows for entry in read.current}
    new = {entry.key: entry for read in rows for entry in read.new}
    links: dict[str, list[str]] = {entry.id(document): [] for entry in new.values()}
    problems: list[Problem] = []
    arrived = {
        read.row.current.other for read in rows if read.row.current.instead is Kind.MOVED_HERE
    }
    for read in rows:
        for entry in read.new:
            links[entry.id(document)] += [old.id(document) for old in read.current]
        if read.row.current.instead is Kind.MOVED_HERE:
            origin = current.get(read.row.current.other or "")
            if origin is None:
                problems.append(
                    Problem(
                        document,
                        read.new[0].page.start if read.new else 1,
                        f"is moved from {read.row.current.other}, which no entry bears",
                    )
                )
            else:
                for entry in read.new:
                    links[entry.id(document)].append(origin.id(document))
        if (
            read.row.new.other
            and read.current
            and not arrived & {entry.key for entry in read.current}
        ):
            goal = new.get(read.row.new.other)
            if goal is None:
                problems.append(
                    Problem(
                        document,
                        read.current[0].page.start,
                        f"is moved to {read.row.new.other}, which no entry bears",
                    )
                )
            else:
                links[goal.id(document)] += [old.id(document) for old in read.current]
    return {key: list(dict.fromkeys(old)) for key, old in links.items()}, problems


def gaps(document: str, columns: Columns, rows: Sequence[Read]) -> list[Problem]:
    """What does not hold: each column numbers its entries from 1 without a gap, under chapters and
    headings that are printed, each with its ministries; every row has a new cell; the headings are
    numbered from ①.
    """
    problems: list[Problem] = []
    circles = {policy.circle for policy in columns.policies}
    for column in ("current", "new"):
        found = [
            entry for read in rows for entry in (read.current if column == "current" else read.new)
        ]
        problems += _numbering(document, found)
        problems += [
            Problem(document, e.page.start, f"({e.code}) ends without its ministries")
            for e in found
            if not e.offices.ministries
        ]
        problems += [
            Problem(document, e.page.start, f"({e.code}) stands under no heading of its number")
            for e in found
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
        Problem(document, _line(read.row), "a row without a new cell")
        for read in rows
        if not read.row.has_new
    ]
    problems += [
        Problem(document, _line(read.row), "a row under no chapter")
        for read in rows
        if read.row.chapter is None
    ]
    return problems if rows else [*problems, Problem(document, 1, "no row of three columns")]


def _line(row: Row) -> int:
    """The first line of the row."""
    return min(
        (part.line.number for part in (*row.current.parts, *row.done, *row.new.parts)), default=1
    )


def _numbering(document: str, found: Sequence[Entry]) -> list[Problem]:
    problems = []
    circle, number = "", 0
    for entry in found:
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

"""A leaflet's table of frames whose columns came out cell by cell, the cells of a row one after the
other with nothing between them.

The head names the columns (通常枠 …, the types of a frame under it). In a row the labels of one
cell are of one form (・…：, (a)…：, 中小企業：) and each stands once, a number without a label is a
cell by itself; where there are as many cells as columns, each is for the frame of its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from loaders.catalogue.records import Cap, Rate
from loaders.text.compact import Compact
from loaders.text.neighbours import with_before
from loaders.text.page import Page

T = TypeVar("T", Cap, Rate)
_HEAD = re.compile(r"枠[/・]類型(?P<names>(?:[^\s、。:/()]{2,16}?(?:枠|類型))+)")
_NAME = re.compile(r"[^\s、。:/()]{2,16}?(?:枠|類型)")
_TYPES = re.compile(r"\((?P<types>[^()]{4,40}類型)\)")
_ROW = re.compile(r"補助(?:上限)?(?:額|率)")
_FORMS = (
    ("nested", re.compile(r"^\([^()a-z][^()]*:$")),
    ("letter", re.compile(r"(?P<label>\([a-z]\)[^:]*?)(?:合わせて|:)$")),
    ("item", re.compile(r"[•・](?P<label>[^:]{2,30}):$")),
    ("whom", re.compile(r"(?P<label>[^:)~\d]{1,20}(?:企業|者))(?:\(※\d\))?:$")),
    ("label", re.compile(r"(?P<label>[^:)]{1,20}):$")),
)
_LOWER_END = re.compile(r"(?:[\d,]+(?:万|億)?円?)?~$")
_REACH = 80  # characters from the label of a row, or a number, to the next number


@dataclass(frozen=True)
class _Place:
    """Where the number of a fact stands in the compact text."""

    fact: int
    """The place of the fact among those told, from 0."""
    start: int
    """The offset of the number."""
    end: int
    """The offset behind it."""


@dataclass(frozen=True)
class _Cell:
    """What a number stands behind."""

    form: str
    """The form of its label; bare: it has none."""
    label: str | None
    """The label."""


def in_flat_table(page: Page, told: Sequence[T]) -> list[T]:
    """The limits or rates, those of the rows of such a table with the frame of their column; whom
    or what a label names that no size class or band tells yet is their band.
    """
    compact = Compact.of(page)
    columns = _columns(compact)
    facts = list(told)
    if len(columns) < 2:
        return facts
    for row in _rows(compact, facts):
        cells = _cells(compact, row)
        groups = _groups(cells)
        if max(groups, default=-1) + 1 != len(columns):
            continue
        band: str | None = None
        for place, cell, column in zip(row, cells, groups, strict=True):
            fact = facts[place.fact]
            if cell.form != "nested":  # which is within what stands before it
                band = fact.band or (None if fact.size_class else cell.label)
            facts[place.fact] = fact.model_copy(update={"frame": columns[column], "band": band})
    return facts


def _columns(compact: Compact) -> list[str]:
    """The frames of the head, from left to right; a frame with types is the columns of these."""
    head = _HEAD.search(compact.text)
    if head is None:
        return []
    names = _NAME.findall(head["names"])
    types: dict[str, list[str]] = {}
    for match in _TYPES.finditer(compact.text):
        for name in names:
            if compact.text.endswith(name, 0, match.start()):
                types[name] = match["types"].split("、")
    columns = [
        f"{name}({kind})" if kind else name
        for name in names
        if name.endswith("枠")
        for kind in types.get(name, [""])
    ]
    placed = {kind for name in names for kind in types.get(name, [])}
    return columns if placed == {name for name in names if name.endswith("類型")} else []


def _rows(compact: Compact, facts: Sequence[T]) -> Iterator[list[_Place]]:
    """Of each row the places of its numbers."""
    heads = [
        match.end()
        for match in _ROW.finditer(compact.text)
        if match.start() in compact.openings and match.end() in compact.openings
    ]
    places = sorted(
        (_place(compact, index, fact) for index, fact in enumerate(facts)),
        key=lambda place: place.start,
    )
    for head in heads:
        row: list[_Place] = []
        for place in places:
            if 0 <= place.start - (row[-1].end if row else head) <= _REACH:
                row.append(place)
        yield row


def _place(compact: Compact, index: int, fact: Cap | Rate) -> _Place:
    line = next((o for o in sorted(compact.openings) if compact.line_at(o) == fact.line), 0)
    printed = "".join(fact.printed.split())
    start = compact.text.find(printed, line)
    return _Place(index, start, start + len(printed))


def _cells(compact: Compact, row: Sequence[_Place]) -> list[_Cell]:
    cells: list[_Cell] = []
    for before, place in with_before(row):
        begin = max(before.end if before else 0, place.start - _REACH)
        lead = _LOWER_END.sub("", compact.text[begin : place.start])
        found = (
            (form, match)
            for form, pattern in _FORMS
            if (match := pattern.search(lead))
            and (form != "item" or begin + match.start() in compact.openings)
        )
        form, match = next(found, ("bare", None))
        label = match["label"] if match and form != "nested" else None
        if match and form == "label":  # the words of the line before may have run into it
            start, end = match.span("label")
            label = compact.since_a_line_began(begin + start, begin + end)
        cells.append(_Cell(form, label))
    return cells


def _groups(cells: Sequence[_Cell]) -> list[int]:
    """The column (from 0) of each number of a row."""
    columns: list[int] = []
    form, seen = "", set[str | None]()
    for cell in cells:
        column = columns[-1] if columns else -1
        if cell.form != "nested":
            if cell.form != form or cell.form == "bare" or cell.label in seen:
                column, seen = column + 1, set()
            form = cell.form
            seen.add(cell.label)
        columns.append(max(column, 0))
    return columns

"""Tables: shown with wrapped text and links, and as rows of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape

import streamlit as st

from dashboard.text.words import Words
from graph.files import csv_file
from graph.files.spreadsheets import Sheet

_ROW = 40  # pixels, about: a row of one line or two


@dataclass(frozen=True)
class Cell:
    """What a cell shows, and what it is in a file."""

    text: str
    """What it shows."""
    href: str | None = None
    """Where its text leads."""
    value: str | int | float | None = None
    """What it is in a file; None: text and note."""
    note: str = ""
    """Shown behind the text, in small print."""
    below: str = ""
    """HTML that the text opens to."""
    pick: str = ""
    """What its link tells where it stands among choices, which are picked without leaving."""


Value = str | int | float | None | Cell


@dataclass(frozen=True)
class Heading:
    """A heading that sorts its table."""

    href: str
    """The address of the page sorted by it."""
    pick: str
    """What a click on it tells where it is picked without leaving; empty: the link is followed."""
    order: str
    """ascending or descending where the table is sorted by it, else empty."""


@dataclass(frozen=True)
class Table:
    """A table as pages show it and files hold it."""

    headings: Sequence[str]
    """The headings of the columns; empty: no heading row."""
    rows: Sequence[Sequence[Value]]
    """The cells, row by row."""
    numeric: frozenset[int] = field(default_factory=frozenset)
    """The columns (from 0) that are set flush right."""
    even: bool = False
    """Whether the columns are as wide as those of the other such tables on the page."""
    together: frozenset[int] = field(default_factory=frozenset)
    """The columns (from 0) that are never broken."""
    names: frozenset[int] = field(default_factory=frozenset)
    """The columns (from 0) that hold names or places, which are broken between them alone."""
    wide: frozenset[int] = field(default_factory=frozenset)
    """The columns (from 0) that stand below their row over its full width, with their heading."""
    links: Sequence[Heading] = ()
    """What each heading leads to, where they sort the table."""


def html(table: Table) -> str:
    """The table as HTML; all text is escaped."""

    def kind(column: int) -> str:
        return (
            ' class="number"'
            if column in table.numeric
            else ' class="place"'
            if column in table.together
            else ' class="names"'
            if column in table.names
            else ""
        )

    def named(column: int) -> str:
        """The heading of a number, for a narrow window that shows no heading row."""
        heading = table.headings and column in table.numeric
        return f' data-heading="{escape(table.headings[column])}"' if heading else ""

    head = "".join(
        _sorting(text, table.links[column], kind(column))
        if table.links
        else f"<th{kind(column)}>{escape(text)}</th>"
        for column, text in enumerate(table.headings)
        if column not in table.wide
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{kind(column)}{named(column)}>{_as_html(value)}</td>"
            for column, value in enumerate(row)
            if column not in table.wide
        )
        + "</tr>"
        + "".join(_over_the_row(table, row, column) for column in sorted(table.wide))
        for row in table.rows
    )
    heading = f"<thead><tr>{head}</tr></thead>" if table.headings else ""
    kinds = " ".join(
        name
        for name, holds in (("facts", True), ("even", table.even), ("pairs", not table.headings))
        if holds
    )
    return f'<table class="{kinds}">{heading}<tbody>{body}</tbody></table>'


def _over_the_row(table: Table, row: Sequence[Value], column: int) -> str:
    """A cell in a row of its own, after its heading."""
    value = row[column]
    told = value if isinstance(value, Cell) else Cell("" if value is None else str(value))
    shown = _cell(replace(told, text=f"{table.headings[column]} {told.text}"))
    columns = len(row) - len(table.wide)
    return f'<tr class="wide"><td colspan="{columns}">{shown}</td></tr>'


def _sorting(text: str, heading: Heading, kind: str) -> str:
    said = f' aria-sort="{escape(heading.order)}"' if heading.order else ""
    mark = {"ascending": " ▲", "descending": " ▼"}.get(heading.order, "")
    pick = f' data-pick="{escape(heading.pick)}"' if heading.pick else ""
    return (
        f'<th scope="col"{kind}{said}><a href="{escape(heading.href)}" target="_self"{pick}>'
        f"{escape(text)}</a>{mark}</th>"
    )


def _as_html(value: Value) -> str:
    if isinstance(value, Cell):
        return _cell(value)
    return "" if value is None else f"{value:,}" if isinstance(value, int) else escape(str(value))


def _cell(cell: Cell) -> str:
    text = escape(cell.text)
    if cell.href:
        pick = f' data-pick="{escape(cell.pick)}"' if cell.pick else ""
        text = f'<a href="{escape(cell.href)}"{_window(cell.href)}{pick}>{text}</a>'
    if cell.below:
        text = f"<details><summary>{text}</summary>{cell.below}</details>"
    return f'{text} <span class="quiet">{escape(cell.note)}</span>' if cell.note else text


def _window(href: str) -> str:
    """In which window a link opens, as attributes: other sites beside the dashboard."""
    if href.startswith("#"):
        return ""
    return ' target="_blank" rel="noopener"' if "://" in href else ' target="_self"'


def sheet(name: str, table: Table) -> Sheet:
    """The table as a sheet of a workbook."""
    return Sheet(name, table.headings, [[_in_file(value) for value in row] for row in table.rows])


def _in_file(value: Value) -> str | int | float:
    if isinstance(value, Cell):
        return (
            value.value
            if value.value is not None
            else " ".join(text for text in (value.text, value.note) if text)
        )
    return "" if value is None else value


def csv_bytes(table: Table) -> bytes:
    """The table as CSV that Excel opens."""
    return csv_file.csv_bytes(table.headings, sheet("", table).rows)


def show(table: Table) -> None:
    """The table on the page, as high as it is."""
    st.html(f'<div class="table">{html(table)}</div>')


def show_stacked(table: Table) -> None:
    """The table on the page; in a narrow window each row below the one before, without headings but
    for those of numbers.
    """
    st.html(f'<div class="table stacked">{html(table)}</div>')


def show_listing(words: Words, table: Table, height: int) -> None:
    """A table that may be long: it scrolls in itself from `height` pixels on, until all of it is
    asked for.
    """
    all_rows = (
        f"<details><summary>{escape(words('list.all', n=len(table.rows)))}</summary></details>"
        if len(table.rows) * _ROW * (1 + len(table.wide)) > height
        else ""
    )
    st.html(
        '<div class="listing"><div class="table stacked" tabindex="0"'
        f' style="max-height:{height}px">{html(table)}</div>{all_rows}</div>'
    )

"""Tables: shown with wrapped text and links; and the buttons that save files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from dashboard.text.words import Words
from graph.files import spreadsheets
from graph.files.spreadsheets import Sheet

_ROW = 40  # pixels, about: a row of one line or two
_MEDIA = {
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Cell:
    """What a cell shows, where it leads, and what it is in the file (its text, if nothing else is
    said). `below`: HTML that it opens to.
    """

    text: str
    href: str | None = None
    value: str | int | float | None = None
    note: str = ""
    below: str = ""


Value = str | int | float | None | Cell


@dataclass(frozen=True)
class Table:
    """Headings (none: no heading row) and rows. `numeric`: the columns (from 0) that are numbers,
    set flush right.

    `even`: what something is, its value and its place, in columns of one width over several tables.
    `together`: columns that are not broken.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    numeric: frozenset[int] = field(default_factory=frozenset)
    even: bool = False
    together: frozenset[int] = field(default_factory=frozenset)


def _shown(value: Value) -> str:
    if isinstance(value, Cell):
        text = escape(value.text)
        if value.href:
            place = (
                ""
                if value.href.startswith("#")
                else ' target="_blank" rel="noopener"'
                if "://" in value.href
                else ' target="_self"'
            )
            text = f'<a href="{escape(value.href)}"{place}>{text}</a>'
        if value.below:
            text = f"<details><summary>{text}</summary>{value.below}</details>"
        return f'{text} <span class="quiet">{escape(value.note)}</span>' if value.note else text
    return "" if value is None else f"{value:,}" if isinstance(value, int) else escape(str(value))


def html(table: Table) -> str:
    """The table as HTML; all text is escaped."""

    def kind(place: int) -> str:
        return (
            ' class="number"'
            if place in table.numeric
            else ' class="place"'
            if place in table.together
            else ""
        )

    head = "".join(
        f"<th{kind(place)}>{escape(text)}</th>" for place, text in enumerate(table.headings)
    )
    body = "".join(
        "<tr>"
        + "".join(f"<td{kind(place)}>{_shown(value)}</td>" for place, value in enumerate(row))
        + "</tr>"
        for row in table.rows
    )
    heading = f"<thead><tr>{head}</tr></thead>" if table.headings else ""
    kinds = " ".join(
        name
        for name, holds in (("facts", True), ("even", table.even), ("pairs", not table.headings))
        if holds
    )
    return f'<table class="{kinds}">{heading}<tbody>{body}</tbody></table>'


def _plain(value: Value) -> str | int | float:
    if isinstance(value, Cell):
        return (
            value.value
            if value.value is not None
            else " ".join(part for part in (value.text, value.note) if part)
        )
    return "" if value is None else value


def sheet(name: str, table: Table) -> Sheet:
    """The table as a sheet of a workbook."""
    return Sheet(name, table.headings, [[_plain(value) for value in row] for row in table.rows])


def csv_bytes(table: Table) -> bytes:
    """The table as CSV that Excel opens."""
    return spreadsheets.csv_bytes(table.headings, sheet("", table).rows)


def show(table: Table) -> None:
    """The table on the page, as high as it is."""
    st.html(f'<div class="table">{html(table)}</div>')


def show_listing(words: Words, table: Table, height: int) -> None:
    """A table that may be long: it scrolls in itself from `height` pixels on, until all of it is
    asked for.
    """
    every = (
        f"<details><summary>{escape(words('list.all', n=len(table.rows)))}</summary></details>"
        if len(table.rows) * _ROW > height
        else ""
    )
    st.html(
        '<div class="listing"><div class="table" tabindex="0"'
        f' style="max-height:{height}px">{html(table)}</div>{every}</div>'
    )


def download(table: Table, file: str, label: str) -> None:
    """A button that saves the table as `file`.csv."""
    save(label, f"{file}.csv", lambda: csv_bytes(table))


def save(label: str, file: str, made: Callable[[], bytes | str], disabled: bool = False) -> None:
    """A button that saves `file`, of the kind that its ending says; what is in it is made when the
    button is pressed.
    """
    name, _, ending = file.rpartition(".")
    st.download_button(
        label,
        made,
        file,
        _MEDIA[ending],
        key=f"{ending}-{name}",
        on_click="ignore",
        type="tertiary",
        disabled=disabled,
    )

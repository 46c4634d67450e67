"""Tables that readers sort by a heading and filter by words; the address says by which.

A page with one sorted list names its columns (`sort=-yen`); of pages with several tables each has
a name, and its columns numbers (`sort=documents.-4`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.state import address
from dashboard.widgets import choices, tables
from dashboard.widgets.tables import Cell, Heading, Table, Value
from graph.language.fold import fold

_SORT = "sort:"
_DOWN = "-"


def chosen(table: Table, names: Sequence[str], sort: str, q: str) -> list[int]:
    """Which rows (from 0) contain all words of `q`, in the order of `sort`: a name of `names`, one
    for each column, with - before it for the other way round; empty or unknown: as they come. What
    is empty comes last either way.
    """
    words = folded_words(q)
    kept = [at for at, row in enumerate(table.rows) if _contains(row, words)]
    name = sort.removeprefix(_DOWN)
    if name not in names:
        return kept
    column = names.index(name)
    known = [at for at in kept if _key(table.rows[at][column]) not in (None, "")]
    known.sort(key=lambda at: _comparable(table.rows[at][column]), reverse=sort != name)
    return [*known, *(at for at in kept if at not in set(known))]


def folded_words(q: str) -> list[str]:
    """The words of `q`, which blanks part, as they are compared."""
    return [word for word in map(fold, q.split()) if word]


def of_rows(table: Table, rows: Sequence[int]) -> Table:
    """The table with these rows (from 0) alone, in this order."""
    return replace(table, rows=[table.rows[at] for at in rows])


def show(
    table: Table,
    names: Sequence[str],
    sort: str,
    href: Callable[[str], str],
    key: str,
    pick: Callable[[str], None],
) -> None:
    """The table as it is, with a link in each heading that sorts by it: `href` gives the address
    for a `sort`, `pick` is called with it.
    """
    headed = replace(
        table,
        links=[_heading(name, sort, at in table.numeric, href) for at, name in enumerate(names)],
    )
    html = f'<div class="table stacked">{tables.html(headed)}</div>'
    choices.show(html, key, lambda said: pick(said.removeprefix(_SORT)))


def by_address(table: Table, page: str, name: str, language: str) -> Table:
    """A table of that name on a page, sorted as the address says, with a link in each heading that
    sorts by it; all else that the address says stays.
    """
    columns = [str(at) for at in range(1, len(table.headings) + 1)]
    of, _, said = address.read("sort").partition(".")
    sort = said if of == name else ""
    told = {key: st.query_params.get_all(key) for key in st.query_params if key != "lang"}

    def href(following: str) -> str:
        return address.link(page, language, **told | {"sort": [f"{name}.{following}"]})

    links = [_heading(each, sort, at in table.numeric, href) for at, each in enumerate(columns)]
    return replace(
        of_rows(table, chosen(table, columns, sort, "")),
        links=[replace(link, pick="") for link in links],
    )


def _heading(name: str, sort: str, numeric: bool, href: Callable[[str], str]) -> Heading:
    """Numbers are sorted from the largest first, all else from the first; the second time the
    other way round.
    """
    first, second = (f"{_DOWN}{name}", name) if numeric else (name, f"{_DOWN}{name}")
    following = second if sort == first else first
    order = {name: "ascending", f"{_DOWN}{name}": "descending"}.get(sort, "")
    return Heading(href(following), f"{_SORT}{following}", order)


def _contains(row: Sequence[Value], words: Sequence[str]) -> bool:
    said = fold(" ".join(_text(value) for value in row)) if words else ""
    return all(word in said for word in words)


def _text(value: Value) -> str:
    return f"{value.text} {value.note}" if isinstance(value, Cell) else str(value or "")


def _key(value: Value) -> str | int | float | None:
    if not isinstance(value, Cell):
        return value
    return value.text if value.value is None else value.value


def _comparable(value: Value) -> tuple[bool, float, str]:
    """Numbers before texts, each among themselves."""
    key = _key(value)
    if isinstance(key, int | float):
        return (False, key, "")
    return (True, 0.0, fold(key or ""))

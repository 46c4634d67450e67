"""The measures and programmes that a person matched, each with both pages."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.overview.settled import settled_joins


def show(words: Words) -> None:
    """The table with what it is; nothing where nobody had to settle any."""
    shown = table(words)
    if not shown.rows:
        return
    st.html(f'<div class="section">{escape(words("sources.settled"))}</div>')
    st.caption(words("sources.settled_help"))
    tables.show_stacked(shown)


def table(words: Words) -> Table:
    """A row a match."""
    rows: list[list[str | Cell]] = [
        [
            Cell(join.title, address.link("measure", words.language, id=join.measure)),
            words.of("pays_for", join.kind),
            Cell(join.name, address.link("programmes", words.language, id=join.programme)),
        ]
        for join in ask(settled_joins)
    ]
    names = ("measure.title", "programmes.how", "programmes.title")
    return Table([words(name) for name in names], rows)

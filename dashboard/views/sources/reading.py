"""How well documents are read, as it was measured."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.tables import Table
from queries.overview.reading_figures import figures

_COLUMNS = ("what", "fitted", "held_back", "unseen", "unseen_n", "agreement")


def show(words: Words) -> None:
    """The table with what its columns mean."""
    st.html(f'<div class="section">{escape(words("sources.reading"))}</div>')
    st.caption(words("sources.reading_help"))
    tables.show_stacked(table(words))


def table(words: Words) -> Table:
    """A row a kind of fact; – where it was not measured."""
    rows = [
        [
            naming.in_language(words, row.japanese or row.what, row.what),
            *(getattr(row, name) or "–" for name in _COLUMNS[1:]),
        ]
        for row in figures().rows
    ]
    return Table([words(f"sources.figure.{name}") for name in _COLUMNS], rows)

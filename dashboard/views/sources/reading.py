"""How well documents are read, as it was measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.sorted_tables import by_address
from dashboard.widgets.tables import Table
from queries.overview.reading_figures import figures

_DOCUMENT = re.compile(r"\b[a-z]+-20\d\d\b")  # an id of a document
_COLUMNS = ("what", "fitted", "held_back", "unseen", "unseen_n", "agreement")


def show(words: Words) -> None:
    """The table with what its columns mean."""
    st.html(f'<div class="section">{escape(words("sources.reading"))}</div>')
    st.caption(words("sources.reading_help"))
    tables.show_stacked(by_address(table(words), "sources", "reading", words.language))


def table(words: Words) -> Table:
    """A row a kind of fact; – where it was not measured."""
    measured = figures()
    japanese = measured.japanese if words.language == "ja" else {}
    rows = [
        [
            _by_date(words, naming.in_language(words, row.japanese or row.what, row.what)),
            *(_figure(getattr(row, name), japanese) for name in _COLUMNS[1:]),
        ]
        for row in measured.rows
    ]
    numbers = frozenset(range(1, len(_COLUMNS)))
    return Table([words(f"sources.figure.{name}") for name in _COLUMNS], rows, numbers)


def _figure(text: str, japanese: Mapping[str, str]) -> str:
    return japanese.get(text, text) or "–"


def _by_date(words: Words, text: str) -> str:
    """The text with documents as pages name them: by their dates, not by their ids."""
    return _DOCUMENT.sub(lambda id_: naming.document_short(words, id_[0]), text)

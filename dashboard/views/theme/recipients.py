"""Whom the programmes of a theme paid."""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.themes.paid import ThemeRecipient
from queries.themes.records import ThemeAnswer

_SHOWN = 20  # recipients


def show(words: Words, answer: ThemeAnswer) -> None:
    """The first of them; nothing where none is told."""
    if not answer.recipients:
        return
    st.html(f'<div class="section">{words("theme.recipients")}</div>')
    st.caption(
        words(
            "theme.recipients_help",
            year=answer.recipients[0].sheet - 1,
            n=f"{len(answer.recipients):,}",
        )
    )
    headings = [
        words("theme.recipients"),
        words("theme.paid"),
        words("theme.paying"),
        words("theme.column.ministry"),
    ]
    rows = [_row(words, each) for each in answer.recipients[:_SHOWN]]
    tables.show_stacked(Table(headings, rows, frozenset({1, 2})))


def _row(words: Words, each: ThemeRecipient) -> list[tables.Value]:
    return [
        Cell(
            each.name,
            address.link("recipients", words.language, id=each.id),
            note=words.of("recipient_kind", each.kind),
        ),
        Cell(figures.about(words, each.yen)),
        len(each.programmes),
        words.listed([naming.ministry_name(words, name) for name in each.ministries]),
    ]

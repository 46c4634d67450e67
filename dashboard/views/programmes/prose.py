"""Purpose and outline of a programme, live from its sheet: the graph holds no sentences."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import excerpt, sheet_row
from dashboard.text.words import Words
from graph.errors import DocumentError
from queries.programmes.card import ProgrammeCard
from queries.sources import Source

_TABLE = "-1-2"
_PRINTED = ("事業の目的", "現状・課題", "事業の概要")  # headings of the table


def described_at(card: ProgrammeCard) -> tuple[Source, ...]:
    """The row of table 1-2 that tells of the programme."""
    places = (source for office in card.offices for source in office.sources)
    return tuple(source for source in places if source.document.endswith(_TABLE))[:1]


def show(words: Words, card: ProgrammeCard) -> None:
    """What the sheet prints, or how to have it shown."""
    st.html(f'<div class="section">{words("programmes.purpose.heading")}</div>')
    told = _told(card)
    if not told:
        st.caption(words("programmes.purpose.absent", variable=excerpt.VARIABLE))
        return
    st.html(
        '<div class="prose" lang="ja">'
        + "".join(f"<h4>{escape(name)}</h4><p>{escape(text)}</p>" for name, text in told)
        + "</div>"
    )
    st.caption(words("programmes.purpose.live"))


def _told(card: ProgrammeCard) -> list[tuple[str, str]]:
    """Heading and text; nothing where the sheet is not at hand or cannot be read."""
    for source in described_at(card):
        try:
            row = sheet_row.row(source.document, source.line or 0, card.number)
        except DocumentError:
            return []
        return [(name, text) for name in _PRINTED if (text := (row or {}).get(name, "").strip())]
    return []

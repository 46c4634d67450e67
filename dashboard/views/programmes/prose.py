"""Purpose and outline of a programme, live from its sheet: the graph holds no sentences."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import excerpt, sheet_row
from dashboard.text.words import Words
from graph.errors import DocumentError
from queries.programmes.card import ProgrammeCard
from queries.programmes.prose import PRINTED, described_at


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
        return [(name, text) for name in PRINTED if (text := (row or {}).get(name, "").strip())]
    return []

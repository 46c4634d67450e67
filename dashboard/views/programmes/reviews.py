"""What reviews said of a programme: who, the verdict, what came of it; its sentences live from the
sheet.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming, sheet_row
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from graph.errors import DocumentError
from queries.programmes.card import ProgrammeCard, Review

_PRINTED = {  # who said it -> the heading of the table under which it stands
    "external": "外部有識者による点検ー所見",
    "public_process": "公開プロセス結果概要",
    "team": "行政事業レビュー推進チームの所見の詳細",
    "earlier": "過去に受けた指摘事項－取りまとめ内容",
    "other": "その他の指摘事項－指摘内容",
}


def show(words: Words, card: ProgrammeCard) -> None:
    """A row a review."""
    if not card.reviews:
        return
    st.html(f'<div class="section">{words("programmes.reviews")}</div>')
    rows = [_row(words, card, review) for review in card.reviews]
    headings = [words(f"programmes.{name}") for name in ("by", "verdict", "asks", "outcome")]
    tables.show(Table([*headings, words("place.heading")], rows))


def _row(words: Words, card: ProgrammeCard, review: Review) -> list[tables.Value]:
    by = words.of("review_by", review.by)
    return [
        Cell(
            naming.in_language(words, review.review or by, by),
            note=words("programmes.year_mark", year=review.year) if review.year else "",
        ),
        Cell(
            words.of("verdict", review.verdict),
            note=words("programmes.on_overlap") if review.on_overlap else "",
        ),
        words.listed([words.of("asks", kind) for kind in review.asks]),
        words.of("verdict", review.outcome),
        Cell(naming.places(words, review.sources), below=_sentence(card, review)),
    ]


def _sentence(card: ProgrammeCard, review: Review) -> str:
    """What the sheet prints, as HTML that a place opens to; nothing where it is not at hand."""
    for source in review.sources:
        try:
            row = sheet_row.row(source.document, source.line or 0, card.number) or {}
        except DocumentError:
            continue
        if text := row.get(_PRINTED.get(review.by, ""), "").strip():
            return f'<div class="prose" lang="ja"><p>{escape(text)}</p></div>'
    return ""

"""比較: the two, what tells them apart, their money beside each other, and the card of the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.beside import card as beside
from dashboard.frame import title
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.compare import choosing, file
from dashboard.views.compare.state import current
from dashboard.widgets import money_chart, tables
from dashboard.widgets.tables import Cell, Table, Value
from dashboard.widgets.workbook import save_tables
from queries.overlap.compared_side import Named
from queries.overlap.comparison import Comparison, comparison
from queries.overlap.laws_of import laws_of


def show(words: Words) -> None:
    """The whole page."""
    state = current()
    for said in state.wrong:
        st.warning(plain(words("compare.unknown", id=said)))
    if state.a and state.a == state.b:
        st.warning(words("compare.same"))
        state = replace(state, b="")
    if not (state.a and state.b):
        st.info(words("compare.first"))
        choosing.show(words, state)
        choosing.suggest(words, state)
        return
    card = ask(comparison, state.a, state.b)
    choosing.show(words, replace(state, a=card.a.id, b=card.b.id))
    title.of_page(words, f"{card.a.name} ⇄ {card.b.name}")
    apart = naming.in_language(words, card.japanese, card.english)
    st.html(f'<div class="beside"><b>{escape(apart)}</b></div>')
    _ways(words, card)
    laws = [ask(laws_of, side.id) for side in (card.a, card.b)]
    _save(words, card, laws)
    if bars := money_chart.of_two(words, card.money):
        st.html(f'<div class="section">{escape(words("compare.money"))}</div>')
        money_chart.show(words, bars)
    _laws(words, laws)
    beside.show(words, card)


def _ways(words: Words, card: Comparison) -> None:
    """To the page where a scored pair is judged and marked."""
    if card.score is not None:
        href = address.link("overlap", words.language, pair=[card.a.id, card.b.id])
        st.html(
            f'<div class="ways"><a href="{escape(href)}" target="_self">'
            f"{escape(words('compare.pair'))}</a></div>"
        )


def _laws(words: Words, laws: Sequence[Sequence[Named]]) -> None:
    st.html(f'<div class="section">{escape(words("compare.laws"))}</div>')
    if not any(laws):
        st.caption(words("compare.no_laws"))
        return
    rows: list[list[Value]] = [
        [side, Cell(naming.in_language(words, law.name, law.english)), _places(words, law)]
        for side, of_side in zip("AB", laws, strict=True)
        for law in of_side
    ]
    tables.show(Table(["", words("compare.laws"), words("place.heading")], rows))


def _places(words: Words, law: Named) -> str:
    return naming.places(words, law.sources)


def _save(words: Words, card: Comparison, laws: Sequence[Sequence[Named]]) -> None:
    asked = [
        (words("asked.page"), words("compare.title")),
        ("A", f"{card.a.name} ({card.a.id})"),
        ("B", f"{card.b.name} ({card.b.id})"),
        (
            words("compare.about.together"),
            naming.in_language(words, card.japanese, card.english),
        ),
    ]
    held = [(words("compare.title"), file.table(words, card, laws))]
    name = "-".join(("shisaku-compare", *(side.id.split(":")[1] for side in (card.a, card.b))))
    save_tables(words, name, asked, held)

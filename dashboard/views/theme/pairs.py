"""The pairs within a theme that do much the same, each leading to the two side by side."""

from __future__ import annotations

import math

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.views.theme.members import link
from dashboard.views.theme.state import State, change
from dashboard.widgets import pager, tables
from dashboard.widgets.tables import Cell, Table
from queries.themes.records import ThemeAnswer, ThemePair

_PAGE = 10  # pairs


def show(words: Words, state: State, answer: ThemeAnswer) -> None:
    """A page of them."""
    st.html(
        f'<div class="section">{words("theme.pairs")}'
        f' <span class="quiet">{len(answer.pairs):,}</span></div>'
    )
    if not answer.pairs:
        st.caption(words("theme.no_pairs"))
        return
    st.caption(words("theme.pairs_help"))
    pages = math.ceil(len(answer.pairs) / _PAGE)
    page = min(state.pairs, pages)
    rows = [_row(words, pair) for pair in answer.pairs[(page - 1) * _PAGE : page * _PAGE]]
    tables.show_stacked(Table([words("theme.grade"), "A", "B"], rows))
    pager.show(words, "theme_pairs", page, pages, lambda page: change(pairs=page))


def _row(words: Words, pair: ThemePair) -> list[tables.Value]:
    card = address.link("overlap", words.language, pair=[pair.a, pair.b])
    note = f"{pair.score:.2f} {words('theme.within') if pair.within else ''}".strip()
    return [
        Cell(f"{pair.grade} {words(f'grade.{pair.grade}')}", card, note=note),
        *(
            Cell(
                name,
                link(words, id_),
                note=words.listed([naming.ministry_name(words, each) for each in ministries]),
            )
            for id_, name, ministries in (
                (pair.a, pair.a_name, pair.a_ministries),
                (pair.b, pair.b_name, pair.b_ministries),
            )
        ),
    ]

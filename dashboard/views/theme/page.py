"""テーマ: the answer on the theme that is asked for, or the themes that can be."""

from __future__ import annotations

import streamlit as st

from dashboard.frame import title
from dashboard.reading.answers import ask
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.theme import answer, controls, members, ministries, pairs, recipients
from dashboard.views.theme.state import State, current, link
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from graph.errors import NotFound
from queries.themes.answer import theme_answer
from queries.themes.known import known_theme_list, near_themes
from queries.themes.themes import TooCommon


def show(words: Words) -> None:
    """The whole page."""
    state = current()
    for part in state.wrong:
        st.warning(plain(words("sheets.address_wrong", part=part)))
    controls.show(words, state)
    if not state.q:
        st.info(words("theme.first"))
        _known(words, state)
        return
    try:
        found = ask(theme_answer, *state.asked)
    except TooCommon:
        st.info(plain(words("theme.too_common", q=state.q)))
        return
    except NotFound:
        st.info(plain(words("theme.none", q=state.q)))
        st.caption(words("theme.none_help"))
        if near := ask(near_themes, state.q):
            controls.suggest(words, state, words("theme.near"), near)
        return
    title.of_page(words, state.q)
    answer.show(words, found)
    ministries.show(words, state, found)
    members.show(words, state, found, "programme")
    members.show(words, state, found, "measure")
    pairs.show(words, state, found)
    recipients.show(words, found)


def _known(words: Words, state: State) -> None:
    """The themes that have a name, with how much belongs to each."""
    rows: list[list[tables.Value]] = [
        [
            Cell(
                one.name if words.language == "ja" else one.english or one.name,
                link(words, State(scope=state.scope), q=one.name),
                note=words(f"theme.kind.{one.kind}"),
            ),
            one.programmes,
            one.measures,
            one.mentioning,
        ]
        for one in ask(known_theme_list)
    ]
    headings = [
        words("theme.title"),
        words("theme.programmes"),
        words("theme.measures"),
        words("theme.mentioning"),
    ]
    tables.show_listing(words, Table(headings, rows, frozenset({1, 2, 3})), 620)

"""The search field with suggested themes, and the ministries, the range and the year."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.words import Words
from dashboard.views.theme.answer import named
from dashboard.views.theme.state import MOST, SCOPES, State, change, link
from queries.themes.known import theme_ministries, theme_years
from queries.themes.themes import themes

_SUGGESTED = 13  # themes; the page without one lists all


def show(words: Words, state: State) -> None:
    """All of them; what was changed is put into the address."""
    search, ministry, year = st.columns([2, 1.8, 1])
    with search:
        st.text_input(
            words("theme.search"),
            key=fill("theme_q", state.q),
            placeholder=words("theme.placeholder"),
            on_change=lambda: change(q=value("theme_q").strip()),
        )
    with ministry:
        st.multiselect(
            words("theme.ministry"),
            ask(theme_ministries),
            format_func=lambda name: naming.ministry_name(words, name),
            key=fill("theme_ministry", list(state.ministry)),
            max_selections=MOST,
            placeholder=words("sheets.any"),
            on_change=lambda: change(ministry=tuple(value("theme_ministry"))),
        )
    with year:
        st.selectbox(
            words("theme.year"),
            [0, *ask(theme_years)],
            format_func=lambda each: (
                words("programmes.year_mark", year=each) if each else words("theme.latest")
            ),
            key=fill("theme_year", state.year),
            on_change=lambda: change(year=value("theme_year")),
        )
    st.segmented_control(
        words("theme.scope_label"),
        SCOPES,
        format_func=lambda scope: words(f"theme.scope.{scope}"),
        key=fill("theme_scope", state.scope),
        required=True,
        on_change=lambda: change(scope=value("theme_scope")),
        label_visibility="collapsed",
    )
    suggest(words, state, words("theme.suggested"), (theme.name for theme in themes()[:_SUGGESTED]))


def suggest(words: Words, state: State, label: str, names: Iterable[str]) -> None:
    """Themes as links."""
    links = "".join(
        f'<a href="{escape(link(words, State(scope=state.scope), q=name))}" target="_self">'
        f"{escape(named(words, name))}</a> "
        for name in names
    )
    st.html(f'<div class="chips"><span class="label">{escape(label)}</span> {links}</div>')

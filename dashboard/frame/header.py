"""The head of every page: links to all pages, the page's heading, the search field, the address to
copy and a menu, as HTML that works without a script too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from dashboard.state import address
from dashboard.text.words import Words

_CURRENT = ' aria-current="page"'
_BRIGHTNESS = ("system", "light", "dark")


def show(words: Words, pages: Sequence[str], page: str, switch: Callable[[], None]) -> None:
    """The links to these pages, and the head of the page of this name (one of them or another).
    `switch` shows the choice of a language.
    """
    with st.container(key="frame"):
        with st.container(key="frame_pages", horizontal=True, vertical_alignment="center"):
            st.html(navigation(words, pages, page))
            switch()
        st.html(masthead(words, page))


def navigation(words: Words, pages: Sequence[str], page: str) -> str:
    """The links to all pages, that to this one marked."""
    links = "".join(
        f'<a href="{escape(address.link(name, words.language))}" target="_self"'
        f"{_CURRENT if name == page else ''}>{escape(words(f'{name}.title'))}</a>"
        for name in pages
    )
    return f'<nav class="pages" aria-label="{escape(words("frame.pages"))}">{links}</nav>'


def masthead(words: Words, page: str) -> str:
    """The heading of the first level, the search field and the tools."""
    return (
        f'<div class="masthead"><h1>{escape(words("app.title"))}'
        f" <span>{escape(words(f'{page}.title'))}</span></h1>"
        f"{search_form(words, page)}"
        '<div class="tools">'
        f'<button type="button" data-do="copy" data-done="{escape(words("frame.copied"))}">'
        f"{escape(words('frame.copy'))}</button>{_menu(words)}"
        '<span class="said" role="status"></span></div></div>'
    )


def search_form(words: Words, page: str) -> str:
    """The search field; on the search page it holds what is looked for."""
    asked = address.read("q") if page == "search" else ""
    label = escape(words("frame.search"))
    return (
        f'<form class="search" role="search" action="search" data-lang="{words.language}">'
        f'<input type="search" name="q" value="{escape(asked)}" aria-label="{label}"'
        f' placeholder="{escape(words("frame.search_hint"))}" autocomplete="off">'
        f'<button type="submit">{escape(words("frame.search_now"))}</button></form>'
    )


def _menu(words: Words) -> str:
    brightness = "".join(
        f'<button type="button" data-do="{name}">{escape(words(f"frame.brightness.{name}"))}'
        "</button>"
        for name in _BRIGHTNESS
    )
    tour = escape(address.link("start", words.language, tour="1"))
    return (
        f'<details class="menu"><summary>{escape(words("frame.menu"))}</summary><div>'
        f'<a href="{tour}" target="_self">{escape(words("frame.tour"))}</a>'
        f'<button type="button" data-do="print">{escape(words("frame.print"))}</button>'
        f'<div class="label">{escape(words("frame.brightness.label"))}</div>{brightness}'
        "</div></details>"
    )

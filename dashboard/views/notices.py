"""What is shown where there is no graph, or where something asked for is not in it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import store_status
from dashboard.state import address
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from graph.bounds import ADDRESS_VALUE, ADDRESS_VALUES
from graph.errors import NotFound, ShisakuError, StoreError
from graph.opening import is_server, store_uri

ABOUT_MEASURES = ("overlap", "bonus", "measure")  # pages with nothing to show without them


def is_empty() -> bool:
    """Whether the graph holds neither measures nor budget programmes. Raises StoreError where no
    graph is.
    """
    return not (naming.holds("Measure") or naming.holds("BudgetProgramme"))


def without_measures(words: Words) -> None:
    """What a graph of review sheets alone has instead of measures."""
    st.header(words("empty.no_measures"), anchor=False)
    ways = "".join(
        f'<a href="{escape(address.link(page, words.language))}" target="_self">'
        f"{words(f'{page}.title')}</a>"
        for page in ("programmes", "recipients")
    )
    st.html(f'<div class="ways">{ways}</div>')


def no_such_page(words: Words, asked: str) -> None:
    """What an address of no page has instead of one."""
    st.header(plain(words("absent.heading", page=asked[:ADDRESS_VALUE])), anchor=False)
    ways = "".join(
        f'<a href="{escape(address.link(page, words.language))}" target="_self">'
        f"{words(f'{page}.title')}</a>"
        for page in ("start", "overview", "overlap", "bonus", "explorer")
    )
    st.html(f'<p>{escape(words("absent.todo"))}</p><div class="ways">{ways}</div>')


def notice(words: Words) -> None:
    """A line where a load has not written all, so that the page mixes the old graph and the new
    one; and one where the address says more than is read.
    """
    if names := address.too_long():
        st.warning(
            plain(
                words(
                    "app.too_long",
                    names=", ".join(names),
                    characters=ADDRESS_VALUE,
                    values=ADDRESS_VALUES,
                )
            )
        )
    if (status := store_status()).unfinished:
        st.warning(
            plain(
                words(
                    "empty.loading" if status.loading else "empty.unfinished",
                    since=f"{status.unfinished:%Y-%m-%d %H:%M %Z}",
                )
            )
        )


def show(words: Words) -> None:
    """How to fill an empty graph."""
    _advice(words, words("empty.title"))
    st.caption(plain(words("empty.where", uri=store_uri())))


def problem(words: Words, error: ShisakuError) -> None:
    """What went wrong and what to do, in the chosen language; the error's own words, which are
    English, in small print below.
    """
    if isinstance(error, StoreError) and is_server(store_uri()):
        st.header(words("empty.server"), anchor=False)
        st.write(words("empty.server_todo"))
    elif isinstance(error, StoreError):
        _advice(words, words("empty.unreadable" if Path(store_uri()).exists() else "empty.missing"))
    elif isinstance(error, NotFound):
        _not_found(words, address.read("id"))
    else:
        st.error(words("empty.failed"))
    st.html(f'<small class="quiet">{escape(words("empty.details", message=error))}</small>')


def _not_found(words: Words, node: str) -> None:
    st.warning(plain(words("empty.not_found_id", asked=node)) if node else words("empty.not_found"))
    ways = "".join(
        f'<a href="{escape(address.link(page, words.language))}" target="_self">{words(text)}</a>'
        for page, text in (("measure", "empty.measures"), ("explorer", "empty.explorer"))
    )
    st.html(f'<div class="ways">{ways}</div>')


def _advice(words: Words, title: str) -> None:
    st.header(title, anchor=False)
    st.write(words("empty.todo"))
    st.code(
        (
            f"shisaku load --store {store_uri()}"
            if is_server(store_uri())
            else "shisaku load\nshisaku serve"
        ),
        language="shell",
    )

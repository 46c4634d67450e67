"""What is shown where there is no graph, or where something asked for is not in it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import reading
from dashboard.texts import Words
from graph.errors import NotFound, ShisakuError, StoreError
from graph.store import store_uri
from queries.overview import overview


def is_empty() -> bool:
    """Whether the graph holds no measure. Raises StoreError where no graph is."""
    return not any(found.count for found in reading.ask(overview).nodes if found.type == "Measure")


def show(words: Words) -> None:
    """How to fill an empty graph."""
    _advice(words, words("empty.title"))
    st.caption(words("empty.where", uri=store_uri()))


def problem(words: Words, error: ShisakuError) -> None:
    """What went wrong, in one line, and what to do."""
    if isinstance(error, StoreError):
        _advice(words, words("empty.unreadable" if Path(store_uri()).exists() else "empty.missing"))
        st.caption(str(error))
    elif isinstance(error, NotFound):
        st.warning(words("empty.not_found"))
        st.caption(str(error))
    else:
        st.error(str(error))


def _advice(words: Words, title: str) -> None:
    st.subheader(title, anchor=False)
    st.write(words("empty.todo"))
    st.code("shisaku load\nshisaku serve", language="shell")

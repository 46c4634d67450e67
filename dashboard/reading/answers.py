"""Asking the graph: one open store for all sessions, and answers kept until another graph is
loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from graph.opening import is_server, open_store, store_uri
from graph.store import Store, StoreStatus

Answer = TypeVar("Answer")
_FRESH = 1.0  # seconds; a page asks many questions


@st.cache_resource(show_spinner=False)
def _opened(uri: str) -> Store:
    return open_store(uri)


@st.cache_data(show_spinner=False, ttl=_FRESH)
def _server_status(uri: str) -> StoreStatus:
    return _opened(uri).status()


def store_status() -> StoreStatus:
    """How the store stands; a server's as it was within the last second. Raises StoreError where
    none is, or none answers.
    """
    uri = store_uri()
    return _server_status(uri) if is_server(uri) else _opened(uri).status()


@st.cache_resource(show_spinner=False, max_entries=2000)
def _answered(
    uri: str,
    kept_by: tuple[str, ...],  # noqa: ARG001  graph and question: what an answer is kept by
    args: tuple[Any, ...],
    _question: Callable[..., Any],
) -> Any:
    return _question(_opened(uri), *args)


def ask(question: Callable[..., Answer], *args: Any) -> Answer:
    """What a function of `queries` answers on the current graph; the same question is asked once.

    Raises StoreError where no graph is, NotFound for what nothing answers to.
    """
    uri = store_uri()
    kept_by = (store_status().stamp, question.__module__, question.__qualname__)
    answer: Answer = _answered(uri, kept_by, args, question)
    return answer

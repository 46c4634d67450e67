"""Asking the graph: one open store for all sessions, and answers kept until another graph is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from graph.store import Store, open_store, store_uri

Answer = TypeVar("Answer")


def _stamp(uri: str) -> tuple[int, int]:
    """Changes when another graph is swapped in; (0, 0) where no file is."""
    path = Path(uri)
    if not path.exists():
        return (0, 0)
    found = path.stat()
    return (found.st_mtime_ns, found.st_ino)


@st.cache_resource(show_spinner=False)
def _opened(uri: str) -> Store:
    return open_store(uri)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _answered(uri: str, stamp: tuple[int, int], module: str, name: str, args: tuple[Any, ...],
              _question: Callable[..., Any]) -> Any:
    return _question(_opened(uri), *args)


def ask(question: Callable[..., Answer], *args: Any) -> Answer:
    """What a function of `queries` answers on the current graph; the same question is asked once.

    Raises StoreError where no graph is, NotFound for what nothing answers to.
    """
    uri = store_uri()
    return _answered(uri, _stamp(uri), question.__module__, question.__qualname__, args, question)

"""Asking the graph: one open store for all sessions, and answers kept until another graph is
loaded.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from dashboard.reading.kept_answers import KeptAnswers
from graph.opening import is_server, open_store, store_uri
from graph.store import Store, StoreStatus

Answer = TypeVar("Answer")
_FRESH = 1.0  # seconds; a page asks many questions
_MOST = 64 << 20  # bytes of all answers; the largest, of all programmes, takes a quarter
_kept = KeptAnswers(_MOST)
_stores: dict[str, Store] = {}
_seen: dict[str, tuple[float, StoreStatus]] = {}  # when a server was asked how it stands
_opening = Lock()


def _opened(uri: str) -> Store:
    with _opening:
        if uri not in _stores:
            _stores[uri] = open_store(uri)
        return _stores[uri]


def _server_status(uri: str) -> StoreStatus:
    asked, status = _seen.get(uri, (0.0, None))
    now = time.monotonic()
    if status is None or now - asked > _FRESH:
        status = _opened(uri).status()
        _seen[uri] = now, status
    return status


def store_status() -> StoreStatus:
    """How the store stands; a server's as it was within the last second. Raises StoreError where
    none is, or none answers.
    """
    uri = store_uri()
    return _server_status(uri) if is_server(uri) else _opened(uri).status()


def ask(question: Callable[..., Answer], *args: Any) -> Answer:
    """What a function of `queries` answers on the current graph; the same question is asked once.

    Raises StoreError where no graph is, NotFound for what nothing answers to.
    """
    uri = store_uri()
    asked = uri, store_status().stamp, question.__module__, question.__qualname__, args
    answer: Answer = _kept.get(asked, lambda: question(_opened(uri), *args))
    return answer

"""The graph that a question is asked of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graph.opening import open_store
from graph.store import Store, no_graph


@contextmanager
def open_graph(uri: str | None) -> Iterator[Store]:
    """The store at `uri` (see graph.opening.open_store). Raises StoreError where it holds nothing
    of ours: an answer would blame the question.
    """
    with open_store(uri) as store:
        if is_empty(store):
            raise no_graph(store.uri)
        yield store


def is_empty(store: Store) -> bool:
    return not store.read("MATCH (n:Shisaku) RETURN n.id LIMIT 1")

"""A graph with the made-up bonus rules, its rule book, and a dashboard on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.opening import open_store
from queries.bonus.rule_book.book import RuleBook, rule_book
from tests.dashboard.conftest import serving


@pytest.fixture(scope="module")
def store(graph_of_bonuses: Path) -> str:
    """The address of a graph with the made-up bonus rules."""
    return str(graph_of_bonuses)


@pytest.fixture(scope="module")
def book(store: str) -> RuleBook:
    with open_store(store) as opened:
        return rule_book(opened)


@pytest.fixture(scope="module")
def server(store: str, sources: str) -> Iterator[str]:
    """The address of a dashboard on that graph."""
    with serving(store, sources) as address:
        yield address


@pytest.fixture(autouse=True)
def _of_the_made_up_graph(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)

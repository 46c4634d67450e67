"""A graph with the made-up bonus rules, its rule book, and a dashboard on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.opening import open_store
from loaders.load import load
from queries.bonus.rule_book.book import RuleBook, rule_book
from tests.dashboard.conftest import serving
from tests.made_up import bonuses as made_up_bonuses


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a graph with the made-up bonus rules."""
    path = tmp_path_factory.mktemp("bonus") / "graph.lbug"
    with open_store(path) as opened:
        load(made_up_bonuses.catalogue(), opened)
    return str(path)


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

"""What the tests of questions share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.opening import open_store
from graph.store import Store
from queries.bonus.rule_book.book import RuleBook, rule_book


@pytest.fixture(scope="session")
def bonus_store(graph_of_bonuses: Path) -> Iterator[Store]:
    """The graph of the made-up bonus rules."""
    with open_store(graph_of_bonuses) as store:
        yield store


@pytest.fixture(scope="session")
def book(bonus_store: Store) -> RuleBook:
    return rule_book(bonus_store)

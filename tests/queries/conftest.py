"""What the tests of questions share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.bonus.book import RuleBook, rule_book
from tests.made_up import bonuses as made_up_bonuses


@pytest.fixture(scope="session")
def bonus_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of the made-up bonus rules."""
    with open_store(tmp_path_factory.mktemp("made_up_bonuses") / "graph.lbug") as store:
        load(made_up_bonuses.catalogue(), store)
        yield store


@pytest.fixture(scope="session")
def book(bonus_store: Store) -> RuleBook:
    return rule_book(bonus_store)

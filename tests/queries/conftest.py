"""What the tests of questions share."""

from __future__ import annotations

from collections.abc import Iterator

import made_up_bonuses
import pytest

from graph.store import Store, open_store
from loaders.load import load
from queries.bonus_book import RuleBook, rule_book


@pytest.fixture(scope="session")
def bonus_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of the made-up bonus rules."""
    with open_store(tmp_path_factory.mktemp("made_up_bonuses") / "graph.lbug") as store:
        load(made_up_bonuses.catalogue(), store)
        yield store


@pytest.fixture(scope="session")
def book(bonus_store: Store) -> RuleBook:
    return rule_book(bonus_store)

"""What several folders of tests share; being here also lets them import made_up.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made_up
import made_up_years
import pytest

from graph.rows import GraphRows
from graph.store import Store, open_store
from loaders.load import load, rows_of


@pytest.fixture(scope="session")
def made_up_rows() -> GraphRows:
    return rows_of(made_up.catalogue())


@pytest.fixture(scope="session")
def made_up_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the graph of the made-up catalogue, for reading only."""
    path = tmp_path_factory.mktemp("made_up") / "graph.lbug"
    with open_store(path) as store:
        load(made_up.catalogue(), store)
    return path


@pytest.fixture(scope="session")
def made_up_store(made_up_graph: Path) -> Iterator[Store]:
    with open_store(made_up_graph) as store:
        yield store


@pytest.fixture(scope="session")
def graph_of_two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the graph of the made-up catalogue and the earlier document beside it, for reading only."""
    path = tmp_path_factory.mktemp("made_up_years") / "graph.lbug"
    with open_store(path) as store:
        load(made_up_years.catalogue(), store)
    return path


@pytest.fixture(scope="session")
def store_of_two_years(graph_of_two_years: Path) -> Iterator[Store]:
    with open_store(graph_of_two_years) as store:
        yield store

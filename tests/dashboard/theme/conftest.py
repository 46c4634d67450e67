"""A graph with the made-up programmes of themes, and a dashboard on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.opening import open_store
from loaders.load import load
from tests.dashboard.conftest import serving
from tests.made_up import themes as made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the graph."""
    path = tmp_path_factory.mktemp("themes") / "graph.lbug"
    with open_store(path) as opened:
        load(made.catalogue(), opened)
    return str(path)


@pytest.fixture(scope="module")
def server(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on that graph."""
    with serving(store, str(tmp_path_factory.mktemp("sources"))) as address:
        yield address

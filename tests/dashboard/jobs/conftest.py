"""A graph in which each job has its example: measures of two ministries that overlap, a
certification with what it is good for; and a dashboard on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.opening import open_store
from loaders.load import load
from tests.dashboard.conftest import serving
from tests.made_up import overlaps


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the graph; what readers say of its pairs is kept beside it."""
    path = tmp_path_factory.mktemp("jobs") / "graph.lbug"
    with open_store(path) as opened:
        load(overlaps.catalogue(), opened)
    return str(path)


@pytest.fixture(scope="module")
def server(store: str, sources: str, asked_elsewhere: Path) -> Iterator[str]:
    """The address of a dashboard on that graph."""
    with serving(store, sources, asked_elsewhere) as address:
        yield address

"""A graph with the two made-up review sheets, the folder of their tables, and a dashboard on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.opening import open_store
from loaders.load import load
from tests.dashboard.conftest import serving
from tests.made_up import programmes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programmes")
    with open_store(folder / "graph.lbug") as opened:
        load(programmes.catalogue(folder / "tables" / "rs-2031"), opened)
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> str:
    """The address of the graph."""
    return str(folder / "graph.lbug")


@pytest.fixture(scope="module")
def server(store: str, folder: Path) -> Iterator[str]:
    """The address of a dashboard on that graph; its sources lie in a folder of their own."""
    with serving(store, str(folder / "tables")) as address:
        yield address

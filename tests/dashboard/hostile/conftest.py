"""Graphs with hostile names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.opening import open_store
from loaders.catalogue.files import Catalogue
from loaders.load import rows_of
from tests.made_up import bonuses, compared, programmes, themes
from tests.made_up import overlaps as of_overlaps
from tests.made_up.hostile import hostile
from tests.once import Once


@pytest.fixture(scope="session")
def hostile_graphs(once: Once, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of the graphs, by what is in them."""
    sheets = tmp_path_factory.mktemp("hostile") / "rs-2031"
    return {
        name: str(once(f"hostile_{name}", _making(catalogue)) / "graph.lbug")
        for name, catalogue in {
            "programmes": lambda: programmes.catalogue(sheets),
            "overlaps": of_overlaps.catalogue,
            "compared": compared.catalogue,
            "bonuses": bonuses.catalogue,
            "themes": themes.catalogue,
        }.items()
    }


def _making(catalogue: Callable[[], Catalogue]) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        with open_store(folder / "graph.lbug") as opened:
            opened.replace(hostile(rows_of(catalogue())))

    return make

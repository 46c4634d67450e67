"""The catalogue that comes with this program: beside the code, or where the wheel puts it."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from graph.errors import CatalogueError

_BESIDE = Path(__file__).parents[2] / "catalogue"
_OF_THE_WHEEL = Path("share", "shisaku-graph", "catalogue")  # pyproject.toml says so, too


def bundled_catalogue() -> Path:
    """The folder. Raises CatalogueError where it is not installed."""
    for folder in (_BESIDE, Path(sysconfig.get_path("data")) / _OF_THE_WHEEL):
        if (folder / "documents.jsonl").exists():
            return folder
    raise CatalogueError(
        "the bundled catalogue is not here", str(_BESIDE), "install `shisaku-graph` again"
    )

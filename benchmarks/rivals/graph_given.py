"""The graph that a page of a rival draws. Python's own library alone."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

FOLDER = "GRAPHS_TO_DRAW"  # the variable that names where the graphs lie


def graph_given(name: str) -> dict[str, Any]:
    """{nodes: [{id, name, group}], edges: [{id, from, to, said}]} of `<name>.json`."""
    file = Path(os.environ[FOLDER]) / f"{name}.json"
    graph: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return graph

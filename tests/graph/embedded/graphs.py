"""Made-up graphs of one type, and how many nodes a graph in a file has."""

from __future__ import annotations

from pathlib import Path

from graph.opening import open_store
from graph.schema.rows import GraphRows, NodeRow, graph_rows
from graph.schema.schema import schema

COUNT = "MATCH (n) RETURN count(*) AS n"


def terms(count: int) -> GraphRows:
    names = [f"term:{i:05}" for i in range(count)]
    return graph_rows(
        schema(),
        [NodeRow("Term", {"id": n, "name": n, "known_as": [n], "words": n}) for n in names],
        [],
    )


def count(path: Path) -> int:
    with open_store(path) as store:
        return store.read(COUNT)[0]["n"]

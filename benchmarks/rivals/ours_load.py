"""Ours: the first load, then, for each further file, a load of it over what is there. The first is
loaded twice: the second time nothing has changed.
"""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from benchmarks.rivals.contest import LoadReport, Rows, Server, contend, taken
from graph.opening import open_store
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow


def _graph_rows(rows: Rows) -> GraphRows:
    """The same rows in the order in which `graph_rows` gave them."""
    nodes = (
        NodeRow(kind, properties) for kind, of_type in rows.nodes.items() for properties in of_type
    )
    joined = (
        RelationshipRow(kind, start, end, properties)
        for (kind, _, _), of_type in rows.relationships.items()
        for start, end, properties in of_type
    )
    return GraphRows(
        tuple(sorted(nodes, key=attrgetter("id"))),
        tuple(sorted(joined, key=attrgetter("type", "start", "end"))),
    )


def load(server: Server, graphs: list[Rows]) -> LoadReport:
    first, *further = [_graph_rows(rows) for rows in graphs]
    with open_store(server.uri) as store:
        store.read("RETURN 1 AS one")
        loading = taken(lambda: store.replace(first))
        nodes, joined = (
            store.read(f"MATCH {pattern} RETURN count(*) AS n")[0]["n"]
            for pattern in ("(:Shisaku)", "()-->()")
        )
        seconds = {"load": loading, "again": taken(lambda: store.replace(first))}
        return LoadReport(
            seconds
            | {
                what: taken(partial(store.replace, rows))
                for what, rows in zip(("changed", "sweep"), further, strict=False)
            },
            (nodes, joined),
        )


if __name__ == "__main__":
    contend(load)

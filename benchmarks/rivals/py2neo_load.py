"""py2neo.bulk as its documentation shows it: lists of values with the keys once, a transaction a
batch; under a uniqueness constraint a type.

`merge_*`, what can be run twice; with `--create`, `create_*`, which cannot.
"""

from __future__ import annotations

import sys

from py2neo import Graph
from py2neo.bulk import (
    create_nodes,
    create_relationships,
    merge_nodes,
    merge_relationships,
)

from benchmarks.rivals.contest import LoadReport, Rows, Server, batches, contend, taken

CREATE = "--create"


def _constrain(graph: Graph, rows: Rows) -> None:
    for kind in rows.nodes:
        graph.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:`{kind}`) REQUIRE n.id IS UNIQUE")


def _merge(graph: Graph, rows: Rows) -> None:
    _constrain(graph, rows)
    for kind, nodes in rows.nodes.items():
        keys = list(nodes[0])
        for batch in batches(nodes):
            merge_nodes(
                graph.auto(),
                [[node.get(key) for key in keys] for node in batch],
                (kind, "id"),
                keys=keys,
            )
    for (kind, start, end), relationships in rows.relationships.items():
        keys = sorted({key for _, _, properties in relationships for key in properties})
        for joined in batches(relationships):
            merge_relationships(
                graph.auto(),
                [(a, [properties.get(key) for key in keys], b) for a, b, properties in joined],
                (kind, *rows.apart[kind]),
                start_node_key=(start, "id"),
                end_node_key=(end, "id"),
                keys=keys,
            )


def _create(graph: Graph, rows: Rows) -> None:
    _constrain(graph, rows)
    for kind, nodes in rows.nodes.items():
        keys = list(nodes[0])
        for batch in batches(nodes):
            create_nodes(
                graph.auto(),
                [[node.get(key) for key in keys] for node in batch],
                labels={kind},
                keys=keys,
            )
    for (kind, start, end), relationships in rows.relationships.items():
        keys = sorted({key for _, _, properties in relationships for key in properties})
        for joined in batches(relationships):
            create_relationships(
                graph.auto(),
                [(a, [properties.get(key) for key in keys], b) for a, b, properties in joined],
                kind,
                start_node_key=(start, "id"),
                end_node_key=(end, "id"),
                keys=keys,
            )


def load(server: Server, graphs: list[Rows]) -> LoadReport:
    graph = Graph(server.uri, auth=(server.user, server.password))
    graph.run("RETURN 1")
    return LoadReport({"load": taken(lambda: (_create if creates else _merge)(graph, graphs[0]))})


if __name__ == "__main__":
    creates = CREATE in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != CREATE]
    contend(load)

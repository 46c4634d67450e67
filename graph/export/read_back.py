"""The rows of a graph that is in a store, as a load would put them there."""

from __future__ import annotations

from collections.abc import Iterator

from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import Schema, schema
from graph.store import Store

_PAGE = 5_000  # nodes, with what starts at them: no answer is the whole graph


def read_back(store: Store, declared: Schema | None = None) -> GraphRows:
    """All nodes and relationships of ours. Raises StoreError where the store fails or holds what is
    not declared.
    """
    kinds = declared or schema()
    nodes: list[NodeRow] = []
    relationships: list[RelationshipRow] = []
    for kind in kinds.nodes:
        for page in _pages(store, kind):
            nodes += page
            relationships += _starting_at(store, kind, page)
    return graph_rows(kinds, nodes, relationships)


def _pages(store: Store, kind: str) -> Iterator[list[NodeRow]]:
    after = ""
    while page := store.read(
        f"MATCH (n:Shisaku:`{kind}`) WHERE n.id > $after RETURN n AS node, n.id AS id ORDER BY id"
        f" LIMIT {_PAGE}",
        after=after,
    ):
        yield [NodeRow(kind, row["node"]) for row in page]
        after = page[-1]["id"]


def _starting_at(store: Store, kind: str, page: list[NodeRow]) -> list[RelationshipRow]:
    rows = store.read(
        f"MATCH (a:Shisaku:`{kind}`)-[r]->(b:Shisaku) WHERE a.id >= $first AND a.id <= $last AND"
        " r.type IS NOT NULL RETURN a.id AS source, b.id AS target, r AS facts",
        first=page[0].id,
        last=page[-1].id,
    )
    return [
        RelationshipRow(row["facts"]["type"], row["source"], row["target"], row["facts"])
        for row in rows
    ]

"""Rows changed in one thing, and loads that go in many batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from graph.neo4j import loading
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import schema


def in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "ONE_TRANSACTION", 0)
    monkeypatch.setattr("graph.neo4j.batches.NODES_A_BATCH", 7)
    monkeypatch.setattr("graph.neo4j.batches.RELATIONSHIPS_A_BATCH", 11)


def with_nodes(rows: GraphRows, change: Callable[[NodeRow], NodeRow | None]) -> GraphRows:
    """The graph with other nodes; a node for which nothing comes back goes, with its
    relationships.
    """
    nodes = [changed for node in rows.nodes if (changed := change(node))]
    there = {node.id for node in nodes}
    return graph_rows(
        schema(), nodes, [r for r in rows.relationships if r.start in there and r.end in there]
    )


def changed(rows: GraphRows, node_id: str, **properties: Any) -> GraphRows:
    return with_nodes(
        rows, lambda n: NodeRow(n.type, {**n.properties, **properties}) if n.id == node_id else n
    )


def without(rows: GraphRows, *node_ids: str) -> GraphRows:
    return with_nodes(rows, lambda n: None if n.id in node_ids else n)


def with_relationships(rows: GraphRows, relationships: Iterable[RelationshipRow]) -> GraphRows:
    return graph_rows(schema(), rows.nodes, relationships)

"""What is in the graph: counts by type, and the documents with what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.schema.schema import schema
from graph.store import Store
from queries.cypher import ask
from queries.documents import DocumentCounts, documents
from queries.kept import kept


@dataclass(frozen=True)
class TypeCount:
    """How many nodes or relationships there are of one declared type."""

    type: str
    """The type's name."""
    count: int
    """How many there are."""


@dataclass(frozen=True)
class Overview:
    """The whole graph in counts."""

    nodes: tuple[TypeCount, ...]
    """The types of nodes in the declared order, also those that have none."""
    relationships: tuple[TypeCount, ...]
    """The types of relationships, likewise."""
    documents: tuple[DocumentCounts, ...]
    """The documents, by id."""


@kept
def overview(store: Store) -> Overview:
    """Counts by type and the documents with stated and found counts."""
    declared = schema()
    return Overview(
        _counts(store, "overview/nodes_by_type", declared.nodes),
        _counts(store, "overview/relationships_by_type", declared.relationships),
        documents(store),
    )


def _counts(store: Store, name: str, types: Iterable[str]) -> tuple[TypeCount, ...]:
    counted = {row["type"]: row["count"] for row in ask(store, name)}
    return tuple(TypeCount(declared, counted.get(declared, 0)) for declared in types)

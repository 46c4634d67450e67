"""Rows as Arrow tables, one a node type and one a pair of a relationship type, with the declared
columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyarrow as pa

from graph.schema.rows import GraphRows, NodeRow, RelationshipRow
from graph.schema.schema import NodeType, Property, RelationshipType, Schema

_ARROW = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "strings": pa.list_(pa.string()),
    "ints": pa.list_(pa.int64()),
    "json": pa.string(),
}


def node_tables(declared: Schema, rows: GraphRows) -> Iterator[tuple[NodeType, pa.Table]]:
    """The non-empty node tables in the order of the declaration."""
    by_type: dict[str, list[NodeRow]] = defaultdict(list)
    for row in rows.nodes:
        by_type[row.type].append(row)
    for name, node in declared.nodes.items():
        if by_type[name]:
            yield node, pa.table({p.name: _column(p, by_type[name]) for p in node.properties})


def relationship_tables(
    declared: Schema, rows: GraphRows
) -> Iterator[tuple[RelationshipType, str, str, pa.Table]]:
    """The non-empty relationship tables, one for each pair of node types; the first two columns are
    the ends' ids.
    """
    types = {row.id: row.type for row in rows.nodes}
    by_pair: dict[tuple[str, str, str], list[RelationshipRow]] = defaultdict(list)
    for row in rows.relationships:
        by_pair[row.type, types[row.start], types[row.end]].append(row)
    for name, relationship in declared.relationships.items():
        for start, end in relationship.joins:
            if pair := by_pair[name, start, end]:
                ends = {
                    "from": pa.array([r.start for r in pair]),
                    "to": pa.array([r.end for r in pair]),
                }
                yield (
                    relationship,
                    start,
                    end,
                    pa.table(ends | {p.name: _column(p, pair) for p in relationship.properties}),
                )


def _column(declared: Property, rows: list[NodeRow] | list[RelationshipRow]) -> pa.Array:
    return pa.array([row.properties.get(declared.name) for row in rows], type=_ARROW[declared.type])

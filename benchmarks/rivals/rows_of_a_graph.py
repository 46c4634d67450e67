"""The rows that a load is given, as the contenders take them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

from benchmarks.rivals.contest import Rows
from graph.schema.rows import GraphRows, RelationshipRow


def plain_rows(rows: GraphRows) -> Rows:
    """The same rows by type, in the same order."""
    types = {node.id: node.type for node in rows.nodes}
    nodes: dict[str, list[Any]] = defaultdict(list)
    joined: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for node in rows.nodes:
        nodes[node.type].append(node.properties)
    for row in rows.relationships:
        joined[row.type, types[row.start], types[row.end]].append(
            (row.start, row.end, row.properties)
        )
    return Rows(dict(nodes), dict(joined), _apart(rows.relationships))


def _apart(rows: tuple[RelationshipRow, ...]) -> dict[str, list[str]]:
    """For each type the single values that all of it have, where two of it join the same nodes;
    parallel ones stand next to each other.
    """
    parallel = {
        a.type for a, b in pairwise(rows) if (a.type, a.start, a.end) == (b.type, b.start, b.end)
    }
    apart: dict[str, list[str]] = {row.type: [] for row in rows}
    for kind in parallel:
        properties_of_all = [row.properties for row in rows if row.type == kind]
        apart[kind] = [
            name
            for name in properties_of_all[0]
            if all(
                properties.get(name) is not None and not isinstance(properties[name], list)
                for properties in properties_of_all
            )
        ]
    return apart

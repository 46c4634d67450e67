"""The statements that make and fill an embedded graph (LadybugDB), all derived from the
declaration.

LadybugDB differs from other Cypher engines: tables are made first (one a node type, one a
relationship type with every pair of types that it joins), there is no `SET n += map`, no `type(r)`
(`label(r)`; our queries ask for the property `type`), no `startNode(r)`, no map projection, no
label test in WHERE, no list comprehension, no `CALL {}` and no `shortestPath()`; COPY into a
relationship table that joins several pairs names the pair. A property that two tables have must
have one type. A column must not be called like a variable of the same query, `group`, `end` and
`table` are reserved (the first needs backticks, the others are no names of parameters), and a
parameter that is not given counts as null.
"""

from __future__ import annotations

from collections.abc import Collection

from graph.schema.schema import NodeType, Property, RelationshipType, Schema

_COLUMNS = {
    "string": "STRING",
    "int": "INT64",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "strings": "STRING[]",
    "ints": "INT64[]",
    "json": "STRING",
}

_INDEX = "CALL enable_default_hash_index={}"  # of the tables that are made from here on


def create_statements(declared: Schema, indexed: Collection[str] = ()) -> list[str]:
    """Statements that make the tables of every type, nodes first; those of the node types `indexed`
    with an index on their ids.
    """
    nodes = [
        statement
        for node in declared.nodes.values()
        for statement in (_INDEX.format(str(node.name in indexed).lower()), _create_node(node))
    ]
    return nodes + [_create_relationship(r) for r in declared.relationships.values()]


def _create_node(node: NodeType) -> str:
    return (
        f"CREATE NODE TABLE `{node.name}` ({', '.join(_column(p) for p in node.properties)},"
        " PRIMARY KEY (`id`))"
    )


def _create_relationship(relationship: RelationshipType) -> str:
    pairs = [f"FROM `{start}` TO `{end}`" for start, end in relationship.joins]
    return (
        f"CREATE REL TABLE `{relationship.name}`"
        f" ({', '.join(pairs + [_column(p) for p in relationship.properties])})"
    )


def _column(declared: Property) -> str:
    return f"`{declared.name}` {_COLUMNS[declared.type]}"


def copy_nodes(node: NodeType) -> str:
    """The statement that fills a node table from the Arrow table `$rows`."""
    return f"COPY `{node.name}` FROM $rows"


def copy_relationships(relationship: RelationshipType, start: str, end: str) -> str:
    """The statement that fills one pair of a relationship type from the Arrow table `$rows` (first
    two columns: from, to).
    """
    return f"COPY `{relationship.name}` FROM $rows (from='{start}', to='{end}')"

"""The statements that fill a Neo4j database, all built from the declaration.

The server is what is slow, so it is spared: rows are lists without repeated keys, one literal map
names the properties, what is empty in a whole batch is left out, and the ends of a batch's
relationships are looked up once. Until a graph is large, statements cost more to plan than to run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.schema.schema import EVERY_NODE, NodeType, Property, RelationshipType, Schema

# instead of both, on a node that the catalogue no longer has and a relationship of others hangs on
KEPT = "ShisakuKept"
RUN = "ShisakuRun"  # bookkeeping: the run's own node, and one for each writer of a load in batches
# on the run's node, from an import by neo4j-admin until a list that is empty is there as one
IMPORTED = "unfinished_import"
CONSTRAINTS = {
    "shisaku_id": (
        f"CREATE CONSTRAINT shisaku_id IF NOT EXISTS FOR (n:{EVERY_NODE}) REQUIRE n.id IS UNIQUE"
    ),
    "shisaku_run_id": (
        f"CREATE CONSTRAINT shisaku_run_id IF NOT EXISTS FOR (n:{RUN}) REQUIRE n.id IS UNIQUE"
    ),
}
# a relationship of ours bears both marks; others may join our nodes by what they like
_RELATIONSHIP_IS_OURS = "r.run IS NOT NULL AND r.type = type(r)"

DELETE_RELATIONSHIPS = "UNWIND $rows AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r"
DELETE_RELATIONSHIPS_OF = (
    f"UNWIND $rows AS id MATCH (:{EVERY_NODE} {{id: id}})-[r]->() WHERE {_RELATIONSHIP_IS_OURS}"
    " DELETE r"
)
DELETE_SOME_OF = (
    f"UNWIND $rows AS id MATCH (:{EVERY_NODE} {{id: id}})-[r]->() WHERE {_RELATIONSHIP_IS_OURS}"
    " WITH r LIMIT $size DELETE r"
)
DELETE_NODES = (
    f"UNWIND $rows AS id MATCH (n:{EVERY_NODE} {{id: id}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n"
)
DELETE_KEPT = (
    f"UNWIND $rows AS id MATCH (n:{KEPT}) WHERE elementId(n) = id AND NOT EXISTS {{ (n)--() }}"
    " DELETE n"
)
DEGREES = (
    f"UNWIND $ids AS id MATCH (n:{EVERY_NODE} {{id: id}}) RETURN id, COUNT {{ (n)-->() }} AS degree"
)
ELEMENTS = (
    f"UNWIND $ids AS id MATCH (n:{EVERY_NODE} {{id: id}}) RETURN collect([id, elementId(n)]) AS"
    " pairs"
)
ALL_NODES = f"MATCH (n:{EVERY_NODE}) RETURN n.id AS id, n.digest AS digest"
WHOLE_NODES = (
    f"MATCH (n:{EVERY_NODE}) RETURN n.id AS id, n.digest AS digest, labels(n) AS labels,"
    " properties(n) AS facts"
)
NODES_IN_RANGES = (
    f"UNWIND $ranges AS range MATCH (n:{EVERY_NODE}) WHERE n.id >= range[0] AND n.id < range[1]"
    " RETURN n.id AS id, n.digest AS digest"
)
NODES_FROM = f"MATCH (n:{EVERY_NODE}) WHERE n.id >= $low RETURN n.id AS id, n.digest AS digest"
KEPT_NODES = f"MATCH (n:{KEPT}) RETURN n.id AS id, elementId(n) AS element"


def create_nodes(node: NodeType, columns: Sequence[Property]) -> str:
    """Makes nodes whose ids are known to be new. A row: the columns, the digest."""
    return (
        f"UNWIND $rows AS row CREATE (:{EVERY_NODE}:`{node.name}`"
        f" {{{_values(node.name, columns, 0)}, digest: row[{len(columns)}], run: $run}})"
    )


def change_nodes(node: NodeType, labels: Iterable[str]) -> str:
    """Gives nodes that are there the properties and the label of their type. A row: all properties
    but `type`, the digest.

    `labels`: what else of ours they may bear. Properties that others have set stay; `$retired`
    names those that the type had once, `$others` those that it does not have and another type has
    or had, for a node that was of another.
    """
    columns = columns_of(node)
    others = "".join(f":`{label}`" for label in labels if label != node.name)
    return (
        f"UNWIND $rows AS row MATCH (n:{EVERY_NODE} {{id: row[0]}}) SET n += CASE WHEN"
        f" n:`{node.name}` THEN $retired ELSE $others END, n:`{node.name}`, n +="
        f" {{{_values(node.name, columns, 0)}}}, n.digest = row[{len(columns)}], n.run = $run"
        + (f" REMOVE n{others}" if others else "")
    )


def create_relationships(relationship: RelationshipType, columns: Sequence[Property]) -> str:
    """Makes relationships. A row: the element ids of start and end, the columns; none of a row
    whose ends are not there.
    """
    return (
        "UNWIND $rows AS row MATCH (start) WHERE elementId(start) = row[0] MATCH (end) WHERE"
        f" elementId(end) = row[1] CREATE (start)-[:`{relationship.name}`"
        f" {{{_values(relationship.name, columns, 2)}, run: $run}}]->(end)"
    )


def change_relationships(relationship: RelationshipType) -> str:
    """Gives relationships other properties. A row: the element id, all properties but `type`."""
    return (
        "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row[0] SET r +="
        f" {{{_values(relationship.name, columns_of(relationship), 1)}}}, r += $retired, r.run ="
        " $run"
    )


def revive_nodes(node: NodeType) -> str:
    """Makes kept nodes nodes of ours again. A row: the element id."""
    return (
        f"UNWIND $rows AS id MATCH (n:{KEPT}) WHERE elementId(n) = id SET"
        f" n:{EVERY_NODE}:`{node.name}` REMOVE n:{KEPT}"
    )


def keep_nodes(labels: Iterable[str]) -> str:
    """Takes our labels from nodes on which relationships of others hang. A row: the id."""
    ours = "".join(f":`{label}`" for label in labels)
    return (
        f"UNWIND $rows AS id MATCH (n:{EVERY_NODE} {{id: id}}) SET n:{KEPT} REMOVE"
        f" n:{EVERY_NODE}{ours}"
    )


def relationships_of(name: str, columns: Iterable[str]) -> str:
    """All relationships of a type that start at the nodes of `$ids`."""
    return (
        f"UNWIND $ids AS id MATCH (a:{EVERY_NODE} {{id: id}})-[r:`{name}`]->(b)"
        f" {_returned(columns)}"
    )


def all_relationships(name: str, columns: Iterable[str]) -> str:
    return f"MATCH (a:{EVERY_NODE})-[r:`{name}`]->(b) {_returned(columns)}"


def _returned(columns: Iterable[str]) -> str:
    facts = ", ".join(f"r.`{column}`" for column in columns)
    return (
        f"WHERE {_RELATIONSHIP_IS_OURS} RETURN a.id AS start, b.id AS end, elementId(r) AS element,"
        f" [{facts}] AS facts"
    )


def counts(labels: Iterable[str], types: Iterable[str]) -> str:
    """One row: how many nodes of each label and relationships of each type there are, read from the
    server's own counts, whatever the size.
    """
    return "RETURN " + ", ".join(
        [
            *(f"COUNT {{ (:`{label}`) }} AS `{label}`" for label in (EVERY_NODE, KEPT, *labels)),
            *(f"COUNT {{ ()-[:`{name}`]->() }} AS `{name}`" for name in types),
        ]
    )


def foreign_nodes(declared: Schema) -> str:
    """How many nodes bear our labels without our marks, by the first such label."""
    labels = (*declared.nodes, EVERY_NODE)
    return (
        f"MATCH (n:{'|'.join(f'`{label}`' for label in labels)}) WHERE NOT n:{EVERY_NODE} OR n.id"
        f" IS NULL OR n.digest IS NULL OR n.run IS NULL WITH head([label IN {list(labels)} WHERE"
        " label IN labels(n)]) AS label RETURN label, count(*) AS count ORDER BY label"
    )


def columns_of(declared: NodeType | RelationshipType) -> list[Property]:
    """The properties that a row brings; `type` is the same for all and stands in the statement. A
    node's first is `id`.
    """
    return [p for p in declared.properties if p.name != "type"]


def _values(name: str, columns: Sequence[Property], first: int) -> str:
    return ", ".join(
        [
            *(f"`{column.name}`: row[{place}]" for place, column in enumerate(columns, first)),
            f"type: '{name}'",
        ]
    )

"""What a database holds, past the product: for comparing before and after."""

from __future__ import annotations

from typing import Any

from graph.neo4j.connection import Connection
from graph.neo4j.loading import Loaded, replace
from graph.schema.rows import GraphRows
from graph.schema.schema import Schema, schema
from tests.neo4j_server import Server

Facts = list[tuple[Any, ...]]


def ask(server: Server, cypher: str, **params: Any) -> list[dict[str, Any]]:
    with server.driver() as driver:
        return [record.data() for record in driver.execute_query(cypher, params).records]


def load_into(
    server: Server, rows: GraphRows, declared: Schema | None = None, **how: Any
) -> Loaded:
    """Loads with the credentials in the environment."""
    with Connection(server.uri) as connection:
        return replace(connection, declared or schema(), rows, **how)


def everything(server: Server) -> Facts:
    """All nodes and relationships but the bookkeeping, with element ids, labels and all
    properties.
    """
    nodes = ask(
        server,
        "MATCH (n) WHERE NOT n:ShisakuRun RETURN elementId(n) AS e, labels(n) AS l, properties(n)"
        " AS p",
    )
    relationships = ask(
        server,
        "MATCH (a)-[r]->(b) RETURN elementId(r) AS e, [elementId(a), type(r), elementId(b)] AS l,"
        " properties(r) AS p",
    )
    return sorted(
        (row["e"], sorted(row["l"]), sorted(row["p"].items())) for row in nodes + relationships
    )


def ours(server: Server) -> Facts:
    """Our nodes and relationships as the catalogue has them: without element ids and marks."""
    nodes = ask(
        server,
        "MATCH (n:Shisaku) RETURN [x IN labels(n) WHERE x <> 'Shisaku'] AS l, properties(n) AS p",
    )
    relationships = ask(
        server,
        "MATCH (a:Shisaku)-[r]->(b:Shisaku) WHERE r.run IS NOT NULL RETURN [a.id, type(r), b.id] AS"
        " l, properties(r) AS p",
    )
    return sorted((row["l"], _facts(row["p"])) for row in nodes + relationships)


def wanted(rows: GraphRows) -> Facts:
    """What `ours` must be."""
    return sorted(
        [([n.type], _facts(n.properties)) for n in rows.nodes]
        + [([r.start, r.type, r.end], _facts(r.properties)) for r in rows.relationships]
    )


def _facts(properties: Any) -> str:
    return repr(
        sorted(
            (name, value)
            for name, value in properties.items()
            if value is not None and name not in ("run", "digest")
        )
    )


def elements(server: Server) -> list[tuple[str, str]]:
    return [
        (row["id"], row["e"])
        for row in ask(server, "MATCH (n:Shisaku) RETURN n.id AS id, elementId(n) AS e")
    ]

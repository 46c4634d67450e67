"""The limit: `UNWIND … CREATE` with no key, constraint or index; the ends of relationships are
named by the numbers that the server gave them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import neo4j

from benchmarks.rivals.contest import LoadReport, Rows, Server, batches, contend, taken

_NODES = "UNWIND $rows AS row CREATE (n:`{}`) SET n = row RETURN id(n) AS number"
_RELATIONSHIPS = (
    "UNWIND $rows AS row MATCH (a) WHERE id(a) = row[0] MATCH (b) WHERE id(b) = row[1] CREATE"
    " (a)-[r:`{}`]->(b) SET r = row[2]"
)


def _load(session: neo4j.Session, rows: Rows) -> None:
    numbers: dict[str, int] = {}
    for kind, nodes in rows.nodes.items():
        for batch in batches(nodes):
            created = session.execute_write(_values, _NODES.format(kind), batch)
            numbers.update(zip((node["id"] for node in batch), created, strict=True))
    for (kind, _, _), relationships in rows.relationships.items():
        for joined in batches(relationships):
            numbered = [
                [numbers[start], numbers[end], properties] for start, end, properties in joined
            ]
            session.execute_write(_values, _RELATIONSHIPS.format(kind), numbered)


def _values(tx: neo4j.ManagedTransaction, statement: str, rows: Sequence[object]) -> list[Any]:
    return tx.run(statement, rows=rows).value()


def load(server: Server, graphs: list[Rows]) -> LoadReport:
    with (
        neo4j.GraphDatabase.driver(
            server.uri, auth=(server.user, server.password), notifications_min_severity="OFF"
        ) as driver,
        driver.session() as session,
    ):
        session.run("RETURN 1").consume()
        return LoadReport({"load": taken(lambda: _load(session, graphs[0]))})


if __name__ == "__main__":
    contend(load)

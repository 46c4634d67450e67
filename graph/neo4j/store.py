"""The graph on a Neo4j server: read with read-only transactions, replaced by
graph.neo4j.loading.
"""

from __future__ import annotations

from datetime import datetime
from types import TracebackType
from typing import Any, Self

import neo4j
from neo4j.graph import Node, Path, Relationship

from graph.errors import StoreError
from graph.neo4j.connection import READ_LIMIT, READ_RETRY, Connection
from graph.neo4j.loading import replace
from graph.neo4j.messages import as_store_errors
from graph.neo4j.one_loader import first_transaction_since
from graph.neo4j.plans import Readings
from graph.neo4j.runs import unfinished_run
from graph.neo4j.statements import IMPORTED, KEPT, RUN
from graph.reading import at_most, check_reading, first_rows
from graph.schema.rows import GraphRows
from graph.schema.schema import Schema, schema
from graph.store import StoreStatus, Tell, silent

# what a load keeps of its own on nodes and relationships; no part of what they say
BOOKKEEPING = frozenset({"digest", "run"})

_STATUS = (
    "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel'"
    f" OPTIONAL MATCH (r:{RUN} {{id: 'run'}})"
    " RETURN versions[0] AS version, edition, toString(r.loaded) AS loaded,"
    f" toString(datetime()) AS now, COUNT {{ (:{KEPT}) }} AS kept,"
    f" coalesce(r.{IMPORTED}, false) AS imported"
)
_IMPORTED = f"MATCH (r:{RUN} {{id: 'run'}}) WHERE r.{IMPORTED} RETURN r.id"


class Neo4jStore:
    """A graph on a server. The server need not be there until something is read; one that went away
    and came back is asked again.
    """

    def __init__(self, uri: str, declared: Schema | None = None) -> None:
        """Raises StoreError for an address or environment that no connection can be made of."""
        self.uri = uri
        self._schema = declared or schema()
        # who reads waits for an answer: a server that is away is said soon
        self._connection = Connection(uri, READ_RETRY)
        self._readings = Readings()
        self._finished = False  # until it is known that no import waits for its end

    def read(self, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The rows of a read-only query (see graph.store.Store.read). Raises StoreError for an
        import that is not finished, too.
        """
        return self._read(cypher, params, None)

    def read_first(self, most: int, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The first rows of a read-only query (see graph.store.Store.read_first)."""
        return self._read(at_most(cypher, most), params, most)

    def _read(self, cypher: str, params: dict[str, Any], most: int | None) -> list[dict[str, Any]]:
        check_reading(cypher, params)
        driver = self._connection.driver
        try:
            with as_store_errors(self.uri):
                self._check_finished(driver)
                self._check_plan(driver, cypher, params)
                records = driver.execute_query(
                    neo4j.Query(cypher, timeout=READ_LIMIT),
                    params,
                    routing_=neo4j.RoutingControl.READ,
                    database_=self._connection.database,
                    result_transformer_=lambda result: first_rows(result, most, self.uri),
                )
        except OverflowError as error:
            raise StoreError(
                "a parameter is a number of more than 64 bits", self.uri, "give a smaller one"
            ) from error
        return [
            dict(zip(record.keys(), map(_plain, record.values()), strict=True))
            for record in records
        ]

    def _check_plan(self, driver: neo4j.Driver, cypher: str, params: dict[str, Any]) -> None:
        """Raises StoreError unless the server's plan for the query reads and no more."""
        if self._readings.known(cypher):
            return
        summary = driver.execute_query(
            neo4j.Query(f"EXPLAIN {cypher}", timeout=READ_LIMIT),
            params,
            routing_=neo4j.RoutingControl.READ,
            database_=self._connection.database,
        ).summary
        self._readings.check(cypher, summary.query_type, summary.plan)

    def replace(self, rows: GraphRows, *, full: bool = False, tell: Tell = silent) -> None:
        """Writes the difference between `rows` and what is there (see graph.neo4j.loading)."""
        _ = self._connection.driver  # closed, or no server there: said before anything is done
        with Connection(self.uri) as connection:
            replace(connection, self._schema, rows, full=full, tell=tell)

    def status(self) -> StoreStatus:
        """How the store is (see graph.store.StoreStatus)."""
        driver = self._connection.driver
        with as_store_errors(self.uri):
            [row] = driver.execute_query(
                neo4j.Query(_STATUS, timeout=READ_LIMIT),
                routing_=neo4j.RoutingControl.READ,
                database_=self._connection.database,
            ).records
            unfinished = unfinished_run(driver, self._connection.database)
            with driver.session(database=self._connection.database) as session:
                begun = session.execute_read(first_transaction_since)
        self._finished = not row["imported"]
        stamp = row["now"] if unfinished else row["loaded"] or ""
        return StoreStatus(
            f"Neo4j {row['version']} {row['edition']}",
            stamp,
            datetime.fromisoformat(unfinished.since) if unfinished else None,
            unfinished is not None and unfinished.alive,
            row["kept"],
            datetime.fromisoformat(begun) if begun else None,
        )

    def _check_finished(self, driver: neo4j.Driver) -> None:
        """An import by neo4j-admin lacks its empty lists until finish.cypher or a load has put them
        there.
        """
        self._finished = (
            self._finished
            or not driver.execute_query(
                neo4j.Query(_IMPORTED, timeout=READ_LIMIT),
                routing_=neo4j.RoutingControl.READ,
                database_=self._connection.database,
            ).records
        )
        if not self._finished:
            raise StoreError(
                "the import of this graph is not finished",
                self.uri,
                "run its finish.cypher with cypher-shell, or `shisaku load`",
            )

    def close(self) -> None:
        """Lets go of the server; a closed store raises StoreError when it is read."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _plain(value: Any) -> Any:
    """A value as Python's own types: nodes and relationships as the properties that they have,
    paths as both lists.
    """
    if isinstance(value, Node | Relationship):
        return {key: _plain(v) for key, v in value.items() if key not in BOOKKEEPING}
    if isinstance(value, Path):
        return {
            "nodes": [_plain(n) for n in value.nodes],
            "relationships": [_plain(r) for r in value.relationships],
        }
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {key: _plain(v) for key, v in value.items()}
    return (
        value if value is None or isinstance(value, str | bool | int | float) else str(value)
    )  # dates and points, which our graph has none of

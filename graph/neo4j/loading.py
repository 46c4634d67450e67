"""Putting a graph into a Neo4j database: the difference to what is there, in one transaction or, if
it is too large for one, in batches.
"""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import neo4j

from graph.errors import StoreError
from graph.neo4j import batches, statements, sweep
from graph.neo4j.batches import Batch, labels_of
from graph.neo4j.connection import Connection
from graph.neo4j.difference import Difference, Existing, difference
from graph.neo4j.digests import digests_of
from graph.neo4j.messages import as_store_errors
from graph.neo4j.one_loader import ELSEWHERE, FIRST_LIMIT, one_at_a_time
from graph.neo4j.parallel_writers import BATCH_LIMIT, write_in_parallel
from graph.neo4j.progress import Progress
from graph.neo4j.runs import (
    Lease,
    LeaseLostError,
    State,
    begin_batches,
    finish,
    is_finished,
    last_digests,
    missing_constraints,
    renew,
    take,
    write_once,
)
from graph.neo4j.statements import KEPT
from graph.schema.rows import GraphRows
from graph.schema.schema import NodeType, RelationshipType, Schema
from graph.store import Tell, silent

# A transaction is held in the server's memory, some 2 KB a node or relationship: this many need
# about 100 MB, which the smallest server has (70 % of a heap of 512 MB). The bundled catalogue
# comes to half of it.
ONE_TRANSACTION = 50_000


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    run: int
    """Its number, from 1."""
    changed: int
    """Nodes and relationships written or deleted, those on stale nodes not counted."""
    kept: int
    """How many nodes that the catalogue no longer has stay, without our labels, because
    relationships of others hang on them."""


@dataclass(frozen=True)
class _Plan:
    """What a load has found out before it writes."""

    state: State
    """What it will leave."""
    difference: Difference
    """What is to be written."""
    degrees: list[tuple[str, int]]
    """Ids of stale nodes, with how many relationships start at each."""
    in_batches: bool
    """Whether it is too much for one transaction."""

    @property
    def rows(self) -> int:
        """How many rows its batches bring; nodes on which very many relationships hang may make it
        a few more.
        """
        return (
            self.difference.size
            + len(self.difference.stale_nodes)
            + sum(degree > 0 for _, degree in self.degrees)
        )

    def phases(self, declared: Schema) -> Iterator[Iterator[Batch]]:
        yield from batches.phases(declared, self.difference, self.state)
        yield from sweep.phases(
            self.difference.stale_nodes,
            self.degrees,
            self.difference.freed,
            labels_of(declared, self.state),
        )


def replace(
    connection: Connection,
    declared: Schema,
    rows: GraphRows,
    *,
    full: bool = False,
    tell: Tell = silent,
) -> Loaded:
    """Makes the database hold `rows` and nothing else of ours; what others put there stays as it
    is.

    What bears the digest of the last load is taken to be as that load left it; with `full`, and
    after an import that was not finished, everything is read and compared, so that what somebody
    changed by hand is mended. `tell` hears of another load that is waited for, and how far a long
    one is.

    Raises StoreError while another load is under way, for nodes of others under our labels, and
    where the server fails; a load that went in one transaction has changed nothing then, one in
    batches is marked unfinished (graph.neo4j.runs.unfinished_run), and the next load mends it.
    """
    with as_store_errors(connection.uri):
        return _Load(connection, declared, rows, full, tell).run()


class _Load:
    def __init__(
        self, connection: Connection, declared: Schema, rows: GraphRows, full: bool, tell: Tell
    ) -> None:
        self._uri, self._driver, self._database = (
            connection.uri,
            connection.driver,
            connection.database,
        )
        self._declared, self._rows, self._full, self._tell = declared, rows, full, tell
        self._loader = str(uuid.uuid4())
        self._wanted = digests_of(rows)
        self._digest = self._wanted.of_all

    def run(self) -> Loaded:
        with self._session() as session:
            self._prepare(session)
            if (size := len(self._rows.nodes) + len(self._rows.relationships)) > ONE_TRANSACTION:
                self._tell(f"comparing {size:,} nodes and relationships with what is there")
            plan = one_at_a_time(
                session, self._loader, self._uri, self._tell, self._compare_and_write
            )
            if plan.in_batches:
                self._tell(f"{plan.rows:,} rows to write, in batches")
                try:
                    with Lease(self._session, self._loader) as lease:
                        write_in_parallel(
                            self._session,
                            self._loader,
                            plan.phases(self._declared),
                            lease.lost,
                            Progress(plan.rows, self._tell).wrote,
                        )
                    write_once(session, self._finish_batches, plan.state)
                except LeaseLostError as lost:
                    raise StoreError(
                        ELSEWHERE,
                        self._uri,
                        "it began after this one was not heard of for a while; wait for it to end",
                    ) from lost
            return Loaded(plan.state.run, plan.difference.size, session.execute_read(_count_kept))

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)

    def _prepare(self, session: neo4j.Session) -> None:
        """Constraints first, but not on nodes of others."""
        if missing := session.execute_read(missing_constraints):
            session.execute_read(self._check_foreign)
            for statement in missing:
                write_once(session, _constrain, statement)

    def _compare_and_write(self, tx: neo4j.ManagedTransaction) -> _Plan:
        """Reads what differs and writes it, unless it is too much for one transaction: then the run
        is marked unfinished, and nothing else done.
        """
        state = take(tx, self._loader)
        # before a first load there is nothing to hold the counts of types against, and planning
        # that statement takes a tenth of it
        counts = self._counts(tx) if state.counts else _counted(tx)
        full = self._full or state.imported
        if (
            not full
            and (state.digest, state.counts, state.unfinished) == (self._digest, counts, 0)
            and not counts[KEPT]
        ):
            finish(tx, state, None)
            return _Plan(state, Difference(), [], in_batches=False)
        if full or counts != state.counts:
            self._check_foreign(tx)
        existing = Existing(
            last_digests(tx),
            state.counts,
            counts,
            trusted=bool(state.digest) and not state.unfinished and not full,
        )
        types = _joined(self._declared.relationships.values(), state.types)
        labels = _joined(self._declared.nodes.values(), state.labels)
        differs = difference(
            tx, self._rows, self._wanted, existing, types, labels if full else None
        )
        plan = _Plan(
            State(
                max(state.run, state.unfinished) + bool(differs.size),
                self._digest,
                counts,
                labels,
                types,
            ),
            differs,
            sweep.degrees(tx, differs.stale_nodes),
            in_batches=False,
        )
        if differs.size + sum(degree for _, degree in plan.degrees) > ONE_TRANSACTION:
            begin_batches(tx, self._loader, plan.state.run)
            return dataclasses.replace(plan, in_batches=True)
        for batch in chain.from_iterable(plan.phases(self._declared)):
            batch.write(tx)
        finish(tx, dataclasses.replace(plan.state, counts=self._counts(tx)), self._wanted)
        return plan

    @neo4j.unit_of_work(timeout=BATCH_LIMIT)
    def _finish_batches(self, tx: neo4j.ManagedTransaction, state: State) -> None:
        if is_finished(tx, state):
            return
        renew(tx, self._loader)
        finish(tx, dataclasses.replace(state, counts=self._counts(tx)), self._wanted)

    def _counts(self, tx: neo4j.ManagedTransaction) -> dict[str, int]:
        return _counted(tx, self._declared.nodes, self._declared.relationships)

    @neo4j.unit_of_work(timeout=BATCH_LIMIT)
    def _check_foreign(self, tx: neo4j.ManagedTransaction) -> None:
        if foreign := {
            row["label"]: row["count"] for row in tx.run(statements.foreign_nodes(self._declared))
        }:
            raise StoreError(
                "nodes that are not ours bear labels of ours:"
                f" {', '.join(f'{label} ({count})' for label, count in foreign.items())}",
                self._uri,
                "load into another database, or rename their labels",
            )


@neo4j.unit_of_work(timeout=FIRST_LIMIT)
def _constrain(tx: neo4j.ManagedTransaction, statement: str) -> None:
    tx.run(statement).consume()


def _counted(
    tx: neo4j.ManagedTransaction, labels: Iterable[str] = (), types: Iterable[str] = ()
) -> dict[str, int]:
    """How many nodes of ours and kept ones there are, and of these labels and types."""
    return tx.run(statements.counts(labels, types)).single(strict=True).data()


@neo4j.unit_of_work(timeout=BATCH_LIMIT)
def _count_kept(tx: neo4j.ManagedTransaction) -> int:
    row = tx.run(f"MATCH (n:{KEPT}) RETURN count(n) AS kept").single(strict=True)
    return int(row["kept"])


def _joined(
    declared: Iterable[NodeType | RelationshipType], written: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """The properties by type: those that are declared, and those that loads have ever written."""
    properties = {kind.name: {p.name for p in kind.properties} for kind in declared}
    return {
        name: sorted(properties.get(name, set()).union(written.get(name, ())))
        for name in dict.fromkeys((*properties, *written))
    }

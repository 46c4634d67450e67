"""Putting a graph into a Neo4j database: the difference to what is there, in one transaction or, if it is too large for one, in batches."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace as with_other
from itertools import chain

import neo4j

from graph.errors import StoreError
from graph.neo4j import batches, statements, sweep
from graph.neo4j.batches import Batch, labels_of
from graph.neo4j.connection import Connection
from graph.neo4j.difference import Difference, There, difference
from graph.neo4j.digests import digests_of
from graph.neo4j.messages import spoken
from graph.neo4j.lanes import BATCH_LIMIT, write_in_lanes
from graph.neo4j.runs import Busy, Lease, LeaseLost, State, begin_batches, finish, last_digests, missing_constraints, renew, take
from graph.neo4j.statements import KEPT
from graph.rows import GraphRows
from graph.schema import Schema

# A transaction is held in the server's memory, some 2 KB a node or relationship: this many need about 100 MB, which the smallest server has
# (70 % of a heap of 512 MB). The bundled catalogue comes to half of it.
ONE_TRANSACTION = 50_000
FIRST_LIMIT = 600.0  # seconds that the transaction that reads and compares may take on the server
_ELSEWHERE = "another load of this graph is under way"


@dataclass(frozen=True)
class Loaded:
    """What a load did. `changed`: nodes and relationships written or deleted, those on stale nodes not counted; `kept`: how many nodes that the
    catalogue no longer has stay, without our labels, because relationships of others hang on them."""

    run: int
    changed: int
    kept: int


@dataclass(frozen=True)
class _Plan:
    """What a load has found out before it writes. `state`: what it will leave."""

    state: State
    found: Difference
    degrees: list[tuple[str, int]]
    in_batches: bool

    def phases(self, declared: Schema) -> Iterator[Iterator[Batch]]:
        yield from batches.phases(declared, self.found, self.state)
        yield from sweep.phases(self.found.stale_nodes, self.degrees, self.found.freed, labels_of(declared, self.state))


def replace(connection: Connection, declared: Schema, rows: GraphRows) -> Loaded:
    """Makes the database hold `rows` and nothing else of ours; what others put there stays as it is.

    Raises StoreError while another load is under way, for nodes of others under our labels, and where the server fails; a load that went in one
    transaction has changed nothing then, one in batches is marked unfinished (graph.neo4j.runs.unfinished_run), and the next load mends it.
    """
    with spoken(connection.uri):
        return _Load(connection, declared, rows).run()


class _Load:
    def __init__(self, connection: Connection, declared: Schema, rows: GraphRows) -> None:
        self._uri, self._driver, self._database = connection.uri, connection.driver, connection.database
        self._declared, self._rows = declared, rows
        self._loader = str(uuid.uuid4())
        self._wanted = digests_of(rows)
        self._digest = self._wanted.whole

    def run(self) -> Loaded:
        with self._session() as session:
            self._prepare(session)
            plan = self._first(session)
            if plan.in_batches:
                try:
                    with Lease(self._session, self._loader) as lease:
                        write_in_lanes(self._session, self._loader, plan.phases(self._declared), lease.lost)
                    session.execute_write(self._finish_batches, plan.state)
                except LeaseLost as lost:
                    raise StoreError(_ELSEWHERE, self._uri, "it began after this one was not heard of for a while; wait for it to end") from lost
            return Loaded(plan.state.run, plan.found.size, session.execute_read(_count_kept))

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)

    def _prepare(self, session: neo4j.Session) -> None:
        """Constraints first, but not on nodes of others."""
        if missing := session.execute_read(missing_constraints):
            session.execute_read(self._check_foreign)
            for statement in missing:
                session.execute_write(_constrain, statement)

    def _first(self, session: neo4j.Session) -> _Plan:
        """The first transaction, once no other loader is in the way: a dead one's lease runs out, a living one renews it."""
        seen = None
        while True:
            try:
                return session.execute_write(self._compare_and_write)
            except Busy as busy:
                if seen not in (None, busy.until):
                    raise StoreError(_ELSEWHERE, self._uri, "wait for it to end") from busy
                seen = busy.until
                time.sleep(min(busy.left, 1.0) + 0.05)

    @neo4j.unit_of_work(timeout=FIRST_LIMIT)
    def _compare_and_write(self, tx: neo4j.ManagedTransaction) -> _Plan:
        """Reads what differs and writes it, unless it is too much for one transaction: then the run is marked unfinished, and nothing else done."""
        state = take(tx, self._loader)
        counts = self._counts(tx)
        if (state.digest, state.counts, state.unfinished) == (self._digest, counts, 0) and not counts[KEPT]:
            finish(tx, state, None)
            return _Plan(state, Difference(), [], in_batches=False)
        if counts != state.counts:
            self._check_foreign(tx)
        there = There(last_digests(tx), state.counts, counts, trusted=bool(state.digest) and not state.unfinished)
        types = {r.name: {p.name for p in r.properties} for r in self._declared.relationships.values()}
        found = difference(tx, self._rows, self._wanted, there, _joined(types, state.types))
        labels = {n.name: {p.name for p in n.properties} for n in self._declared.nodes.values()}
        plan = _Plan(State(max(state.run, state.unfinished) + bool(found.size), self._digest, counts, _joined(labels, state.labels),
                           _joined(types, state.types)), found, sweep.degrees(tx, found.stale_nodes), in_batches=False)
        if found.size + sum(degree for _, degree in plan.degrees) > ONE_TRANSACTION:
            begin_batches(tx, self._loader, plan.state.run)
            return with_other(plan, in_batches=True)
        for batch in chain.from_iterable(plan.phases(self._declared)):
            batch.write(tx)
        finish(tx, with_other(plan.state, counts=self._counts(tx)), self._wanted)
        return plan

    @neo4j.unit_of_work(timeout=BATCH_LIMIT)
    def _finish_batches(self, tx: neo4j.ManagedTransaction, state: State) -> None:
        renew(tx, self._loader)
        finish(tx, with_other(state, counts=self._counts(tx)), self._wanted)

    def _counts(self, tx: neo4j.ManagedTransaction) -> dict[str, int]:
        return {row["what"]: row["count"] for row in tx.run(statements.counts(self._declared))}

    @neo4j.unit_of_work(timeout=BATCH_LIMIT)
    def _check_foreign(self, tx: neo4j.ManagedTransaction) -> None:
        if foreign := tx.run(statements.foreign_nodes(self._declared)).single(strict=True)["count"]:
            raise StoreError(f"{foreign} nodes that are not ours bear labels of ours", self._uri, "load into another database, or rename their labels")


@neo4j.unit_of_work(timeout=FIRST_LIMIT)
def _constrain(tx: neo4j.ManagedTransaction, statement: str) -> None:
    tx.run(statement).consume()


@neo4j.unit_of_work(timeout=BATCH_LIMIT)
def _count_kept(tx: neo4j.ManagedTransaction) -> int:
    return tx.run(f"MATCH (n:{KEPT}) RETURN count(n) AS kept").single(strict=True)["kept"]


def _joined(declared: Mapping[str, set[str]], written: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: sorted(declared.get(name, set()).union(written.get(name, ()))) for name in dict.fromkeys((*declared, *written))}

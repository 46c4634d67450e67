"""The run's own node: what the last load left, who is loading now, and whether a load was left
unfinished.

A load locks the node for as long as its first transaction lasts; a small one is no longer than
that. One in batches goes on under a lease on the node, which it renews and which runs out by itself
when the loader dies. Its batches go through writers: every batch locks the node of its writer and
makes sure that the writer is still this loader's and the batch not yet written, so that neither a
loader that lost its lease nor a retry after a commit of unknown outcome writes twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

from graph.neo4j.digests import Digests, unpacked
from graph.neo4j.statements import CONSTRAINTS, IMPORTED, RUN

# sessions that write side by side; more wait for each other where relationships share their ends
WRITERS = 2
LEASE, BEAT = 20.0, 4.0  # seconds: how long a dead loader keeps others out; between renewals
_BEAT_LIMIT = 10.0  # seconds that a renewal, or a look at the run's node, may take
_UNANSWERED = 3  # commits that may go without an answer before it is given up
_WRITER = "lane "  # what a writer's node is called, before its number; databases hold it
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_Done = TypeVar("_Done")


class AnotherLoadError(Exception):
    """Another loader has a lease: until when (the server's milliseconds), for how many seconds
    more, and since when (ISO).
    """

    def __init__(self, until: int, left: float, since: str) -> None:
        self.until, self.left, self.since = until, left, since
        super().__init__(f"a lease for {left:.0f} s more")


class LeaseLostError(Exception):
    """Another loader has taken over."""


@dataclass(frozen=True)
class State:
    """What a load leaves."""

    run: int = 0
    """Its number; 0: none has been."""
    digest: str = ""
    """The digest of all that it wrote."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Nodes by label and relationships by type, others' included."""
    labels: Mapping[str, list[str]] = field(default_factory=dict)
    """The labels that loads have ever written, with the properties that they gave them."""
    types: Mapping[str, list[str]] = field(default_factory=dict)
    """The relationship types that loads have ever written, likewise."""
    unfinished: int = 0
    """The run that did not write its last batch, or 0."""
    imported: bool = False
    """Whether neo4j-admin put it there and the import is not finished."""


@dataclass(frozen=True)
class UnfinishedRun:
    """A load in batches that has not written its last one."""

    run: int
    """Its number."""
    since: str
    """When it began, ISO, the server's time."""
    alive: bool
    """Whether it is going on."""


def unfinished_run(driver: neo4j.Driver, database: str | None) -> UnfinishedRun | None:
    """The load that was left unfinished or is going on: the graph is neither the old nor the new
    one then. None if there is none.
    """
    records = driver.execute_query(
        neo4j.Query(
            f"MATCH (r:{RUN} {{id: 'run'}}) WHERE r.unfinished IS NOT NULL RETURN r.unfinished AS"
            " run, toString(r.began) AS since, coalesce(r.lease > timestamp(), false) AS alive",
            timeout=_BEAT_LIMIT,
        ),
        database_=database,
        routing_=neo4j.RoutingControl.READ,
    ).records
    return (
        UnfinishedRun(records[0]["run"], records[0]["since"], records[0]["alive"])
        if records
        else None
    )


@neo4j.unit_of_work(timeout=_BEAT_LIMIT)
def missing_constraints(tx: neo4j.ManagedTransaction) -> list[str]:
    """The statements for constraints that are not there: asked first, so that a user who may not
    make any can load into a database that has them.
    """
    made = tx.run("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names").single(strict=True)
    return [statement for name, statement in CONSTRAINTS.items() if name not in made["names"]]


def take(tx: neo4j.ManagedTransaction, loader: str) -> State:
    """Locks the run's node, which keeps every other loader waiting until the transaction ends, and
    fences off one whose lease ran out.

    Raises AnotherLoadError while another loader has a lease.
    """
    row = tx.run(
        f"MERGE (r:{RUN} {{id: 'run'}}) SET r.locked = true REMOVE r.locked RETURN r {{.run,"
        f" .digest, .counts, .labels, .types, .unfinished, .loader, .{IMPORTED}}} AS node,"
        " toString(r.began) AS since, coalesce(r.lease, 0) AS until, timestamp() AS now"
    ).single(strict=True)
    node = row["node"]
    if node.get("loader") not in (None, loader):
        if row["until"] > row["now"]:
            raise AnotherLoadError(row["until"], (row["until"] - row["now"]) / 1000, row["since"])
        # waits for the batches that the dead loader's server-side transactions may still be writing
        tx.run(
            f"MATCH (w:{RUN}) WHERE w.id STARTS WITH '{_WRITER}' SET w.loader = $loader,"
            " w.batch = 0",
            loader=loader,
        ).consume()
    return State(
        node["run"] or 0,
        node["digest"] or "",
        json.loads(node["counts"] or "{}"),
        _names(node["labels"] or "{}"),
        _names(node["types"] or "{}"),
        node["unfinished"] or 0,
        bool(node[IMPORTED]),
    )


def last_digests(tx: neo4j.ManagedTransaction) -> Digests:
    """The digests of the ranges as the last load left them; asked for only where something differs,
    because there are many.
    """
    ranges = tx.run(f"MATCH (r:{RUN} {{id: 'run'}}) RETURN r.ranges AS ranges").single(strict=True)[
        "ranges"
    ]
    return unpacked(ranges) if ranges else Digests({})


def _names(text: str) -> dict[str, list[str]]:
    """Names become part of statements: only what looks like one does."""
    return {
        name: [p for p in properties if _NAME.fullmatch(p)]
        for name, properties in json.loads(text).items()
        if _NAME.fullmatch(name)
    }


def begin_batches(tx: neo4j.ManagedTransaction, loader: str, run: int) -> None:
    """Marks the run unfinished and takes the lease and the writers."""
    tx.run(
        f"MATCH (r:{RUN} {{id: 'run'}}) SET r.unfinished = $run, r.began = datetime(), r.loader ="
        " $loader, r.lease = timestamp() + $lease",
        run=run,
        loader=loader,
        lease=int(LEASE * 1000),
    ).consume()
    tx.run(
        f"UNWIND range(1, $writers) AS n MERGE (w:{RUN} {{id: '{_WRITER}' + n}}) SET w.loader ="
        " $loader, w.batch = 0",
        writers=WRITERS,
        loader=loader,
    ).consume()


def write_once(session: neo4j.Session, work: Callable[..., _Done], *arguments: Any) -> _Done:
    """What `work`, which sees for itself whether it has been done, gives in a managed transaction.
    The driver does not repeat one whose commit went without an answer, because it may have been
    done: that is repeated here.
    """
    for _ in range(_UNANSWERED - 1):
        try:
            return session.execute_write(work, *arguments)
        except IncompleteCommit:
            continue
    return session.execute_write(work, *arguments)


def may_write(tx: neo4j.ManagedTransaction, loader: str, writer: int, batch: int) -> bool:
    """Locks the writer for this batch; False if the batch is there already. Raises LeaseLostError
    where the writer is another loader's.
    """
    row = tx.run(
        f"MATCH (w:{RUN} {{id: '{_WRITER}' + $writer}}) SET w.locked = true REMOVE w.locked WITH w,"
        " w.loader = $loader AS ours, w.batch AS last SET w.batch = CASE WHEN ours AND last <"
        " $batch THEN $batch ELSE last END RETURN ours, last < $batch AS new",
        loader=loader,
        writer=writer,
        batch=batch,
    ).single()
    if row is None or not row["ours"]:
        raise LeaseLostError
    return bool(row["new"])


def renew(tx: neo4j.ManagedTransaction, loader: str) -> None:
    """Makes the lease last from now. Raises LeaseLostError where it is another loader's, or
    nobody's.
    """
    if (
        tx.run(
            f"MATCH (r:{RUN} {{id: 'run'}}) SET r.locked = true REMOVE r.locked WITH r WHERE"
            " r.loader = $loader SET r.lease = timestamp() + $lease RETURN r.id",
            loader=loader,
            lease=int(LEASE * 1000),
        ).single()
        is None
    ):
        raise LeaseLostError


def is_finished(tx: neo4j.ManagedTransaction, state: State) -> bool:
    """Whether `finish` has left this."""
    return (
        tx.run(
            f"MATCH (r:{RUN} {{id: 'run'}}) WHERE r.unfinished IS NULL AND r.run = $run AND"
            " r.digest = $digest RETURN r.id",
            run=state.run,
            digest=state.digest,
        ).single()
        is not None
    )


def finish(tx: neo4j.ManagedTransaction, state: State, digests: Digests | None) -> None:
    """Writes what the next load compares with, and lets the lease go. `digests`: None if they are
    there.
    """
    left = {
        "run": state.run,
        "digest": state.digest,
        "counts": json.dumps(state.counts),
        "labels": json.dumps(state.labels),
        "types": json.dumps(state.types),
        **({} if digests is None else {"ranges": digests.packed()}),
    }
    tx.run(
        f"MATCH (r:{RUN} {{id: 'run'}}) SET r += $left, r.loaded = datetime() REMOVE r.unfinished,"
        f" r.began, r.loader, r.lease, r.{IMPORTED}",
        left=left,
    ).consume()


class Lease:
    """Renews the lease of a loader while the block runs; `lost` is set when another
    loader has it.
    """

    def __init__(self, open_session: Callable[[], neo4j.Session], loader: str) -> None:
        self.lost = Event()
        self._open, self._loader, self._end = open_session, loader, Event()
        self._thread = Thread(target=self._beat, name="shisaku-lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._thread.join()

    def _beat(self) -> None:
        with self._open() as session:
            while not self._end.wait(BEAT):
                try:
                    session.execute_write(self._renewed)
                except LeaseLostError:
                    self.lost.set()
                    return
                except (Neo4jError, DriverError, OSError):
                    continue  # the batches meet the same trouble and say so

    @neo4j.unit_of_work(timeout=_BEAT_LIMIT)
    def _renewed(self, tx: neo4j.ManagedTransaction) -> None:
        renew(tx, self._loader)

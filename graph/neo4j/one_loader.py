"""One load at a time: a loader waits for another one, for a while, and says so.

A loader holds the lock of the run's node for as long as its first transaction lasts, whatever
becomes of its process while the connection stands; one that writes batches has a lease. Both are
tried for in small transactions that leave nothing, so that no wait is without end.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import neo4j
from neo4j.exceptions import Neo4jError

from graph.errors import StoreError
from graph.neo4j.runs import LEASE, AnotherLoadError, take, write_once
from graph.store import Tell

PATIENCE = (
    LEASE + 30.0
)  # seconds that a loader waits for others in all, the last try for the lock aside
KNOCK = 10.0  # seconds that one try for the lock may last
FIRST_LIMIT = 600.0  # seconds that the transaction that reads and compares may take on the server
ELSEWHERE = "another load of this graph is under way"
_HOW_LONG = (
    "wait for it to end; if it hangs, end its process or its transaction, which the server ends"
    f" after {FIRST_LIMIT / 60:.0f} minutes at most; nothing was changed"
)
_MARK = {
    "app": "shisaku load"
}  # on first transactions, so that it can be seen since when one is there
_BEGUN = (
    "SHOW TRANSACTIONS YIELD database, metaData, startTime WHERE metaData.app = $app RETURN"
    " database, toString(min(datetime(startTime))) AS since"
)
# the time of a transaction ran out while it waited for a lock; the second where its last step was
# just before that
_IN_VAIN = (
    "Neo.ClientError.Transaction.LockClientStopped",
    "Neo.ClientError.Transaction.TransactionTimedOut",
)
_Found = TypeVar("_Found")


class _HeldError(Exception):
    """Another loader holds the lock."""


class _FreeError(Exception):
    """Nobody does; raised so that the trying transaction leaves nothing."""


def one_at_a_time(
    session: neo4j.Session,
    loader: str,
    uri: str,
    tell: Tell,
    work: Callable[[neo4j.ManagedTransaction], _Found],
) -> _Found:
    """What `work`, the first transaction of a load, gives once no other loader is in the way.
    `tell` hears once that it waits.

    Raises StoreError where another one has not ended after PATIENCE, and where one that writes
    batches is seen to be alive.
    """
    until, seen, has_announced = time.monotonic() + PATIENCE, None, False
    marked = neo4j.unit_of_work(timeout=FIRST_LIMIT, metadata=_MARK)(work)
    while True:
        try:
            _knock(session, loader)
            return write_once(session, marked)
        except (AnotherLoadError, _HeldError) as error:
            leased = error if isinstance(error, AnotherLoadError) else None
            if not has_announced:
                since = leased.since if leased else session.execute_read(first_transaction_since)
                tell(_waiting(since))
                has_announced = True
            if (leased and seen not in (None, leased.until)) or time.monotonic() > until:
                todo = "wait for it to end; nothing was changed" if leased else _HOW_LONG
                raise StoreError(ELSEWHERE, uri, todo) from error
            if leased:
                seen = leased.until
                time.sleep(min(leased.left, 1.0) + 0.05)


def _waiting(since: str | None) -> str:
    began = f" since {datetime.fromisoformat(since):%Y-%m-%d %H:%M:%S %Z}" if since else ""
    return f"another load is under way{began}; waiting up to {PATIENCE + KNOCK:.0f} s"


def _knock(session: neo4j.Session, loader: str) -> None:
    """Comes back when the lock could be had and no other loader has a lease. Raises
    _HeldError or AnotherLoadError.
    """

    @neo4j.unit_of_work(timeout=KNOCK)
    def had(tx: neo4j.ManagedTransaction) -> None:
        take(tx, loader)
        raise _FreeError

    try:
        session.execute_write(had)
    except _FreeError:
        return
    except Neo4jError as error:
        if (error.code or "").startswith(_IN_VAIN):
            raise _HeldError from error
        raise


@neo4j.unit_of_work(timeout=KNOCK)
def first_transaction_since(tx: neo4j.ManagedTransaction) -> str | None:
    """When the oldest first transaction in this database that we may see began (ISO, the server's
    time); None if there is none.
    """
    result = tx.run(_BEGUN, _MARK)
    began = {row["database"]: row["since"] for row in result}
    return began.get(result.consume().database)

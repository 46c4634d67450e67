"""A graph's file as it was when it was opened: a connection a reader, closed when the last one of
them leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

import ladybug

from graph.bounds import QUERY_SECONDS
from graph.embedded.limits import MOST_IDLE, MOST_READERS, MOST_TEXTS


@dataclass(eq=False)
class _Reader:
    """One who reads."""

    connection: ladybug.Connection
    """LadybugDB's own."""
    texts: set[str] = field(default_factory=set)
    """The queries that it was asked: it keeps the plan of each, in memory of the pool for pages."""


class OpenedGraph:
    """An open file. A reader takes a connection of its own, so that none waits for another: of
    those that were given back one that has the plan of the query, else the one with the fewest
    plans. One with too many plans is closed, and one beyond those that are kept. Who comes when
    very many read waits for one of them: each takes memory that the pool does not give back.
    """

    def __init__(self, database: ladybug.Database, stamp: tuple[int, int, int]) -> None:
        self.stamp = stamp
        self._database = database
        self._lock = Lock()
        self._idle: list[_Reader] = []
        self._places = BoundedSemaphore(MOST_READERS)
        self._readers = 0
        self._retired = False

    @contextmanager
    def connection(self, asked: str = "") -> Iterator[ladybug.Connection]:
        """A connection for the query `asked`, which nobody else has meanwhile."""
        with self._lock:
            self._readers += 1
        try:
            with self._places, self._reader(asked) as reader:
                yield reader.connection
        finally:
            with self._lock:
                self._readers -= 1
                self._close_if_left()

    @contextmanager
    def _reader(self, asked: str) -> Iterator[_Reader]:
        with self._lock:
            taken = self._taken(asked)
        reader = taken or self._new()
        reader.texts.add(asked)
        kept = False
        try:
            yield reader
            kept = True  # the plan of a query that failed is of no more use
        finally:
            with self._lock:
                kept = kept and len(reader.texts) < MOST_TEXTS and len(self._idle) < MOST_IDLE
                if kept:
                    self._idle.append(reader)
            if not kept:
                reader.connection.close()

    def _taken(self, asked: str) -> _Reader | None:
        if not self._idle:
            return None
        best = min(self._idle, key=lambda reader: (asked not in reader.texts, len(reader.texts)))
        self._idle.remove(best)
        return best

    def _new(self) -> _Reader:
        connection = ladybug.Connection(self._database, num_threads=1)
        connection.set_query_timeout(int(1000 * QUERY_SECONDS))
        return _Reader(connection)

    def forget_plans(self) -> None:
        """Gives the memory of all plans back that belong to nobody who reads."""
        with self._lock:
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.connection.close()

    def retire(self) -> None:
        """Closes the file, as soon as nobody reads it any more."""
        with self._lock:
            self._retired = True
            self._close_if_left()

    def _close_if_left(self) -> None:
        if self._retired and not self._readers:
            for reader in self._idle:
                reader.connection.close()
            self._idle.clear()
            self._database.close()

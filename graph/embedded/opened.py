"""A graph's file as it was when it was opened: a connection a reader, closed when the last one of
them leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

import ladybug

from graph.bounds import QUERY_SECONDS
from graph.embedded.limits import MOST_READERS
from graph.embedded.planned import Planned


class OpenedGraph:
    """An open file. A reader takes a connection of its own, so that none waits for another: of
    those that were given back one that has the plan of the query, else the one with the fewest
    plans. One whose query failed is closed. Who comes when very many read waits for one of them:
    each takes memory that the pool does not give back.
    """

    def __init__(self, database: ladybug.Database, stamp: tuple[int, int, int]) -> None:
        self.stamp = stamp
        self._database = database
        self._lock = Lock()
        self._idle: list[Planned] = []
        self._places = BoundedSemaphore(MOST_READERS)
        self._readers = 0
        self._retired = False

    @contextmanager
    def connection(self, asked: str = "") -> Iterator[Planned]:
        """A connection for the query `asked`, which nobody else has meanwhile."""
        with self._lock:
            self._readers += 1
        try:
            with self._places, self._reader(asked) as reader:
                yield reader
        finally:
            with self._lock:
                self._readers -= 1
                self._close_if_left()

    @contextmanager
    def _reader(self, asked: str) -> Iterator[Planned]:
        with self._lock:
            taken = self._taken(asked)
        reader = taken or self._new()
        try:
            yield reader
        except BaseException:
            reader.close()
            raise
        with self._lock:
            self._idle.append(reader)

    def _taken(self, asked: str) -> Planned | None:
        if not self._idle:
            return None
        best = min(self._idle, key=lambda reader: (not reader.has(asked), reader.plans))
        self._idle.remove(best)
        return best

    def _new(self) -> Planned:
        connection = ladybug.Connection(self._database, num_threads=1)
        connection.set_query_timeout(int(1000 * QUERY_SECONDS))
        return Planned(connection)

    def forget_plans(self) -> None:
        """Gives the memory of all plans back that belong to nobody who reads."""
        with self._lock:
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.close()

    def retire(self) -> None:
        """Closes the file, as soon as nobody reads it any more."""
        with self._lock:
            self._retired = True
            self._close_if_left()

    def _close_if_left(self) -> None:
        if self._retired and not self._readers:
            for reader in self._idle:
                reader.close()
            self._idle.clear()
            self._database.close()

"""A graph's file as it was when it was opened: a connection a reader, closed when the last one of
them leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import ladybug


class OpenedGraph:
    """An open file. A reader takes a connection of its own, so that none waits for another; one
    that is given back is taken by the next.
    """

    def __init__(self, database: ladybug.Database, stamp: tuple[int, int, int]) -> None:
        self.stamp = stamp
        self._database = database
        self._lock = Lock()
        self._idle: list[ladybug.Connection] = []
        self._readers = 0
        self._retired = False

    @contextmanager
    def connection(self) -> Iterator[ladybug.Connection]:
        """A connection that nobody else has meanwhile."""
        with self._lock:
            self._readers += 1
            taken = self._idle.pop() if self._idle else None
        connection = taken or ladybug.Connection(self._database)
        try:
            yield connection
        finally:
            with self._lock:
                self._readers -= 1
                self._idle.append(connection)
                self._close_if_left()

    def retire(self) -> None:
        """Closes the file, as soon as nobody reads it any more."""
        with self._lock:
            self._retired = True
            self._close_if_left()

    def _close_if_left(self) -> None:
        if self._retired and not self._readers:
            for connection in self._idle:
                connection.close()
            self._idle.clear()
            self._database.close()

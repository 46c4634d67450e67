"""How far a load in batches is: a line for every tenth."""

from __future__ import annotations

from threading import Lock

from graph.neo4j.batches import Batch
from graph.store import Tell


class Progress:
    """Tells of batches as they are written, from any thread. `rows`: how many they bring in all."""

    def __init__(self, rows: int, tell: Tell) -> None:
        self._rows, self._tell, self._lock = rows, tell, Lock()
        self._written = 0

    def wrote(self, batch: Batch) -> None:
        with self._lock:
            before, self._written = self._written, min(self._rows, self._written + batch.size)
            if self._written * 10 // self._rows > before * 10 // self._rows:
                self._tell(f"{self._written:,} of {self._rows:,} rows written")

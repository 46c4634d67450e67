"""Writing batches with several writers: sessions side by side, each with a batch at a time, in
managed transactions that write each batch once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event, Lock

import neo4j

from graph.neo4j.batches import Batch
from graph.neo4j.runs import WRITERS, LeaseLostError, may_write, write_once

BATCH_LIMIT = 180.0  # seconds that a batch may take on the server


def write_in_parallel(
    open_session: Callable[[], neo4j.Session],
    loader: str,
    phases: Iterator[Iterator[Batch]],
    lost: Event,
    wrote: Callable[[Batch], None],
) -> None:
    """Writes phase after phase. Raises LeaseLostError where another loader has taken over (`lost`
    is set when that is heard of between batches), and what the driver raises; the other writers end
    with the batch at which they are. `wrote` hears of every batch, in its writer's thread.
    """
    numbers = [count(1) for _ in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS, "shisaku-writer") as threads:
        for phase in phases:
            waiting, failed = _Waiting(phase), Event()
            writers = [
                threads.submit(
                    _write_batches,
                    open_session,
                    loader,
                    writer,
                    numbers[writer - 1],
                    waiting,
                    (failed, lost),
                    wrote,
                )
                for writer in range(1, WRITERS + 1)
            ]
            for writer in writers:
                writer.result()
            if lost.is_set():
                raise LeaseLostError


class _Waiting:
    """The batches of a phase that no writer has taken yet; made one at a time, because the rows of
    all would be a second copy of the graph.
    """

    def __init__(self, phase: Iterator[Batch]) -> None:
        self._phase, self._lock = phase, Lock()

    def take(self) -> Batch | None:
        with self._lock:
            return next(self._phase, None)


def _write_batches(
    open_session: Callable[[], neo4j.Session],
    loader: str,
    writer: int,
    numbers: Iterator[int],
    waiting: _Waiting,
    stops: tuple[Event, Event],
    wrote: Callable[[Batch], None],
) -> None:
    @neo4j.unit_of_work(timeout=BATCH_LIMIT)
    def write(tx: neo4j.ManagedTransaction, number: int, batch: Batch) -> None:
        if may_write(tx, loader, writer, number):
            batch.write(tx)

    try:
        with open_session() as session:
            while (
                not any(stop.is_set() for stop in stops) and (batch := waiting.take()) is not None
            ):
                write_once(session, write, next(numbers), batch)
                wrote(batch)
    except BaseException:
        stops[0].set()
        raise

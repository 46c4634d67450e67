"""A loader in a process of its own, which stops where the test wants it: `python loader.py ROWS URI
(transaction|batch|batches) N [LEFT_OUT…]`.

Loads the pickled GraphRows of the file ROWS, which its process need not make, without the nodes
LEFT_OUT, in one transaction or in small batches. Before its Nth write (batches: between two of
them, by a single writer; else within the transaction) it says `waiting` and goes on when it is told
a line. Its lease is of LEASE seconds. It prints what a load tells.
"""

from __future__ import annotations

import os
import pickle
import sys
from functools import partial
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from graph.errors import StoreError
from graph.neo4j import batches, loading, one_loader, parallel_writers, runs
from graph.neo4j.connection import Connection
from graph.schema.rows import GraphRows, graph_rows
from graph.schema.schema import schema


def _rows(path: str, left_out: list[str]) -> GraphRows:
    rows: GraphRows = pickle.loads(Path(path).read_bytes())
    return graph_rows(
        schema(),
        [n for n in rows.nodes if n.id not in left_out],
        [r for r in rows.relationships if r.start not in left_out and r.end not in left_out],
    )


def _wait_before(number: int, owner: type, name: str) -> None:
    """Makes the Nth call of a method wait."""
    numbers, method = count(1), getattr(owner, name)

    def waiting(*args: object) -> object:
        if next(numbers) == number:
            print("waiting", flush=True)
            sys.stdin.readline()
        return method(*args)

    setattr(owner, name, waiting)


def main(rows: str, uri: str, how: str, number: str, *left_out: str) -> None:
    runs.LEASE, runs.BEAT = float(os.environ["LEASE"]), 0.5
    one_loader.PATIENCE, one_loader.KNOCK = 3600.0, 2.0
    if how != "transaction":
        loading.ONE_TRANSACTION, batches.NODES_A_BATCH, batches.RELATIONSHIPS_A_BATCH = 0, 7, 11
    if how == "batches":
        parallel_writers.WRITERS = 1
        _wait_before(int(number), parallel_writers._Waiting, "take")
    else:
        _wait_before(int(number), batches.Batch, "write")
    with Connection(uri) as connection:
        try:
            print(
                loading.replace(
                    connection,
                    schema(),
                    _rows(rows, list(left_out)),
                    tell=partial(print, flush=True),
                ),
                flush=True,
            )
        except StoreError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])

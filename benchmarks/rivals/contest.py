"""What every contender gets and gives back. Python's own library alone: this runs in the
contenders' environments.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Properties = dict[str, Any]
Row = TypeVar("Row")
BATCH = 10_000  # rows a transaction; what py2neo's documentation and Cartography take


class Rows(NamedTuple):
    """A graph."""

    nodes: dict[str, list[Properties]]
    """node type -> properties (`id` among them)"""
    relationships: dict[tuple[str, str, str], list[tuple[str, str, Properties]]]
    """(relationship type, start's type, end's type) -> (start's id, end's id, properties)"""
    apart: dict[str, list[str]]
    """relationship type -> the properties that tell parallel relationships apart (none where there
    are none)"""

    @property
    def size(self) -> int:
        """How many nodes and relationships it has."""
        return sum(map(len, self.nodes.values())) + sum(map(len, self.relationships.values()))


class Server(NamedTuple):
    """Where to load to."""

    uri: str
    """its address, without credentials"""
    user: str
    """who loads"""
    password: str
    """of the user"""


class LoadReport(NamedTuple):
    """What a contender measured of itself."""

    seconds: dict[str, float]
    """by what took them, `load` among them"""
    loaded: tuple[int, int] | None = None
    """the nodes and relationships that it had loaded then; None: those that are there"""


def write_rows(rows: Rows, path: Path) -> None:
    with path.open("wb") as file:
        pickle.dump(tuple(rows), file, protocol=pickle.HIGHEST_PROTOCOL)


def read_rows(path: Path) -> Rows:
    with path.open("rb") as file:
        gc.disable()  # four million objects come into being, and none goes
        rows = Rows(*pickle.load(file))
        gc.enable()
    return rows


def batches(rows: Sequence[Row], size: int = BATCH) -> Iterator[list[Row]]:
    stream = iter(rows)
    while batch := list(islice(stream, size)):
        yield batch


def taken(call: Callable[[], Any]) -> float:
    """Seconds of wall time."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def contend(load: Callable[[Server, list[Rows]], LoadReport]) -> None:
    """The main program of a contender: `python -m … URI FILE…`, credentials in the environment;
    prints what it measured as one line of JSON.
    """
    uri, *files = sys.argv[1:]
    server = Server(uri, os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    print(json.dumps(load(server, [read_rows(Path(file)) for file in files])))

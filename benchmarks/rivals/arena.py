"""One kind of server for all contenders: a new one for each, warmed by the contender itself,
emptied between its runs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rivals.contest import LoadReport
from benchmarks.rivals.environments import python_of
from tests.neo4j_server import Neo4jServer, Server

HEAP, PAGE_CACHE = "2g", "2g"
_ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 900.0  # seconds that one run of a contender may take


@dataclass(frozen=True)
class Contender:
    """Who loads."""

    says: str
    """what RESULTS.md calls it"""
    module: str
    """of this package, which is run"""
    library: str | None = None
    """in whose environment it runs; None: ours"""
    arguments: tuple[str, ...] = ()
    """what the module is given before the server"""
    sampled: bool = False
    """whether it loads a part and reckons the rest"""


class ContenderFailedError(Exception):
    """A contender that did not come to the end; says how."""


@contextmanager
def arena(folder: Path) -> Iterator[Neo4jServer]:
    """A server of its own with an empty database; its files go when it ends."""
    with (
        tempfile.TemporaryDirectory(dir=folder) as home,
        Neo4jServer(
            Path(home), heap=HEAP, config={"server.memory.pagecache.size": PAGE_CACHE}
        ) as server,
    ):
        yield server


def run(contender: Contender, server: Server, *rows: Path) -> LoadReport:
    """What the contender measured of itself. Raises ContenderFailedError."""
    try:
        python = python_of(contender.library) if contender.library else sys.executable
    except subprocess.CalledProcessError as error:
        raise ContenderFailedError(
            f"the packages of {contender.library}.txt could not be installed"
        ) from error
    environment = {**os.environ, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
    command = [
        python,
        "-m",
        f"{__package__}.{contender.module}",
        *contender.arguments,
        server.uri,
        *rows,
    ]
    try:
        done = subprocess.run(
            command, cwd=_ROOT, env=environment, capture_output=True, text=True, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired as error:
        raise ContenderFailedError(f"not done after {_PATIENCE:.0f} s") from error
    if done.returncode:
        raise ContenderFailedError((done.stderr.strip().splitlines() or ["no word"])[-1])
    seconds, loaded = json.loads(done.stdout.splitlines()[-1])
    return LoadReport(seconds, loaded and tuple(loaded))


def counted(server: Server) -> tuple[int, int]:
    """Nodes and relationships in the database."""
    with server.driver() as driver:
        nodes, joined = (
            driver.execute_query(f"MATCH {pattern} RETURN count(*) AS n").records[0]["n"]
            for pattern in ("()", "()-->()")
        )
    return nodes, joined


def forget_plans(server: Server) -> None:
    """Makes the server plan every statement anew: a first load meets none that it knows."""
    with server.driver() as driver:
        driver.execute_query("CALL db.clearQueryCaches()")

"""One kind of server for all contenders: a new one for each, warmed by the contender itself, emptied between its runs."""

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

from benchmarks.neo4j_server import Neo4jServer, Server
from benchmarks.rivals.environments import python_of

HEAP, PAGE_CACHE = "2g", "2g"
_ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 1800.0  # seconds


@dataclass(frozen=True)
class Contender:
    """`module` of this package runs with the environment of `library` (None: ours) and these arguments."""

    says: str
    module: str
    library: str | None = None
    arguments: tuple[str, ...] = ()


class Failed(Exception):
    """A contender that did not come to the end; says how."""


@contextmanager
def arena(folder: Path) -> Iterator[Neo4jServer]:
    """A server of its own with an empty database; its files go when it ends."""
    with tempfile.TemporaryDirectory(dir=folder) as home, Neo4jServer(Path(home), heap=HEAP, config={"server.memory.pagecache.size": PAGE_CACHE}) as server:
        yield server


def run(contender: Contender, server: Server, *rows: Path) -> dict[str, float]:
    """What the contender measured of itself. Raises Failed."""
    try:
        python = python_of(contender.library) if contender.library else sys.executable
    except subprocess.CalledProcessError as error:
        raise Failed(f"the packages of {contender.library}.txt could not be installed") from error
    told = {**os.environ, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
    command = [python, "-m", f"{__package__}.{contender.module}", *contender.arguments, server.uri, *rows]
    try:
        done = subprocess.run(command, cwd=_ROOT, env=told, capture_output=True, text=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"not done after {_PATIENCE:.0f} s") from error
    if done.returncode:
        raise Failed((done.stderr.strip().splitlines() or ["no word"])[-1])
    return json.loads(done.stdout.splitlines()[-1])


def counted(server: Server) -> tuple[int, int]:
    """Nodes and relationships in the database."""
    with server.driver() as driver:
        nodes, joined = (driver.execute_query(f"MATCH {pattern} RETURN count(*) AS n").records[0]["n"] for pattern in ("()", "()-->()"))
    return nodes, joined


def empty(server: Server) -> None:
    """Takes everything out of the database: nodes, relationships, constraints, indexes."""
    with server.driver() as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        for name in session.run("SHOW CONSTRAINTS YIELD name").value():
            session.run(f"DROP CONSTRAINT `{name}`").consume()
        for name in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
            session.run(f"DROP INDEX `{name}`").consume()

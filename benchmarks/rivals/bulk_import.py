"""The other way in: the files of `shisaku export --format neo4j-admin`, taken by `neo4j-admin
database import full`.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from benchmarks.rivals.arena import arena, counted
from benchmarks.rivals.contest import taken
from graph.neo4j.bulk import ARGUMENTS, FINISH
from tests.neo4j_server import Neo4jServer

_DATABASE = "neo4j"  # the one that Neo4j Community has


def bulk_import(exported: Path, folder: Path) -> tuple[dict[str, float], tuple[int, int]]:
    """Seconds of the import and of what is to be run once afterwards, and how many nodes and
    relationships are there then; the server's stop and start do not count.
    """
    with arena(folder) as server:
        server.stop()
        with contextlib.chdir(exported):
            importing = taken(
                lambda: server.admin(
                    "database",
                    "import",
                    "full",
                    _DATABASE,
                    "--overwrite-destination=true",
                    f"@{ARGUMENTS}",
                )
            )
        server.start()
        return {
            "import": importing,
            "finish": taken(lambda: _finish(server, exported / FINISH)),
        }, counted(server)


def _finish(server: Neo4jServer, path: Path) -> None:
    with server.driver() as driver, driver.session(notifications_min_severity="OFF") as session:
        for statement in path.read_text(encoding="utf-8").split(";\n")[:-1]:
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(3600)").consume()

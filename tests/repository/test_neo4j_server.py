"""The server that the tests ask is a real one, and it is this run's own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.store import Store
from tests.neo4j_server import POM, VERSION, Server
from tests.paths import ROOT


def test_the_version_started_is_the_one_of_the_pom():
    assert (
        re.search(r"<neo4j.version>(.*)</neo4j.version>", POM.read_text(encoding="utf-8"))[1]
        == VERSION
    )


def test_it_is_a_neo4j_server_with_real_authentication(neo4j_server: Server):
    with neo4j_server.driver() as driver:
        [row] = driver.execute_query("CALL dbms.components() YIELD name, versions, edition").records
        assert row["name"] == "Neo4j Kernel"
    with (
        pytest.raises(Exception, match="Unauthorized"),
        Server(neo4j_server.uri, neo4j_server.user, "wrong").driver() as driver,
    ):
        driver.verify_connectivity()


def test_what_one_test_leaves_the_next_does_not_find(neo4j_store: Store, neo4j_server: Server):
    assert neo4j_store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Left)")


test_nor_does_it_find_it_again = test_what_one_test_leaves_the_next_does_not_find

_OWNER = (
    "import sys, time; from pathlib import Path; from tests.neo4j_server import Neo4jServer,"
    " quick; Neo4jServer(Path(sys.argv[1]), jvm=quick()).start(); time.sleep(600)"
)


def test_a_server_does_not_outlive_a_run_that_is_killed(need_neo4j: None, tmp_path: Path):
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWNER, str(tmp_path / "home")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while not _running(tmp_path / "home"):
        assert owner.poll() is None
        time.sleep(0.1)
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    for _ in range(200):
        if not _running(tmp_path / "home"):
            return
        time.sleep(0.1)
    raise AssertionError("it still runs")


def _running(home: Path) -> bool:
    """Whether a JVM has been started on it: what starts that bears its arguments for a moment."""
    return any(
        words[0] == b"java" and f"--home-dir={home}".encode() in words
        for path in Path("/proc").glob("[0-9]*/cmdline")
        for words in [path.read_bytes().split(b"\0")]
    )

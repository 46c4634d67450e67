"""A real Neo4j Community server on this machine, for tests and benchmarks: its jars come from Maven
Central by `tests/pom.xml`, once.

    with Neo4jServer(folder) as server:  # bolt on a free port of localhost, real authentication
        server.uri, server.user, server.password
        server.stop()
        server.start()  # back on the same ports with the same data

The server dies with the process that started it, however that ends (`setpriv --pdeathsig`, of
util-linux; elsewhere only an orderly end).
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.paths import ROOT, TESTS

POM = TESTS / "pom.xml"
JARS = ROOT / "build" / "neo4j"
VERSION = "5.26.29"  # as in pom.xml, which a test holds
_ENTRY, _ADMIN = "org.neo4j.server.CommunityEntryPoint", "org.neo4j.cli.AdminTool"
_FIRST_PASSWORD = "neo4j"
_JAVA = [
    "-XX:-OmitStackTraceInFastThrow",
    "-Djdk.tls.ephemeralDHKeySize=2048",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Dlog4j2.disable.jmx=true",
]
# for the jvm of a server that ends within minutes: half the work to start it, and less work than
# all that a JVM can do saves until then
QUICK = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:ReservedCodeCacheSize=192m",  # the default of so simple a compiler is swept all the time
)
# how long a server that ends waits for threads of connections that nobody has any more
_NO_WAIT = {"internal.server.bolt.thread_pool_shutdown_wait_time": "100ms"}
# what a server that was killed has to do anew as it starts: half the work of that start
_LITTLE_TO_RECOVER = {"db.checkpoint.interval.time": "1s", "db.tx_log.preallocate": "false"}
# seconds until bolt answers; about 5 on two free cores, and a slow machine fails no test
_PATIENCE = 600.0


class ServerFailed(Exception):
    """The server, or the getting of it, ended in another way than asked; says how."""


def missing() -> list[str]:
    """What this machine lacks to run the server, with how to get it; empty if nothing."""
    needs = {
        "java": "Java 17 (apt-get install openjdk-17-jre-headless)",
        "mvn": "Maven (apt-get install maven)",
    }
    return [how for program, how in needs.items() if not shutil.which(program)]


def jars(version: str = VERSION) -> Path:
    """The folder with the server's jars, fetched from Maven Central if they are not there yet
    (about 120 MB).
    """
    folder = JARS / version
    JARS.mkdir(parents=True, exist_ok=True)
    with (JARS / f"{version}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            building = JARS / f"{version}.building"
            shutil.rmtree(building, ignore_errors=True)
            done = subprocess.run(
                [
                    "mvn",
                    "-q",
                    "-B",
                    "-f",
                    str(POM),
                    f"-Dneo4j.version={version}",
                    "dependency:copy-dependencies",
                    "-DincludeScope=runtime",
                    f"-DoutputDirectory={building}",
                ],
                capture_output=True,
                text=True,
            )
            if done.returncode:
                raise ServerFailed(
                    f"Maven could not get Neo4j {version}: {(done.stdout + done.stderr).strip()}"
                )
            building.rename(folder)
    return folder


def quick(version: str = VERSION) -> tuple[str, ...]:
    """QUICK, and its classes as a JVM keeps them in memory (a third of the work to start), which
    the first server of this machine writes beside its jars as it ends.

    A JVM leaves an archive aside, without a word, whose jars lay elsewhere when it was written: its
    name says where.
    """
    place = hashlib.sha256(str(jars(version)).encode()).hexdigest()[:8]
    archive = JARS / f"{version}-{place}.jsa"
    building = archive.with_suffix(".building")
    with archive.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not archive.exists():
            with tempfile.TemporaryDirectory() as home:
                jvm = (*QUICK, f"-XX:ArchiveClassesAtExit={building}")
                Neo4jServer(Path(home), jvm=jvm, version=version).start().stop()
            building.rename(archive)
    return (*QUICK, f"-XX:SharedArchiveFile={archive}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """A server that answers."""

    uri: str
    user: str
    password: str

    def driver(self) -> neo4j.Driver:
        """The official driver, past the product: to put things in and to look."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password))


def given_server() -> Server | None:
    """The server that SHISAKU_TEST_NEO4J_URI names, with the credentials of NEO4J_USERNAME and
    NEO4J_PASSWORD; what it holds is deleted.
    """
    uri = os.environ.get("SHISAKU_TEST_NEO4J_URI")
    return (
        Server(uri, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        if uri
        else None
    )


class Neo4jServer(Server):
    """One server with its folder, ports and password; `start` makes what is not there yet.

    `config`: further lines of neo4j.conf (they win); `heap`: of the JVM, e.g. "512m"; `jvm`:
    further options of it; `version`: another one of Maven Central.
    """

    def __init__(
        self,
        home: Path,
        *,
        config: Mapping[str, str] | None = None,
        heap: str = "512m",
        jvm: Sequence[str] = (),
        version: str = VERSION,
    ) -> None:
        self.port = free_port()
        super().__init__(f"bolt://127.0.0.1:{self.port}", "neo4j", "shisaku-tests")
        self.home, self.version, self._heap, self._jvm = home, version, heap, tuple(jvm)
        self.config = dict(config or {})
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, config: Mapping[str, str] | None = None) -> Self:
        """Starts and waits until bolt answers; `config` replaces the further lines. Raises
        ServerFailed with the end of its log.
        """
        self.config = dict(config) if config is not None else self.config
        new = not (self.home / "data" / "databases" / "system").exists()
        self._write_config()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *_dies_with_us(),
                    *self._java(_ENTRY),
                    f"--home-dir={self.home}",
                    f"--config-dir={self._conf}",
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )
        atexit.register(self.kill)
        self._wait(new)
        return self

    def stop(self) -> None:
        """Ends the server in order, as a service manager would."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
            self._gone()

    def kill(self) -> None:
        """Ends the server at once, as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._gone()

    def admin(self, *arguments: str) -> str:
        """What `neo4j-admin` prints; most of its commands want the server stopped. Raises
        ServerFailed if it ends non-zero.
        """
        self._write_config()
        done = subprocess.run(
            [*self._java(_ADMIN), *arguments],
            capture_output=True,
            text=True,
            env={**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self._conf)},
        )
        if done.returncode:
            raise ServerFailed(
                f"neo4j-admin {' '.join(arguments)}: {(done.stdout + done.stderr).strip()}"
            )
        return done.stdout

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def _conf(self) -> Path:
        return self.home / "conf"

    @property
    def _log(self) -> Path:
        return self.home / "console.log"

    def _gone(self) -> None:
        self._process = None
        atexit.unregister(self.kill)

    def _java(self, entry: str) -> list[str]:
        return [
            "java",
            f"-Xms{self._heap}",
            f"-Xmx{self._heap}",
            *_JAVA,
            *self._jvm,
            "-cp",
            f"{jars(self.version)}/*",
            entry,
        ]

    def _write_config(self) -> None:
        old = self.version.startswith("4.")  # which has other names
        bolt, http, https = (
            f"{'dbms.connector' if old else 'server'}.{each}" for each in ("bolt", "http", "https")
        )
        said = {
            f"{bolt}.listen_address": f"127.0.0.1:{self.port}",
            f"{bolt}.enabled": "true",
            f"{http}.enabled": "false",  # which takes a fifth of the work to start
            f"{https}.enabled": "false",
            "dbms.security.auth_enabled": "true",
            f"{'dbms' if old else 'server'}.memory.pagecache.size": "128m",
            f"{'dbms' if old else 'db'}.tx_log.rotation.retention_policy": "1 files",
            "clients.allow_telemetry" if old else "dbms.usage_report.enabled": "false",
            **({} if old else _NO_WAIT | _LITTLE_TO_RECOVER),
            **self.config,
        }
        self._conf.mkdir(parents=True, exist_ok=True)
        (self._conf / "neo4j.conf").write_text(
            "".join(f"{name}={value}\n" for name, value in said.items()), encoding="utf-8"
        )

    def _wait(self, new: bool) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            ended = self._process.poll() if self._process else "no process"
            if ended is not None:
                raise ServerFailed(f"Neo4j {self.version} ended with {ended}: {self._said()}")
            try:
                if new:
                    self._take_first_password()
                    new = False
                self._ask(self.password, "neo4j", "RETURN 1")
                return
            except (DriverError, Neo4jError, OSError) as error:
                if time.monotonic() > until:
                    self.kill()
                    raise ServerFailed(
                        f"Neo4j {self.version} does not answer after {_PATIENCE:.0f} s ({error}):"
                        f" {self._said()}"
                    ) from error
                time.sleep(0.25)

    def _take_first_password(self) -> None:
        self._ask(
            _FIRST_PASSWORD,
            "system",
            "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
            old=_FIRST_PASSWORD,
            new=self.password,
        )

    def _ask(self, password: str, database: str, cypher: str, **params: str) -> None:
        """One statement without the driver's own retries, which would be slower than ours."""
        with socket.create_connection(("127.0.0.1", self.port)):
            pass
        with (
            neo4j.GraphDatabase.driver(self.uri, auth=(self.user, password)) as driver,
            driver.session(database=database) as session,
        ):
            session.run(cypher, params).consume()

    def _said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")[-1500:].strip()


def empty(server: Server, keep: Collection[str] = ()) -> None:
    """Deletes all nodes, relationships, constraints and indexes of the server's default database.

    `keep`: names of constraints that may stay: whenever one comes or goes, the server plans every
    statement anew.
    """
    with server.driver() as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        for kind in ("CONSTRAINT", "INDEX"):  # indexes that constraints own go with them
            for name in [
                row["name"]
                for row in session.run(
                    f"SHOW {kind} YIELD name, type WHERE type <> 'LOOKUP' AND NOT name IN $keep"
                    " RETURN name",
                    keep=list(keep),
                )
            ]:
                session.run(f"DROP {kind} `{name}` IF EXISTS").consume()


def _dies_with_us() -> list[str]:
    return ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []

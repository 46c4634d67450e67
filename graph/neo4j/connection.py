"""The connection to a Neo4j server: address, credentials, time limits, and whether the server is
one that we can talk to.

Credentials come from NEO4J_USERNAME and NEO4J_PASSWORD, the database (if not the user's own) from
NEO4J_DATABASE.
"""

from __future__ import annotations

import logging
import os
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import neo4j

from graph.bounds import QUERY_SECONDS
from graph.errors import StoreError
from graph.neo4j.messages import as_store_errors

# seconds: until a server answers, a connection is free, a try to write and one to read is the last
CONNECT, ACQUIRE, RETRY, READ_RETRY = 10.0, 30.0, 30.0, 5.0
READ_LIMIT = QUERY_SECONDS
logging.getLogger("neo4j").addHandler(
    logging.NullHandler()
)  # what goes wrong is raised; the driver would print it as well


class Connection:
    """A driver for one database. Nothing is asked of the server before the first `driver`; may be
    shared by threads.
    """

    def __init__(self, uri: str, retry: float | None = None) -> None:
        """`retry`: for how many seconds what failed is tried again (default: RETRY). Raises
        StoreError for an address with credentials in it or without a host, and where the
        environment lacks credentials or names no database for graphs.
        """
        self.uri = uri
        check_address(uri)
        self.database = database(uri)
        self._driver = neo4j.GraphDatabase.driver(
            uri,
            auth=credentials(uri),
            user_agent=_user_agent(),
            connection_timeout=CONNECT,
            connection_acquisition_timeout=ACQUIRE,
            max_transaction_retry_time=RETRY if retry is None else retry,
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
        self._checked = self._closed = False

    @property
    def driver(self) -> neo4j.Driver:
        """The open driver of a server that answers and is not too old. Raises StoreError otherwise,
        and once closed.
        """
        if self._closed:
            raise StoreError("is closed", self.uri, "open it again")
        if not self._checked:
            with as_store_errors(self.uri):
                self._driver.get_server_info()
            self._checked = True
        return self._driver

    def close(self) -> None:
        self._closed = True
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def check_address(uri: str) -> None:
    parts = urlsplit(uri)
    if "@" in parts.netloc:
        raise StoreError(
            "credentials do not belong in an address",
            f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
            "set NEO4J_USERNAME and NEO4J_PASSWORD",
        )
    try:
        named = parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        named = False
    if (
        not named or parts.path.strip("/") or (parts.query and not parts.scheme.startswith("neo4j"))
    ):  # neo4j: a routing policy
        raise StoreError(
            "is no address of a server",
            uri,
            f"write it as {parts.scheme}://HOST:7687 (the database goes into NEO4J_DATABASE)",
        )


def database(uri: str) -> str | None:
    """The database that NEO4J_DATABASE names; None: the user's home database."""
    name = os.environ.get("NEO4J_DATABASE") or None
    if name and name.lower() == "system":
        raise StoreError(
            "the database system is the server's own and holds no graph",
            uri,
            "name another in NEO4J_DATABASE, e.g. neo4j",
        )
    return name


def credentials(uri: str) -> tuple[str, str]:
    user, password = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD")
    if not password:
        raise StoreError(
            "needs a password", uri, "set NEO4J_PASSWORD (and NEO4J_USERNAME, if it is not neo4j)"
        )
    return user, password


def _user_agent() -> str:
    try:
        return f"shisaku-graph/{version('shisaku-graph')}"
    except PackageNotFoundError:
        return "shisaku-graph"

"""What the driver raises, said in one line with what to do."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import StoreError

OLDEST = "5.7"  # whose servers let us say which notifications we want; our queries ask for 5.0
# the server's code, or how it begins -> what is said, what to do; the first that fits
_CODES = {
    "Neo.ClientError.Security.Unauthorized": (
        "the user name or password is wrong",
        "check NEO4J_USERNAME and NEO4J_PASSWORD",
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "too many wrong passwords; the server refuses for a while",
        "wait, and check NEO4J_PASSWORD",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "the first password must be changed",
        "change it in Neo4j Browser or cypher-shell, then set NEO4J_PASSWORD",
    ),
    "Neo.ClientError.Security.Forbidden": (
        "the user may not do this",
        "give the user the right, or take another",
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        "there is no such database",
        "check NEO4J_DATABASE",
    ),
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": (
        "the database is read-only",
        "load with a user and database that may be written",
    ),
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": (
        "the database is read-only",
        "load with a user and database that may be written",
    ),
    "Neo.ClientError.Statement.AccessMode": (
        "the graph is read-only to a question",
        "ask with MATCH … RETURN; change the catalogue and load it again",
    ),
    "Neo.ClientError.Transaction.TransactionTimedOut": (
        "it took too long and was stopped",
        "ask for less, or try again",
    ),
    "Neo.ClientError.Transaction.Terminated": ("somebody ended it on the server", "try again"),
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
        "the server's memory for transactions ran out",
        "ask for less, or raise dbms.memory.transaction.total.max",
    ),
    "Neo.TransientError": ("the server is busy", "try again"),
}


@contextmanager
def as_store_errors(uri: str) -> Iterator[None]:
    """Turns what the driver raises inside into a StoreError of one line."""
    try:
        yield
    except (Neo4jError, DriverError, OSError) as error:
        raise _as_store_error(error, uri) from error


def _as_store_error(error: Exception, uri: str) -> StoreError:
    if isinstance(error, Neo4jError):
        return _from_server(error, uri)
    plain, _, encrypted = uri.partition("://")[0].partition("+")
    if encrypted and (
        isinstance(error, ServiceUnavailable)
        or any(isinstance(cause, ssl.SSLError) for cause in _causes(error))
    ):  # routing hides the cause
        return StoreError(
            "no Neo4j server answers with encryption that we trust",
            uri,
            f"check host and port; {plain}:// is for a server without TLS, {plain}+ssc:// for one"
            " with a certificate of its own",
        )
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return StoreError(
            "no Neo4j server answers",
            uri,
            "start it, or check host and port (bolt's, usually 7687)",
        )
    if isinstance(
        error, ConfigurationError
    ):  # the server does not know what we ask for when we greet it
        return StoreError(
            f"the server is older than Neo4j {OLDEST}",
            uri,
            "use a newer one, e.g. 5.26 LTS, or a file",
        )
    return StoreError(f"the connection failed: {_one_line(error)}", uri, "check the address")


def _from_server(error: Neo4jError, uri: str) -> StoreError:
    code = error.code or ""
    for begins, (what, todo) in _CODES.items():
        if code.startswith(begins):
            return StoreError(what, uri, todo)
    return StoreError(
        _one_line(error), uri, "check the query; docs/graph.md lists types and properties"
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _one_line(error: Exception) -> str:
    message = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return " ".join(message.split('\n"')[0].split())

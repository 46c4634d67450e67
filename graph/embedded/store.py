"""The embedded graph: LadybugDB in one local file, built beside it and put in its place whole.

A query may name the label Shisaku, which every node of ours bears on a server that holds others'
data too; here all are ours, and a node bears one label alone, so it is taken out before the query
runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

import ladybug

from graph.bounds import QUERY_SECONDS
from graph.embedded import seal
from graph.embedded.limits import address_space, memory, pool_to_build, pool_to_read, threads
from graph.embedded.opened import OpenedGraph
from graph.embedded.planned import Planned
from graph.errors import StoreError
from graph.files.replace import built_file, is_special
from graph.reading import at_most, check_reading, first_rows, one_column_each, without_label
from graph.schema.rows import GraphRows
from graph.schema.schema import EVERY_NODE, Schema, schema
from graph.store import StoreStatus, Tell, no_graph, silent

_MARK = "shisaku graph "
_LOAD = "shisaku load"
_FILE = "graph.lbug"
_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
_RAISED = "Runtime exception: "
_STOPPED = "Interrupted"
_POOL, _DISK = "buffer pool is full", "No space left"
_EXPECTED = re.compile(
    r" expecting \{(?:(?! expecting \{).)*?\}(?= \(line)|: expected rule \w+", re.DOTALL
)
_REPEATED = " <", "> (line"


def _fingerprint(declared: Schema) -> str:
    """What marks a graph as ours and of this declaration; stands as a comment on its
    first table.
    """
    return _MARK + declared.digest


class EmbeddedStore:
    """A graph in a file. Reads are read-only, by any number of processes and threads; a graph that
    was put there since is opened anew before the next read. The file need not be there until
    something is read.
    """

    def __init__(self, path: Path, declared: Schema | None = None) -> None:
        self.uri = str(path)
        self._path = path
        self._schema = declared or schema()
        self._lock = Lock()
        self._opened: OpenedGraph | None = None
        self._closed = False

    def read(self, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The rows of a read-only query (see graph.store.Store.read)."""
        return self._read(cypher, params, None)

    def read_first(self, most: int, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The first rows of a read-only query (see graph.store.Store.read_first)."""
        return self._read(cypher, params, most)

    def _read(self, cypher: str, params: dict[str, Any], most: int | None) -> list[dict[str, Any]]:
        check_reading(cypher, params)
        asked = without_label(cypher if most is None else at_most(cypher, most), EVERY_NODE)
        opened = self._current()
        try:
            try:
                return _asked(opened, asked, params, most)
            except RuntimeError as error:
                if _POOL not in str(error):
                    raise
                opened.forget_plans()
                return _asked(self._current(), asked, params, most)
        except (RuntimeError, ValueError) as error:
            if str(error).startswith(_STOPPED):
                raise StoreError(
                    f"it took more than {QUERY_SECONDS:g} seconds and was stopped",
                    self.uri,
                    "ask for less, or with LIMIT",
                ) from error
            raise StoreError(
                _message(error),
                self.uri,
                "ask for less at once, or let fewer ask"
                if _POOL in str(error)
                else "check the query (a word of Cypher that is a name stands in `backticks`);"
                " docs/graph.md lists types and properties",
            ) from error

    def replace(
        self,
        rows: GraphRows,
        *,
        full: bool = True,  # noqa: ARG002  # every load is
        tell: Tell = silent,  # noqa: ARG002  # and none takes long
    ) -> None:
        """Puts `rows` in place of the graph: built in a file beside it, put there with one rename;
        always in full.

        Raises StoreError while another load is under way, and for a file that is there but is no
        graph of ours.
        """
        # pyarrow, with which a graph is built, costs a fifth of a second and 30 MB
        from graph.embedded.building import build

        if self._path.exists():
            self._check_ours()
        with built_file(self._path) as new:
            try:
                build(new, self._schema, rows, _fingerprint(self._schema))
                seal.seal(new)
            except RuntimeError as error:
                raise _not_built(error, self.uri, rows) from error

    def status(self) -> StoreStatus:
        """How the store is (see graph.store.StoreStatus); a graph is replaced whole, so no load
        is ever unfinished.
        """
        stamp = self._current().stamp
        return StoreStatus(f"LadybugDB {ladybug.__version__}", "-".join(map(str, stamp)))

    def close(self) -> None:
        """Lets go of the file; a closed store raises StoreError when it is read."""
        with self._lock:
            self._let_go()
            self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _current(self) -> OpenedGraph:
        """The graph that is in the file now; one that was there before is closed when its last
        reader leaves.
        """
        with self._lock:
            if self._closed:
                raise StoreError("is closed", self.uri, "open it again")
            try:
                stat = self._path.stat()
            except OSError as error:
                raise no_graph(self.uri) from error
            now = stat.st_dev, stat.st_ino, stat.st_mtime_ns
            if self._opened is None or now != self._opened.stamp:
                self._let_go()
                seal.check(self._path)
                opened = OpenedGraph(_open(self._path), now)
                try:
                    with opened.connection() as connection:
                        self._check_mark(connection)
                except StoreError:
                    opened.retire()
                    raise
                self._opened = opened
            return self._opened

    def _check_mark(self, connection: Planned) -> None:
        mark = _mark_of(connection)
        if mark is None:
            raise StoreError(
                "is no graph of ours",
                self.uri,
                f"name another file, or make a graph with `{_LOAD}`",
            )
        if mark != _fingerprint(self._schema):
            raise StoreError(
                "was made by another version", self.uri, f"load it again with `{_LOAD}`"
            )

    def _check_ours(self) -> None:
        """A load must not overwrite what is not a graph of ours (of whatever version, and
        damaged or not).
        """
        if seal.is_sealed(self._path):
            return
        with _open(self._path) as database, ladybug.Connection(database) as connection:
            mark = _mark_of(connection)
        if mark is None:
            raise StoreError(
                "is no graph of ours and would be overwritten",
                self.uri,
                "name another file, or remove it",
            )

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened.retire()
        self._opened = None


def _open(path: Path) -> ladybug.Database:
    if path.is_dir():
        raise StoreError(
            "is a folder; a graph is one file",
            str(path),
            f"name a file, e.g. --store {path / _FILE}",
        )
    if is_special(path):
        raise StoreError(
            "is a device or a pipe; a graph is a file", str(path), f"name a file, e.g. {_FILE}"
        )
    try:
        size = path.stat().st_size
        return ladybug.Database(
            path,
            read_only=True,
            buffer_pool_size=pool_to_read(size),
            max_db_size=address_space(size),
            max_num_threads=threads(),
        )
    except RuntimeError as error:
        raise StoreError(
            f"cannot be opened as a graph: {_message(error)}",
            str(path),
            f"name another file, or remove it and `{_LOAD}`",
        ) from error


def _not_built(error: RuntimeError, uri: str, rows: GraphRows) -> StoreError:
    """Why a graph could not be built, and what to do."""
    nodes, relationships = len(rows.nodes), len(rows.relationships)
    if _POOL in str(error):
        pool = pool_to_build(nodes + relationships) >> 20
        return StoreError(
            f"could not be built: {nodes:,} nodes and {relationships:,} relationships do not fit in"
            f" {pool:,} MiB, of {memory() >> 20:,} MiB of this machine",
            uri,
            "load fewer documents, or on a machine with more memory, or into Neo4j",
        )
    todo = "free some space" if _DISK in str(error) else "is the disk full?"
    return StoreError(f"could not be built: {_message(error)}", uri, todo)


def _asked(
    opened: OpenedGraph, cypher: str, params: dict[str, Any], most: int | None
) -> list[dict[str, Any]]:
    with opened.connection(cypher) as connection:
        rows = first_rows(_rows(connection, cypher, params), most, _FILE)
        return [{key: _plain(value) for key, value in row.items()} for row in rows]


def _mark_of(connection: ladybug.Connection | Planned) -> str | None:
    rows = _rows(connection, "CALL show_tables() RETURN comment", {})
    return next((row["comment"] for row in rows if row["comment"].startswith(_MARK)), None)


def _rows(
    connection: ladybug.Connection | Planned, cypher: str, params: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """The rows of a query, by column."""
    result = connection.execute(cypher, params)
    results = result if isinstance(result, list) else [result]
    for rows in results:
        one_column_each(rows.get_column_names())
    return (row for rows in results for row in rows.rows_as_dict() if isinstance(row, dict))


def _plain(value: Any) -> Any:
    """A value as Python's own types: nodes and relationships as the properties that they have,
    paths as both lists, a sum of whole numbers (128 bits, a Decimal) as one.
    """
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, Decimal):
        return int(value)
    if isinstance(value, list):
        return [v if type(v) in _AS_IT_IS else _plain(v) for v in value]
    if not isinstance(value, dict):
        return value
    if "_NODES" in value:
        return {"nodes": _plain(value["_NODES"]), "relationships": _plain(value["_RELS"])}
    if "_LABEL" in value:
        # of all that any type has, most is not there
        there = ((key, v) for key, v in value.items() if v is not None and key[0] != "_")
        return {key: v if type(v) in _AS_IT_IS else _plain(v) for key, v in there}
    return {key: _plain(v) for key, v in value.items()}


def _message(error: Exception) -> str:
    """LadybugDB's message in one line, without the query that it repeats and all that its grammar
    would have liked.
    """
    message = _EXPECTED.sub("", str(error).split('\n"')[0].removeprefix(_RAISED))
    begins, ends = _REPEATED
    before, begun, rest = message.partition(begins)
    _, ended, after = rest.partition(ends)
    if begun and ended:
        message = f"{before}{ends[1:]}{after}"
    return " ".join(message.split())

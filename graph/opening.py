"""Opening a store from its address: a file, or a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store import Store

if TYPE_CHECKING:
    from graph.embedded.seal import State

DEFAULT_STORE = Path(".shisaku") / "graph.lbug"
SERVERS = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def store_uri(uri: str | os.PathLike[str] | None = None) -> str:
    """The address of the graph: the one given, else SHISAKU_STORE, else `.shisaku/graph.lbug`."""
    return os.fspath(uri) if uri else os.environ.get("SHISAKU_STORE") or str(DEFAULT_STORE)


def is_server(uri: str) -> bool:
    """Whether the address is one of a server; else it is a file's."""
    return uri.partition("://")[0] in SERVERS and "://" in uri


def seal_state(uri: str | os.PathLike[str] | None = None) -> State | None:
    """Whether the file of the store is as it was loaded (see graph.embedded.seal); None where the
    store is a server, or the file cannot be read.
    """
    address = store_uri(uri)
    if "://" in address:
        return None
    from graph.embedded import seal

    try:
        return seal.state(Path(address))
    except OSError:
        return None


def open_store(uri: str | os.PathLike[str] | None = None) -> Store:
    """The store at a path or address (see `store_uri`). File or server need not be there yet: only
    reading asks for it.

    Raises StoreError for an address of another kind, and for one of a server that credentials are
    missing for.
    """
    address = store_uri(uri)
    scheme, mark, _ = address.partition("://")
    if is_server(address):
        from graph.neo4j.store import Neo4jStore

        return Neo4jStore(address)
    if mark:
        raise StoreError(
            f"no store speaks {scheme}://",
            address,
            f"name a file, or a server as {SERVERS[0]}://HOST:7687 ({', '.join(SERVERS)})",
        )
    from graph.embedded.store import EmbeddedStore

    return EmbeddedStore(Path(address))

"""The interface that every graph store keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol, Self

from graph.errors import StoreError
from graph.schema.rows import GraphRows

Tell = Callable[[str], None]  # hears a line when there is something to wait for


@dataclass(frozen=True)
class StoreStatus:
    """How a store is: what holds it, and whether a load is under way or was left unfinished."""

    engine: str
    """Name and version of what holds the graph."""
    stamp: str
    """Another one whenever the graph is another one."""
    unfinished: datetime | None = None
    """When a load began that has not written all: the graph is neither the old nor the new one."""
    loading: bool = False
    """Whether that load is going on."""
    kept: int = 0
    """How many nodes that the catalogue no longer has are there still, because relationships of
    others hang on them."""
    begun: datetime | None = None
    """When a load began that is going on and of which readers see nothing yet."""


def silent(line: str) -> None:
    """Tells nobody."""


def no_graph(uri: str) -> StoreError:
    return StoreError("there is no graph here", uri, "make one with `shisaku load`")


class Store(Protocol):
    """A graph that can be read with Cypher and replaced as a whole."""

    uri: str

    def read(self, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The rows that a read-only query gives, as plain dicts.

        Nodes and relationships come back as dicts of the properties that they have; internal keys
        are left out. Values travel as parameters (`$name`). Raises StoreError for a query that the
        store refuses, and for one that calls two columns the same.
        """

    def read_first(self, most: int, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        """The first `most` rows that `read` would give; no more are fetched."""

    def replace(self, rows: GraphRows, *, full: bool = False, tell: Tell = silent) -> None:
        """Puts `rows` in place of all that is there: readers see the old graph or the new one,
        never half.

        A store that writes what has changed alone trusts what it noted of the last time; with
        `full` it looks at everything.
        """

    def status(self) -> StoreStatus:
        """How the store is now. Raises StoreError where it cannot be asked."""

    def close(self) -> None:
        """Lets go of the graph; a closed store raises StoreError when it is read."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

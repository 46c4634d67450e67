"""How two things hang together: the shortest paths between them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.nodes import PictureEdge, PictureNode


@dataclass(frozen=True)
class Path:
    """Nodes from one end to the other (`hops` is the place in the path) and the edge after each but the last."""

    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]

    @property
    def length(self) -> int:
        return len(self.edges)


def paths(store: Store, start: str, end: str, max_length: int = 4, hubs: bool = False, limit: int = 5) -> tuple[Path, ...]:
    """The shortest paths (all of one length, at most `max_length` steps) between two things given by id or name, ties by id.

    Directions do not count; hub types are not walked through unless asked. Empty where there is none. Raises NotFound.
    """
    raise NotImplementedError

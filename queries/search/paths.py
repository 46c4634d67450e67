"""How two things hang together: the shortest paths between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from graph.store import Store
from queries.cypher import ask_of_nodes
from queries.search.both_ends import shortest_ways
from queries.search.nodes import PictureEdge, PictureNode, edges_among
from queries.search.search import resolve


@dataclass(frozen=True)
class Path:
    """The way from one node to another."""

    nodes: tuple[PictureNode, ...]
    """The nodes from one end to the other; `hops` is the place in the path."""
    edges: tuple[PictureEdge, ...]
    """The relationships, the one after each node but the last."""

    @property
    def length(self) -> int:
        """How many steps it has."""
        return len(self.edges)


def paths(
    store: Store, start: str, end: str, max_length: int = 4, hubs: bool = False, limit: int = 5
) -> tuple[Path, ...]:
    """The shortest paths (all of one length, at most `max_length` steps) between two nodes, meant
    by id or name, ties by id.

    Directions do not count; hub types are not walked through unless asked. Empty where there is
    none, and where both are one node. Where several relationships join two neighbours, the first
    by type stands for them. Raises NotFound as `resolve` does.
    """
    first, last = resolve(store, start), resolve(store, end)
    if first.id == last.id:
        return ()
    ways = shortest_ways(store, first.id, last.id, max_length, hubs)
    return paths_along(store, list(islice(ways, max(0, limit))))


def paths_along(store: Store, ways: Sequence[Sequence[str]]) -> tuple[Path, ...]:
    """The paths along nodes (ids) that are joined one to the next."""
    ids = sorted({node for way in ways for node in way})
    known = {row["id"]: row for row in ask_of_nodes(store, "search/degrees", ids)}
    joining: dict[frozenset[str], PictureEdge] = {}
    for edge in edges_among(store, ids):
        joining.setdefault(frozenset((edge.source, edge.target)), edge)
    return tuple(
        Path(
            tuple(PictureNode(hops=hops, **known[node]) for hops, node in enumerate(way)),
            tuple(joining[frozenset(pair)] for pair in pairwise(way)),
        )
        for way in ways
    )

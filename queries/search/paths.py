"""How two things hang together: the shortest paths between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from graph.store import Store
from queries.cypher import ask
from queries.search.nodes import PictureEdge, PictureNode, edges_among
from queries.search.search import resolve

# between two busy nodes there may be thousands of equally short ways; that many are enough to sort
_MOST_PATHS = 2000


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
    names = {first.id: (first.type, first.name), last.id: (last.type, last.name)}
    before = _steps(store, first.id, last.id, max_length, hubs, names)
    ways = sorted(islice(_back(before, last.id), _MOST_PATHS))[: max(0, limit)]
    return tuple(path_along(store, ids, names) for ids in ways)


def _steps(
    store: Store,
    start: str,
    end: str,
    max_length: int,
    hubs: bool,
    names: dict[str, tuple[str, str]],
) -> dict[str, list[str]]:
    """For every node on the way, level by level until the end is met: the nodes of the level before
    that lead to it.
    """
    before: dict[str, list[str]] = {start: []}
    frontier = [start]
    for _ in range(max_length):
        rows = [
            row
            for row in ask(store, "search/neighbours", ids=frontier, hubs=hubs, goal=end)
            if row["id"] not in before
        ]
        level: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            level[row["id"]].append(row["origin"])
            names[row["id"]] = row["type"], row["name"]
        before |= level
        if end in level or not level:
            break
        frontier = sorted(level)
    return before


def _back(before: dict[str, list[str]], node: str) -> Iterator[tuple[str, ...]]:
    """All ways from the start to a node, as ids."""
    if node not in before:
        return
    if not before[node]:
        yield (node,)
    for earlier in sorted(before[node]):
        for way in _back(before, earlier):
            yield (*way, node)


def path_along(store: Store, ids: Sequence[str], names: Mapping[str, tuple[str, str]]) -> Path:
    """The path along nodes that are joined one to the next; `names` gives type and name of each."""
    degree = {row["id"]: row["neighbours"] for row in ask(store, "search/degrees", ids=list(ids))}
    nodes = tuple(PictureNode(i, *names[i], hops, degree[i]) for hops, i in enumerate(ids))
    joining: dict[frozenset[str], PictureEdge] = {}
    for edge in edges_among(store, ids):
        joining.setdefault(frozenset((edge.source, edge.target)), edge)
    return Path(nodes, tuple(joining[frozenset(pair)] for pair in pairwise(ids)))

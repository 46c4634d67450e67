"""The shortest ways between two nodes, looked for from both ends: each end knows what lies one step
away, two steps …, until both know a node. A step from a busy node leads to thousands, so it is
always the end with fewer nodes before it that goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.store import Store
from queries.cypher import ask_of_node
from queries.search.onward import onward


def shortest_ways(
    store: Store, start: str, end: str, max_length: int, hubs: bool
) -> Iterator[tuple[str, ...]]:
    """All ways of the least number of steps (at most `max_length`) between two different nodes, as
    ids, in the order of these; none where there is none. Hubs as for `paths`.
    """
    fore, back = _End(store, start, end, hubs), _End(store, end, start, hubs)
    for _ in range(max_length):
        nearer = min(fore, back, key=lambda side: len(side.frontier))
        nearer.go_on()
        if not nearer.frontier:
            return
        if met := fore.frontier & back.frontier:
            yield from _ways(fore.ahead(met) | back.towards(met), start, end)
            return


class _End:
    """What is known from one end."""

    def __init__(self, store: Store, start: str, goal: str, hubs: bool) -> None:
        self._store = store
        self._start = start
        self._goal = goal
        self._hubs = hubs
        self._seen = {start}
        self._steps: list[dict[str, list[str]]] = []  # for each step: node → where it leads
        self.frontier = {start}
        """The nodes that are as far away as was gone."""

    def go_on(self) -> None:
        """Goes one step further."""
        step = {row["origin"]: row["ids"] for row in self._onward()}
        self.frontier = set().union(*step.values()) - self._seen
        self._seen |= self.frontier
        self._steps.append(step)

    def _onward(self) -> Iterable[dict[str, Any]]:
        if len(self._steps) == 1:  # the graph knows these without being told
            return ask_of_node(
                self._store, "search/second_steps", self._start, hubs=self._hubs, goal=self._goal
            )
        return onward(self._store, self.frontier, self._hubs, self._goal)

    def ahead(self, met: set[str]) -> dict[str, list[str]]:
        """For every node on a way to these of the frontier: the next ones, by id."""
        ways: dict[str, list[str]] = {}
        for step in reversed(self._steps):
            on_way = {node: sorted(met.intersection(ids)) for node, ids in step.items()}
            level = {node: ids for node, ids in on_way.items() if ids}
            ways |= level
            met = set(level)
        return ways

    def towards(self, met: set[str]) -> dict[str, list[str]]:
        """For these of the frontier and every node between: the next ones back to this end, by
        id.
        """
        ways: defaultdict[str, list[str]] = defaultdict(list)
        for step in reversed(self._steps):
            level = set()
            for node in sorted(step):
                for further in met.intersection(step[node]):
                    ways[further].append(node)
                    level.add(node)
            met = level
        return ways


def _ways(ahead: Mapping[str, list[str]], start: str, end: str) -> Iterator[tuple[str, ...]]:
    """All ways to the end, in order."""
    if start == end:
        yield (end,)
        return
    for node in ahead[start]:
        for way in _ways(ahead, node, end):
            yield (start, *way)

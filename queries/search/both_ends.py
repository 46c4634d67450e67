"""The shortest ways between two nodes, looked for from both ends: each end knows what lies one step
away, two steps …, until both know a node. A step from a busy node leads to thousands, so it is
always the end with fewer nodes before it that goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from graph.store import Store
from queries.cypher import ask

# a list is looked through for every node of the graph; of more nodes than that a join is quicker
_FEW = 200
_AT_ONCE = 5000  # nodes of which one question asks the neighbours: keeps its answer in memory


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
        self._asked = {"hubs": hubs, "goal": goal}
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

    def _onward(self) -> Iterator[dict[str, Any]]:
        ids = sorted(self.frontier)
        if len(self._steps) == 1:  # the graph knows these without being told
            yield from ask(self._store, "search/second_steps", id=self._start, **self._asked)
        elif len(ids) <= _FEW:
            yield from ask(self._store, "search/onward", ids=ids, **self._asked)
        else:
            for first in range(0, len(ids), _AT_ONCE):
                some = ids[first : first + _AT_ONCE]
                yield from ask(self._store, "search/onward_from_many", ids=some, **self._asked)

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

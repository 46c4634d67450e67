"""Where one step leads from some nodes, directions aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.store import Store
from queries.cypher import ask_of_nodes

_AT_ONCE = 5000  # nodes of which one question asks the neighbours: keeps its answer in memory


def onward(
    store: Store, nodes: Iterable[str], hubs: bool, goal: str = ""
) -> Iterator[dict[str, Any]]:
    """{origin: one of the nodes, ids: where one step leads from it} for each that leads anywhere;
    hubs are left out unless asked, but for `goal`.
    """
    ids = sorted(nodes)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        yield from ask_of_nodes(store, "search/onward", some, hubs=hubs, goal=goal)

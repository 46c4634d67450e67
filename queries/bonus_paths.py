"""All ways from a certification to what it makes better, through rules and measures."""

from __future__ import annotations

import networkx as nx

from graph.store import Store
from queries.cypher import ask
from queries.paths import Path, path_along
from queries.search import resolve

_ENDS = ("Programme", "Measure", "Certification")


def bonus_paths(store: Store, certification: str, end: str, max_length: int = 6, limit: int = 50) -> tuple[Path, ...]:
    """The simple paths (no node twice) of at most `max_length` steps from a certification to a programme, a measure or another certification,
    through rules, measures and certifications alone; the shortest first, ties by ids, at most `limit`.

    Directions do not count. Empty where there is none. Raises NotFound.
    """
    first, last = resolve(store, certification, ["Certification"]), resolve(store, end, _ENDS)
    ways, names = nx.Graph(), {}
    for row in ask(store, "bonus_ways"):
        ways.add_edge(row["source"], row["target"])
        names |= {row["source"]: (row["source_type"], row["source_name"]), row["target"]: (row["target_type"], row["target_name"])}
    if first.id == last.id or first.id not in ways or last.id not in ways:
        return ()
    found = sorted(nx.all_simple_paths(ways, first.id, last.id, cutoff=max_length), key=lambda ids: (len(ids), ids))
    return tuple(path_along(store, ids, names) for ids in found[:max(0, limit)])

"""Ids that measures bore before, for what was noted under them."""

from __future__ import annotations

from collections import defaultdict

from graph.store import Store
from queries.cypher import ask


def former_ids(store: Store) -> dict[str, str]:
    """Former id -> the id that the measure has now; without those that some measure bears now, or
    that several bore.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in ask(store, "measure/former_ids"):
        bearers[row["former"]].add(row["id"])
    return {former: next(iter(ids)) for former, ids in bearers.items() if len(ids) == 1}

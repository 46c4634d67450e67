"""Whether a query reads and no more, as the server itself says: its plan is asked for before it is
run, for the server knows its own language better than any list of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import StoreError

# what fetches files and addresses, runs anything at all, or tells of the server
_REFUSED = ("LoadCSV", "ProcedureCall", "Show", "Terminate")
_READS = "r"  # of what a query can be; others write, change the schema or ask for settings
_MOST_KEPT = 1_000  # texts


class Readings:
    """The queries that a server has called reading."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def known(self, cypher: str) -> bool:
        """Whether it has called this one so."""
        return cypher in self._texts

    def check(self, cypher: str, query_type: str | None, plan: Mapping[str, Any] | None) -> None:
        """Keeps a query that reads, by what EXPLAIN says of it: its type and its plan (a step with
        `operatorType` and `children`). Raises StoreError for any other.
        """
        if query_type != _READS or plan is None:
            raise _not_reading("more than reading")
        for step in steps(plan):
            if step.startswith(_REFUSED):
                raise _not_reading(step)
        if len(self._texts) >= _MOST_KEPT:
            self._texts.clear()
        self._texts.add(cypher)


def steps(plan: Mapping[str, Any]) -> Iterator[str]:
    """The kinds of all steps of a plan, without the database's name (`LoadCSV@neo4j`)."""
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children") or ():
        yield from steps(child)


def _not_reading(what: str) -> StoreError:
    return StoreError(
        f"the server would do {what} for this query: the graph is read-only",
        todo="ask with MATCH … RETURN; change the catalogue and load it again",
    )

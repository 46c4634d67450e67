"""Of which years there are review sheets."""

from __future__ import annotations

from graph.store import Store
from queries.cypher import ask


def sheet_years(store: Store) -> tuple[int, ...]:
    """The years, the earliest first."""
    return tuple(row["year"] for row in ask(store, "changes/sheet_years"))

"""What a person settled that neither names, texts nor sums do."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept


@dataclass(frozen=True)
class SettledJoin:
    """A programme and a measure that it pays for because a person judged so."""

    programme: str
    """The programme's id."""
    name: str
    """Its name."""
    measure: str
    """The measure's id."""
    title: str
    """Its title."""
    kind: str
    """What the programme is to the measure: same, funds, part or successor."""


@kept
def settled_joins(store: Store) -> tuple[SettledJoin, ...]:
    """All of them, by the ids of programmes and measures."""
    return tuple(SettledJoin(**row) for row in ask(store, "overview/settled_joins"))

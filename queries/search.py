"""Finding things by words, and the one thing that a name means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.store import Store


@dataclass(frozen=True)
class Hit:
    """A node that answers; `why` says where the words stood: title, start, within, other."""

    id: str
    type: str
    name: str
    why: str


def find(store: Store, words: str, kinds: Sequence[str] | None = None, limit: int = 20) -> tuple[Hit, ...]:
    """Nodes in whose names (titles, aliases, terms …) every one of the blank-separated words stands, best first.

    Width, case and blanks do not count. `kinds` confines to node types (Measure, Certification …; all searchable ones if None).
    Raises NotFound for an unknown kind; no hits is an empty tuple.
    """
    raise NotImplementedError


def resolve(store: Store, name: str, kinds: Sequence[str] | None = None) -> Hit:
    """The node that an id, former id, name, short name or alias means (folded, exact).

    Raises NotFound with the nearest names for one that nothing answers to, or with the candidates where several do.
    """
    raise NotImplementedError

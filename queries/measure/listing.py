"""All measures as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.sources import Source, sources


@dataclass(frozen=True)
class Named:
    """A node by its id and its name."""

    id: str
    """The node's id."""
    name: str
    """The node's name."""


@dataclass(frozen=True)
class ListedMeasure:
    """A measure in a list, as its latest appearance has it."""

    id: str
    """The measure's id."""
    title: str
    """Its title."""
    ministries: tuple[Named, ...]
    """Its ministries, the lead first."""
    pillars: tuple[Named, ...]
    """The pillars that it stands in."""
    source: Source
    """Where the appearance begins."""


@kept
def all_measures(store: Store) -> tuple[ListedMeasure, ...]:
    """Every measure once, those of the latest document first, in the order of its lines."""
    by_measure: dict[str, list[dict[str, Any]]] = {}
    for row in ask(store, "measure/listing"):  # one for each pair of ministry and pillar
        by_measure.setdefault(row["id"], []).append(row)
    return tuple(_listed(rows) for rows in by_measure.values())


def _listed(rows: list[dict[str, Any]]) -> ListedMeasure:
    first = rows[0]
    return ListedMeasure(
        first["id"],
        first["title"],
        _named(rows, "ministry"),
        _named(rows, "pillar"),
        sources(first["documents"], first["lines"])[0],
    )


def _named(rows: list[dict[str, Any]], what: str) -> tuple[Named, ...]:
    """What stands in a pair of columns, each once, in the order of the rows."""
    return tuple(dict.fromkeys(Named(row[what], row[f"{what}_name"]) for row in rows if row[what]))

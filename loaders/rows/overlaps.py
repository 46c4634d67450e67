"""Scored pairs of measures and budget programmes."""

from __future__ import annotations

from loaders.rows.collecting import Collector
from loaders.rows.documents import as_json
from loaders.rows.programmes import node_id
from loaders.rows.references import References

MEASURE, PROGRAMME = "measure:", "programme:"


def add_overlaps(collector: Collector, references: References) -> None:
    """One OVERLAPS a pair, from the lower id to the higher, from a measure to a programme."""
    for overlap in references.catalogue.overlaps:
        where = f"overlaps.jsonl {overlap.a} {overlap.b}"
        collector.relationship(
            "OVERLAPS",
            *sorted(
                (_node(collector, references, each, where) for each in (overlap.a, overlap.b)),
                key=lambda node: (not node.startswith(MEASURE), node),
            ),
            **overlap.model_dump(exclude={"a", "b", "parts"}),
            parts=as_json([part.model_dump() for part in overlap.parts]) if overlap.parts else None,
        )


def _node(collector: Collector, references: References, each: str, where: str) -> str:
    """The id of the node of a measure or programme; raises CatalogueError for what is unknown."""
    if each.startswith(PROGRAMME):
        return node_id(collector, references.programme(each, where).id)
    return collector.id_of("Measure", references.measure(each, where).id)

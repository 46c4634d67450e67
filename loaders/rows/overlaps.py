"""Scored pairs of measures and budget programmes."""

from __future__ import annotations

from loaders.rows.collecting import Collector
from loaders.rows.documents import as_json
from loaders.rows.programmes import node_id
from loaders.rows.references import References

MEASURE, PROGRAMME = "measure:", "programme:"
_NOT_TOLD = {"a", "b", "parts"}  # of a record, as they are: they are the ends, and JSON


def add_overlaps(collector: Collector, references: References) -> None:
    """One OVERLAPS a pair, from the lower id to the higher, from a measure to a programme."""
    nodes: dict[str, str] = {}
    for overlap in references.catalogue.overlaps:
        for each in (overlap.a, overlap.b):
            if each not in nodes:
                where = f"overlaps.jsonl {overlap.a} {overlap.b}"
                nodes[each] = _node(collector, references, each, where)
        start, end = nodes[overlap.a], nodes[overlap.b]
        if _order(start) > _order(end):
            start, end = end, start
        told = {name: value for name, value in vars(overlap).items() if name not in _NOT_TOLD}
        parts = as_json([vars(part) for part in overlap.parts]) if overlap.parts else None
        collector.relationship("OVERLAPS", start, end, **told, parts=parts)


def _order(node: str) -> tuple[bool, str]:
    return not node.startswith(MEASURE), node


def _node(collector: Collector, references: References, each: str, where: str) -> str:
    """The id of the node of a measure or programme; raises CatalogueError for what is unknown."""
    if each.startswith(PROGRAMME):
        return node_id(collector, references.programme(each, where).id)
    return collector.id_of("Measure", references.measure(each, where).id)

"""Scored pairs of measures."""

from __future__ import annotations

from loaders.rows.collecting import Collector
from loaders.rows.references import References


def add_overlaps(collector: Collector, references: References) -> None:
    """One OVERLAPS a pair, from the lower id to the higher."""
    for overlap in references.catalogue.overlaps:
        where = f"overlaps.jsonl {overlap.a} {overlap.b}"
        first, second = sorted(references.measure(m, where).id for m in (overlap.a, overlap.b))
        collector.relationship(
            "OVERLAPS",
            collector.id_of("Measure", first),
            collector.id_of("Measure", second),
            **overlap.model_dump(exclude={"a", "b"}),
        )

"""The rows of made-up catalogues, and catalogues changed in one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.schema.rows import GraphRows
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Record,
)


def relationships(
    rows: GraphRows, kind: str, start: str | None = None
) -> dict[str, dict[str, Any]]:
    """End id -> properties."""
    return {
        r.end: dict(r.properties)
        for r in rows.relationships
        if r.type == kind and start in (None, r.start)
    }


def node(rows: GraphRows, node_id: str) -> dict[str, Any]:
    return next(dict(n.properties) for n in rows.nodes if n.id == node_id)


def changed(catalogue: Catalogue, file: str, record_id: str, **values: Any) -> Catalogue:
    """The catalogue with other values in one record."""
    return replace(
        catalogue,
        **{
            file: tuple(
                _copy(r, values) if r.id == record_id else r for r in getattr(catalogue, file)
            )
        },
    )


def _copy(record: Record, values: dict[str, Any]) -> Record:
    return type(record).model_validate(record.model_dump() | values)

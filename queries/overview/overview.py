"""What is in the graph: counts by type, what the documents say of themselves,
ministries × pillars.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import NotFound
from graph.schema.schema import schema
from graph.store import Store
from queries.cypher import ask
from queries.search.search import resolve
from queries.sources import Source, sources


@dataclass(frozen=True)
class TypeCount:
    type: str
    count: int


@dataclass(frozen=True)
class DocumentCounts:
    """A document with the counts that it states of itself and those that were found in it (keys as
    in document.yaml).
    """

    id: str
    title: str
    publisher: str
    date: str
    url: str | None
    file: str
    lines: int
    terms_of_use: str
    states: dict[str, int | str]
    found: dict[str, int | str]


@dataclass(frozen=True)
class Overview:
    """Nodes and relationships by type (every declared type, also those that are empty), and the
    documents by id.
    """

    nodes: tuple[TypeCount, ...]
    relationships: tuple[TypeCount, ...]
    documents: tuple[DocumentCounts, ...]


@dataclass(frozen=True)
class Cell:
    """Ministry × pillar. `measures` counts all of the cell; `derived` those among them that belong
    to the ministry only because it supervises the body that the page names.
    """

    ministry: str
    ministry_name: str
    pillar: str
    pillar_name: str
    measures: int
    derived: int


@dataclass(frozen=True)
class MeasureRow:
    """A measure in a list; `source` is where its page begins."""

    id: str
    title: str
    lead: bool
    derived: bool
    source: Source


def overview(store: Store) -> Overview:
    """Counts by type and the documents with stated and found counts."""
    declared = schema()
    return Overview(
        _counts(store, "overview/nodes_by_type", declared.nodes),
        _counts(store, "overview/relationships_by_type", declared.relationships),
        _documents(store),
    )


def _counts(store: Store, name: str, types: Iterable[str]) -> tuple[TypeCount, ...]:
    counted = {row["type"]: row["count"] for row in ask(store, name)}
    return tuple(TypeCount(each, counted.get(each, 0)) for each in types)


def _documents(store: Store) -> tuple[DocumentCounts, ...]:
    rows = ask(store, "documents")
    return tuple(
        DocumentCounts(
            **row
            | {
                "id": row["id"].partition(":")[2],
                "states": json.loads(row["states"]),
                "found": json.loads(row["found"]),
            }
        )
        for row in rows
    )


def documents_with_pillars(store: Store) -> tuple[str, ...]:
    """The ids of the documents that file their measures under pillars, the latest first, then by
    id.
    """
    return tuple(row["document"] for row in ask(store, "overview/documents_with_pillars"))


def ministries_by_pillar(store: Store, document: str | None = None) -> tuple[Cell, ...]:
    """Every cell of a document that holds at least one measure, by ministry id, then pillar id.

    `document` is the id of one with pillars, the latest if None. A measure counts for the
    ministries that this document prints. Raises NotFound, with the documents there are, for one
    without pillars.
    """
    there = documents_with_pillars(store)
    if document is not None and document not in there:
        raise NotFound(
            f"no document {document!r} with pillars", None, f"there are {', '.join(there)}"
        )
    return (
        tuple(
            Cell(**row)
            for row in ask(store, "overview/ministries_by_pillar", document=document or there[0])
        )
        if there
        else ()
    )


def measures_of_cell(store: Store, ministry: str, pillar: str) -> tuple[MeasureRow, ...]:
    """The measures of one cell, by id. `ministry` and `pillar` are ids or names; raises NotFound
    for an unknown one.

    A measure that the document tells at several places is listed once, at the first.
    """
    ids = {
        "ministry": resolve(store, ministry, ["Ministry"]).id,
        "pillar": resolve(store, pillar, ["Pillar"]).id,
    }
    rows = {row["id"]: row for row in reversed(ask(store, "overview/measures_of_cell", **ids))}
    return tuple(
        MeasureRow(
            row["id"],
            row["title"],
            row["lead"],
            row["derived"],
            sources(row["documents"], row["lines"])[0],
        )
        for row in reversed(rows.values())
    )

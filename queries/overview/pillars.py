"""Ministries × pillars: how many measures each ministry has in each pillar of a document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.bounds import quoted
from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.search.search import resolve
from queries.sources import Source, sources


@dataclass(frozen=True)
class Cell:
    """One ministry in one pillar."""

    ministry: str
    """The ministry's id."""
    ministry_name: str
    """The ministry's name."""
    pillar: str
    """The pillar's id."""
    pillar_name: str
    """The pillar's name."""
    measures: int
    """How many measures it has."""
    derived: int
    """How many of them are the ministry's only because it supervises the body that the page names.
    """


@dataclass(frozen=True)
class MeasureRow:
    """A measure of a cell."""

    id: str
    """The measure's id."""
    title: str
    """The measure's title."""
    lead: bool
    """Whether the ministry is printed as the first of several."""
    derived: bool
    """Whether it is not printed, but supervises the body that the page names."""
    source: Source
    """Where the page begins."""


def documents_with_pillars(store: Store) -> tuple[str, ...]:
    """The ids of the documents that file their measures under pillars, the latest first, then by
    id.
    """
    return tuple(row["document"] for row in ask(store, "overview/documents_with_pillars"))


@kept
def ministries_by_pillar(store: Store, document: str | None = None) -> tuple[Cell, ...]:
    """Every cell of a document that holds at least one measure, by ministry id, then pillar id.

    `document` is the id of one with pillars, the latest if None. A measure counts for the
    ministries that this document prints. Raises NotFound, with the documents there are, for one
    without pillars.
    """
    with_pillars = documents_with_pillars(store)
    if document is not None and document not in with_pillars:
        raise NotFound(
            f"no document {quoted(document)} with pillars",
            None,
            f"there are {', '.join(with_pillars)}",
        )
    if not with_pillars:
        return ()
    rows = ask(store, "overview/ministries_by_pillar", document=document or with_pillars[0])
    return tuple(Cell(**row) for row in rows)


def measures_of_cell(store: Store, ministry: str, pillar: str) -> tuple[MeasureRow, ...]:
    """The measures of one cell, by id. `ministry` and `pillar` are ids or names; raises NotFound
    for an unknown one.

    A measure that the document has at several places is listed once, at the first.
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

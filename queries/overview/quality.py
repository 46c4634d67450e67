"""What each document and table gives: what it states of itself, the facts that were found in it by
kind, the lines that were refused, the values that a person corrected.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from graph.schema.schema import schema
from graph.store import Store
from queries.cypher import ask
from queries.documents import DocumentCounts, documents
from queries.kept import kept
from queries.overview.overview import TypeCount


@dataclass(frozen=True)
class Refusal:
    """Something that was not understood and is left out."""

    line: int
    """Where it stands, from 1."""
    what: str
    """What was not understood."""


@dataclass(frozen=True)
class Correction:
    """A value that a person put in place of what was read."""

    line: int
    """Where the page begins, from 1."""
    field: str
    """The field of the measure."""
    before: str | None
    """What was read; None where nothing was."""
    after: str | None
    """What was put in its place."""
    reason: str
    """Why a person knows better than the page."""


@dataclass(frozen=True)
class DocumentQuality:
    """A document or a published table with what came of it."""

    document: DocumentCounts
    """The document, with what it states of itself and the same as found."""
    facts: tuple[TypeCount, ...]
    """By type of relationship, in the declared order, how many places of it are cited."""
    refused: tuple[Refusal, ...]
    """What was not understood, by line."""
    corrections: tuple[Correction, ...]
    """What a person corrected, by line."""

    @property
    def cited(self) -> int:
        """All places of it that are cited."""
        return sum(fact.count for fact in self.facts)

    @property
    def differs(self) -> tuple[str, ...]:
        """What it states of itself and what was found otherwise, by name; what nobody counted is
        none of it.
        """
        stated, found = self.document.states, self.document.found
        return tuple(name for name in stated if name in found and stated[name] != found[name])


@kept
def data_quality(store: Store) -> tuple[DocumentQuality, ...]:
    """Every document and table, by id."""
    order = list(schema().relationships)
    facts: dict[str, list[TypeCount]] = defaultdict(list)
    for row in ask(store, "overview/facts_by_document"):
        facts[row["document"]].append(TypeCount(row["type"], row["count"]))
    told = {row["id"].partition(":")[2]: row for row in ask(store, "overview/quality")}
    return tuple(
        DocumentQuality(
            document,
            tuple(sorted(facts[document.id], key=lambda fact: order.index(fact.type))),
            tuple(Refusal(**one) for one in json.loads(told[document.id]["refused"] or "[]")),
            tuple(Correction(**one) for one in json.loads(told[document.id]["mended"] or "[]")),
        )
        for document in documents(store)
    )

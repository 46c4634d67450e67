"""The documents that are loaded, the one that a name means, and those that contain a measure."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.bounds import quoted
from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask, ask_of_many


def is_about_one_call(found: Mapping[str, int | str]) -> bool:
    """Whether a document is an answer about one call, by what was found in it."""
    return found.get("calls") == 1


@dataclass(frozen=True)
class DocumentCounts:
    """A document with what it states of itself beside what was found in it."""

    id: str
    """Its id without the type: package-2025."""
    title: str
    """Its title, as printed."""
    publisher: str
    """Who publishes it."""
    date: str
    """Its date, ISO, as precise as printed."""
    url: str | None
    """Where it is published; None where that is not known."""
    file: str
    """The name of its text file."""
    lines: int
    """How many lines the file has."""
    terms_of_use: str
    """Under which terms it may be used."""
    states: dict[str, int | str]
    """Counts that it prints, by the keys of its document.yaml."""
    found: dict[str, int | str]
    """The same counts, by the same keys, as they were extracted."""
    sha256: str
    """The digest of the file that was read, hex."""
    text_sha256: str | None = None
    """Of a PDF the digest of its text, hex: that is what lines are shown from."""


def documents(store: Store) -> tuple[DocumentCounts, ...]:
    """Every document, by id."""
    return tuple(
        DocumentCounts(
            **row
            | {
                "id": row["id"].partition(":")[2],
                "states": json.loads(row["states"]),
                "found": json.loads(row["found"]),
            }
        )
        for row in ask(store, "documents")
    )


def document(among: Sequence[DocumentCounts], name: str) -> DocumentCounts:
    """The one of these documents that an id (with or without its type) or a title means.

    Raises NotFound, with the ids there are, for a name that is of none.
    """
    wanted = fold(name.removeprefix("document:"))
    meant = [known for known in among if wanted in (fold(known.id), fold(known.title))]
    if len(meant) != 1:
        named = [known.id for known in among if not is_about_one_call(known.found)]
        raise NotFound(
            f"there is no document {quoted(name)}",
            None,
            f"there are {', '.join(named)}",
        )
    return meant[0]


def documents_of(store: Store, measures: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Measure id -> ids of the documents that contain it, the earliest first."""
    by_measure: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in ask_of_many(store, "documents_of_measures", dict.fromkeys(measures)):
        by_measure[row["id"]] += (row["document"],)
    return by_measure

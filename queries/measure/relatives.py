"""Measures that are parts or successors of each other, and the documents that tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask

_RELATIONS = {"PART_OF_MEASURE": ("part_of", "has_part"), "SUCCEEDS": ("succeeds", "succeeded_by")}
_ORDER = ("succeeds", "succeeded_by", "part_of", "has_part")


@dataclass(frozen=True)
class Kin:
    """Another measure that this one succeeds, is succeeded_by, is part_of, or has_part (decided
    over documents: no line states it).

    `documents` tell the other measure, the earliest first.
    """

    relation: str
    id: str
    title: str
    documents: tuple[str, ...]


def kin_of(store: Store, measures: Sequence[str]) -> dict[str, tuple[Kin, ...]]:
    """Measure id -> its kin, by relation, then id; for those of `measures` that have any."""
    asked, rows = set(measures), ask(store, "measure/relatives", ids=list(measures))
    told = documents_of(store, sorted({end for row in rows for end in (row["id"], row["other"])}))
    found: dict[str, list[Kin]] = defaultdict(list)
    for row in rows:
        forth, back = _RELATIONS[row["type"]]
        if row["id"] in asked:
            found[row["id"]].append(
                Kin(forth, row["other"], row["other_title"], told[row["other"]])
            )
        if row["other"] in asked:
            found[row["other"]].append(Kin(back, row["id"], row["title"], told[row["id"]]))
    return {
        measure: tuple(sorted(kin, key=lambda each: (_ORDER.index(each.relation), each.id)))
        for measure, kin in found.items()
    }


def documents_of(store: Store, measures: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Measure id -> ids of the documents that tell it, the earliest first."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in ask(store, "documents_of_measures", ids=list(measures)):
        found[row["id"]] += (row["document"],)
    return found

"""Measures that are parts or successors of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from graph.store import Store
from queries.cypher import ask_of_many
from queries.documents import documents_of

Relation = Literal["succeeds", "succeeded_by", "part_of", "has_part"]
_ORDER: tuple[Relation, ...] = get_args(Relation)
_RELATIONS: dict[str, tuple[Relation, Relation]] = {  # of the start, and of the end
    "PART_OF_MEASURE": ("part_of", "has_part"),
    "SUCCEEDS": ("succeeds", "succeeded_by"),
}


@dataclass(frozen=True)
class Relative:
    """Another measure that is a part or the successor of this one, or the other way round (decided
    over documents: no line states it).
    """

    relation: Relation
    """What this measure is to that one."""
    id: str
    """That measure's id."""
    title: str
    """That measure's title."""
    documents: tuple[str, ...]
    """Ids of those that contain that measure, the earliest first."""


def relatives_of(store: Store, measures: Sequence[str]) -> dict[str, tuple[Relative, ...]]:
    """Measure id -> its relatives, by relation, then id; for those of `measures` that have any."""
    wanted = set(measures)
    ways = (
        ask_of_many(store, name, sorted(wanted))
        for name in ("measure/relatives", "measure/is_relative")
    )
    rows = list(
        {(row["type"], row["id"], row["relative"]): row for way in ways for row in way}.values()
    )
    ends = {end for row in rows for end in (row["id"], row["relative"])}
    documents = documents_of(store, sorted(ends))
    by_measure: dict[str, list[Relative]] = defaultdict(list)
    for row in rows:
        forth, back = _RELATIONS[row["type"]]
        for measure, relation, relative, title in (
            (row["id"], forth, row["relative"], row["relative_title"]),
            (row["relative"], back, row["id"], row["title"]),
        ):
            if measure in wanted:
                by_measure[measure].append(Relative(relation, relative, title, documents[relative]))
    return {
        measure: tuple(sorted(of_measure, key=lambda r: (_ORDER.index(r.relation), r.id)))
        for measure, of_measure in by_measure.items()
    }

"""Who runs a measure: its ministries, or within one ministry its agencies and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask_of_many
from queries.english import in_english
from queries.programmes.ids import node_of, programme_id

_MEASURE = "measure:"


@dataclass(frozen=True)
class Office:
    """A ministry; within one ministry an agency or body, or the ministry for its measures that have
    neither.
    """

    id: str
    """The office's id."""
    name: str
    """The office's name."""
    english: str
    """Its official name, as printed where it has none."""


def offices_of(
    store: Store, measures: Sequence[str], within: bool = False
) -> dict[str, tuple[Office, ...]]:
    """Measure or programme (programme:…) -> its ministries by id (none where its page names none),
    of a programme those that lead it; `within` a ministry its agencies and bodies, or the
    ministries where it has neither.
    """
    offices: dict[str, list[tuple[str, Office]]] = {measure: [] for measure in measures}
    nodes = [node_of(each) for each in offices if not each.startswith(_MEASURE)]
    rows = ask_of_many(store, "overlap/offices", [m for m in offices if m.startswith(_MEASURE)])
    for row in (*rows, *(ask_of_many(store, "overlap/offices_of_programmes", nodes))):
        offices[programme_id(row["measure"])].append(
            (row["type"], Office(row["id"], row["name"], row["english"] or in_english(row["name"])))
        )
    ministries = {
        measure: tuple(office for kind, office in of_measure if kind == "Ministry")
        for measure, of_measure in offices.items()
    }
    if not within:
        return ministries
    return {
        measure: tuple(office for kind, office in of_measure if kind != "Ministry")
        or ministries[measure]
        for measure, of_measure in offices.items()
    }

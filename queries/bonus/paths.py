"""All ways from a certification to what it makes better, through rules and measures."""

from __future__ import annotations

import networkx as nx

from graph.store import Store
from queries.cypher import ask
from queries.search.paths import Path, path_along
from queries.search.search import resolve

_BACKWARDS = {
    ("BonusRule", "Certification"),
    ("Measure", "Measure"),
}  # a rule requires, a part is of a whole: one walks to the rule, to the part
_ENDS = ("Programme", "Measure", "Certification")


def bonus_paths(
    store: Store, certification: str, end: str, max_length: int = 6, limit: int = 50
) -> tuple[Path, ...]:
    """The simple paths (no node twice) of at most `max_length` steps that a company can walk from a
    certification to a programme, a measure or another certification; the shortest first, ties by
    ids, at most `limit`.

    Who holds a certification holds what it contains and has met what it needs; it meets rules,
    these raise measures with their parts and programmes, and a measure for which it is a
    requirement leads to the certification that its page describes. Nobody climbs by what lies below
    what he holds. Empty where there is none. Raises NotFound.
    """
    first, last = resolve(store, certification, ["Certification"]), resolve(store, end, _ENDS)
    ways, names = nx.DiGraph(), {}
    rows = ask(store, "bonus/ways")
    doors = {row["target"] for row in rows if row["benefit"] == "requirement"}
    for row in rows:
        if (
            row["source_type"] != "Measure"
            or row["target_type"] != "Certification"
            or row["source"] in doors
        ):
            ways.add_edge(
                *(
                    (row["target"], row["source"])
                    if (row["source_type"], row["target_type"]) in _BACKWARDS
                    else (row["source"], row["target"])
                )
            )
        names |= {
            row["source"]: (row["source_type"], row["source_name"]),
            row["target"]: (row["target_type"], row["target_name"]),
        }
    if first.id == last.id or first.id not in ways or last.id not in ways:
        return ()
    found = sorted(
        (
            ids
            for ids in nx.all_simple_paths(ways, first.id, last.id, cutoff=max_length)
            if not _climbs_from_below([names[each][0] for each in ids])
        ),
        key=lambda ids: (len(ids), ids),
    )
    return tuple(path_along(store, ids, names) for ids in found[: max(0, limit)])


def _climbs_from_below(types: list[str]) -> bool:
    """Whether a way goes down to what is contained or needed, and from there up to another
    certification.
    """
    down = next((place for place, each in enumerate(types) if each != "Certification"), len(types))
    return down > 1 and "Certification" in types[down:]

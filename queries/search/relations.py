"""What hangs on a node, by relationship: how many of each, the first of one, and what lies a step
further.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.schema.schema import schema
from graph.store import Store
from queries.cypher import ask_of_node, ask_of_nodes
from queries.search.nodes import Picture, PictureNode, edges_among
from queries.search.onward import onward

MOST = 200  # neighbours of one relationship that are given at once
SYMMETRIC = frozenset({"OVERLAPS"})  # relationships whose direction says nothing
_AT_ONCE = 600  # neighbours of a node that are asked for in one question


@dataclass(frozen=True)
class Relation:
    """One way in which a node hangs together with things of one type."""

    type: str
    """The type of the relationship, as in the graph's schema."""
    outward: bool
    """Whether it leads from the node to them, not from them to it; true for a SYMMETRIC one."""
    kind: str
    """The type of the things, as in the graph's schema."""
    count: int
    """How many things there are."""


def relations(store: Store, node_id: str, hubs: bool = False) -> tuple[Relation, ...]:
    """The relations of a node (its id), in the order in which the schema declares types of
    relationships and of nodes; hubs do not count unless asked.
    """
    types = list(schema().relationships), list(schema().nodes)
    found: Counter[tuple[str, bool, str]] = Counter()
    for outward, rows in (
        (True, ask_of_node(store, "search/relations_out", node_id, hubs=hubs)),
        (False, ask_of_node(store, "search/relations_in", node_id, hubs=hubs)),
    ):
        for row in rows:
            name = row["relation"]
            found[name, outward or name in SYMMETRIC, row["kind"]] += row["neighbours"]
    return tuple(
        sorted(
            (Relation(*by, count) for by, count in found.items()),
            key=lambda one: (types[0].index(one.type), not one.outward, types[1].index(one.kind)),
        )
    )


def neighbours(
    store: Store, node_id: str, relation: Relation, most: int, hubs: bool = False
) -> tuple[PictureNode, ...]:
    """The first things (at most `most`, and MOST) of a relation of a node, those with the most
    neighbours of their own first, ties by id.
    """
    if relation.type in SYMMETRIC:
        question = "search/neighbours_beside"
    else:
        question = "search/neighbours_out" if relation.outward else "search/neighbours_in"
    rows = ask_of_node(
        store,
        question,
        node_id,
        relation=relation.type,
        kind=relation.kind,
        hubs=hubs,
        most=max(0, min(most, MOST)),
    )
    return tuple(PictureNode(hops=1, **row) for row in rows)


def around(
    store: Store, node_id: str, most: int, hubs: bool = False
) -> dict[Relation, tuple[PictureNode, ...]]:
    """The relations of a node, each with its first things, as `relations` and `neighbours` give
    them.
    """
    found = relations(store, node_id, hubs)
    if sum(relation.count for relation in found) > _AT_ONCE:
        return {each: neighbours(store, node_id, each, most, hubs) for each in found}
    rows = [
        *(
            row | {"out": True}
            for row in ask_of_node(store, "search/around_out", node_id, hubs=hubs)
        ),
        *(
            row | {"out": False}
            for row in ask_of_node(store, "search/around_in", node_id, hubs=hubs)
        ),
    ]
    rows.sort(key=lambda row: (-row["neighbours"], row["id"]))
    return {
        each: tuple(
            PictureNode(row["id"], row["type"], row["name"], 1, row["neighbours"])
            for row in rows
            if (row["relation"], row["type"]) == (each.type, each.kind)
            and (row["out"] == each.outward or each.type in SYMMETRIC)
        )[: max(0, min(most, MOST))]
        for each in found
    }


def beyond(
    store: Store, start: str, ids: Sequence[str], most: int, hubs: bool = False
) -> tuple[tuple[str, ...], int]:
    """What one step leads to from some neighbours of a node (ids), itself and these left out: at
    most `most` ids, types in turn, of each those first to which most of them lead; and how many
    there are. Hubs are left out unless asked, and never walked through.
    """
    plain = {one for row in onward(store, [start], hubs=False) for one in row["ids"]}
    met = Counter(
        further for row in onward(store, plain.intersection(ids), hubs) for further in row["ids"]
    )
    for known in (start, *ids):
        del met[known]
    order = {kind: place for place, kind in enumerate(schema().nodes)}
    turns: Counter[str] = Counter()
    keys = {}
    for one in sorted(met, key=lambda one: (-met[one], one)):
        kind = schema().type_of(one)
        keys[one] = (turns[kind], order[kind])
        turns[kind] += 1
    return tuple(sorted(met, key=keys.__getitem__)[: max(0, most)]), len(met)


def together(store: Store, ids: Sequence[str]) -> Picture:
    """The nodes of these ids, in this order, and all relationships among them; an id that is no
    node's is left out.
    """
    known = {row["id"]: row for row in ask_of_nodes(store, "search/degrees", ids)}
    alone = [one for one in ids if one not in known]
    known |= {row["id"]: {**row, "neighbours": 0} for row in _named(store, alone)}
    nodes = tuple(PictureNode(hops=0, **known[one]) for one in ids if one in known)
    return Picture(ids[0] if ids else "", nodes, edges_among(store, ids), 0)


def _named(store: Store, ids: Sequence[str]) -> list[dict[str, str]]:
    return ask_of_nodes(store, "search/named", ids)

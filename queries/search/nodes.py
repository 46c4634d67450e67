"""Any node with its properties, and its surroundings as a picture shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.schema.schema import schema
from graph.store import Store
from queries.cypher import ask_among, ask_of_node, ask_of_nodes
from queries.search.onward import onward
from queries.search.search import resolve
from queries.sources import Source, sources

_MOST_HOPS = 3


@dataclass(frozen=True)
class NodeCard:
    """Any node with what hangs on it."""

    id: str
    """The node's id."""
    type: str
    """Its type, as in the graph's schema."""
    name: str
    """Its name or title."""
    properties: dict[str, Any]
    """The properties that its type declares beyond what every node has, in the declared order."""
    degrees: tuple[tuple[str, int], ...]
    """Types of relationship and how many of each hang on it, by type."""
    sources: tuple[Source, ...]
    """The lines that state these relationships."""


@dataclass(frozen=True)
class PictureNode:
    """A node as a picture shows it."""

    id: str
    """The node's id."""
    type: str
    """Its type, as in the graph's schema."""
    name: str
    """Its name or title."""
    hops: int
    """How many steps it is from the start."""
    neighbours: int
    """How many neighbours it has in the graph, shown or not."""


@dataclass(frozen=True)
class PictureEdge:
    """A relationship as a picture shows it."""

    id: str
    """An id that is the same in every run: type, ends and place among equals."""
    type: str
    """Its type, as in the graph's schema."""
    source: str
    """The id of the node that it starts from."""
    target: str
    """The id of the node that it leads to."""
    properties: dict[str, Any]
    """The declared properties that it has."""
    sources: tuple[Source, ...]
    """The lines that state it."""


@dataclass(frozen=True)
class Picture:
    """A part of the graph."""

    start: str
    """The id of the node in the middle."""
    nodes: tuple[PictureNode, ...]
    """The nodes, the nearest first."""
    edges: tuple[PictureEdge, ...]
    """The relationships among these nodes."""
    left_out: int
    """How many nodes within reach the limit kept out."""


def node_card(store: Store, node: str) -> NodeCard:
    """The card of the node that an id, former id or name means, lines from 1. Raises NotFound as
    `resolve` does.
    """
    hit = resolve(store, node)
    properties = ask_of_node(store, "search/node", hit.id)[0]["node"]
    rows = ask_of_node(store, "search/node_relationships", hit.id)
    degrees = Counter(row["type"] for row in rows)
    places = sorted(
        {place for row in rows for place in sources(row["documents"], row["lines"])},
        key=lambda place: (place.document, place.line or 0),
    )
    return NodeCard(
        hit.id,
        hit.type,
        hit.name,
        _declared(hit.type, properties),
        tuple(sorted(degrees.items())),
        tuple(places),
    )


def _declared(kind: str, properties: dict[str, Any]) -> dict[str, Any]:
    """What the node says of itself, in the declared order; JSON text as what it stands for."""
    declared = [
        p
        for p in schema().nodes[kind].properties
        if p.name in properties and not p.internal and p not in schema().every_node
    ]
    return {
        p.name: json.loads(properties[p.name]) if p.type == "json" else properties[p.name]
        for p in declared
    }


def neighbourhood(
    store: Store, node: str, hops: int = 1, hubs: bool = False, limit: int = 80
) -> Picture:
    """The nodes within `hops` (1–3) of a node and the relationships among them, nearest first.

    Types that connect everything (hubs) are left out unless asked, and never walked through; the
    start itself is always walked from. Where there are more than `limit` nodes, each step's types
    take turns (in the order of the declaration, each by id), so that no type crowds out the rest.
    Raises NotFound as `resolve` does.
    """
    start = resolve(store, node)
    reached = {start.id: 0}
    frontier = {start.id}
    last = min(max(hops, 1), _MOST_HOPS)
    for hop in range(1, last + 1):
        met = _one_step_from(store, frontier, hubs) - reached.keys()
        reached |= dict.fromkeys(met, hop)
        if hop == last or not met:
            break
        frontier = met & _one_step_from(store, frontier, hubs=False) if hubs else met
    shown = _type_by_type(reached)[: max(1, limit)]
    known = {row["id"]: row for row in ask_of_nodes(store, "search/degrees", shown)}
    alone = {"id": start.id, "type": start.type, "name": start.name, "neighbours": 0}
    nodes = tuple(PictureNode(hops=reached[node], **known.get(node, alone)) for node in shown)
    return Picture(start.id, nodes, edges_among(store, shown), len(reached) - len(shown))


def _one_step_from(store: Store, nodes: Iterable[str], hubs: bool) -> set[str]:
    return set[str]().union(*(row["ids"] for row in onward(store, nodes, hubs)))


def _type_by_type(reached: dict[str, int]) -> list[str]:
    """The ids, the nearest first; of each step the first of every type, then the second of every
    type, and so on.
    """
    order = {kind: place for place, kind in enumerate(schema().nodes)}
    counted: Counter[tuple[int, str]] = Counter()
    keys = {}
    for node_id in sorted(reached):
        kind, hop = schema().type_of(node_id), reached[node_id]
        keys[node_id] = (hop, counted[hop, kind], order[kind], node_id)
        counted[hop, kind] += 1
    return sorted(reached, key=keys.__getitem__)


def edges_among(store: Store, ids: Sequence[str]) -> tuple[PictureEdge, ...]:
    """Every relationship that joins two of these nodes, by type, source, target."""
    rows = ask_among(store, "search/relationships_among", ids)
    apart = {p.name for p in (*schema().every_relationship, *schema().of_stated)}
    rows.sort(
        key=lambda row: (
            row["type"],
            row["source"],
            row["target"],
            json.dumps(row["facts"], ensure_ascii=False, sort_keys=True),
        )
    )
    seen: Counter[tuple[str, str, str]] = Counter()
    edges = []
    for row in rows:
        key = row["type"], row["source"], row["target"]
        seen[key] += 1
        facts = {name: value for name, value in row["facts"].items() if name not in apart}
        edges.append(
            PictureEdge(
                "|".join((*key, str(seen[key]))),
                *key,
                facts,
                sources(row["facts"].get("documents"), row["facts"].get("lines")),
            )
        )
    return tuple(edges)

"""The graph, or a part of it, as a networkx MultiDiGraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import networkx as nx

from graph.bounds import quoted
from graph.errors import NotFound
from graph.schema.schema import schema
from graph.store import Store


def as_networkx(store: Store) -> nx.MultiDiGraph[str]:
    """All nodes (key: id) and relationships (key: type and place among equals), each with the
    properties that it has.
    """
    # of one type at a time: of all at once each would come with the properties of all types
    nodes = chain.from_iterable(
        store.read(f"MATCH (n:{kind}) RETURN n AS node") for kind in schema().nodes
    )
    relationships = chain.from_iterable(
        store.read(
            f"MATCH (a:Shisaku)-[r:{kind}]->(b:Shisaku) WHERE r.type IS NOT NULL"
            " RETURN a.id AS source, b.id AS target, r AS facts"
        )
        for kind in schema().relationships
    )
    return _network(sorted(nodes, key=lambda row: str(row["node"]["id"])), relationships)


def neighbourhood_network(
    store: Store, starts: Sequence[str], hops: int = 1, hubs: bool = False
) -> nx.MultiDiGraph[str]:
    """The nodes within `hops` of the nodes of these ids and all relationships among them,
    directions aside.

    Hubs are left out unless asked, and never walked through; the starts are always walked from.
    Raises NotFound for an id that no node has.
    """
    reached = {
        row["id"]
        for row in store.read(
            "MATCH (n:Shisaku) WHERE n.id IN $ids RETURN n.id AS id", ids=list(starts)
        )
    }
    if missing := [start for start in starts if start not in reached]:
        raise NotFound(
            f"no node has the id {quoted(missing[0])}", store.uri, "look for it with `shisaku find`"
        )
    frontier = sorted(reached)
    for _ in range(hops):
        rows = store.read(
            "MATCH (a:Shisaku)-[r]-(b:Shisaku) WHERE a.id IN $ids AND r.type IS NOT NULL AND ($hubs"
            " OR NOT b.hub) RETURN DISTINCT b.id AS id, b.hub AS hub",
            ids=frontier,
            hubs=hubs,
        )
        frontier = sorted(row["id"] for row in rows if row["id"] not in reached and not row["hub"])
        reached |= {row["id"] for row in rows}
    ids = sorted(reached)
    nodes = store.read(
        "MATCH (n:Shisaku) WHERE n.id IN $ids RETURN n AS node ORDER BY n.id", ids=ids
    )
    return _network(
        nodes,
        store.read(
            "MATCH (a:Shisaku)-[r]->(b:Shisaku) WHERE a.id IN $ids AND b.id IN $ids AND r.type IS"
            " NOT NULL RETURN a.id AS source, b.id AS target, r AS facts",
            ids=ids,
        ),
    )


def _network(
    nodes: Iterable[dict[str, Any]], relationships: Iterable[dict[str, Any]]
) -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    internal = schema().internal
    for row in nodes:
        network.add_node(
            row["node"]["id"],
            **{k: v for k, v in row["node"].items() if k != "id" and k not in internal},
        )
    for row in sorted(relationships, key=_order):
        kind = row["facts"]["type"]
        place = sum(
            str(key).partition("|")[0] == kind
            for key in network.get_edge_data(row["source"], row["target"], default={})
        )
        network.add_edge(row["source"], row["target"], key=f"{kind}|{place + 1}", **row["facts"])
    return network


def _order(row: dict[str, Any]) -> tuple[str, str, str, str]:
    return row["source"], row["target"], row["facts"]["type"], repr(sorted(row["facts"].items()))

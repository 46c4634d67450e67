"""The graph for notebooks that use py2neo (`pip install shisaku-graph[py2neo]`). Nothing else
depends on it.

py2neo has had no release since 2021, and its author has declared it ended; new work is better
served by graph.store and the official driver.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.errors import StoreError
from graph.neo4j.connection import check_address, credentials, database
from graph.opening import is_server, store_uri
from graph.schema.schema import EVERY_NODE

if TYPE_CHECKING:
    import py2neo

_BETWEEN = "UNWIND $rows AS row MATCH (a) WHERE id(a) = row.start MATCH (b) WHERE id(b) = row.end"


def as_subgraph(network: nx.MultiDiGraph[str]) -> py2neo.Subgraph:
    """A graph (graph.export.network.as_networkx) or a part of it (neighbourhood_network) as a
    py2neo Subgraph: nodes with our labels and their `id`.

    A py2neo Graph's `create` and `merge` of it keep relationships side by side, of which py2neo's
    own make one (create) or fail (merge): `merge` takes a relationship to be there that says at
    least the same. Joined with another Subgraph it is py2neo's own. Raises StoreError where py2neo
    is not installed.
    """
    made = _py2neo()
    nodes = {}
    for node_id, facts in network.nodes(data=True):
        nodes[node_id] = node = made.Node(EVERY_NODE, facts["type"], id=node_id, **facts)
        node.__primarylabel__, node.__primarykey__ = (
            EVERY_NODE,
            "id",
        )  # so that Graph.merge finds it
    kinds = {
        facts["type"]: made.Relationship.type(facts["type"])
        for _, _, facts in network.edges(data=True)
    }
    edges = [
        kinds[facts["type"]](nodes[source], nodes[target], **facts)
        for source, target, facts in network.edges(data=True)
    ]
    return _side_by_side()(nodes.values(), edges)


def open_py2neo(uri: str | None = None) -> py2neo.Graph:
    """A py2neo Graph on the server at `uri` (else SHISAKU_STORE), with the credentials and the
    database that the store takes from the environment.

    Raises StoreError for an address that is no server's, where the environment lacks credentials,
    and where the server cannot be had.
    """
    made = _py2neo()
    address = store_uri(uri)
    if not is_server(address):
        raise StoreError(
            "is no server",
            address,
            "py2neo asks a Neo4j server: name one, e.g. bolt://localhost:7687",
        )
    check_address(address)
    user, password = credentials(address)
    try:
        return made.Graph(address, name=database(address), auth=(user, password))
    except (
        made.errors.Neo4jError,
        made.errors.ConnectionUnavailable,
        made.errors.ServiceUnavailable,
        ValueError,
    ) as error:
        raise StoreError(
            f"py2neo cannot open it: {error}",
            address,
            "check the address, NEO4J_USERNAME and NEO4J_PASSWORD",
        ) from error


@cache
def _side_by_side() -> type[py2neo.Subgraph]:
    """The kind of Subgraph that keeps relationships of one type between the same two nodes."""
    from py2neo import Subgraph
    from py2neo.cypher import cypher_escape

    class SideBySide(Subgraph):  # type: ignore[misc]  # py2neo ships no types
        def __db_create__(self, tx: py2neo.Transaction) -> None:
            Subgraph(self.nodes).__db_create__(tx)
            for kind, relationships in self._unbound(tx).items():
                _create(tx, kind, relationships)

        def __db_merge__(
            self,
            tx: py2neo.Transaction,
            primary_label: str | None = None,
            primary_key: str | None = None,
        ) -> None:
            Subgraph(self.nodes).__db_merge__(tx, primary_label, primary_key)
            for kind, relationships in self._unbound(tx).items():
                _create(tx, kind, _without_those_there(tx, kind, relationships))

        def _unbound(self, tx: py2neo.Transaction) -> dict[str, list[py2neo.Relationship]]:
            """By type, those that are not yet known to be in the database."""
            by_type: dict[str, list[py2neo.Relationship]] = {}
            for relationship in self.relationships:
                if not self._is_bound(relationship, tx.graph):
                    by_type.setdefault(cypher_escape(type(relationship).__name__), []).append(
                        relationship
                    )
            return by_type

    return SideBySide


def _create(tx: py2neo.Transaction, kind: str, relationships: list[py2neo.Relationship]) -> None:
    rows = tx.run(
        f"{_BETWEEN} CREATE (a)-[r:{kind}]->(b) SET r = row.facts RETURN row.place AS place, id(r)"
        " AS identity",
        rows=_rows(relationships),
    )
    for place, identity in rows:
        _bind(tx, relationships[place], identity)


def _without_those_there(
    tx: py2neo.Transaction, kind: str, relationships: list[py2neo.Relationship]
) -> list[py2neo.Relationship]:
    """Those that the database has none for; each of the others is bound to one of its own, those
    that say most first.
    """
    by_facts = sorted(relationships, key=lambda relationship: -len(dict(relationship)))
    rows = tx.run(
        f"{_BETWEEN} MATCH (a)-[r:{kind}]->(b) WHERE all(name IN keys(row.facts) WHERE r[name] ="
        " row.facts[name]) RETURN row.place AS place, id(r) AS identity ORDER BY place,"
        " size(keys(r)), identity",
        rows=_rows(by_facts),
    )
    bound: set[int] = set()
    taken: set[int] = set()
    for place, identity in rows:
        if place not in bound and identity not in taken:
            bound.add(place)
            taken.add(identity)
            _bind(tx, by_facts[place], identity)
    return [relationship for place, relationship in enumerate(by_facts) if place not in bound]


def _rows(relationships: list[py2neo.Relationship]) -> list[dict[str, Any]]:
    return [
        {
            "place": place,
            "start": r.start_node.identity,
            "end": r.end_node.identity,
            "facts": dict(r),
        }
        for place, r in enumerate(relationships)
    ]


def _bind(tx: py2neo.Transaction, relationship: py2neo.Relationship, identity: int) -> None:
    relationship.graph, relationship.identity = tx.graph, identity


def _py2neo() -> Any:
    try:
        import py2neo
        import py2neo.errors
    except ImportError as error:
        raise StoreError(
            "py2neo is not installed", todo="pip install 'shisaku-graph[py2neo]'"
        ) from error
    return py2neo

"""The graph for notebooks that use py2neo (`pip install shisaku-graph[py2neo]`). Nothing else depends on it.

py2neo has had no release since 2021, and its author has declared it ended; new work is better served by graph.store and the official driver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.errors import StoreError
from graph.neo4j.connection import check_address, credentials, database
from graph.schema import EVERY_NODE
from graph.store import is_server, store_uri

if TYPE_CHECKING:
    import py2neo


def as_subgraph(network: nx.MultiDiGraph) -> py2neo.Subgraph:
    """A graph (graph.network.as_networkx) or a part of it (neighbourhood_network) as a py2neo Subgraph: nodes with our labels and their `id`.

    py2neo itself writes relationships of one type between the same two nodes as one. Raises StoreError where py2neo is not installed.
    """
    made = _py2neo()
    nodes = {}
    for node_id, facts in network.nodes(data=True):
        nodes[node_id] = node = made.Node(EVERY_NODE, facts["type"], id=node_id, **facts)
        node.__primarylabel__, node.__primarykey__ = EVERY_NODE, "id"  # so that Graph.merge finds it
    kinds = {facts["type"]: made.Relationship.type(facts["type"]) for _, _, facts in network.edges(data=True)}
    edges = [kinds[facts["type"]](nodes[source], nodes[target], **facts) for source, target, facts in network.edges(data=True)]
    return made.Subgraph(nodes.values(), edges)


def open_py2neo(uri: str | None = None) -> py2neo.Graph:
    """A py2neo Graph on the server at `uri` (else SHISAKU_STORE), with the credentials and the database that the store takes from the environment.

    Raises StoreError for an address that is no server's, where the environment lacks credentials, and where the server cannot be had.
    """
    made = _py2neo()
    address = store_uri(uri)
    if not is_server(address):
        raise StoreError("is no server", address, "py2neo asks a Neo4j server: name one, e.g. bolt://localhost:7687")
    check_address(address)
    user, password = credentials(address)
    try:
        return made.Graph(address, name=database(address), auth=(user, password))
    except (made.errors.Neo4jError, made.errors.ConnectionUnavailable, made.errors.ServiceUnavailable, ValueError) as error:
        raise StoreError(f"py2neo cannot open it: {error}", address, "check the address, NEO4J_USERNAME and NEO4J_PASSWORD") from error


def _py2neo() -> Any:
    try:
        import py2neo
        import py2neo.errors
    except ImportError as error:
        raise StoreError("py2neo is not installed", todo="pip install 'shisaku-graph[py2neo]'") from error
    return py2neo

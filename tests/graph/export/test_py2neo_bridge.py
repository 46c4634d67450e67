"""The bridge to py2neo, against a real server: a graph or a part of it as a Subgraph, and a Graph
opened on the server.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import networkx as nx
import pytest

from graph.errors import StoreError
from graph.export.network import as_networkx, neighbourhood_network
from graph.export.py2neo_bridge import as_subgraph, open_py2neo
from graph.opening import open_store
from graph.schema.rows import GraphRows, RelationshipRow, graph_rows
from graph.schema.schema import schema
from graph.store import Store
from tests.graph.neo4j.dumps import ask, everything
from tests.made_up import catalogue as made_up
from tests.neo4j_server import Server


@pytest.fixture(autouse=True, scope="module")
def _py2neo() -> None:
    if find_spec("py2neo") is None:
        says = "py2neo is not installed: make test does it, from requirements-py2neo.lock"
        pytest.fail(says) if os.environ.get("CI") == "true" else pytest.skip(says)


def test_a_neighbourhood_is_a_subgraph_with_our_labels_and_facts(made_up_store: Store) -> None:
    network = neighbourhood_network(made_up_store, [made_up.SALES])
    subgraph = as_subgraph(network)
    assert (len(subgraph.nodes), len(subgraph.relationships)) == (
        network.number_of_nodes(),
        network.number_of_edges(),
    )
    [measure] = [node for node in subgraph.nodes if node["id"] == made_up.SALES]
    assert set(measure.labels) == {"Shisaku", "Measure"} and measure["title"] == "海外販路開拓支援"
    [implements] = [
        r
        for r in subgraph.relationships
        if type(r).__name__ == "IMPLEMENTS" and r.end_node is measure
    ]
    assert implements["role"] == "implements" and implements["lines"] == [110]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_subgraph_goes_into_an_empty_database_and_reads_back(
    neo4j_uri: str, made_up_store: Store, scheme: str
) -> None:
    network = as_networkx(made_up_store)
    graph = open_py2neo(neo4j_uri.replace("bolt", scheme, 1))
    graph.create(as_subgraph(network))
    with open_store(neo4j_uri) as store:
        assert nx.utils.graphs_equal(as_networkx(store), network)
    graph.merge(as_subgraph(network))
    assert len(graph.nodes) == network.number_of_nodes()


@pytest.fixture
def parallels(made_up_rows: GraphRows) -> GraphRows:
    """The made-up graph with three relationships of a type side by side: one as it was, one that
    says something else, one that says less.
    """
    one = next(
        r for r in made_up_rows.relationships if r.type == "IMPLEMENTS" and r.end == made_up.SALES
    )
    another, less = (
        {**one.properties, "role": "advises"},
        {name: value for name, value in one.properties.items() if name != "role"},
    )
    beside = [
        RelationshipRow(one.type, one.start, one.end, properties) for properties in (another, less)
    ]
    return graph_rows(schema(), made_up_rows.nodes, [*made_up_rows.relationships, *beside])


def test_a_subgraph_of_a_loaded_database_merged_into_it_changes_nothing(
    neo4j_server: Server, neo4j_store: Store, parallels: GraphRows
) -> None:
    neo4j_store.replace(parallels)
    before = everything(neo4j_server)
    open_py2neo(neo4j_store.uri).merge(as_subgraph(as_networkx(neo4j_store)))
    assert everything(neo4j_server) == before


def test_a_subgraph_merged_puts_back_what_is_missing_beside_what_is_there(
    neo4j_server: Server, neo4j_store: Store, parallels: GraphRows
) -> None:
    neo4j_store.replace(parallels)
    whole = as_networkx(neo4j_store)
    for role in ("implements", "advises", ""):
        assert (
            len(
                ask(
                    neo4j_server,
                    "MATCH ({id: $id})<-[r:IMPLEMENTS]-() WHERE coalesce(r.role, '') = $role DELETE"
                    " r RETURN 1",
                    id=made_up.SALES,
                    role=role,
                )
            )
            == 1
        )
        open_py2neo(neo4j_store.uri).merge(as_subgraph(whole))
        assert nx.utils.graphs_equal(as_networkx(neo4j_store), whole)


def test_a_subgraph_created_in_an_empty_database_keeps_relationships_side_by_side(
    neo4j_store: Store, parallels: GraphRows, tmp_path: Path
) -> None:
    with open_store(tmp_path / "graph.lbug") as embedded:
        embedded.replace(parallels)
        network = as_networkx(embedded)
    open_py2neo(neo4j_store.uri).create(as_subgraph(network))
    assert nx.utils.graphs_equal(as_networkx(neo4j_store), network)


def test_a_graph_opened_on_a_loaded_server_counts_what_was_loaded(
    neo4j_store: Store, made_up_rows: GraphRows
) -> None:
    neo4j_store.replace(made_up_rows)
    graph = open_py2neo(neo4j_store.uri)
    assert len(graph.nodes.match("Shisaku")) == len(made_up_rows.nodes)
    assert graph.nodes.match("Measure", id=made_up.SALES).first()["title"] == "海外販路開拓支援"


def test_a_server_that_cannot_be_had_is_one_clear_error(
    neo4j_uri: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address, says in (
        ("graph.lbug", "is no server"),
        ("bolt://127.0.0.1:1", "py2neo cannot open it"),
        ("bolt://me:secret@localhost", "do not belong in an address"),
    ):
        with pytest.raises(StoreError, match=says):
            open_py2neo(address)
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    with pytest.raises(StoreError, match="NEO4J_PASSWORD"):
        open_py2neo(neo4j_uri)


def test_without_the_extra_it_says_what_to_install(
    made_up_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)
    with pytest.raises(StoreError, match=r"shisaku-graph\[py2neo\]"):
        as_subgraph(as_networkx(made_up_store))

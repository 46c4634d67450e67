"""A sweep fits into a server's transaction memory, however much there is to take away."""

from __future__ import annotations

import pytest
from neo4j.exceptions import TransientError

from graph.neo4j import batches, loading
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import schema
from tests.graph.neo4j.dumps import load_into, ours, wanted
from tests.neo4j_server import Neo4jServer

MEASURES, TERMS_OF_EACH = 400, 50


def _rows(measures: int) -> GraphRows:
    terms = [f"term:{n}" for n in range(500)]
    joined = [
        RelationshipRow("ABOUT", f"measure:{m}", terms[(m * 7 + n) % len(terms)], {"weight": n / 2})
        for m in range(measures)
        for n in range(TERMS_OF_EACH)
    ]
    hub = [
        RelationshipRow("RELATED", "measure:0", f"measure:{m}", {"relation": "x" * 50})
        for m in range(1, measures)
        for _ in range(20)
    ]
    nodes = [
        *(NodeRow("Measure", {"id": f"measure:{m}", "name": "x"}) for m in range(measures)),
        *(NodeRow("Term", {"id": term, "name": term}) for term in terms),
    ]
    return graph_rows(schema(), nodes, joined + hub)


def test_a_graph_that_no_transaction_could_take_away_whole_is_swept_in_batches(
    restartable_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch
):
    server = restartable_neo4j
    monkeypatch.setattr(loading, "ONE_TRANSACTION", 1_000)
    monkeypatch.setattr(batches, "RELATIONSHIPS_A_BATCH", 1_000)
    load_into(server, _rows(MEASURES))
    with (
        server.driver() as driver,
        driver.session() as session,  # whose run tries once: the driver would try for 30 s
        pytest.raises(TransientError, match="MemoryPoolOutOfMemory"),
    ):
        session.run("MATCH (n:Shisaku) DETACH DELETE n").consume()
    few = _rows(1)
    load_into(server, few)
    assert ours(server) == wanted(few)

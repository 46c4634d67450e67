"""Rows are held against the declaration before any store sees them."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.schema.rows import NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import schema

MEASURE = NodeRow("Measure", {"id": "measure:1", "name": "一"})
TERM = NodeRow("Term", {"id": "term:a", "name": "a"})
ABOUT = RelationshipRow(
    "ABOUT",
    "measure:1",
    "term:a",
    {"weight": 1.5, "documents": ["d"], "lines": [3], "current": True},
)


def test_rows_come_out_in_one_order_with_their_type() -> None:
    rows = graph_rows(schema(), [TERM, MEASURE], [ABOUT])
    assert rows == graph_rows(schema(), [MEASURE, TERM], [ABOUT])
    assert [(n.id, n.properties["type"]) for n in rows.nodes] == [
        ("measure:1", "Measure"),
        ("term:a", "Term"),
    ]
    assert rows.relationships[0].properties["type"] == "ABOUT"


def test_a_common_term_is_a_hub_and_a_rare_one_is_not() -> None:
    enough = schema().nodes["Term"].hub_from
    measures = [NodeRow("Measure", {"id": f"measure:{i}", "name": str(i)}) for i in range(enough)]
    rare = NodeRow("Term", {"id": "term:rare", "name": "rare"})
    about = [RelationshipRow("ABOUT", m.id, "term:a", {}) for m in measures] + [
        RelationshipRow("ABOUT", m.id, rare.id, {}) for m in measures[1:]
    ]
    hubs = {
        n.id: n.properties["hub"]
        for n in graph_rows(schema(), [*measures, TERM, rare], about).nodes
    }
    assert hubs["term:a"] and not hubs["term:rare"]


@pytest.mark.parametrize(
    ("nodes", "relationships", "says"),
    [
        ([NodeRow("Bureau", {"id": "bureau:1"})], [], "no declared node type"),
        ([MEASURE, MEASURE], [], "twice"),
        ([NodeRow("Measure", {"id": "term:1"})], [], "does not begin with measure:"),
        ([NodeRow("Measure", {})], [], "does not begin with measure:"),
        ([NodeRow("Measure", {"id": "measure:1", "colour": "red"})], [], "colour is not declared"),
        (
            [NodeRow("Measure", {"id": "measure:1", "aliases": "one"})],
            [],
            "aliases is 'one', not strings",
        ),
        ([NodeRow("Measure", {"id": "measure:1", "aliases": [1]})], [], "not strings"),
        ([NodeRow("Budget", {"id": "budget:1", "yen": True})], [], "yen is True, not int"),
        (
            [MEASURE, TERM],
            [RelationshipRow("LIKES", "measure:1", "term:a", {})],
            "no declared relationship type",
        ),
        ([MEASURE], [ABOUT], "there is no node 'term:a'"),
        (
            [MEASURE, TERM],
            [RelationshipRow("ABOUT", "term:a", "measure:1", {})],
            "does not join Term and Measure",
        ),
        (
            [MEASURE, TERM],
            [RelationshipRow("ABOUT", "measure:1", "term:a", {"documents": ["d"], "lines": []})],
            "not parallel",
        ),
    ],
)
def test_a_row_that_does_not_keep_to_the_declaration_is_refused(
    nodes: list[NodeRow], relationships: list[RelationshipRow], says: str
) -> None:
    with pytest.raises(StoreError, match=says):
        graph_rows(schema(), nodes, relationships)

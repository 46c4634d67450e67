"""A load makes the database hold the catalogue's graph, and writes the difference alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import neo4j
import pytest

from graph.neo4j import loading
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import Schema, schema
from loaders.load import rows_of
from tests.graph.neo4j.changed_rows import (
    changed,
    in_batches,
    with_relationships,
    without,
)
from tests.graph.neo4j.dumps import ask, elements, everything, load_into, ours, wanted
from tests.made_up import catalogue as made_up
from tests.neo4j_server import Server

pytestmark = pytest.mark.usefixtures("neo4j_uri")


# --- the same graph as the catalogue's ------------------------------------------------------------


@pytest.mark.usefixtures("size")
def test_the_database_holds_the_catalogues_graph(neo4j_server: Server, made_up_rows: GraphRows):
    load_into(neo4j_server, made_up_rows)
    assert ours(neo4j_server) == wanted(made_up_rows)


@pytest.mark.usefixtures("size", "bare_neo4j")
def test_every_node_bears_our_label_and_its_own_a_digest_and_the_run(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    [row] = ask(
        neo4j_server,
        "MATCH (n:Shisaku) WHERE n.digest IS NOT NULL AND n.run = 1 AND size(labels(n)) = 2 AND"
        " n.type IN labels(n) RETURN count(n) AS n",
    )
    assert row["n"] == len(made_up_rows.nodes)
    assert ask(
        neo4j_server, "MATCH (n) WHERE NOT n:Shisaku RETURN DISTINCT labels(n) AS labels"
    ) == [{"labels": ["ShisakuRun"]}]
    assert {"shisaku_id"} <= {
        row["name"] for row in ask(neo4j_server, "SHOW CONSTRAINTS YIELD name RETURN name")
    }


@pytest.mark.usefixtures("size")
def test_relationships_of_one_type_between_the_same_nodes_stay_apart_even_if_they_say_the_same(
    neo4j_server: Server, made_up_rows: GraphRows
):
    funded = next(r for r in made_up_rows.relationships if r.type == "FUNDED_BY")
    other = RelationshipRow(funded.type, funded.start, funded.end, {**funded.properties, "yen": 1})
    more = with_relationships(made_up_rows, [*made_up_rows.relationships, funded, other])
    for rows in (made_up_rows, more, made_up_rows, more):
        load_into(neo4j_server, rows)
        assert ours(neo4j_server) == wanted(rows)


def test_a_whole_number_given_for_a_fraction_is_stored_as_one(
    neo4j_server: Server, made_up_rows: GraphRows
):
    about = next(r for r in made_up_rows.relationships if r.type == "ABOUT")
    load_into(
        neo4j_server,
        with_relationships(
            made_up_rows,
            [RelationshipRow("ABOUT", about.start, about.end, {**about.properties, "weight": 3})],
        ),
    )
    [row] = ask(neo4j_server, "MATCH ()-[r:ABOUT]->() RETURN r.weight AS weight")
    assert isinstance(row["weight"], float)


# --- the difference alone -------------------------------------------------------------------------


@pytest.mark.usefixtures("size")
def test_loading_twice_writes_the_runs_own_node_alone(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    before = everything(neo4j_server)
    assert load_into(neo4j_server, made_up_rows) == loading.Loaded(run=1, changed=0, kept=0)
    assert everything(neo4j_server) == before


def test_a_load_without_a_change_sets_properties_of_the_runs_own_node_and_writes_nothing_else(
    neo4j_server: Server, made_up_rows: GraphRows, monkeypatch: pytest.MonkeyPatch
):
    load_into(neo4j_server, made_up_rows)
    results: list[neo4j.Result] = []
    committed: list[neo4j.ResultSummary] = []
    run, commit = neo4j.ManagedTransaction.run, neo4j.ManagedTransaction._commit

    def noted(*how: Any, **params: Any) -> neo4j.Result:
        results.append(run(*how, **params))
        return results[-1]

    def summed_up(tx: neo4j.ManagedTransaction) -> None:
        committed.extend(result.consume() for result in results)
        results.clear()
        commit(tx)

    def rolled_back(tx: neo4j.ManagedTransaction) -> None:
        results.clear()
        rollback(tx)

    rollback = neo4j.ManagedTransaction._rollback
    monkeypatch.setattr(neo4j.ManagedTransaction, "run", noted)
    monkeypatch.setattr(neo4j.ManagedTransaction, "_commit", summed_up)
    monkeypatch.setattr(neo4j.ManagedTransaction, "_rollback", rolled_back)
    load_into(neo4j_server, made_up_rows)
    writing = [summary for summary in committed if summary.counters.contains_updates]
    assert writing
    for summary in writing:
        assert "(r:ShisakuRun {id: 'run'})" in summary.query and not re.search(
            r"UNWIND|\(n|\(l", summary.query
        )
        assert {
            name
            for name, count in vars(summary.counters).items()
            if count and not name.startswith("_")
        } == {"properties_set"}


@pytest.mark.usefixtures("size")
def test_what_vanishes_from_the_catalogue_vanishes_from_the_graph(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    rows = without(made_up_rows, made_up.SALES)
    load_into(neo4j_server, rows)
    assert ours(neo4j_server) == wanted(rows)
    assert not ask(neo4j_server, "MATCH (n {id: $id}) RETURN n.id", id=made_up.SALES)


@pytest.mark.usefixtures("size")
def test_a_changed_property_is_written_in_place_and_tells_the_run(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    before = dict(elements(neo4j_server))
    rows = changed(made_up_rows, made_up.LOAN, title="別の名", aliases=None)
    assert load_into(neo4j_server, rows) == loading.Loaded(run=2, changed=1, kept=0)
    assert ours(neo4j_server) == wanted(rows)
    assert dict(elements(neo4j_server)) == before
    assert ask(neo4j_server, "MATCH (n:Shisaku) WHERE n.run = 2 RETURN n.id AS id") == [
        {"id": made_up.LOAN}
    ]
    assert not ask(neo4j_server, "MATCH ()-[r]->() WHERE r.run = 2 RETURN r.type")


@pytest.mark.usefixtures("size")
def test_relationships_that_are_new_changed_or_gone_are_written_and_the_others_left(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    before = {row[0] for row in everything(neo4j_server)}
    targets = [r for r in made_up_rows.relationships if r.type == "TARGETS"]
    told = RelationshipRow(
        "TARGETS", targets[0].start, targets[0].end, {**targets[0].properties, "lines": [999]}
    )
    new = RelationshipRow("SUCCEEDS", made_up.LOAN, made_up.SALES, {})
    rows = with_relationships(
        made_up_rows, [told, new, *(r for r in made_up_rows.relationships if r not in targets[:2])]
    )
    found = load_into(neo4j_server, rows)
    hubs = sum(
        a.properties["hub"] != b.properties["hub"]
        for a, b in zip(rows.nodes, made_up_rows.nodes, strict=True)
    )
    assert found.changed == 3 + hubs
    assert ours(neo4j_server) == wanted(rows)
    assert len(before - {row[0] for row in everything(neo4j_server)}) == 1
    assert len({row[0] for row in everything(neo4j_server)} - before) == 1


def test_what_somebody_deleted_by_hand_comes_back(neo4j_server: Server, made_up_rows: GraphRows):
    load_into(neo4j_server, made_up_rows)
    ask(neo4j_server, "MATCH (n:Measure {id: $id}) DETACH DELETE n", id=made_up.LOAN)
    load_into(neo4j_server, made_up_rows)
    assert ours(neo4j_server) == wanted(made_up_rows)
    ask(neo4j_server, "MATCH ()-[r:TARGETS]->() DELETE r")
    load_into(neo4j_server, made_up_rows)
    assert ours(neo4j_server) == wanted(made_up_rows)


@pytest.mark.usefixtures("size")
def test_what_somebody_changed_by_hand_is_mended_by_a_full_load(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    before = everything(neo4j_server)
    ask(
        neo4j_server,
        "MATCH (m:Measure {id: $id}) SET m.title = 'another', m.targets = NULL, m.run = 1",
        id=made_up.LOAN,
    )
    ask(neo4j_server, "MATCH (m:Measure {id: $id}) SET m:Body REMOVE m:Measure", id=made_up.SALES)
    ask(neo4j_server, "MATCH (b:Body) WITH b ORDER BY b.id LIMIT 1 SET b.digest = 0")
    ask(neo4j_server, "MATCH ()-[r:TARGETS]->() WITH r LIMIT 1 SET r.lines = [999]")
    assert load_into(neo4j_server, made_up_rows, full=True).changed == 4
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert [row[0] for row in everything(neo4j_server)] == [row[0] for row in before]
    assert load_into(neo4j_server, made_up_rows, full=True) == loading.Loaded(
        run=2, changed=0, kept=0
    )


def test_a_long_load_tells_how_far_it_is(
    neo4j_server: Server, made_up_rows: GraphRows, monkeypatch: pytest.MonkeyPatch
):
    in_batches(monkeypatch)
    heard: list[str] = []
    load_into(neo4j_server, made_up_rows, tell=heard.append)
    rows = len(made_up_rows.nodes) + len(made_up_rows.relationships)
    assert heard[:2] == [
        f"comparing {rows:,} nodes and relationships with what is there",
        f"{rows:,} rows to write, in batches",
    ]
    assert heard[-1] == f"{rows:,} of {rows:,} rows written" and len(heard) <= 12


def test_without_the_runs_own_node_everything_is_compared_and_nothing_written(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    before = everything(neo4j_server)
    ask(neo4j_server, "MATCH (n:ShisakuRun) DELETE n")
    assert load_into(neo4j_server, made_up_rows).changed == 0
    assert everything(neo4j_server) == before


@pytest.mark.usefixtures("size")
def test_ids_in_any_script_are_compared_in_the_order_of_the_database(neo4j_server: Server):
    names = [
        chr(code) + end
        for code in (0x21, 0x41, 0x3042, 0x4E00, 0xE000, 0xFF08, 0xFF5E, 0x1F600, 0x20BB7, 0x2A6D6)
        for end in "abcdefghijklmnopqrstuvwxyz"
    ]
    nodes = [NodeRow("Term", {"id": f"term:{name}", "name": name}) for name in names]
    rows = graph_rows(schema(), nodes, [])
    load_into(neo4j_server, rows)
    for left_out in (names[::9], names[4::7], []):
        rows = graph_rows(schema(), [n for n in nodes if n.properties["name"] not in left_out], [])
        load_into(neo4j_server, rows)
        assert ours(neo4j_server) == wanted(rows)


# --- another declaration --------------------------------------------------------------------------


@pytest.mark.usefixtures("size")
def test_a_node_of_a_type_by_another_name_and_with_other_properties_bears_that_alone(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    declared, rows = _renamed("Body", "Implementer", "english")
    load_into(neo4j_server, rows, declared)
    assert ours(neo4j_server) == wanted(rows)
    load_into(neo4j_server, made_up_rows)
    assert ours(neo4j_server) == wanted(made_up_rows)


def _renamed(old: str, new: str, dropped: str) -> tuple[Schema, GraphRows]:
    """The declaration with another name of a node type and without one of its properties, and the
    made-up graph in it.
    """
    nodes = {
        (new if name == old else name): (
            replace(
                node,
                name=new,
                properties=tuple(p for p in node.properties if p.name != dropped),
            )
            if name == old
            else node
        )
        for name, node in schema().nodes.items()
    }
    relationships = {
        name: replace(
            kind,
            joins=tuple(
                (new if start == old else start, new if end == old else end)
                for start, end in kind.joins
            ),
        )
        for name, kind in schema().relationships.items()
    }
    declared = replace(schema(), nodes=nodes, relationships=relationships)
    rows = rows_of(made_up.catalogue())
    renamed = [
        (
            NodeRow(new, {k: v for k, v in n.properties.items() if k != dropped})
            if n.type == old
            else n
        )
        for n in rows.nodes
    ]
    return declared, graph_rows(declared, renamed, rows.relationships)

"""A load leaves what is others' as it is."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.schema.rows import GraphRows
from tests.graph.neo4j.changed_rows import (
    changed,
    without,
)
from tests.graph.neo4j.dumps import ask, everything, load_into, ours, wanted
from tests.made_up import catalogue as made_up
from tests.neo4j_server import Server

pytestmark = pytest.mark.usefixtures("neo4j_uri")


# --- what is others' ------------------------------------------------------------------------------


@pytest.mark.usefixtures("size")
def test_what_others_put_there_stays_as_it_is(neo4j_server: Server, made_up_rows: GraphRows):
    ask(
        neo4j_server,
        "CREATE (:Person {id: 'measure:00000001', name: 'x'})-[:KNOWS {since: 1}]->(:Person {name:"
        " 'y'})",
    )
    load_into(neo4j_server, made_up_rows)
    ask(
        neo4j_server,
        "MATCH (m:Measure {id: $id}), (p:Person {name: 'x'}) CREATE (p)-[:LIKES]->(m) SET m.note ="
        " 'theirs', m.kind = 'theirs', m:Favourite",
        id=made_up.LOAN,
    )
    ask(
        neo4j_server,
        "MATCH (a:Measure {id: $a}), (b:Measure {id: $b}) CREATE (a)-[:RELATED {by: 'them'}]->(b)",
        a=made_up.LOAN,
        b=made_up.SALES,
    )
    theirs = _theirs(neo4j_server)
    for rows in (made_up_rows, changed(made_up_rows, made_up.LOAN, title="別の名"), made_up_rows):
        load_into(neo4j_server, rows)
        assert _theirs(neo4j_server) == theirs
    assert len(theirs) == 6


@pytest.mark.usefixtures("size")
def test_a_node_that_the_catalogue_lost_is_kept_for_a_relationship_of_others_but_is_none_of_ours(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    ask(neo4j_server, "MATCH (m:Measure {id: $id}) CREATE (:Person)-[:LIKES]->(m)", id=made_up.LOAN)
    rows = without(made_up_rows, made_up.LOAN)
    assert load_into(neo4j_server, rows).kept == 1
    assert ours(neo4j_server) == wanted(rows)
    assert ask(
        neo4j_server, "MATCH (:Person)-[:LIKES]->(m) RETURN labels(m) AS labels, m.id AS id"
    ) == [{"labels": ["ShisakuKept"], "id": made_up.LOAN}]
    assert load_into(neo4j_server, rows).kept == 1


@pytest.mark.usefixtures("size")
def test_a_kept_node_is_ours_again_when_the_catalogue_has_it_and_goes_when_nothing_hangs_on_it(
    neo4j_server: Server, made_up_rows: GraphRows
):
    load_into(neo4j_server, made_up_rows)
    ask(neo4j_server, "MATCH (m:Measure {id: $id}) CREATE (:Person)-[:LIKES]->(m)", id=made_up.LOAN)
    fewer = without(made_up_rows, made_up.LOAN)
    load_into(neo4j_server, fewer)
    assert load_into(neo4j_server, made_up_rows).kept == 0
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert ask(neo4j_server, "MATCH (:Person)-[:LIKES]->(m:Measure) RETURN m.id AS id") == [
        {"id": made_up.LOAN}
    ]
    load_into(neo4j_server, fewer)
    ask(neo4j_server, "MATCH (:Person)-[r:LIKES]->() DELETE r")
    assert load_into(neo4j_server, fewer).kept == 0
    assert not ask(neo4j_server, "MATCH (n {id: $id}) RETURN n.id", id=made_up.LOAN)


@pytest.mark.usefixtures("bare_neo4j")
@pytest.mark.parametrize(
    ("theirs", "label"),
    [
        ("CREATE (:Measure {id: 'x'}), (:Measure)", "Measure"),
        ("CREATE (:Shisaku {id: 'x'}), (:Shisaku {id: 'x'})", "Shisaku"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_nodes_of_others_under_our_labels_are_told_by_number_and_label_and_nothing_is_written(
    neo4j_server: Server, made_up_rows: GraphRows, theirs: str, label: str, first: bool
):
    if not first:
        load_into(neo4j_server, made_up_rows)
        theirs = theirs.replace(
            "(:Shisaku {id: 'x'}), (:Shisaku {id: 'x'})",
            "(:Shisaku {id: 'x'}), (:Shisaku {id: 'y'})",
        )
    ask(neo4j_server, theirs)
    before = everything(neo4j_server)
    with pytest.raises(
        StoreError, match=rf"nodes that are not ours bear labels of ours: {label} \(2\)"
    ):
        load_into(neo4j_server, changed(made_up_rows, made_up.LOAN, title="別の名"))
    assert everything(neo4j_server) == before


def _theirs(server: Server) -> list[str]:
    rows = [
        *ask(server, "MATCH (n:Person) RETURN elementId(n) AS e, properties(n) AS p"),
        *ask(server, "MATCH (n:Favourite) RETURN elementId(n) AS e, [n.note, n.kind] AS p"),
        *ask(
            server,
            "MATCH (a)-[r]->(b) WHERE r.run IS NULL RETURN elementId(r) AS e, [elementId(a),"
            " type(r), elementId(b), properties(r)] AS p",
        ),
    ]
    return sorted(map(repr, rows))

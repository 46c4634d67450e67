"""Only queries that read get through, whatever the engine would let pass in read-only mode."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.reading import check_reading, without_label
from graph.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN n",
        "match (n) return n;",
        "// CREATE in a comment\nMATCH (n) RETURN n",
        "/* ; */ OPTIONAL MATCH (n) RETURN n",
        "MATCH (n) WHERE n.name = 'CREATE; DROP' RETURN n",
        'UNWIND ["SET"] AS x RETURN x',
        "MATCH (n) RETURN n.set, n.`load`, $delete",
        "WITH 1 AS x RETURN x",
        "MATCH (n)-[r:USE]->(m) RETURN r",
        "RETURN 'it''s', \"a\\\"; CREATE\"",
    ],
)
def test_reading_passes(query: str) -> None:
    assert check_reading(query, {"delete"}) is None


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ;",
        "// nothing\n",
        "CREATE (n:Term {id: 'x'})",
        "MATCH (n) DELETE n",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) detach delete n",
        "COPY (MATCH (n) RETURN n) TO 'out.csv'",
        "LOAD FROM 'in.csv' RETURN *",
        "MATCH (n) LOAD FROM 'in.csv' RETURN *",
        "INSTALL httpfs",
        "ATTACH 'other' AS o",
        "EXPORT DATABASE 'd'",
        "CALL show_tables() RETURN *",
        "MATCH (n) RETURN n; MATCH (m) RETURN m",
        "hello",
        "(n)",
        "MATCH (n) RETURN n /* open",
        "DROP TABLE Measure",
        "EXPLAIN MATCH (n) RETURN n",
        "MERGE (n:Term {id: 'x'})",
        "LOAD CSV FROM 'file:///x' AS row RETURN row",
        r"RETURN '\u0027 AS a \u004cOAD CSV FROM \u0027x' AS b",
        r"\u0043ALL dbms.components() YIELD name RETURN name",
    ],
)
def test_anything_else_is_refused(query: str, made_up_store: Store) -> None:
    before = made_up_store.read("MATCH (n) RETURN count(*) AS n")
    with pytest.raises(StoreError):
        made_up_store.read(query)
    assert made_up_store.read("MATCH (n) RETURN count(*) AS n") == before


@pytest.mark.parametrize(
    ("query", "runs"),
    [
        ("MATCH (n:Shisaku) RETURN n", "MATCH (n) RETURN n"),
        ("MATCH (:Shisaku {id: $id})-[r]-(: Shisaku:Measure)", "MATCH ( {id: $id})-[r]-(:Measure)"),
        ("RETURN 'a:Shisaku' AS b // :Shisaku", "RETURN 'a:Shisaku' AS b // :Shisaku"),
        ("MATCH (n:ShisakuX) RETURN n.Shisaku", "MATCH (n:ShisakuX) RETURN n.Shisaku"),
    ],
)
def test_a_label_is_taken_out_of_patterns_alone(query: str, runs: str) -> None:
    assert without_label(query, "Shisaku") == runs


def test_the_label_that_every_node_bears_may_be_asked_for(made_up_store: Store) -> None:
    assert made_up_store.read("MATCH (n:Shisaku) RETURN count(n) AS n") == made_up_store.read(
        "MATCH (n) RETURN count(n) AS n"
    )


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("MATCH (n:Bureau) RETURN n", "Bureau does not exist"),
        ("MATCH (n:Measure) RETURN n.colour", "colour"),
        ("MATCH (n RETURN n", "line: 1"),
        ("MATCH (n)\nWHERE n.id = = 3\nRETURN n", "line: 2"),
        ("MATCH (n) WHERE n.id = $id RETURN n", "\\$id has no value"),
    ],
)
def test_a_wrong_query_gives_one_short_line(made_up_store: Store, query: str, says: str) -> None:
    with pytest.raises(StoreError, match=says) as caught:
        made_up_store.read(query)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 400

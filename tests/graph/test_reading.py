"""Only queries that read get through, whatever the engine would let pass in read-only mode."""

from __future__ import annotations

import pytest

from graph import reading
from graph.errors import StoreError
from graph.reading import at_most, check_reading, without_label
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
        "MATCH (n) RETURN n.title AS comment LIMIT 1",
        "MATCH (n) RETURN n.title AS set, n.id AS load ORDER BY n.id",
        "MATCH (use:Measure)-[call]->(copy) WHERE use.id = copy.id RETURN use, call, [copy]",
        "WITH 1 AS as, 2 AS merge RETURN {drop: merge}, as",
        "MATCH (n) WITH n.id AS commit WHERE true RETURN commit",
        "MATCH (n) RETURN n.id AS comment ORDER BY comment DESC LIMIT 3",
        "MATCH (n) WITH n.title AS call, 2 AS set WHERE call CONTAINS 'x' AND set + 1 > 2 RETURN 1",
        "MATCH (n) WITH n.title AS use, 2 AS copy WHERE NOT copy IN [1] RETURN use ORDER BY use",
        "MATCH (n:Term|Call|Body) RETURN n.id",
        "MATCH (n:Shisaku&(Call|Body)) WHERE n:Call&Shisaku RETURN n.id",
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
        "MATCH (as) WITH as LOAD FROM 'in.csv' RETURN *",
        "MATCH (as) WITH DISTINCT as DELETE limit",
        "MATCH (limit) DELETE limit",
        "MATCH (n) WITH n AS as SET n.name = 'x'",
        "MATCH (n) WHERE n.id = as DELETE n",
        "MATCH (by) WITH by LOAD FROM 'in.csv' RETURN *",
        "MATCH (where) WITH where CALL show_tables() RETURN *",
        "MATCH (n) RETURN n LIMIT 3 LOAD FROM 'in.csv' RETURN *",
        "MATCH (n) WITH n AS set SET n.name = 'x'",
        "MATCH (n), (as) WITH n, as DETACH DELETE n",
        "MATCH (n) CREATE (m:Term {id: 'x'})",
        "RETURN 1 AS x UNION CALL show_tables() RETURN *",
        "SHOW TRANSACTIONS",
        "SHOW FUNCTIONS YIELD name RETURN name",
        "TERMINATE TRANSACTION 'x'",
        "MATCH (n) WHERE EXISTS { CALL db.labels() YIELD label RETURN label } RETURN n",
        "RETURN COLLECT { LOAD CSV FROM 'file:///x' AS row RETURN row } AS rows",
        r"\u0043ALL dbms.components() YIELD name RETURN name",
        "\ufeff",
        "MATCH (n) RETURN n.id // \ud800",
        "MATCH (n) RETURN n.id /* no end",
        "MATCH (n) WHERE n.name = 'くるみん RETURN n.id",
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
        ("MATCH (n:Shisaku&(Measure|Term)) RETURN (n)", "MATCH (n:Measure|Term) RETURN (n)"),
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


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("MATCH (n) RETURN n", "MATCH (n) RETURN n LIMIT 3"),
        ("MATCH (n) RETURN n; // all\n", "MATCH (n) RETURN n LIMIT 3"),
        ("MATCH (n) RETURN n // all", "MATCH (n) RETURN n LIMIT 3"),
        ("MATCH (n) RETURN n LIMIT 9", "MATCH (n) RETURN n LIMIT 3"),
        ("MATCH (n) RETURN n LIMIT 2 // few", "MATCH (n) RETURN n LIMIT 2"),
        ("MATCH (n) RETURN n LIMIT $n", "MATCH (n) RETURN n LIMIT $n"),
        (
            "MATCH (n) WITH n LIMIT 9 RETURN n ORDER BY n.id",
            "MATCH (n) WITH n LIMIT 9 RETURN n ORDER BY n.id LIMIT 3",
        ),
        ("RETURN 1 AS n UNION RETURN 2 AS n", "RETURN 1 AS n UNION RETURN 2 AS n"),
        ("MATCH (n)", "MATCH (n)"),
    ],
)
def test_a_query_is_asked_for_no_more_rows_than_are_wanted(query: str, asked: str) -> None:
    assert at_most(query, 3) == asked


@pytest.mark.parametrize(
    "query",
    [
        "UNWIND range(1, 9) AS n RETURN n",
        "UNWIND range(1, 9) AS n RETURN n LIMIT 8",
        "UNWIND range(1, 9) AS n RETURN n LIMIT 4 + 4",
        "UNWIND [1, 2] AS n RETURN n UNION ALL UNWIND [3, 4, 5] AS n RETURN n",
    ],
)
def test_the_first_rows_are_those_and_no_more(made_up_store: Store, query: str) -> None:
    assert made_up_store.read_first(3, query) == [{"n": 1}, {"n": 2}, {"n": 3}]
    assert made_up_store.read_first(3, "RETURN $most AS n", most=1) == [{"n": 1}]


def test_more_rows_than_a_machine_holds_are_never_fetched(made_up_store: Store) -> None:
    rows = made_up_store.read_first(2, "MATCH (a), (b), (c), (d), (e) RETURN a.id AS a, e.id AS e")
    assert len(rows) == 2


@pytest.mark.parametrize("columns", ["n.id AS id, n.name AS id", "n.id, n.id"])
def test_two_columns_of_one_name_are_refused(made_up_store: Store, columns: str) -> None:
    with pytest.raises(StoreError, match="two columns are called '(n.)?id' — name them apart"):
        made_up_store.read(f"MATCH (n:Measure) RETURN {columns}")


@pytest.mark.parametrize(
    "query",
    [
        "RETURN date.truncate('month', date()) AS d",
        "RETURN datetime . truncate ('day') AS d",
        "RETURN duration.between(a, b) AS d",
        "MATCH (n) WHERE n.flag AND (n.x) RETURN count(n)",
        "MATCH (`a`)-[:`B`]->(c) RETURN `a`, (c.x)",
        "MATCH (n)\r\nRETURN n // a comment\r\n",
        "MATCH (n) RETURN [x IN n.list WHERE (x) | toUpper(x)]",
    ],
)
def test_functions_that_only_reckon_pass(query: str) -> None:
    assert check_reading(query) is None


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("RETURN apoc.cypher.runFirstColumnSingle('CREATE ()', {})", "apoc.cypher.runFirst"),
        ("RETURN apoc . cypher . run ('x')", "apoc.cypher.run"),
        ("RETURN apoc/* */.load/* */.json('http://x')", "apoc.load.json"),
        ("RETURN `apoc`.cypher.run('x')", "`apoc`.cypher.run"),
        ("RETURN apoc.`cypher`.`run`('x')", "apoc.`cypher`.`run`"),
        ("RETURN `apoc.cypher.run`('x')", "`apoc.cypher.run`"),
        ("RETURN APOC.Cypher.Run('x')", "APOC.Cypher.Run"),
        ("RETURN graph.byName('x')", "graph.byName"),
        ("INSERT (:Measure {id: 'x'})", "INSERT is refused"),
        ("MATCH (n) INSERT (n)-[:X]->(:Y) RETURN 1", "INSERT is refused"),
        ("UNWIND [1] AS x //\rLOAD CSV FROM 'file:///etc/passwd' AS row\nRETURN row", "carriage"),
        ("MATCH (n) //\r\r\nSET n.x = 1 RETURN n", "carriage return alone"),
        ("RETURN 1 //\r", "carriage return alone"),
    ],
)
def test_what_may_do_more_than_reckon_is_refused(query: str, says: str) -> None:
    with pytest.raises(StoreError) as refused:
        check_reading(query)
    assert says in str(refused.value)


def test_so_many_rows_are_given_as_are_asked_for_or_declared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "QUERY_ROWS", 3)
    assert reading.first_rows(iter("ab"), None, "x") == ["a", "b"]
    assert reading.first_rows(iter("abc"), None, "x") == ["a", "b", "c"]
    with pytest.raises(StoreError, match="x: the answer has more than 3 rows — ask for less"):
        reading.first_rows(iter("abcd"), None, "x")
    assert reading.first_rows(iter("abcde"), 4, "x") == ["a", "b", "c", "d"]

"""What is said when the server cannot be reached or does not let us: one line, with what to do, and
no password in it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import StoreError
from graph.opening import SERVERS, open_store
from graph.schema.rows import GraphRows
from graph.store import Store
from tests.neo4j_server import Neo4jServer, Server, free_port

OLD = "4.4.44"
COUNT = "MATCH (n) RETURN count(n) AS n"
LONG = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a + b AS c RETURN count(c) AS n"
)


def refusal(uri: str, cypher: str = COUNT) -> str:
    """The line that asking gives."""
    with pytest.raises(StoreError) as caught, open_store(uri) as store:
        store.read(cypher)
    line = str(caught.value)
    assert "\n" not in line and " — " in line and len(line) < 300
    return line


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("NEO4J_PASSWORD", "a-password")
    return "a-password"


# --- without a server -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "uri",
    [
        "http://localhost:7474",
        "bolts://localhost",
        "neo4j+sss://localhost",
        "postgresql://localhost/x",
    ],
)
def test_another_scheme_is_refused_with_those_that_are_known(uri: str) -> None:
    line = refusal(uri)
    assert f"no store speaks {uri.partition(':')[0]}://" in line and all(
        scheme in line for scheme in SERVERS
    )


@pytest.mark.parametrize(
    "uri",
    [
        "bolt://",
        "bolt://:7687",
        "bolt://localhost:99999",
        "neo4j+s://localhost:port",
        "bolt://localhost/database",
        "bolt://localhost?policy=x",
    ],
)
def test_what_is_no_address_of_a_server_is_said(uri: str, password: str) -> None:
    assert (
        f"{uri}: is no address of a server — write it as {uri.partition(':')[0]}://HOST:7687"
        in refusal(uri)
    )


def test_credentials_in_an_address_are_refused_and_not_repeated(password: str) -> None:
    line = refusal("bolt://somebody:secret-word@localhost:7687")
    assert (
        "set NEO4J_USERNAME and NEO4J_PASSWORD" in line
        and "secret-word" not in line
        and "somebody" not in line
    )


@pytest.mark.parametrize("given", [None, ""])
def test_without_a_password_it_is_said_where_one_is_looked_for(
    given: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (
        monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
        if given is None
        else monkeypatch.setenv("NEO4J_PASSWORD", given)
    )
    assert "set NEO4J_PASSWORD" in refusal("bolt://localhost:7687")


@pytest.mark.parametrize("scheme", SERVERS)
def test_where_nothing_listens_host_and_port_are_to_be_checked(
    scheme: str, password: str, caplog: pytest.LogCaptureFixture
) -> None:
    line = refusal(f"{scheme}://127.0.0.1:{free_port()}")
    assert (
        "no Neo4j server answers" in line and "check host and port" in line and password not in line
    )


def test_a_host_that_no_one_knows_does_not_answer(password: str) -> None:
    assert "no Neo4j server answers" in refusal("neo4j://nobody.invalid:7687")


@pytest.mark.parametrize("name", ["system", "System"])
def test_the_servers_own_database_is_refused(
    name: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", name)
    assert (
        "the database system is the server's own and holds no graph — name another in"
        " NEO4J_DATABASE" in refusal("bolt://localhost:7687")
    )


def test_a_closed_store_is_not_asked(password: str) -> None:
    store = open_store("bolt://localhost:7687")
    store.close()
    with pytest.raises(StoreError, match="is closed — open it again"):
        store.read(COUNT)


# --- with one -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_bolt_and_routing_both_reach_it(scheme: str, neo4j_uri: str) -> None:
    with open_store(f"{scheme}://{neo4j_uri.partition('://')[2]}") as store:
        assert store.read(COUNT) == [{"n": 0}]


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
def test_a_server_without_encryption_is_told_from_one_that_is_away(
    scheme: str, neo4j_uri: str
) -> None:
    line = refusal(f"{scheme}://{neo4j_uri.partition('://')[2]}")
    assert (
        "no Neo4j server answers with encryption that we trust" in line
        and f"{scheme.partition('+')[0]}:// is for a server without TLS" in line
    )


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        (
            "NEO4J_PASSWORD",
            "wrong-word",
            "the user name or password is wrong — check NEO4J_USERNAME and NEO4J_PASSWORD",
        ),
        ("NEO4J_USERNAME", "nobody", "the user name or password is wrong"),
        ("NEO4J_DATABASE", "nosuch", "there is no such database — check NEO4J_DATABASE"),
    ],
)
def test_what_the_environment_has_wrong_is_named(
    name: str, value: str, says: str, neo4j_uri: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    line = refusal(neo4j_uri)
    assert says in line and "wrong-word" not in line


def test_a_password_that_must_be_changed_first_is_said(
    neo4j_server: Server, neo4j_uri: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query(
            "CREATE OR REPLACE USER newcomer SET PASSWORD 'first-password' CHANGE REQUIRED",
            database_="system",
        )
        monkeypatch.setenv("NEO4J_USERNAME", "newcomer")
        monkeypatch.setenv("NEO4J_PASSWORD", "first-password")
        assert "the first password must be changed" in refusal(neo4j_uri)
        driver.execute_query("DROP USER newcomer", database_="system")


@pytest.mark.parametrize(
    ("cypher", "says"),
    [
        ("MATCH (n RETURN n", "Invalid input 'RETURN'"),
        ("RETURN nothing(1) AS x", "Unknown function 'nothing'"),
        ("RETURN 1/0 AS x", "by zero"),
        ("MATCH (n:Measure) RETURN m.title AS title", "Variable `m` not defined"),
    ],
)
def test_a_wrong_query_gives_one_short_line(cypher: str, says: str, neo4j_uri: str) -> None:
    assert says in refusal(neo4j_uri, cypher)


def test_a_question_is_sent_as_a_read_so_that_the_server_itself_refuses_to_write(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j.store.check_reading", lambda cypher, given: None)
    monkeypatch.setattr("graph.neo4j.plans.Readings.known", lambda *_: True)
    with pytest.raises(StoreError, match="the graph is read-only to a question"):
        neo4j_store.read("CREATE (n:Shisaku {id: 'x'}) RETURN n")
    assert neo4j_store.read(COUNT) == [{"n": 0}]


@pytest.mark.parametrize(
    "cypher",
    [
        "UNWIND [1] AS x //\rLOAD CSV FROM 'file:///etc/passwd' AS row\nRETURN row",
        "LOAD CSV FROM 'http://localhost:1/x.csv' AS row RETURN row",
        "CALL db.labels() YIELD label RETURN label",
        "CALL { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } RETURN row",
        "CREATE (n:Shisaku {id: 'x'}) RETURN n",
        "MATCH (n) SET n.id = 'x'",
        "CREATE INDEX x FOR (n:X) ON (n.x)",
        "SHOW PROCEDURES",
        "SHOW TRANSACTIONS YIELD transactionId RETURN transactionId",
        "SHOW SETTINGS",
        "SHOW INDEXES YIELD name RETURN name",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
        "MATCH (n) WHERE EXISTS { CALL db.labels() YIELD label RETURN label } RETURN n",
        "RETURN COLLECT { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } AS rows",
    ],
)
def test_the_server_is_asked_what_a_query_does_before_it_runs(
    cypher: str, neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert neo4j_store.read("UNWIND [1, 2] AS x RETURN x") == [{"x": 1}, {"x": 2}]
    monkeypatch.setattr("graph.neo4j.store.check_reading", lambda cypher, given: None)
    with pytest.raises(StoreError, match="the graph is read-only"):
        neo4j_store.read(cypher)
    assert neo4j_store.read(COUNT) == [{"n": 0}]


def test_a_question_that_takes_too_long_is_stopped_on_the_server(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j.store.READ_LIMIT", 0.5)
    with pytest.raises(StoreError, match="it took too long and was stopped — ask for less"):
        neo4j_store.read(LONG)


def test_nodes_relationships_and_paths_come_back_as_what_they_say(
    neo4j_server: Server, neo4j_store: Store
) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query(
            "CREATE (:Shisaku:A {id: 'a', names: ['x'], digest: 'd', run: 1})-[:R {type: 'R',"
            " lines: [1, 2], run: 1}]->(:Shisaku {id: 'b', on: date('2025-02-01')})"
        )
    a, r, b = (
        {"id": "a", "names": ["x"]},
        {"type": "R", "lines": [1, 2]},
        {"id": "b", "on": "2025-02-01"},
    )
    [row] = neo4j_store.read(
        "MATCH p = (a)-[r:R]->(b) RETURN a, r, [a, b] AS both, {node: b} AS map, p, null AS nothing"
    )
    assert row == {
        "a": a,
        "r": r,
        "both": [a, b],
        "map": {"node": b},
        "p": {"nodes": [a, b], "relationships": [r]},
        "nothing": None,
    }


def test_a_store_outlives_its_server_and_answers_where_it_is_back_read_only(
    restartable_neo4j: Neo4jServer, made_up_rows: GraphRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Community has no roles, so no user who may read and not write: a database that is read-only
    to all is the nearest thing.
    """
    server = restartable_neo4j
    monkeypatch.setattr("graph.neo4j.connection.RETRY", 1.0)
    whole = "MATCH (n) RETURN properties(n) AS facts, labels(n) AS labels ORDER BY elementId(n)"
    with open_store(server.uri) as store:
        assert store.read(COUNT) == [{"n": 0}]
        store.replace(made_up_rows)
        before = store.read(whole)
        server.stop()
        with pytest.raises(StoreError, match="no Neo4j server answers"):
            store.read(COUNT)
        server.start(config={"server.databases.read_only": "neo4j"})
        assert store.read(whole) == before
        with pytest.raises(StoreError, match="the database is read-only — load with"):
            store.replace(GraphRows(made_up_rows.nodes[:1], ()))
        assert store.read(whole) == before


def test_a_server_that_is_too_old_is_refused(
    start_neo4j: Callable[..., Neo4jServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = start_neo4j(version=OLD)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    assert "the server is older than Neo4j 5.7 — use a newer one" in refusal(server.uri)

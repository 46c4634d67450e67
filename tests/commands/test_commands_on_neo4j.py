"""The command line with a server: load, ask, doctor."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loaders.catalogue.files import write_catalogue
from shisaku import cli
from tests.made_up import catalogue as made_up
from tests.neo4j_server import Server, free_port


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


@pytest.fixture
def catalogue(made_up_folder: Path) -> str:
    return str(made_up_folder)


def finding(result: Result, what: str) -> str:
    """The line of the doctor about one thing."""
    return next(
        (line for line in result.stdout.splitlines() if line[4:].startswith(f"{what}: ")), ""
    )


def test_load_prints_what_the_embedded_graph_would_print(
    neo4j_uri: str, catalogue: str, tmp_path: Path
) -> None:
    there = run("load", "--catalogue", catalogue, "--store", neo4j_uri)
    here = run("load", "--catalogue", catalogue, "--store", str(tmp_path / "graph.lbug"))
    assert (there.exit_code, there.stdout) == (
        0,
        here.stdout,
    ) and f"{neo4j_uri}: loaded from" in there.stderr


def test_the_store_may_come_from_the_environment(
    neo4j_uri: str, catalogue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", neo4j_uri)
    assert run("load", "--catalogue", catalogue).exit_code == 0
    assert made_up.EQUIPMENT in run("cypher", "MATCH (m:Measure) RETURN m.id AS id").stdout


def test_doctor_says_what_server_it_is_and_what_it_holds(neo4j_uri: str, catalogue: str) -> None:
    before = run("doctor", "--catalogue", catalogue, "--store", neo4j_uri)
    assert (
        before.exit_code == 1
        and finding(before, "graph").startswith("!! ")
        and "0 measures — run `shisaku load`" in finding(before, "graph")
    )
    run("load", "--catalogue", catalogue, "--store", neo4j_uri)
    after = finding(run("doctor", "--catalogue", catalogue, "--store", neo4j_uri), "graph")
    assert (
        after.startswith("ok ")
        and "(Neo4j 5." in after
        and f"{len(made_up.catalogue().measures)} measures" in after
    )


QUESTIONS = [
    ("bonus", "--of", "くるみん"),
    ("bonus",),
    ("bonus", "--matrix"),
    ("bonus", "--next"),
    ("overlap",),
    ("find", "融資"),
    ("show", "くるみん"),
    ("path", "くるみん", "融資"),
    ("diff", "booklet-2024", "booklet-2025"),
    ("export", "--format", "json", "--out", "graph.json"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_where_no_graph_is_no_question_is_blamed(
    question: tuple[str, ...], neo4j_uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = run(*question, "--store", neo4j_uri)
    assert (asked.exit_code, asked.stdout, str(asked.exception)) == (
        1,
        "",
        f"{neo4j_uri}: there is no graph here — make one with `shisaku load`",
    )
    assert not list(tmp_path.iterdir())


def test_what_others_keep_can_be_asked_for_where_no_graph_is_and_it_is_said(
    neo4j_uri: str, neo4j_server: Server, catalogue: str
) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Reader {name: 'x'})")
    asked = run("cypher", "MATCH (n) RETURN n.name AS name", "--store", neo4j_uri)
    assert (asked.exit_code, asked.stdout, asked.stderr) == (
        0,
        "name\nx\n",
        f"{neo4j_uri}: there is no graph here — make one with `shisaku load`\n",
    )
    run("load", "--catalogue", catalogue, "--store", neo4j_uri)
    assert (
        "no graph"
        not in run("cypher", "MATCH (n) RETURN n.name AS name", "--store", neo4j_uri).stderr
    )


@pytest.mark.parametrize(("lease", "says"), [(-1, "was left unfinished"), (60_000, "is going on")])
def test_doctor_names_a_load_that_has_not_written_all(
    lease: int, says: str, neo4j_uri: str, neo4j_server: Server, catalogue: str
) -> None:
    run("load", "--catalogue", catalogue, "--store", neo4j_uri)
    with neo4j_server.driver() as driver:
        driver.execute_query(
            "MATCH (r:ShisakuRun {id: 'run'}) SET r.unfinished = 2, r.began ="
            " datetime('2025-02-01T03:04Z'), r.lease = timestamp() + $lease",
            lease=lease,
        )
    result = run("doctor", "--catalogue", catalogue, "--store", neo4j_uri)
    assert result.exit_code == 1 and f"one that began at 2025-02-01 03:04 UTC {says}" in finding(
        result, "load"
    )


def test_what_others_hold_on_to_is_reported(
    neo4j_uri: str, neo4j_server: Server, catalogue: str, tmp_path: Path
) -> None:
    run("load", "--catalogue", catalogue, "--store", neo4j_uri)
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (t:Term) WITH t LIMIT 1 CREATE (:Reader)-[:COMMENTS_ON]->(t)")
    whole = made_up.catalogue()
    write_catalogue(
        type(whole)(
            **{
                **vars(whole),
                "measures": tuple(m.model_copy(update={"terms": []}) for m in whole.measures),
            }
        ),
        tmp_path / "less",
    )
    assert (
        "relationships of others hold 1 node that the catalogue no longer has: kept, without our"
        " labels" in run("load", "--catalogue", str(tmp_path / "less"), "--store", neo4j_uri).stderr
    )
    assert "relationships of others hold 1 node that the catalogue no longer has" in finding(
        run("doctor", "--catalogue", catalogue, "--store", neo4j_uri), "kept nodes"
    )


def test_doctor_says_where_no_server_answers(
    catalogue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "a-password")
    result = run("doctor", "--catalogue", catalogue, "--store", f"bolt://127.0.0.1:{free_port()}")
    assert result.exit_code == 1 and "no Neo4j server answers — start it" in finding(
        result, "graph"
    )

"""`shisaku cypher`: a question of the user's own, read-only; a table for people, JSON
for programs.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import StoreError
from shisaku import cli
from tests.made_up import catalogue as made_up

MINISTRIES = (
    "MATCH (m:Measure)-[a:ADMINISTERED_BY]->(o:Ministry) WHERE NOT a.derived RETURN o.name AS"
    " ministry, count(m) AS measures ORDER BY ministry"
)


@pytest.fixture
def ask(made_up_graph: Path):
    def answered(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(
            cli,
            ["cypher", *arguments, "--store", str(made_up_graph)],
            input=stdin,
            catch_exceptions=True,
        )

    return answered


def test_the_answer_is_a_table_with_numbers_flush_right(ask) -> None:
    assert ask(MINISTRIES).stdout.splitlines() == [
        "ministry    measures",
        "内閣府             1",
        "厚生労働省         3",
        "経済産業省         2",
    ]


def test_a_table_keeps_a_value_on_one_line_and_short(ask) -> None:
    lines = ask(
        "MATCH (m:Measure {id: $id}) RETURN m, ['a', 'b'] AS list, true AS yes, null AS nothing,"
        " 'two\\nlines' AS text",
        "--param",
        f"id={made_up.SALES}",
    ).stdout.splitlines()
    assert len(lines) == 2 and lines[1].endswith("…  a、b  true           two lines")


def test_json_has_values_whole(ask) -> None:
    rows = json.loads(
        ask(
            "MATCH (m:Measure {id: $id}) RETURN m AS measure, date('2025-03-01') AS day",
            "--param",
            f"id={made_up.SALES}",
            "--json",
        ).stdout
    )
    assert (
        rows[0]["measure"]["title"] == "海外販路開拓支援"
        and rows[0]["measure"]["type"] == "Measure"
        and rows[0]["day"] == "2025-03-01"
    )


def test_numbers_that_json_has_none_of_are_null(ask) -> None:
    answer = ask("RETURN 0.0 / 0.0 AS x, [-1.0 / 0.0, 1.5] AS y, {deep: 1.0 / 0.0} AS z", "--json")
    assert json.loads(answer.stdout, parse_constant=pytest.fail) == [
        {"x": None, "y": [None, 1.5], "z": {"deep": None}}
    ]


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("n=5", 5),
        ("n=0.5", 0.5),
        ("n=true", True),
        ('n=["a","b"]', ["a", "b"]),
        ("n=くるみん", "くるみん"),
        ('n="5"', "5"),
        ("n=007", "007"),
        ("n=a=b", "a=b"),
        ("n=NaN", "NaN"),
        ("n=", ""),
    ],
)
def test_a_parameter_is_json_or_else_text(ask, given: str, value: object) -> None:
    assert json.loads(ask("RETURN $n AS n", "--param", given, "--json").stdout) == [{"n": value}]


def test_rows_beyond_the_limit_are_cut_and_said(ask) -> None:
    cut = ask(MINISTRIES, "--limit", "1")
    assert (
        len(cut.stdout.splitlines()) == 2
        and cut.stderr == "the first 1 row; there are more: see them with --limit\n"
    )
    assert len(json.loads(ask(MINISTRIES, "--limit", "1", "--json").stdout)) == 1
    assert ask(MINISTRIES, "--limit", "3").stderr == ""


def test_no_rows_is_an_answer(ask) -> None:
    nothing = ask("MATCH (m:Measure {id: 'none'}) RETURN m")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "no rows\n")
    assert json.loads(ask("MATCH (m:Measure {id: 'none'}) RETURN m", "--json").stdout) == []


def test_a_query_comes_from_a_file_or_from_stdin(ask, tmp_path: Path) -> None:
    (tmp_path / "query.cypher").write_text(
        f"// Who runs what?\n{MINISTRIES};\n", encoding="utf-8-sig"
    )
    assert (
        ask("--file", str(tmp_path / "query.cypher")).stdout
        == ask("-", stdin=MINISTRIES).stdout
        == ask(MINISTRIES).stdout
    )


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("MATCH (n) DELETE n", "DELETE is refused: the graph is read-only"),
        ("CREATE (n:Measure {id: 'measure:1'})", "CREATE is refused"),
        ("MATCH (n) SET n.name = 'x' RETURN n", "SET is refused"),
        ("COPY (MATCH (n) RETURN n) TO 'x.csv'", "COPY is refused"),
        ("", "the query is empty"),
        ("MATCH (n) RETURN n; MATCH (m) RETURN m", "more than one statement"),
        ("MATCH (n RETURN n", "check the query"),
        ("MATCH (n:Nothing) RETURN n", "check the query"),
        ("MATCH (n) WHERE n.id = $id RETURN n", "the parameter $id has no value"),
        ("MATCH (n {name: '\udcff'}) RETURN n", "is no text"),
    ],
)
def test_a_query_that_writes_or_is_wrong_is_one_clear_error(ask, query: str, says: str) -> None:
    refused = ask(query)
    assert (
        isinstance(refused.exception, StoreError)
        and says in str(refused.exception)
        and refused.stdout == ""
    )


def test_values_that_the_store_cannot_take_are_one_clear_error(ask, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\xff\xd8")
    for arguments in (
        ["RETURN $n AS n", "--param", 'n=[1, "a"]'],
        ["RETURN $n AS n", "--param", f"n={10**30}"],
        ["--file", str(tmp_path / "picture.png")],
    ):
        assert isinstance(ask(*arguments).exception, StoreError), arguments


def test_a_server_is_asked_alike(neo4j_uri: str) -> None:
    def answered(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["cypher", *arguments, "--store", neo4j_uri])

    assert answered(
        "UNWIND $n AS n RETURN n, date('2025-03-01') AS day", "--param", "n=[1, 2]"
    ).stdout.splitlines() == ["n  day", "1  2025-03-01", "2  2025-03-01"]
    for query, given, says in (
        ("RETURN $n AS n", f"n={10**30}", "more than 64 bits"),
        ("MATCH (n RETURN n", "n=1", "check the query"),
        ("CREATE (n) RETURN n", "n=1", "CREATE is refused"),
    ):
        refused = answered(query, "--param", given)
        assert isinstance(refused.exception, StoreError) and says in str(refused.exception)


def test_used_wrongly_is_two(ask, tmp_path: Path) -> None:
    for arguments in (
        [],
        [MINISTRIES, "--file", __file__],
        [MINISTRIES, "--param", "n"],
        [MINISTRIES, "--param", "1n=2"],
        [MINISTRIES, "--param", "n=1", "--param", "n=2"],
        [MINISTRIES, "--limit", "0"],
        ["--file", str(tmp_path / "none.cypher")],
    ):
        assert ask(*arguments).exit_code == 2, arguments

"""Every question gives equal rows from the embedded graph and from Neo4j, whatever else the server
holds.

A new `.cypher` file without parameters needs nothing here. One with parameters needs an entry in
ASKED (asked.py). A typed function gets a line in ANSWERS (answers.py). Sets that the embedded graph
answers with no rows are asked of the server a few times only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any

import pytest

import shisaku
from graph.neo4j.statements import CONSTRAINTS
from graph.opening import open_store
from graph.schema.rows import GraphRows
from graph.schema.schema import schema
from graph.store import Store
from loaders.load import rows_of
from queries.by_hand.page import questions_by_hand
from tests.bundled import rows_of_companies
from tests.graph.neo4j.answers import ANSWERS, Answer
from tests.graph.neo4j.asked import ASKED, Known
from tests.made_up import together
from tests.neo4j_server import Server, empty
from tests.paths import ROOT

QUERIES = ROOT / "queries"
# by the fixture of the embedded graph that holds them, the largest first
GRAPHS: dict[str, Callable[[], GraphRows]] = {
    "store_of_companies": rows_of_companies,
    "store_of_all_made_up": lambda: rows_of(together.catalogue()),
}
OF_SHEETS = "store_of_programmes"  # asked of the server by test_programmes.py
QUESTIONS = {
    str(path.relative_to(QUERIES).with_suffix("")): path.read_text(encoding="utf-8")
    for path in sorted(QUERIES.rglob("*.cypher"))
}
# two relationships of one type between two nodes, one each way, are told apart by their lines alone
SORTED_BY_ITS_FUNCTION = {"search/node_relationships"}
NOTHING = 2  # sets of parameters with no rows that are asked all the same

# what others may keep on the same server: a node that looks like ours, one that comments on ours, a
# relationship between two of ours
OTHERS = (
    "MATCH (m:Shisaku:Measure) WITH m ORDER BY m.id LIMIT 2"
    " WITH collect(m) AS ours, head(collect(m)) AS first, last(collect(m)) AS second"
    " CREATE (:Copy {id: first.id, type: 'Measure', name: first.name, known_as: first.known_as,"
    " words: first.words, folded: first.folded, hub: false})"
    " CREATE (:Person {name: 'A reader'})-[:COMMENTS_ON {text: 'see there'}]->(first),"
    " (first)-[:READ_WITH]->(second)"
)


def test_every_question_of_a_notebook_is_compared() -> None:
    compared = {name for answer in ANSWERS.values() for name in _names_in(answer.__code__)}
    public = {name for name in shisaku.__all__ if name[0].islower()}
    assert public - compared == {"open_store"}


def _names_in(code: CodeType) -> set[str]:
    inner = (const for const in code.co_consts if isinstance(const, CodeType))
    return set(code.co_names).union(*map(_names_in, inner))


def asked(name: str, known: Known) -> Sequence[dict[str, Any]]:
    """The sets of parameters of a question; one empty set for a question that has none."""
    if not wants(name):
        return [{}]
    if name not in ASKED:
        pytest.fail(
            f"{name}.cypher has the parameters {sorted(wants(name))}: say in ASKED"
            " (tests/graph/neo4j/asked.py) with what to ask"
        )
    return list(ASKED[name](known))


def wants(name: str) -> set[str]:
    """The names of a question's parameters."""
    return {
        found.strip() for found in re.findall(r"\$\s*(\w+)", re.sub(r"//.*", "", QUESTIONS[name]))
    }


def known_to(store: Store) -> Known:
    ids: dict[str, list[str]] = {}
    for row in store.read("MATCH (n:Shisaku) RETURN n.type AS type, n.id AS id ORDER BY type, id"):
        ids.setdefault(row["type"], []).append(row["id"])
    return Known.of(ids)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=pytest.mark.bundled) if name == "store_of_companies" else name
        for name in GRAPHS
    ],
    ids=lambda name: name.replace("_", " "),
)
def name_of_store(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def embedded(name_of_store: str, request: pytest.FixtureRequest) -> Store:
    return request.getfixturevalue(name_of_store)


@pytest.fixture(scope="module")
def known(embedded: Store) -> Known:
    return known_to(embedded)


@pytest.fixture(scope="module")
def server(name_of_store: str, neo4j_server: Server, known: Known) -> Iterator[Store]:
    """The same graph on the server, beside what others keep there."""
    empty(neo4j_server, keep=CONSTRAINTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USERNAME", neo4j_server.user)
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        with open_store(neo4j_server.uri) as store, neo4j_server.driver() as driver:
            if known.large:  # plans for few are slow for many
                driver.execute_query("CALL db.clearQueryCaches()")
            store.replace(GRAPHS[name_of_store]())
            driver.execute_query(OTHERS)
            yield store


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_gives_equal_rows(
    name: str, embedded: Store, server: Store, known: Known
) -> None:
    nothing = 0
    for params in asked(name, known):
        rows = embedded.read(QUESTIONS[name], **params)
        nothing += not rows
        if rows or nothing <= NOTHING:
            answer = server.read(QUESTIONS[name], **params)
            if name in SORTED_BY_ITS_FUNCTION:
                answer, rows = (sorted(found, key=repr) for found in (answer, rows))
            assert sorted_ids(answer) == sorted_ids(rows), params


def sorted_ids(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows; what one of them collects as `ids` has no order in either store."""
    return [row | {"ids": sorted(row["ids"])} if "ids" in row else row for row in rows]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_function_gives_equal_answers(
    answer: Answer, embedded: Store, server: Store, known: Known
) -> None:
    few = known.for_functions()
    assert answer(server, few) == answer(embedded, few)


def test_the_questions_by_hand_give_the_same_rows(embedded: Store, server: Store) -> None:
    assert [
        question.name
        for question in questions_by_hand()
        if server.read(question.cypher) != embedded.read(question.cypher)
    ] == []


def test_every_question_is_asked_with_the_parameters_that_it_has(known: Known) -> None:
    for name in QUESTIONS:
        assert all(set(params) == wants(name) for params in asked(name, known)), (
            f"ASKED[{name!r}]: the parameters are {sorted(wants(name))}"
        )
    assert set(ASKED) <= set(QUESTIONS), "a question that is gone is asked for"


@pytest.mark.bundled
def test_every_question_finds_something_in_one_of_the_graphs(
    request: pytest.FixtureRequest,
) -> None:
    silent, untold = set(QUESTIONS), set(schema().nodes)
    for name_of_store in (*GRAPHS, OF_SHEETS):
        store = request.getfixturevalue(name_of_store)
        known = known_to(store)
        silent -= {
            name
            for name in silent
            if any(store.read(QUESTIONS[name], **params) for params in asked(name, known))
        }
        untold -= set(known.ids)
    assert (silent, untold) == (set(), set()), "equal rows say nothing where there are none"

"""Every question gives equal rows from the embedded graph and from Neo4j, whatever else the server
holds.

A new `.cypher` file without parameters needs nothing here. One with parameters needs an entry in
ASKED (asked.py). A typed function gets a line in ANSWERS. Sets that the embedded graph answers with
no rows are asked of the server a few times only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from types import CodeType
from typing import Any

import pytest

import shisaku
from graph.export.network import as_networkx, neighbourhood_network
from graph.neo4j.statements import CONSTRAINTS
from graph.opening import open_store
from graph.schema.schema import schema
from graph.store import Store
from loaders.catalogue.files import Catalogue
from loaders.load import load
from queries.bonus.for_company import bonuses_for
from queries.bonus.matrix import bonus_matrix
from queries.bonus.next import next_certifications
from queries.bonus.of_certification import bonus_tiers, bonuses_of
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import Profile
from queries.bonus.yen.amounts import amounts_for
from queries.by_hand.page import questions_by_hand
from queries.changes.diff import diff
from queries.documents import documents_of
from queries.frame import to_frame
from queries.measure.card import measure_card
from queries.measure.listing import all_measures
from queries.measure.relatives import relatives_of
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import scored_pairs
from queries.overlap.programme_pairs import belonging_together, programme_pairs
from queries.overlap.progress import progress
from queries.overlap.shared_bodies import shared_bodies
from queries.overview.overview import overview
from queries.overview.pillars import documents_with_pillars, measures_of_cell, ministries_by_pillar
from queries.policy_item.card import item_card
from queries.policy_item.chain import items_of_measure
from queries.programmes.money import money_by_office
from queries.programmes.ranked import ranked_programmes
from queries.programmes.reviews import review_requests
from queries.search.nodes import edges_among, neighbourhood, node_card
from queries.search.paths import paths
from queries.search.search import find
from queries.themes.answer import theme_answer
from queries.themes.known import known_theme_list
from tests.bundled import bundled_catalogue, of_companies
from tests.graph.neo4j.asked import ANY, ASKED, SOME, Known
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up import years as made_up_years
from tests.neo4j_server import Server, empty
from tests.paths import ROOT

QUERIES = ROOT / "queries"
# by the fixture of the embedded graph that holds it; the first two hold all of the made-up one
CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "store_of_two_years": made_up_years.catalogue,
    "store_of_overlaps": made_up_overlaps.catalogue,
    "store_of_companies": lambda: of_companies(bundled_catalogue()),
}
# asked of the server by test_programmes.py and test_calls.py
PROGRAMMES = (
    "store_of_programmes",
    "store_of_programme_pairs",
    "store_of_compared",
    "store_of_calls",
)
QUESTIONS = {
    str(path.relative_to(QUERIES).with_suffix("")): path.read_text(encoding="utf-8")
    for path in sorted(QUERIES.rglob("*.cypher"))
}
# two relationships of one type between two nodes, one each way, are told apart by their lines alone
SORTED_BY_ITS_FUNCTION = {"search/node_relationships"}
MADE_UP = 100  # measures that a made-up catalogue has at most
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


PROFILES = (
    Profile(),
    Profile(("中小企業",), ("くるみん",)),
    Profile(hold=("プラチナくるみん", "DX認定"), employees=80, capital=30_000_000),
)
Answer = Callable[[Store, Known], Any]
ANSWERS: dict[str, Answer] = {
    "overview": lambda store, known: overview(store),
    "ministries by pillar": lambda store, known: [
        ministries_by_pillar(store, one) for one in documents_with_pillars(store)
    ],
    "measures of a cell": lambda store, known: [
        measures_of_cell(store, c.ministry, c.pillar) for c in ministries_by_pillar(store)[:SOME]
    ],
    "all measures": lambda store, known: all_measures(store),
    "the first rows": lambda store, known: [
        store.read_first(most, "MATCH (m:Measure) RETURN m.id AS id ORDER BY id") for most in (1, 2)
    ],
    "find": lambda store, known: [
        find(store, words) for words in ("海外", "支援 事業", "jetro", "くるみん", "DX")
    ],
    "measure cards": lambda store, known: [
        measure_card(store, one) for one in known.some("Measure")
    ],
    "node cards": lambda store, known: [
        node_card(store, one) for kind in ANY for one in known.some(kind)
    ],
    "neighbourhoods": lambda store, known: [
        neighbourhood(store, one, hops)
        for kind in ANY
        for hops, nodes in ((1, 2), (2, 1))
        for one in known.some(kind)[:nodes]
    ],
    "edges": lambda store, known: edges_among(
        store, [one for kind in ANY for one in known.some(kind)]
    ),
    "paths": lambda store, known: [
        paths(store, a, b, hubs=hubs)
        for a in known.some("Certification")[:3]
        for b in known.some("Measure")[:3]
        for hubs in (False, True)
    ],
    "bonuses": lambda store, known: [
        (bonuses_of(store, one), bonus_tiers(store, one)) for one in known.some("Certification")
    ],
    "bonuses of a profile": lambda store, known: [
        bonuses_for(store, profile) for profile in PROFILES
    ],
    "next certifications": lambda store, known: [
        next_certifications(store, profile) for profile in PROFILES
    ],
    "amounts": lambda store, known: [
        amounts_for(store, replace(profile, investment=10**8, payroll_rise=10**7, tax=10**8))
        for profile in PROFILES
    ],
    "bonus matrix": lambda store, known: bonus_matrix(store),
    "bonus paths": lambda store, known: [
        bonus_paths(store, one, other)
        for one in known.some("Certification")[:3]
        for other in known.some("Programme")[:3]
    ],
    "diff": lambda store, known: [
        diff(store, *two)
        for a, b in pairwise(_some_documents(store, known))
        for two in ((a, b), (b, a))
    ],
    "shared bodies": lambda store, known: shared_bodies(store),
    "a table of them": lambda store, known: to_frame(shared_bodies(store)).to_dict("records"),
    "money": lambda store, known: (money_by_ministry(store), total_money(store)),
    "money of programmes": lambda store, known: (
        money_by_office(store, by="bureau"),
        ranked_programmes(store, "carried"),
        review_requests(store),
    ),
    "items": lambda store, known: (
        [item_card(store, one) for one in known.some("PolicyItem")]
        + [items_of_measure(store, one) for one in known.some("Measure")]
    ),
    "relatives": lambda store, known: (
        relatives_of(store, known.ids["Measure"]),
        documents_of(store, known.ids["Measure"]),
    ),
    "scored pairs": lambda store, known: [
        scored_pairs(store, asked) for asked in _overlaps_asked(store, known)
    ],
    "pairs with programmes": lambda store, known: (
        [
            programme_pairs(store, PairFilter(grade=0, mode="both"), scope)
            for scope in ("company", "all")
        ],
        belonging_together(store, "all"),
    ),
    "themes": lambda store, known: (theme_answer(store, "輸出"), known_theme_list(store)),
    "how far readers are": lambda store, known: [
        progress(store, scored_pairs(store, asked), {}) for asked in _overlaps_asked(store, known)
    ],
    "overlaps": lambda store, known: [
        overlaps(store, asked, 50) for asked in _overlaps_asked(store, known)
    ],
    "matrix and communities": lambda store, known: [
        (overlap_matrix(store, asked), communities(store, asked))
        for asked in _overlaps_asked(store, known)
        if not asked.measure
    ],
    "networkx": lambda store, known: _edges(as_networkx(store)),
    "networkx around": lambda store, known: _edges(
        neighbourhood_network(store, known.some("Measure")[:2], 2)
    ),
}


def test_every_question_of_a_notebook_is_compared() -> None:
    compared = {name for answer in ANSWERS.values() for name in _names_in(answer.__code__)}
    public = {name for name in shisaku.__all__ if name[0].islower()}
    assert public - compared == {"open_store"}


def _names_in(code: CodeType) -> set[str]:
    inner = (const for const in code.co_consts if isinstance(const, CodeType))
    return set(code.co_names).union(*map(_names_in, inner))


def _some_documents(store: Store, known: Known) -> list[str]:
    """The documents that tell of measures, and one that tells of none."""
    of_pages = store.read("MATCH (a:Appearance) RETURN DISTINCT a.document AS document")
    telling = {row["document"] for row in of_pages}
    silent = [one for one in known.documents if one not in telling]
    return [*sorted(telling), *silent[:1]]


def _overlaps_asked(store: Store, known: Known) -> list[PairFilter]:
    """Questions for pairs, of all kinds; none where the graph has no pairs."""
    if not store.read("MATCH (:Measure)-[o:OVERLAPS]->(:Measure) RETURN count(o) AS count")[0][
        "count"
    ]:
        return []
    return [
        PairFilter(),
        PairFilter(grade=0, mode="both"),
        PairFilter(mode="within"),
        PairFilter(ministry="経済産業省", second_ministry="農林水産省"),
        PairFilter(ministry="日本貿易振興機構"),
        PairFilter(score=0.5, document=known.documents[-1]),
        *(PairFilter(measure=one) for one in known.some("Measure")),
    ]


def _edges(network: Any) -> tuple[list[Any], list[Any]]:
    return sorted(network.nodes(data=True), key=lambda n: n[0]), sorted(
        network.edges(keys=True, data=True), key=lambda e: e[:3]
    )


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
    return Known(ids)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=pytest.mark.bundled) if name == "store_of_companies" else name
        for name in CATALOGUES
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
    """The same catalogue on the server, beside what others keep there."""
    empty(neo4j_server, keep=CONSTRAINTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USERNAME", neo4j_server.user)
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        with open_store(neo4j_server.uri) as store:
            load(CATALOGUES[name_of_store](), store)
            with neo4j_server.driver() as driver:
                driver.execute_query(OTHERS)
                if len(known.ids["Measure"]) > MADE_UP:  # plans for few are slow for many
                    driver.execute_query("CALL db.clearQueryCaches()")
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
def test_every_question_finds_something_in_one_of_the_catalogues(
    request: pytest.FixtureRequest,
) -> None:
    silent, untold = set(QUESTIONS), set(schema().nodes)
    for name_of_store in (*CATALOGUES, *PROGRAMMES):
        store = request.getfixturevalue(name_of_store)
        known = known_to(store)
        silent -= {
            name
            for name in silent
            if any(store.read(QUESTIONS[name], **params) for params in asked(name, known))
        }
        untold -= set(known.ids)
    assert (silent, untold) == (set(), set()), "equal rows say nothing where there are none"

"""Every question gives equal rows from the embedded graph and from Neo4j, whatever else the server holds.

A new `.cypher` file without parameters needs nothing here. One with parameters needs an entry in ASKED: its path under `queries/` without the
ending -> the sets of parameters to ask with, made from what the catalogue holds: `each("Measure")` asks for some measures, one at a time, as `$id`;
`several("Measure")` for many at once as `$ids`; anything else is a function from a Known to dicts.
A typed function gets a line in ANSWERS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import made_up
import made_up_overlaps
import made_up_years
import pytest

from benchmarks.neo4j_server import Server, empty
from graph.neo4j.statements import CONSTRAINTS
from graph.network import as_networkx, neighbourhood_network
from graph.schema import schema
from graph.store import Store, open_store
from loaders.catalogue import Catalogue, read_catalogue
from loaders.load import load
from queries.bodies import shared_bodies
from queries.bonus_matrix import bonus_matrix
from queries.bonus_next import next_certifications
from queries.bonus_paths import bonus_paths
from queries.bonus_profile import Profile
from queries.bonuses import bonus_tiers, bonuses_of
from queries.bonuses_for import bonuses_for
from queries.budgets import money_by_ministry, total_money
from queries.communities import communities
from queries.diff import diff
from queries.items import item_card, items_of_measure
from queries.kin import documents_of, kin_of
from queries.measure import measure_card
from queries.measures import all_measures
from queries.nodes import edges_among, neighbourhood, node_card
from queries.overlap import Asked, scored_pairs
from queries.overlap_cards import overlaps
from queries.overlap_matrix import overlap_matrix
from queries.overview import documents_with_pillars, measures_of_cell, ministries_by_pillar, overview
from queries.paths import paths
from queries.search import find

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "queries"
CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "made up": made_up.catalogue, "two years": made_up_years.catalogue, "overlaps": made_up_overlaps.catalogue, "bundled": cache(lambda: read_catalogue(ROOT / "catalogue"))}
QUESTIONS = {str(path.relative_to(QUERIES).with_suffix("")): path.read_text(encoding="utf-8") for path in sorted(QUERIES.rglob("*.cypher"))}
SOME = 8

# what others may keep on the same server: a node that looks like ours, one that comments on ours, a relationship between two of ours
OTHERS = """MATCH (m:Shisaku:Measure) WITH m ORDER BY m.id LIMIT 2 WITH collect(m) AS ours, head(collect(m)) AS first, last(collect(m)) AS second
    CREATE (:Copy {id: first.id, type: 'Measure', name: first.name, known_as: first.known_as, words: first.words, folded: first.folded, hub: false})
    CREATE (:Person {name: 'A reader'})-[:COMMENTS_ON {text: 'see there'}]->(first), (first)-[:READ_WITH]->(second)"""


@dataclass(frozen=True)
class Known:
    """What a graph holds: ids by type, all sorted."""

    ids: dict[str, list[str]]

    def some(self, kind: str) -> list[str]:
        """Up to SOME ids of a type, from all over the list."""
        held = self.ids.get(kind, [])
        return held[:: max(1, len(held) // SOME)][:SOME]

    @property
    def documents(self) -> list[str]:
        return [each.removeprefix("document:") for each in self.ids["Document"]]


Params = Callable[[Known], Iterator[dict[str, Any]] | list[dict[str, Any]]]


def each(*kinds: str) -> Params:
    return lambda known: [{"id": one} for kind in kinds for one in known.some(kind)]


def several(*kinds: str) -> Params:
    return lambda known: [{"ids": [one for kind in kinds for one in known.ids.get(kind, [])]}, {"ids": [one for kind in kinds for one in known.some(kind)]}]


ANY = tuple(schema().nodes)
ASKED: dict[str, Params] = {
    "degrees": several("Certification", "Measure", "SizeClass"),
    "documents_of_measures": several("Measure"),
    "find": lambda known: [{"kinds": list(ANY), "words": words} for words in (["海外"], ["支援", "事業"])],
    "item_ministries": each("PolicyItem"),
    "items": several("PolicyItem"),
    "items_carried_on": several("PolicyItem"),
    "items_carrying_on": several("PolicyItem"),
    "items_cover": several("PolicyItem"),
    "items_covering": each("Measure"),
    "items_of_document": lambda known: [{"document": one} for one in known.ids["Document"]],
    "kin": several("Measure"),
    "measure": each("Measure"),
    "measure_appearances": each("Measure"),
    "measure_budgets": each("Measure"),
    "measure_is_led_to": each("Measure"),
    "measure_leads_to": each("Measure"),
    "measure_shared_budgets": lambda known: [{"id": one} for one in known.ids["Measure"][:60]],
    "measures_of_cell": lambda known: [{"ministry": o, "pillar": p} for o in known.some("Ministry") for p in known.some("Pillar")],
    "ministries_by_pillar": lambda known: [{"document": one} for one in known.documents],
    "names": lambda known: [{"kinds": list(ANY)}, {"kinds": ["Measure"]}],
    "neighbours": lambda known: [{"ids": known.some(kind), "hubs": hubs, "goal": known.ids["SizeClass"][0]} for kind in ANY for hubs in (False, True)],
    "node": each(*ANY),
    "node_relationships": each(*ANY),
    "relationships_among": several(*ANY),
    "resolve": lambda known: [{"ids": known.some("Measure"), "names": names} for names in (["nothing"], ["jetro", "くるみん", "経済産業省"])],
    "rule_gains": several("BonusRule"),
    "rule_left_out": several("BonusRule"),
    "rule_pages": several("BonusRule"),
    "rule_places": several("BonusRule"),
    "rule_requirements": several("BonusRule"),
    "rules": several("BonusRule"),
    "told": lambda known: [{"documents": known.documents}, {"documents": known.documents[:1]}],
    "told_budgets": lambda known: [{"documents": known.documents}, {"documents": known.documents[:1]}],
    "told_ministries": lambda known: [{"documents": known.documents}, {"documents": known.documents[:1]}],
    "overlap_facts": several("Measure"),
    "overlap_headings": lambda known: [{"words": words} for words in (["の"], ["取組", "事業"])],
    "overlap_items": several("Measure"),
    "overlap_money": several("Measure"),
    "overlap_offices": several("Measure"),
    "overlap_office": each("Ministry", "Agency", "Body"),
    "overlap_pairs": lambda known: [
        {"grade": grade, "score": 0.0, "between": True, "within": within, "measure": "", "second": "", "document": document, "pillar": pillar, "office": office, "other": "",
         "left_out": known.some("Measure") if within else [], "limit": 100}
        for grade in (0, 2) for within in (False, True) for pillar in ("", *known.some("Pillar")[:1]) for office in ("", *known.some("Ministry")[:2]) for document in ("", *known.documents[:1])],
    "overlap_shared": several("Measure"),
    "overlap_sides": several("Measure"),
    "overlap_terms": each("Measure"),
}

PROFILES = (Profile(), Profile(("中小企業",), ("くるみん",)), Profile(hold=("プラチナくるみん", "DX認定"), employees=80, capital=30_000_000))
Answer = Callable[[Store, Known], Any]
ANSWERS: dict[str, Answer] = {
    "overview": lambda store, known: overview(store),
    "ministries by pillar": lambda store, known: [ministries_by_pillar(store, one) for one in documents_with_pillars(store)],
    "measures of a cell": lambda store, known: [measures_of_cell(store, c.ministry, c.pillar) for c in ministries_by_pillar(store)[:SOME]],
    "all measures": lambda store, known: all_measures(store),
    "find": lambda store, known: [find(store, words) for words in ("海外", "支援 事業", "jetro", "くるみん", "DX")],
    "measure cards": lambda store, known: [measure_card(store, one) for one in known.some("Measure")],
    "node cards": lambda store, known: [node_card(store, one) for kind in ANY for one in known.some(kind)],
    "neighbourhoods": lambda store, known: [neighbourhood(store, one, hops) for kind in ANY for one in known.some(kind)[:2] for hops in (1, 2)],
    "edges": lambda store, known: edges_among(store, [one for kind in ANY for one in known.some(kind)]),
    "paths": lambda store, known: [paths(store, a, b, hubs=hubs) for a in known.some("Certification")[:3] for b in known.some("Measure")[:3] for hubs in (False, True)],
    "bonuses": lambda store, known: [(bonuses_of(store, one), bonus_tiers(store, one)) for one in known.some("Certification")],
    "bonuses of a profile": lambda store, known: [bonuses_for(store, profile) for profile in PROFILES],
    "next certifications": lambda store, known: [next_certifications(store, profile) for profile in PROFILES],
    "bonus matrix": lambda store, known: bonus_matrix(store),
    "bonus paths": lambda store, known: [bonus_paths(store, one, other) for one in known.some("Certification")[:3] for other in known.some("Programme")[:3]],
    "diff": lambda store, known: [diff(store, a, b) for a in known.documents for b in known.documents if a != b],
    "shared bodies": lambda store, known: shared_bodies(store),
    "money": lambda store, known: (money_by_ministry(store), total_money(store)),
    "items": lambda store, known: [item_card(store, one) for one in known.some("PolicyItem")] + [items_of_measure(store, one) for one in known.some("Measure")],
    "kin": lambda store, known: (kin_of(store, known.ids["Measure"]), documents_of(store, known.ids["Measure"])),
    "scored pairs": lambda store, known: [scored_pairs(store, asked) for asked in _overlaps_asked(store, known)],
    "overlaps": lambda store, known: [overlaps(store, asked, 50) for asked in _overlaps_asked(store, known)],
    "matrix and communities": lambda store, known: [(overlap_matrix(store, asked), communities(store, asked)) for asked in _overlaps_asked(store, known) if not asked.measure],
    "networkx": lambda store, known: _edges(as_networkx(store)),
    "networkx around": lambda store, known: _edges(neighbourhood_network(store, known.some("Measure")[:2], 2)),
}


def _overlaps_asked(store: Store, known: Known) -> list[Asked]:
    """Questions for pairs, of all kinds; none where the graph has no pairs."""
    if not store.read("MATCH (:Measure)-[o:OVERLAPS]->(:Measure) RETURN count(o) AS count")[0]["count"]:
        return []
    return [Asked(), Asked(grade=0, mode="both"), Asked(mode="within"), Asked(ministry="経済産業省", other="農林水産省"), Asked(ministry="日本貿易振興機構"),
            Asked(score=0.5, document=known.documents[-1]), *(Asked(measure=one) for one in known.some("Measure"))]


def _edges(network: Any) -> tuple[list[Any], list[Any]]:
    return sorted(network.nodes(data=True), key=lambda n: n[0]), sorted(network.edges(keys=True, data=True), key=lambda e: e[:3])


def asked(name: str, known: Known) -> Sequence[dict[str, Any]]:
    """The sets of parameters of a question; one empty set for a question that has none."""
    if not wants(name):
        return [{}]
    if name not in ASKED:
        pytest.fail(f"{name}.cypher has the parameters {sorted(wants(name))}: say in ASKED (tests/neo4j/test_same_answers.py) with what to ask")
    return list(ASKED[name](known))


def wants(name: str) -> set[str]:
    """The names of a question's parameters."""
    return {found.strip() for found in re.findall(r"\$\s*(\w+)", re.sub(r"//.*", "", QUESTIONS[name]))}


def known_to(store: Store) -> Known:
    ids: dict[str, list[str]] = {}
    for row in store.read("MATCH (n:Shisaku) RETURN n.type AS type, n.id AS id ORDER BY type, id"):
        ids.setdefault(row["type"], []).append(row["id"])
    return Known(ids)


@pytest.fixture(scope="module", params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return CATALOGUES[request.param]()


@pytest.fixture(scope="module")
def embedded(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("same") / "graph.lbug") as store:
        load(catalogue, store)
        yield store


@pytest.fixture(scope="module")
def known(embedded: Store) -> Known:
    return known_to(embedded)


@pytest.fixture(scope="module")
def server(catalogue: Catalogue, neo4j_server: Server) -> Iterator[Store]:
    """The same catalogue on the server, beside what others keep there."""
    empty(neo4j_server, keep=CONSTRAINTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USERNAME", neo4j_server.user)
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        with open_store(neo4j_server.uri) as store:
            load(catalogue, store)
            with neo4j_server.driver() as driver:
                driver.execute_query(OTHERS)
            yield store


@pytest.mark.neo4j
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_gives_equal_rows(name: str, embedded: Store, server: Store, known: Known) -> None:
    for params in asked(name, known):
        assert server.read(QUESTIONS[name], **params) == embedded.read(QUESTIONS[name], **params), params


@pytest.mark.neo4j
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_function_gives_equal_answers(answer: Answer, embedded: Store, server: Store, known: Known) -> None:
    assert answer(server, known) == answer(embedded, known)


def test_every_question_is_asked_with_the_parameters_that_it_has(known: Known) -> None:
    for name in QUESTIONS:
        assert all(set(params) == wants(name) for params in asked(name, known)), f"ASKED[{name!r}]: the parameters are {sorted(wants(name))}"
    assert set(ASKED) <= set(QUESTIONS), "a question that is gone is asked for"


def test_every_question_finds_something_in_one_of_the_catalogues(tmp_path: Path) -> None:
    silent, untold = set(QUESTIONS), set(schema().nodes)
    for number, catalogue in enumerate(CATALOGUES.values()):
        with open_store(tmp_path / f"{number}.lbug") as store:
            load(catalogue(), store)
            known = known_to(store)
            silent -= {name for name in silent if any(store.read(QUESTIONS[name], **params) for params in asked(name, known))}
            untold -= set(known.ids)
    assert (silent, untold) == (set(), set()), "equal rows say nothing where there are none"

"""The typed answers that both stores must give alike, by what they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

from graph.export.network import as_networkx, neighbourhood_network
from graph.store import Store
from queries.bonus.for_company import bonuses_for
from queries.bonus.matrix import bonus_matrix
from queries.bonus.next import next_certifications
from queries.bonus.of_certification import bonus_tiers, bonuses_of
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import Profile
from queries.bonus.windows import call_windows
from queries.bonus.yen.amounts import amounts_for
from queries.calls.calls import calls_on
from queries.changes.diff import diff
from queries.documents import documents_of
from queries.frame import to_frame
from queries.measure.card import measure_card
from queries.measure.listing import all_measures
from queries.measure.relatives import relatives_of
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.overlap.brief import brief_list
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.comparison import comparison
from queries.overlap.filter import PairFilter
from queries.overlap.left_out import earlier_measures
from queries.overlap.marks import Mark, PairIds
from queries.overlap.marks_as_pairs import as_pairs
from queries.overlap.marks_completed import known_of
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
from tests.graph.neo4j.asked import ANY, SOME, Known

PROFILES = (
    Profile(),
    Profile(("中小企業",), ("くるみん",)),
    Profile(hold=("プラチナくるみん", "DX認定"), employees=80, capital=30_000_000),
)
DAY = date(2031, 5, 1)
EVERY = PairFilter(grade=0, mode="both")
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
        [programme_pairs(store, EVERY, scope) for scope in ("company", "all")],
        progress(store, programme_pairs(store, EVERY, "all"), {}),
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
    "cards of pairs": lambda store, known: [
        comparison(store, a, b) for a, b in (*_scored(store, known), *_beside(known))
    ],
    "pairs for a brief": lambda store, known: [
        brief_list(store, replace(EVERY, measure=one), "all", "money")
        for one in known.some("Measure")
    ],
    "marked pairs": lambda store, known: (
        as_pairs(store, _marked(_scored(store, known))),
        known_of(store, (*known.some("Measure"), *known.some("BudgetProgramme"), "programme:0")),
    ),
    "calls": lambda store, known: (
        [calls_on(store, DAY, of=one) for one in (None, *known.some("Measure"))],
        find(store, "S-9000000", ["Call"]),
        call_windows(store),
        earlier_measures(store),
    ),
    "networkx": lambda store, known: _edges(as_networkx(store)),
    "networkx around": lambda store, known: _edges(
        neighbourhood_network(store, known.some("Measure")[:2], 2)
    ),
}


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


def _scored(store: Store, known: Known) -> list[PairIds]:
    """Some pairs with budget programmes."""
    pairs = programme_pairs(store, EVERY, "all")
    return [(pair.a, pair.b) for pair in pairs[:: max(1, len(pairs) // known.most)]]


def _beside(known: Known) -> list[PairIds]:
    """Measures and the numbers of programmes, whether they are pairs or not."""
    numbers = [one.removeprefix("programme:") for one in known.some("BudgetProgramme")]
    return list(zip(known.some("Measure"), numbers, strict=False))


def _marked(pairs: Sequence[PairIds]) -> dict[PairIds, Mark]:
    """Each of the pairs with a judgement."""
    at = datetime(2026, 4, 1, tzinfo=UTC)
    return {(a, b): Mark(a=a, b=b, judged=2, at=at) for a, b in pairs}


def _edges(network: Any) -> tuple[list[Any], list[Any]]:
    return sorted(network.nodes(data=True), key=lambda n: n[0]), sorted(
        network.edges(keys=True, data=True), key=lambda e: e[:3]
    )

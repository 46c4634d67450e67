"""Questions about budget programmes give equal rows from the embedded graph and from Neo4j."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.changes.sheets import diff_of_sheets
from queries.measure.card import measure_card
from queries.overlap.brief import brief_list
from queries.overlap.comparison import comparison
from queries.overlap.filter import PairFilter
from queries.overlap.marks import Mark, PairIds
from queries.overlap.marks_as_pairs import as_pairs
from queries.overlap.marks_completed import known_of
from queries.overlap.pairs import ScoredPair
from queries.overlap.programme_pairs import belonging_together, programme_pairs
from queries.overlap.progress import progress
from queries.programmes.card import programme_card
from queries.programmes.law import under_law
from queries.programmes.listing import all_programmes
from queries.programmes.money import BY, money_by_office
from queries.programmes.paid import paid
from queries.programmes.ranked import ORDERS, ranked_programmes
from queries.programmes.recipient import recipient_card
from queries.programmes.reviews import review_requests
from queries.themes.answer import theme_answer
from tests.graph.neo4j.test_same_answers import QUESTIONS, asked, known_to
from tests.made_up import catalogue as made_up
from tests.made_up import compared, programmes, two_years_of_sheets
from tests.made_up import programme_pairs as made_up_pairs

PAIRS = [
    name
    for name in QUESTIONS
    if name.startswith(("overlap/programme_pairs", "overlap/apart", "overlap/marked_"))
]
CARDS = (
    "overlap/bodies_of",
    "overlap/common_laws",
    "overlap/mentions_of",
    "overlap/ministries_of",
    "overlap/money_of_programmes",
    "overlap/named_on_page",
    "overlap/office_names",
    "overlap/pairs_of_thing",
    "overlap/recipients_of",
    "overlap/same_programmes",
    "overlap/same_things",
    "overlap/scored",
    "overlap/shared_words",
)
EVERY = PairFilter(grade=0, mode="both")
OURS = [name for name in QUESTIONS if name.startswith(("programmes/", "themes/"))]


def test_both_stores_say_the_same_of_programmes(
    neo4j_store: Store, store_of_programmes: Store, tmp_path: Path
) -> None:
    load(programmes.catalogue(tmp_path / "sheets"), neo4j_store)
    known = known_to(store_of_programmes)
    rows = 0
    for name in OURS:
        for params in asked(name, known):
            there = store_of_programmes.read(QUESTIONS[name], **params)
            assert neo4j_store.read(QUESTIONS[name], **params) == there, name
            rows += len(there)
    assert rows > len(OURS), "there was something to compare"
    for ask in (
        lambda store: [programme_card(store, one) for one in known.ids["BudgetProgramme"]],
        lambda store: [under_law(store, one) for one in known.ids["Law"]],
        lambda store: paid(store, ministries=1),
        lambda store: [money_by_office(store, by=by) for by in BY],
        lambda store: [money_by_office(store, account="特別会計"), review_requests(store)],
        lambda store: [ranked_programmes(store, order) for order in ORDERS],
        all_programmes,
        lambda store: theme_answer(store, "設備"),
        lambda store: [recipient_card(store, one) for one in known.ids["Recipient"]],
        lambda store: measure_card(store, made_up.LOAN).programmes,
    ):
        assert ask(store_of_programmes) == ask(neo4j_store)


def test_both_stores_say_the_same_of_two_years_of_sheets(
    neo4j_store: Store, tmp_path: Path
) -> None:
    catalogue = two_years_of_sheets.catalogue(tmp_path / "sheets")
    load(catalogue, neo4j_store)
    with open_store(tmp_path / "graph.lbug") as embedded:
        load(catalogue, embedded)
        for years in ((2030, 2031), (2031, 2030)):
            here, there = (diff_of_sheets(store, *years) for store in (embedded, neo4j_store))
            assert here == there and here.changes


def test_both_stores_say_the_same_of_pairs_with_programmes(
    neo4j_store: Store, store_of_programme_pairs: Store
) -> None:
    load(made_up_pairs.catalogue(), neo4j_store)
    known = known_to(store_of_programme_pairs)
    for name in PAIRS:
        answers = [
            (store_of_programme_pairs.read(QUESTIONS[name], **params), params)
            for params in asked(name, known)
        ]
        assert any(rows for rows, _ in answers), name
        for rows, params in answers:
            assert neo4j_store.read(QUESTIONS[name], **params) == rows, name
    for ask in (
        lambda store: programme_pairs(store, EVERY, "all"),
        lambda store: belonging_together(store, "all"),
        lambda store: progress(store, programme_pairs(store, EVERY, "all"), {}),
        lambda store: as_pairs(store, _marked(programme_pairs(store, EVERY, "all"))),
        lambda store: known_of(store, (made_up.SALES, "programme:12", "programme:0")),
    ):
        assert ask(store_of_programme_pairs) == ask(neo4j_store)


def test_both_stores_give_the_same_card_of_a_pair(
    neo4j_store: Store, store_of_compared: Store
) -> None:
    load(compared.catalogue(), neo4j_store)
    known = known_to(store_of_compared)
    for name in CARDS:
        for params in asked(name, known):
            there = store_of_compared.read(QUESTIONS[name], **params)
            assert neo4j_store.read(QUESTIONS[name], **params) == there, name
    for things in ((compared.A, compared.B), (made_up.SALES, compared.A), (made_up.LOAN, "30")):
        assert comparison(neo4j_store, *things) == comparison(store_of_compared, *things)
    lists = [
        brief_list(store, PairFilter(grade=0, mode="both"), "all", "money")
        for store in (neo4j_store, store_of_compared)
    ]
    assert lists[0] == lists[1] and lists[0]


def _marked(pairs: Sequence[ScoredPair]) -> dict[PairIds, Mark]:
    """Each of the pairs with a judgement."""
    at = datetime(2026, 4, 1, tzinfo=UTC)
    return {(pair.a, pair.b): Mark(a=pair.a, b=pair.b, judged=2, at=at) for pair in pairs}

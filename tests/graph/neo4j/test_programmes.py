"""Questions about budget programmes give equal rows from the embedded graph and from Neo4j."""

from __future__ import annotations

from pathlib import Path

from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.changes.sheets import diff_of_sheets
from queries.measure.card import measure_card
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
from tests.made_up import programmes, two_years_of_sheets

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

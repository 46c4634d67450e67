"""Policy items: what they cover, what they carry on, what came of them."""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.store import Store
from queries.policy_item.card import item_card, item_of_number
from queries.policy_item.chain import items_of_measure
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.years import EARLIER, GONE, ITEM_NEW, ITEM_NOW, ITEM_OLD


def test_an_item_says_whose_it_is_where_it_stands_and_what_it_covers(
    store_of_two_years: Store,
) -> None:
    card = item_card(store_of_two_years, ITEM_NOW)
    assert (card.document, card.item_no, card.column, card.line_start, card.line_end) == (
        made_up.DOCUMENT,
        "①",
        None,
        10,
        12,
    )
    assert [(m.name, m.lead, m.sources) for m in card.ministries] == [
        (made_up.METI, True, (Source(made_up.DOCUMENT, 10),)),
        (made_up.CAO, False, (Source(made_up.DOCUMENT, 10),)),
    ]
    assert [(m.id, m.documents) for m in card.covers] == [
        (made_up.EQUIPMENT, (EARLIER, made_up.DOCUMENT)),
        (made_up.SALES, (EARLIER, made_up.DOCUMENT)),
    ]


def test_an_item_is_followed_through_columns_and_documents_both_ways(
    store_of_two_years: Store,
) -> None:
    first = item_card(store_of_two_years, ITEM_OLD)
    assert [(s.id, s.steps, s.column, s.source) for s in first.later] == [
        (ITEM_NEW, 1, "new", Source(EARLIER, 150)),
        (ITEM_NOW, 2, None, Source(made_up.DOCUMENT, 10)),
    ]
    assert [m.id for s in first.later for m in s.covers] == [
        GONE,
        made_up.EQUIPMENT,
        made_up.SALES,
    ], "what came of it"
    assert (first.earlier, first.covers) == ((), ())
    assert [(s.id, s.steps) for s in item_card(store_of_two_years, ITEM_NOW).earlier] == [
        (ITEM_NEW, 1),
        (ITEM_OLD, 2),
    ]


def test_a_measure_knows_the_items_that_cover_it_and_what_these_carry_on(
    store_of_two_years: Store,
) -> None:
    assert [(s.id, s.steps) for s in items_of_measure(store_of_two_years, made_up.EQUIPMENT)] == [
        (ITEM_NOW, 0),
        (ITEM_NEW, 1),
        (ITEM_OLD, 2),
    ]
    assert items_of_measure(store_of_two_years, made_up.LOAN) == ()


@pytest.mark.parametrize(
    "name", [ITEM_NEW, f"{EARLIER}:new:①-1", f"{EARLIER} new:①－１", "設備投資の促進"]
)
def test_an_item_answers_to_its_id_its_number_in_the_document_and_its_title(
    store_of_two_years: Store, name: str
) -> None:
    assert item_card(store_of_two_years, name).id == ITEM_NEW


def test_a_number_that_several_items_bear_or_none_is_not_found(store_of_two_years: Store) -> None:
    with pytest.raises(
        NotFound, match=f"may mean 2 items — say which: 設備の更新 .{ITEM_OLD}., 設備投資の促進"
    ):
        item_card(store_of_two_years, f"{EARLIER}:①-1")
    with pytest.raises(NotFound, match="has no item '⑨'"):
        item_card(store_of_two_years, f"{EARLIER}:⑨")
    with pytest.raises(NotFound, match="nothing answers to"):
        item_card(store_of_two_years, "①")
    assert item_of_number(store_of_two_years, made_up.EQUIPMENT) is None


def test_an_item_has_the_results_that_it_states_itself(store_of_two_years: Store) -> None:
    (figure,) = item_card(store_of_two_years, ITEM_NEW).figures
    assert (figure.what, figure.name, figure.value, figure.unit, figure.year) == (
        "result",
        "相談件数",
        30,
        "件",
        2022,
    )
    assert figure.source == Source(EARLIER, 151)

"""A pair explained: what both have, what differs, the money by the one rule, the places."""

from __future__ import annotations

from graph.store import Store
from queries.money.rule import Draw, totals
from queries.overlap.cards import overlaps, pair_card
from queries.overlap.filter import PairFilter
from queries.overlap.pair import Aspect, compared
from queries.overlap.pairs import ScoredPair
from queries.overlap.sides import Side
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.overlaps import FAIR, LEASE


def test_what_both_have_and_what_only_one_has(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.SALES, FAIR)
    assert card.aspect("terms") == Aspect("terms", ("輸出",), (), ("見本市",))
    assert card.aspect("problems") == Aspect("problems", ("輸出・海外販路の開拓",), (), ()), (
        "what a page only touches upon is not told"
    )
    assert card.aspect("activities") == Aspect(
        "activities", ("展示会・商談会への出展",), (), ("設備投資への補助",)
    )
    assert card.aspect("instruments") == Aspect(
        "instruments", (), ("相談・専門家派遣",), ("展示会・販路開拓", "補助金")
    )
    assert card.aspect("targets") == Aspect("targets", ("中小企業",), (), ("小規模事業者",))
    assert card.aspect("items").shared == ("① 輸出の促進",)
    assert card.aspect("pillar").shared == (made_up.ABROAD,)
    assert card.aspect("ministries") == Aspect("ministries", (), ("経済産業省",), ("農林水産省",))
    assert card.aspect("agencies") == Aspect("agencies", (), (), ())


def test_who_applies_is_not_who_benefits(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, FAIR, made_up.SALES)
    assert card.aspect("applicants").only_b == ("団体・組合",)
    assert card.aspect("beneficiaries").only_b == ("企業", "農林漁業者")


def test_the_lower_id_is_the_first_in_whatever_order_they_are_named(
    store_of_overlaps: Store,
) -> None:
    assert pair_card(store_of_overlaps, FAIR, made_up.SALES) == pair_card(
        store_of_overlaps, made_up.SALES, FAIR
    )
    assert pair_card(store_of_overlaps, FAIR, made_up.SALES).a.id == made_up.SALES


def test_every_fact_of_a_side_leads_to_a_document_and_a_line(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.EQUIPMENT, LEASE)
    assert (card.a.document, card.a.page, card.a.line_start, card.a.line_end) == (
        made_up.DOCUMENT,
        1,
        50,
        99,
    )
    assert all(
        fact.sources for side in (card.a, card.b) for facts in side.facts.values() for fact in facts
    )
    assert card.b.facts["caps"][0].sources == (Source(made_up.DOCUMENT, 458),)
    assert card.a.facts["applicants"][0].sources == (Source(made_up.DOCUMENT, 56),)


def test_a_pot_that_both_draw_on_is_counted_once(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.SALES, made_up.MATCHING)
    (total,) = card.money
    assert (total.own, total.pots, total.shared, total.budgets) == (
        None,
        made_up.JETRO_POT,
        1,
        1,
    )
    assert [draw.yen for draw in card.common] == [made_up.JETRO_POT]
    assert [total.pots for side in (card.a, card.b) for total in totals(side.draws)] == [
        made_up.JETRO_POT
    ] * 2


def test_of_two_sides_told_in_different_years_no_money_is_dropped_and_none_is_added() -> None:
    def side(measure: str, year: int) -> Side:
        return Side(
            measure,
            measure,
            "d",
            "",
            None,
            1,
            2,
            {},
            (Draw(measure, measure, "initial", year, 5, False, None),),
            (),
        )

    card = compared(ScoredPair("a", "b", 0.5, 2), side("a", 2023), side("b", 2025), (), {})
    assert [(total.kind, total.year, total.own) for total in card.money] == [
        ("initial", 2025, 5),
        ("initial", 2023, 5),
    ]


def test_kinds_of_budget_are_never_added(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.EQUIPMENT, LEASE)
    assert [(total.kind, total.own) for total in card.money] == [
        ("initial", 600_000_000),
        ("supplementary", 10_000_000_000),
        ("unstated", 2_000_000_000),
    ]
    assert card.common == ()


def test_in_a_pair_of_one_ministry_the_offices_are_its_agency_and_body(
    store_of_overlaps: Store,
) -> None:
    (card,) = overlaps(store_of_overlaps, PairFilter(mode="within"))
    assert card.within == ("経済産業省",)
    assert [[office.name for office in card.offices(side)] for side in (card.a, card.b)] == [
        ["中小企業庁"],
        ["日本貿易振興機構"],
    ]

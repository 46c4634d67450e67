"""A measure over the years: names, ministries and money, document by document."""

from __future__ import annotations

from graph.store import Store
from queries.measure.card import MeasureCard, measure_card
from queries.measure.years import measure_years
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.years import EARLIER, GONE


def test_each_document_tells_it_in_its_own_words_the_earliest_first(
    store_of_two_years: Store,
) -> None:
    years = measure_card(store_of_two_years, made_up.EQUIPMENT).years
    assert [(t.document, t.date, t.titles, t.ministries, t.sources) for t in years.versions] == [
        (EARLIER, "2023-03", ("設備投資補助金",), (made_up.CAO,), (Source(EARLIER, 21),)),
        (
            made_up.DOCUMENT,
            "2025-02-28",
            ("ものづくり設備補助金",),
            (made_up.METI,),
            (Source(made_up.DOCUMENT, 51),),
        ),
    ]


def test_money_stands_by_fiscal_year_and_kind_with_who_prints_it(store_of_two_years: Store) -> None:
    money = measure_card(store_of_two_years, made_up.EQUIPMENT).years.money
    assert [(m.year, m.kind, m.document, m.own, m.proposed, m.year_before) for m in money] == [
        (2022, "supplementary", EARLIER, 8_000_000_000, False, False),
        (2023, "initial", EARLIER, 700_000_000, False, False),
        (2024, "initial", made_up.DOCUMENT, 500_000_000, False, True),
        (2024, "supplementary", made_up.DOCUMENT, 10_000_000_000, False, False),
        (2025, "initial", made_up.DOCUMENT, 600_000_000, True, False),
    ]
    assert money[0].sources == (Source(EARLIER, 26),)


def test_a_ministry_that_is_derived_is_not_printed(store_of_two_years: Store) -> None:
    sales = measure_card(store_of_two_years, made_up.SALES)
    assert [(t.document, t.ministries) for t in sales.years.versions] == [
        (EARLIER, (made_up.METI,)),
        (made_up.DOCUMENT, ()),
    ]
    assert [(m.year, m.own, m.pots) for m in sales.years.money] == [
        (2023, None, 25_000_000_000),
        (2025, None, made_up.JETRO_POT),
    ]


def test_parts_and_successors_are_kin_both_ways_with_the_documents_that_tell_them(
    store_of_two_years: Store,
) -> None:
    def relatives(card: MeasureCard) -> list[tuple[str, str, tuple[str, ...]]]:
        return [(k.relation, k.id, k.documents) for k in card.relatives]

    assert relatives(measure_card(store_of_two_years, GONE)) == [
        ("succeeded_by", made_up.MATCHING, (made_up.DOCUMENT,))
    ]
    assert relatives(measure_card(store_of_two_years, made_up.MATCHING)) == [
        ("succeeds", GONE, (EARLIER,)),
        ("has_part", made_up.SALES, (EARLIER, made_up.DOCUMENT)),
    ]
    assert relatives(measure_card(store_of_two_years, made_up.SALES)) == [
        ("part_of", made_up.MATCHING, (made_up.DOCUMENT,))
    ]


def test_a_measure_of_one_document_has_one_year_of_tellings(made_up_store: Store) -> None:
    card = measure_card(made_up_store, made_up.WORKSTYLE)
    assert (
        [t.document for t in card.years.versions] == [made_up.DOCUMENT]
        and card.relatives == ()
        and card.items == ()
    )
    assert measure_years((), {}).versions == ()

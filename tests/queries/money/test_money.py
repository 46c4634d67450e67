"""The money rule: one pot once, kinds and years apart, own money and pots apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.store import Store
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.money.rule import (
    Draw,
    comparable,
    of_latest_years,
    of_one_year,
    totals,
)
from tests.made_up import catalogue as made_up


def draw(
    measure: str,
    budget: str,
    yen: int,
    kind: str = "initial",
    year: int | None = 2025,
    part_of: bool = False,
    pot: str | None = None,
    share: bool = False,
) -> Draw:
    return Draw(measure, budget, kind, year, yen, part_of, pot, share=share)


def sums(draws: list[Draw]) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(t.kind, t.year, t.own, t.pots) for t in totals(draws)]


def test_one_pot_is_counted_once_however_many_measures_draw_on_it() -> None:
    (total,) = totals(
        [draw(m, "jetro", 263, part_of=True, pot="JETRO") for m in "abcd"] + [draw("a", "own", 10)]
    )
    assert (total.own, total.pots, total.budgets, total.shared, total.measures) == (
        10,
        263,
        2,
        1,
        4,
    )


def test_neither_kinds_nor_fiscal_years_are_added_the_latest_year_of_each_kind_first() -> None:
    assert sums(
        [
            draw("a", "1", 5, year=2023),
            draw("b", "2", 6),
            draw("b", "3", 7),
            draw("c", "4", 8, "supplementary", 2024),
            draw("c", "5", 9, year=None),
            draw("d", "6", 100, "fund_total", None),
            draw("d", "7", 1, "unstated", 2025),
        ]
    ) == [
        ("initial", 2025, 13, None),
        ("initial", 2023, 5, None),
        ("initial", None, 9, None),
        ("supplementary", 2024, 8, None),
        ("fund_total", None, 100, None),
        ("unstated", 2025, 1, None),
    ]


def test_what_measures_get_whole_and_pots_of_which_they_get_a_part_stand_apart() -> None:
    (own,) = totals([draw("a", "1", 5)])
    (known,) = totals([draw("a", "1", 5), draw("b", "2", 50, part_of=True, pot="基金")])
    (unknown,) = totals([draw("b", "2", 50, part_of=True)])
    assert (own.own, own.pots, own.unknown_pots) == (5, None, 0)
    assert (known.own, known.pots, known.unknown_pots) == (5, 50, 0)
    assert (unknown.own, unknown.pots, unknown.unknown_pots) == (None, 50, 1)


def test_a_pot_that_one_measure_gets_whole_is_its_own_money() -> None:
    assert sums([draw("a", "1", 50, part_of=True, pot="基金"), draw("b", "1", 50)]) == [
        ("initial", 2025, 50, None)
    ]


def test_a_share_and_its_pot_are_one_money_the_shares_where_all_are_told_else_the_pot() -> None:
    a, b, c = (
        [draw(m, "pot", 75, part_of=True, pot="基金"), draw(m, f"of {m}", yen, share=True)]
        for m, yen in (("a", 60), ("b", 12), ("c", 0))
    )
    assert sums(a) == [("initial", 2025, 60, None)]
    assert sums([*a, *b]) == [("initial", 2025, 72, None)]
    assert sums([*a, *b, c[0]]) == [("initial", 2025, None, 75)]
    assert sums(
        [draw("a", "pot", 75, part_of=True, year=2024), draw("a", "own", 60, share=True)]
    ) == [("initial", 2025, 60, None), ("initial", 2024, None, 75)], (
        "of another year it is no share"
    )


def test_a_whole_and_its_parts_are_one_money_the_whole_where_it_is_told() -> None:
    parts = [replace(draw(m, f"of {m}", 300), within=("whole",)) for m in "ab"]
    assert sums([draw("w", "whole", 600), *parts]) == [("initial", 2025, 600, None)]
    assert sums(parts) == [("initial", 2025, 600, None)], "without the whole the parts"
    assert sums([draw("c", "whole", 600, part_of=True), *parts]) == [("initial", 2025, 600, 600)], (
        "a pot for another measure is not what the whole gets"
    )


def test_a_sum_over_two_kinds_is_not_told_beside_its_summands() -> None:
    kinds = [draw("a", "1", 7, "supplementary", 2024), draw("a", "2", 4)]
    over_both = draw("a", "3", 11, "unstated", None)
    assert sums([*kinds, over_both]) == sums(kinds)
    assert sums([over_both]) == [("unstated", None, 11, None)]
    assert ("unstated", None, 12, None) in sums([*kinds, replace(over_both, yen=12)])


def test_no_budgets_give_no_totals() -> None:
    assert totals([]) == ()


@pytest.mark.parametrize(
    ("before", "after", "alike"),
    [
        ([draw("a", "1", 5, year=2024)], [draw("a", "2", 6)], True),
        ([draw("a", "1", 5)], [draw("a", "2", 6, part_of=True)], False),
        ([draw("a", "1", 5)], [draw("a", "2", 6, "supplementary")], False),
        ([draw("a", "1", 5, "unstated")], [draw("a", "2", 6, "unstated")], False),
        (
            [draw("a", "1", 5, part_of=True, pot="港町基金")],
            [draw("a", "2", 6, part_of=True, pot="港町 基金")],
            True,
        ),
        (
            [draw("a", "1", 5, part_of=True, pot="港町基金")],
            [draw("a", "2", 6, part_of=True, pot="山村基金")],
            False,
        ),
        ([draw("a", "1", 5)], [draw("a", "2", 6), draw("a", "3", 9, part_of=True)], False),
        ([], [draw("a", "1", 5)], False),
    ],
)
def test_like_is_compared_with_like(before: list[Draw], after: list[Draw], alike: bool) -> None:
    assert comparable(before, after) is alike


def test_a_joint_measures_money_counts_for_each_of_its_ministries(made_up_store: Store) -> None:
    by_kind = {(m.name, m.total.kind): m for m in money_by_ministry(made_up_store)}
    assert set(by_kind) == {
        ("経済産業省", "initial"),
        ("経済産業省", "supplementary"),
        ("厚生労働省", "initial"),
    }
    meti, mhlw = by_kind["経済産業省", "initial"], by_kind["厚生労働省", "initial"]
    assert (meti.total.own, meti.total.pots, meti.total.shared, meti.joint, meti.derived) == (
        600_000_000,
        made_up.JETRO_POT,
        1,
        1,
        1,
    )
    assert (
        mhlw.total.own,
        mhlw.total.pots,
        mhlw.total.unknown_pots,
        mhlw.joint,
        mhlw.derived,
    ) == (None, made_up.JETRO_POT + 5_000_000_000, 1, 1, 0)
    assert by_kind["経済産業省", "supplementary"].total.pots is None


def test_the_sum_that_a_document_states_stands_beside_its_own_with_why_they_differ(
    made_up_store: Store,
) -> None:
    money = total_money(made_up_store)
    assert {(t.kind, t.year): (t.own, t.pots) for t in money.totals} == {
        ("initial", 2025): (600_000_000, made_up.JETRO_POT + 5_000_000_000),
        ("supplementary", 2024): (10_000_000_000, None),
    }
    (stated,) = money.stated
    assert (stated.document, stated.yen, stated.totals) == (
        made_up.DOCUMENT,
        10**12,
        money.totals,
    )
    assert {r.code: r.count for r in stated.reasons} == {
        "kinds_apart": 2,
        "shared_pots": 1,
        "parts": 2,
        "unknown_pots": 1,
        "no_sum": 3,
    }
    assert all(str(r.count) in r.japanese and str(r.count) in r.english for r in stated.reasons)


def test_what_another_document_prints_is_not_compared_with_what_a_document_states(
    store_of_two_years: Store,
) -> None:
    (stated,) = total_money(store_of_two_years).stated
    assert {total.year for total in stated.totals} == {2024, 2025}


def test_of_each_kind_the_latest_fiscal_year_counts_and_what_has_no_year_too() -> None:
    draws = [
        draw("a", "1", 5, year=2024),
        draw("a", "2", 6, year=2025),
        draw("a", "3", 7, year=None),
        draw("a", "4", 8, "supplementary", 2024),
        draw("b", "5", 9, year=2023),
    ]
    assert [d.budget for d in of_one_year(draws)] == ["2", "3", "4"]
    assert [d.budget for d in of_latest_years(draws)] == ["2", "3", "4", "5"]

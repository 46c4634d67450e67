"""The money rule: one pot once, kinds apart, a part is an upper limit."""

from __future__ import annotations

from graph.store import Store
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.money.rule import (
    Draw,
    of_latest_years,
    of_one_year,
    totals,
    totals_by_year,
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


def test_one_pot_is_counted_once_however_many_measures_draw_on_it() -> None:
    (total,) = totals(
        [draw(m, "jetro", 263, part_of=True, pot="JETRO") for m in "abcd"] + [draw("a", "own", 10)]
    )
    assert (total.yen, total.budgets, total.shared, total.measures) == (273, 2, 1, 4)


def test_kinds_are_never_added_to_each_other() -> None:
    by_kind = totals(
        [
            draw("a", "1", 5),
            draw("a", "2", 7, "supplementary"),
            draw("b", "3", 100, "fund_total"),
            draw("c", "4", 1, "unstated"),
        ]
    )
    assert [(t.kind, t.yen) for t in by_kind] == [
        ("initial", 5),
        ("supplementary", 7),
        ("fund_total", 100),
        ("unstated", 1),
    ]


def test_a_part_makes_the_total_an_upper_limit() -> None:
    (exact,) = totals([draw("a", "1", 5)])
    (known,) = totals([draw("a", "1", 5), draw("b", "2", 50, part_of=True, pot="基金")])
    (unknown,) = totals([draw("a", "1", 5), draw("b", "2", 50, part_of=True)])
    assert (exact.at_most, exact.unknown_pots) == (False, 0)
    assert (known.at_most, known.unknown_pots) == (True, 0)
    assert (unknown.at_most, unknown.unknown_pots) == (True, 1)


def test_a_pot_that_one_measure_gets_whole_is_no_upper_limit() -> None:
    (total,) = totals([draw("a", "1", 50, part_of=True, pot="基金"), draw("b", "1", 50)])
    assert (total.yen, total.at_most) == (50, False)


def test_a_share_and_its_pot_are_one_money_the_shares_where_all_are_told_else_the_pot() -> None:
    a, b, c = (
        [draw(m, "pot", 75, part_of=True, pot="基金"), draw(m, f"of {m}", yen, share=True)]
        for m, yen in (("a", 60), ("b", 12), ("c", 0))
    )
    assert [(t.yen, t.at_most) for t in totals(a)] == [(60, False)]
    assert [(t.yen, t.at_most) for t in totals([*a, *b])] == [(72, False)]
    assert [(t.yen, t.at_most) for t in totals([*a, *b, c[0]])] == [(75, True)]
    assert [
        (t.yen, t.at_most)
        for t in totals(
            [draw("a", "pot", 75, part_of=True, year=2024), draw("a", "own", 60, share=True)]
        )
    ] == [(135, True)], "of another year it is no share"


def test_totals_by_year_stand_side_by_side_the_latest_of_each_kind_first() -> None:
    by_kind = totals_by_year(
        [
            draw("a", "1", 5, year=2023),
            draw("b", "2", 6),
            draw("b", "3", 7),
            draw("c", "4", 8, "supplementary", 2024),
            draw("c", "5", 9, year=None),
        ]
    )
    assert [(t.kind, t.by_year) for t in by_kind] == [
        ("initial", ((2025, 13),)),
        ("initial", ((2023, 5),)),
        ("initial", ((None, 9),)),
        ("supplementary", ((2024, 8),)),
    ]


def test_years_are_shown_apart_those_without_one_first() -> None:
    (total,) = totals(
        [
            draw("a", "1", 5, year=2025),
            draw("a", "2", 3, year=2023),
            draw("b", "3", 2, year=2025),
            draw("c", "4", 9, year=None),
        ]
    )
    assert total.by_year == ((None, 9), (2023, 3), (2025, 7))


def test_no_budgets_give_no_totals() -> None:
    assert totals([]) == ()


def test_a_joint_measures_money_counts_for_each_of_its_ministries(made_up_store: Store) -> None:
    by_kind = {(m.name, m.total.kind): m for m in money_by_ministry(made_up_store)}
    assert set(by_kind) == {
        ("経済産業省", "initial"),
        ("経済産業省", "supplementary"),
        ("厚生労働省", "initial"),
    }
    meti, mhlw = by_kind["経済産業省", "initial"], by_kind["厚生労働省", "initial"]
    assert (meti.total.yen, meti.total.at_most, meti.total.shared, meti.joint, meti.derived) == (
        made_up.JETRO_POT + 600_000_000,
        True,
        1,
        1,
        1,
    )
    assert (mhlw.total.yen, mhlw.total.unknown_pots, mhlw.joint, mhlw.derived) == (
        made_up.JETRO_POT + 5_000_000_000,
        1,
        1,
        0,
    )
    assert not by_kind["経済産業省", "supplementary"].total.at_most


def test_all_money_stands_beside_what_the_document_states_with_why_they_differ(
    made_up_store: Store,
) -> None:
    money = total_money(made_up_store)
    assert {t.kind: t.yen for t in money.totals} == {
        "initial": made_up.JETRO_POT + 5_600_000_000,
        "supplementary": 10_000_000_000,
    }
    assert [(s.document, s.yen) for s in money.stated] == [(made_up.DOCUMENT, 10**12)]
    assert {r.code: r.count for r in money.reasons} == {
        "kinds_apart": 2,
        "shared_pots": 1,
        "parts": 2,
        "unknown_pots": 1,
        "no_sum": 3,
    }
    assert all(str(r.count) in r.japanese and str(r.count) in r.english for r in money.reasons)


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

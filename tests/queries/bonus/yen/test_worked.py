"""Values as numbers, and what a rate is multiplied with."""

from __future__ import annotations

from fractions import Fraction

import pytest

from queries.bonus.yen.formulas import formulas, tax_limit, times
from queries.bonus.yen.worked import of_share, share_of, years_of, yen_of


@pytest.mark.parametrize(
    ("value", "share"),
    [
        ("2/3", Fraction(2, 3)),
        ("１/２以内", Fraction(1, 2)),
        ("最大3/4", Fraction(3, 4)),
        ("15%", Fraction(3, 20)),
        ("12.5%", Fraction(1, 8)),
        ("特別償却50%又は税額控除6%", Fraction(3, 50)),
        ("1/0", None),
        ("受講費用の1/5相当額", None),
        ("積立率90%", None),
        ("5年間の繰越し", None),
        (None, None),
    ],
)
def test_a_share_is_read_whole_or_not_at_all(value: str | None, share: Fraction | None) -> None:
    assert share_of(value) == share


@pytest.mark.parametrize(
    ("value", "yen"),
    [
        ("1,000万円", 10_000_000),
        ("最大5億円", 500_000_000),
        ("上限300万円", 3_000_000),
        ("100~1,000万円", None),
        ("1人あたり5万円", None),
        (f"{'9' * 400}円", None),
        (None, None),
    ],
)
def test_a_sum_is_read_whole_or_not_at_all(value: str | None, yen: int | None) -> None:
    assert yen_of(value) == yen


def test_years_of_what_is_carried_over() -> None:
    assert (years_of("5年間の繰越し"), years_of("3年の繰り越し"), years_of("5年間")) == (5, 3, None)


def test_the_rest_of_a_yen_is_dropped_exactly() -> None:
    assert of_share(Fraction(2, 3), 80_000_000) == 53_333_333
    assert of_share(Fraction("0.15"), 10**17 + 7) == 15_000_000_000_000_001


def test_a_rate_of_a_wage_ladder_is_of_the_payroll_rise_for_taxes_alone() -> None:
    assert times("里山税制", "wage_raise", is_tax=True) == "payroll_rise"
    assert times("里山補助金", "wage_raise", is_tax=False) == "investment"
    assert times("里山研修助成金", None, is_tax=False) == "training_cost"
    assert times("里山税制", "plan", is_tax=True) == "investment"


def test_the_last_number_is_for_all_the_rest_and_limits_say_where_they_stand() -> None:
    last = formulas().times[-1].by
    assert (last.condition_kind, last.benefit, last.words) == (None, None, ())
    assert all(limit.document and limit.line > 0 for limit in formulas().tax_limits)
    assert tax_limit("里山税制") is None

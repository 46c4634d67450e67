"""Sums, counts and dates are written as readers of each language write them."""

from __future__ import annotations

import pytest

from dashboard.text import figures
from dashboard.text.words import Words
from queries.money.rule import Total

JA, EN = Words("ja"), Words("en")


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [
        (0, "0円", "¥0"),
        (500_000, "50万円", "¥500,000"),
        (150_000_000, "1.5億円", "¥150 m"),
        (26_300_000_000, "263億円", "¥26.3 bn"),
        (1_400_000_000_000, "1.4兆円", "¥1.4 tn"),
        (-3_000_000, "−300万円", "¥-3 m"),
    ],
)
def test_sums_are_exact(amount: int, japanese: str, english: str) -> None:
    assert (figures.yen(JA, amount), figures.yen(EN, amount)) == (japanese, english)


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [
        (1_234_567_890_000, "1.23兆円", "¥1.23 tn"),
        (987_654_321_000, "9,877億円", "¥988 bn"),
        (50_000, "5万円", "¥50,000"),
    ],
)
def test_headlines_are_rounded(amount: int, japanese: str, english: str) -> None:
    assert (figures.about(JA, amount), figures.about(EN, amount)) == (japanese, english)


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [(26_300_000_000, "263", "26.3"), (81_000_000, "0.81", "0.08"), (0, "0", "0.0")],
)
def test_columns_have_one_unit(amount: int, japanese: str, english: str) -> None:
    assert (figures.column(JA, amount), figures.column(EN, amount)) == (japanese, english)


def test_dates_are_written_out() -> None:
    assert figures.day(JA, "2025-02-28") == "2025年2月28日"
    assert figures.day(EN, "2025-02-28") == "28 February 2025"
    assert (figures.day(JA, "2025-02"), figures.day(EN, "2025-02")) == (
        "2025年2月",
        "February 2025",
    )
    assert figures.day(EN, "2025年春") == "2025年春"
    assert figures.day(EN, None) == ""


def test_totals_say_year_kind_and_what_is_only_a_part() -> None:
    totals = [
        Total("initial", 2023, 91_000_000, 26_600_000_000, 0, 2, 0, 1),
        Total("fund_total", None, 10**12, None, 0, 1, 0, 1),
    ]
    assert figures.totals(JA, totals) == [
        "2023年度 当初予算 0.91億円",
        "2023年度 当初予算 266億円の内数",
        "基金総額 1兆円",
    ]
    assert figures.totals(EN, totals) == [
        "FY2023 Initial budget ¥91 m",
        "FY2023 Initial budget a part of ¥26.6 bn",
        "Fund total ¥1 tn",
    ]

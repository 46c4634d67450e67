"""Sums of yen as text, and sums that are one sum printed more or less closely."""

from __future__ import annotations

import pytest

from graph.language.yen import (
    about_in_english,
    about_in_japanese,
    is_rounded,
    yen_in_english,
    yen_in_japanese,
)


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [
        (0, "0円", "¥0"),
        (-5_000, "−5,000円", "¥-5,000"),
        (1_250_000_000, "12.5億円", "¥1.25 bn"),
        (1_400_000_000_000, "1.4兆円", "¥1.4 tn"),
    ],
)
def test_a_sum_is_exact_in_either_language(amount: int, japanese: str, english: str) -> None:
    assert (yen_in_japanese(amount), yen_in_english(amount)) == (japanese, english)


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [
        (1_234_567_890_123, "1.23兆円", "¥1.23 tn"),
        (26_320_000_000, "263億円", "¥26.3 bn"),
        (1_450_000_000, "14.5億円", "¥1.45 bn"),
        (145_000_000, "1.5億円", "¥145 m"),
        (12_340_000, "1,234万円", "¥12.3 m"),
    ],
)
def test_a_headline_is_rounded(amount: int, japanese: str, english: str) -> None:
    assert (about_in_japanese(amount), about_in_english(amount)) == (japanese, english)


@pytest.mark.parametrize(
    ("amount", "of_a_budget", "otherwise"),
    [
        (91_000_000, "0.91億円", "9,100万円"),
        (50_000_000, "0.5億円", "5,000万円"),
        (22_180_000, "2,218万円", "2,218万円"),
        (975_000, "97万5,000円", "97万5,000円"),
        (26_320_000_000, "263.2億円", "263.2億円"),
        (200_000_000_000, "2,000億円", "2,000億円"),
        (1_148_500_000_000, "11,485億円", "11,485億円"),
    ],
)
def test_budgets_are_written_as_budget_papers_do(
    amount: int, of_a_budget: str, otherwise: str
) -> None:
    assert yen_in_japanese(amount, of_budget=True) == of_a_budget
    assert yen_in_japanese(amount) == otherwise


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (26_300_000_000, 26_320_000_000, True),
        (26_320_000_000, 26_300_000_000, True),
        (26_300_000_000, 26_350_000_000, True),  # half a unit away
        (26_300_000_000, 26_360_000_000, False),
        (26_320_000_000, 26_330_000_000, False),  # neither is rounded
        (0, 40_000_000, False),  # below a unit nothing is left of it
    ],
)
def test_one_sum_may_be_printed_more_or_less_closely(a: int, b: int, one: bool) -> None:
    assert is_rounded(a, b) is one

"""Sums of yen as text, and sums that are one sum printed more or less closely."""

from __future__ import annotations

import pytest

from graph.language.yen import (
    about_in_english,
    about_in_japanese,
    is_rounded,
    short_in_japanese,
    yen_in_english,
    yen_in_japanese,
)


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [
        (0, "0円", "¥0"),
        (-5_000, "−5,000円", "¥-5,000"),
        (1_250_000_000, "12億5,000万円", "¥1.25 bn"),
        (1_400_000_000_000, "1兆4,000億円", "¥1.4 tn"),
    ],
)
def test_a_sum_is_exact_in_either_language(amount: int, japanese: str, english: str) -> None:
    assert (yen_in_japanese(amount), yen_in_english(amount)) == (japanese, english)


@pytest.mark.parametrize(
    ("amount", "japanese", "english"),
    [
        (1_234_567_890_123, "1.23兆円", "¥1.23 tn"),
        (26_320_000_000, "263億円", "¥26.3 bn"),
        (12_340_000, "1,234万円", "¥12.3 m"),
    ],
)
def test_a_headline_is_rounded(amount: int, japanese: str, english: str) -> None:
    assert (about_in_japanese(amount), about_in_english(amount)) == (japanese, english)


@pytest.mark.parametrize(
    ("amount", "japanese"),
    [
        (1_400_000_000_000, "1.4兆円"),
        (26_320_000_000, "263.2億円"),
        (80_005_000, "8,000.5万円"),
        (975, "975円"),
    ],
)
def test_a_short_sum_is_in_one_unit(amount: int, japanese: str) -> None:
    assert short_in_japanese(amount) == japanese


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

"""Shares of a whole as they are printed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from loaders.text.shares import share_of


@pytest.mark.parametrize(
    ("printed", "share"),
    [
        ("2/3以内", Fraction(2, 3)),
        ("最大3/4", Fraction(3, 4)),
        ("10/10", Fraction(1)),
        ("3分の2", Fraction(2, 3)),
        ("三分の二", Fraction(2, 3)),
        ("12.5%", Fraction(1, 8)),
        ("100%以内", Fraction(1)),
        ("8割", Fraction(4, 5)),
    ],
)
def test_a_share_is_a_part_of_one(printed: str, share: Fraction) -> None:
    assert share_of(printed) == share


@pytest.mark.parametrize(
    "printed",
    ["3/0以内", "0/3", "3/2", "2/30", "1/200", "1/2/3", "150%", "0%", "1000%", "0割", "定額", ""],
)
def test_what_is_printed_like_a_share_may_be_none(printed: str) -> None:
    assert share_of(printed) is None

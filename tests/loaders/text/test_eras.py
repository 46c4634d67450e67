"""Years of the Japanese eras in the Western count."""

from __future__ import annotations

import pytest

from loaders.text.eras import western_year


@pytest.mark.parametrize(
    ("era", "year", "western"),
    [("令和", "元", 2019), ("R", "7", 2025), ("平成", "31", 2019), ("H", "元", 1989)],
)
def test_a_year_of_an_era_is_a_western_year(era: str, year: str, western: int) -> None:
    assert western_year(era, year) == western

"""Rates as text."""

from __future__ import annotations

import pytest

from graph.language.shares import share


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (1, "10/10"),
        (0.5, "1/2"),
        (0.3333, "1/3"),
        (0.6667, "2/3"),
        (0.125, "1/8"),
        (0.037, "0.037"),
    ],
)
def test_a_plain_fraction_is_written_as_sheets_print_it(rate: float, text: str) -> None:
    assert share(rate) == text

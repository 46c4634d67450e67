"""Brackets of a text."""

from __future__ import annotations

import pytest

from loaders.text.brackets import depth, held


@pytest.mark.parametrize(
    ("text", "open_brackets"),
    [
        ("窯元", 0),
        ("窯元（登り窯", 1),
        ("窯元(登り窯", 1),
        ("窯元（登り窯「大", 2),
        ("【窯元】〔登り窯〕『大』", 0),
        ("登り窯）を直す", -1),
        ("（窯元）の（登り窯", 1),
    ],
)
def test_how_many_brackets_are_left_open(text: str, open_brackets: int):
    assert depth(text) == open_brackets


def test_a_bracket_holds_those_within_it():
    assert held("3億円(うち窯(登り窯)1億円)の内数", 4) == "うち窯(登り窯)1億円"


def test_a_bracket_that_is_not_closed_soon_holds_nothing():
    assert held("3億円(うち窯", 4) == "" and held("(" + "窯" * 200 + ")", 1) == ""

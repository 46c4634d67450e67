"""Signs before items, and circled numbers that survive folding."""

from __future__ import annotations

import re

import pytest

from loaders.text import glyphs
from loaders.text.lines import plain


@pytest.mark.parametrize("circled", ["①", "⑨", "⑩", "⑪", "⑳"])
def test_a_circled_number_before_a_sum_is_no_digit_of_it_and_comes_back_as_printed(circled: str):
    kept = plain(glyphs.circles_kept(f"{circled}５億円"))
    assert (
        kept[1:] == "5億円"
        and not kept[0].isdecimal()
        and re.match(f"[{glyphs.KEPT_CIRCLED}]", kept)
    )
    assert glyphs.as_printed(kept) == f"{circled}5億円"


def test_every_sign_is_told_once_and_none_of_them_ends_a_character_class():
    signs = glyphs.BULLETS + glyphs.NOTES
    assert len(set(signs)) == len(signs)
    assert all(re.fullmatch(f"[{signs}]", sign) for sign in signs) and not set(signs) & set("]^-\\")

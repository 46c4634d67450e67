"""What a reader calls the same string is the same string."""

from __future__ import annotations

import pytest

from graph.language.fold import fold, plain


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("⺠間企業", "民間企業"),
        ("⻑期", "長期"),
        ("⻘森", "青森"),
        ("⻄日本", "西日本"),
        ("⻭科", "歯科"),
        ("⽀援⾦", "支援金"),
        ("⽯油", "石油"),
        ("神⼾", "神戸"),
        ("⼾建", "戸建"),
        ("福\ufa1b", "福福"),
        ("補助率︓", "補助率:"),
        ("㈱", "(株)"),
        ("ｶﾌﾟｾﾙ", "カプセル"),
        ("か゛くせい", "がくせい"),
        ("ハ゜ート", "パート"),
        ("ｶﾞｯｺｳ", "ガッコウ"),
        ("⻑野⻄⻔⾨", "長野西門門"),
        ("⻌⺮⻗⻣", "辶竹雨骨"),
    ],
)
def test_signs_that_only_pdfs_use_are_the_characters_they_show(printed: str, read: str):
    assert plain(printed) == read


def test_no_radical_that_is_a_character_of_its_own_is_left():
    assert not [sign for sign in map(chr, range(0x2F00, 0x2FD6)) if plain(sign) == sign]


def test_width_blanks_case_dashes_and_brackets_make_no_difference():
    assert fold("「ＤＸ 認定－制度」") == fold("'dx認定ー制度'")


@pytest.mark.parametrize(
    "sign",
    [
        *("\u00ad", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\u2060", "\ufeff"),
        *("\ufe0f", "\u061c", "\u3164", "\U000e0100", "\U000e0041"),
    ],
)
def test_what_shows_nothing_makes_no_difference(sign: str):
    assert plain(f"{sign}葛{sign}城{sign}") == "葛城"


def test_every_radical_of_the_supplement_that_shows_a_character_is_that_character():
    signs = [chr(code) for code in range(0x2E80, 0x2EF4)]
    assert [sign for sign in signs if plain(sign) == sign] == ["⺀", "⺇", "⺑", "\u2e9a"]
    assert all(plain(plain(sign)) == plain(sign) for sign in signs)

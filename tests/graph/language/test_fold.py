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
    ],
)
def test_signs_that_only_pdfs_use_are_the_characters_they_show(printed: str, read: str):
    assert plain(printed) == read


def test_no_radical_that_is_a_character_of_its_own_is_left():
    assert not [sign for sign in map(chr, range(0x2F00, 0x2FD6)) if plain(sign) == sign]


def test_width_blanks_case_dashes_and_brackets_make_no_difference():
    assert fold("「ＤＸ 認定－制度」") == fold("'dx認定ー制度'")

"""What people type in place of one another is one thing to a search."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.language import search_key as module
from graph.language.fold import fold
from graph.language.search_key import search_key

VARIANTS: dict[str, str] = yaml.load(
    Path(module.__file__).with_name("variants.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("クルミン", "くるみん"),
        ("ｸﾙﾐﾝ", "くるみん"),
        ("髙﨑市", "高崎市"),
        ("渡邉", "渡辺"),
        ("學校", "学校"),
        ("スタアトアップ", "スタアトアツプ"),
        ("コンピュータ", "コンピューター"),
        ("産官学連携", "産官学・連携"),
        ("IT導入補助金(通常枠)", "ＩＴ導入補助金 通常枠"),
        ("「DX」認定", "DX-認定"),
        ("ユースエ\u00adール", "ゆーすえーる"),
        ("一ヶ月", "一ケ月"),
    ],
)
def test_one_word_however_it_is_typed(typed: str, meant: str) -> None:
    assert search_key(typed) == search_key(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("くるみん", "くるみ"), ("大坂", "大阪"), ("3%", "3"), ("ば", "は")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


def test_marks_alone_are_themselves() -> None:
    assert search_key("・") == fold("・") and search_key("ー") == fold("ー")


@given(st.text(), st.text())
def test_a_part_has_a_key_that_is_a_part_of_the_key(one: str, other: str) -> None:
    part, whole = fold(one), fold(one) + fold(other)
    if fold(whole) == whole and search_key(part) != part:
        assert search_key(part) in search_key(whole)


def test_no_form_of_a_kanji_is_a_form_of_two_or_a_usual_one_itself() -> None:
    forms = "".join(VARIANTS.values())
    assert len(forms) == len(set(forms)) and not set(forms) & set(VARIANTS)
    for kanji in (*VARIANTS, *forms):
        assert unicodedata.normalize("NFKC", kanji) == kanji, "fold() has made it another"

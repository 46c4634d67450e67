"""Words of a few kana, which stand by chance in many a reading."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.search.search import find
from queries.search.short_kana import short_kana


@pytest.mark.parametrize(
    ("word", "name", "words"),
    [
        ("ろぼ", "港町ロボット", "港町ロボット\n港町ろほつと\n港町ろぼつと"),
        ("きょう", "協港町", "協港町\nキョウミナトマチ\nきようみなとまち"),
        ("みな", "こみなと港", "こみなと港"),
        ("コミ", "ミコミ港", "ミコミ港\nみこみ港"),
    ],
)
def test_it_counts_where_it_begins_or_stands_as_typed(word: str, name: str, words: str) -> None:
    is_meant = short_kana([word])
    assert is_meant is not None
    assert is_meant(name, words)


@pytest.mark.parametrize(
    ("word", "name", "words"),
    [
        (
            "きょう",
            "中小企業港",
            "中小企業港\nチュウショウキギョウミナト\nちゆうしようきぎようみなと",
        ),
        (
            "ぎょう",
            "中小企業港",
            "中小企業港\nチュウショウキギョウミナト\nちゆうしようきぎようみなと",
        ),
        ("こみ", "ミコミ港", "ミコミ港\nみこみ港"),
    ],
)
def test_it_does_not_count_within_other_kana(word: str, name: str, words: str) -> None:
    is_meant = short_kana([word])
    assert is_meant is not None
    assert not is_meant(name, words)


@pytest.mark.parametrize("words", [["くるみん"], ["港"], ["DX", "港町"], ["ミナトマ"]])
def test_longer_words_and_other_letters_count_anywhere(words: list[str]) -> None:
    assert short_kana(words) is None


def test_each_short_word_has_to_count() -> None:
    is_meant = short_kana(["港", "みな", "ロボ"])
    assert is_meant is not None
    assert is_meant("みなと港のロボット", "みなと港のロボット\nみなと港のろぼつと")
    assert not is_meant("みなと港の網", "みなと港の網")


def test_a_search_leaves_out_what_says_it_by_chance(made_up_store: Store) -> None:
    assert {hit.name for hit in find(made_up_store, "くる")} >= {"くるみん", "トライくるみん"}
    assert find(made_up_store, "るみ", ["Certification"]) != ()
    assert find(made_up_store, "ルミ", ["Certification"]) == ()

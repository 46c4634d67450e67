"""The words that a text says more than once."""

from __future__ import annotations

from loaders.load import rows_of
from loaders.overlap.words import words_of
from loaders.rows.repeated_words import repeated_words
from tests.loaders.rows_made import node
from tests.made_up import themes as made


def test_a_word_of_the_name_or_one_that_is_repeated_is_said() -> None:
    words = words_of("硝子を焼く。炉を借りる。炉は古い工房の炉である。工房に通う。", "陶芸の事業")
    told = repeated_words(words)
    assert {"陶芸", "工房"} <= set(told) and not {"硝子", "焼く"} & set(told)
    assert told == sorted(told)


def test_words_are_as_a_search_compares_them() -> None:
    assert repeated_words({"ガラス": 2.1, "ＡＩ": 1.69, "工芸": 1.0}) == ["ai", "がらす"]


def test_the_graph_keeps_them_of_programmes() -> None:
    assert node(rows_of(made.catalogue()), "budgetprogramme:61")["said"] == ["がらす", "輸出"]

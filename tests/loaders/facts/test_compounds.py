"""Noun compounds: the longest that names a thing, without what only tells what is done for it."""

import pytest

from loaders.facts.compounds import LONGEST, compounds, weight


def printed(text: str) -> list[str]:
    return [compound.printed for compound in compounds(text)]


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("冷蔵倉庫整備緊急対策事業", "冷蔵倉庫"),
        ("冷蔵倉庫安全対策事業", "冷蔵倉庫安全対策"),
        ("山村留学推進モデル実証業務", "山村留学"),
        ("中小企業等外国語学習支援事業", "外国語学習"),
        ("社会実験支援", "社会実験"),
        ("事業再編纂支援", "事業再編纂"),
        ("中小企業事業再構築補助金", "事業再構築"),
        ("先駆企業", "先駆企業"),
        ("刑務所出所者支援", "刑務所出所者"),
        ("漁業移住者", "漁業移住者"),
        ("漁業専門業者", "漁業専門業者"),
        ("中小企業漁業・造船図書館", "漁業・造船図書館"),
        ("漁業&造船図書館", "漁業&造船図書館"),
        ("港町・漁業図書館", "港町・漁業図書館"),
        ("副業・兼業", "副業・兼業"),
        ("MMK 倉庫", "MMK倉庫"),
        ("ii冷蔵倉庫", "冷蔵倉庫"),
        ("対日M&A図書館", "対日M&A図書館"),
        ("漁業発生国", "漁業発生国"),
        ("3D図書館", "3D図書館"),
        ("➁漁業図書館", "漁業図書館"),
    ],
)
def test_a_compound_is_as_long_as_what_it_names(text: str, compound: str) -> None:
    assert compound in printed(text)


def test_names_in_a_row_are_left_out() -> None:
    assert printed("漁業、林業、農業、鉱業") == []
    assert printed("漁業、林業、農業") == ["漁業", "林業", "農業"]


@pytest.mark.parametrize("text", ["倉庫的な", "倉庫・"])
def test_half_of_something_is_not_the_whole(text: str) -> None:
    assert [c.whole for c in compounds(text)] == [False]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("倉庫の", True), ("倉庫、", True), ("倉庫(港)", True), ("倉庫\n", False), ("倉庫 3", False)],
)
def test_a_sentence_goes_on_behind_a_particle_a_comma_or_a_bracket(
    text: str, goes_on: bool
) -> None:
    assert next(compounds(text)).in_sentence is goes_on


def test_a_word_after_administration_is_a_piece_and_one_before_it_is_not() -> None:
    assert [(c.printed, c.whole) for c in compounds("補助倉庫、倉庫補助")] == [
        ("倉庫", False),
        ("倉庫", True),
    ]


@pytest.mark.parametrize(
    ("text", "most"), [("冷蔵倉庫", 1), ("技術開発", 0.4), ("業界団体", 0), ("再構築", 1)]
)
def test_words_weigh_as_much_as_the_one_that_says_most(text: str, most: float) -> None:
    (compound,) = compounds(f"{text}を")
    assert weight(compound.words) == most


def test_no_compound_is_longer_than_it_may_be() -> None:
    assert all(len(c.words) <= LONGEST + 2 for c in compounds("倉庫冷蔵図書館港町漁業林業" * 9))


def test_a_prefix_with_nothing_behind_it_is_read_too() -> None:
    assert [weight(each.words) for each in compounds("再第II")] == [0.0]

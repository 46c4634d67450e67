"""The word lists of bonuses hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.bonuses.benefits import benefits
from loaders.vocabulary.bonus_words import (
    BenefitWords,
    ConditionWords,
    SizeWords,
    Words,
    benefit_words,
    common_name,
    condition_words,
    read_benefit_words,
    read_size_words,
    size_class_of,
    size_words,
)


def written(folder: Path, text: str) -> Path:
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


TEXTS = "example: [昼のマーク], counterexample: [夜]"


def test_the_lists_are_read() -> None:
    assert {entry.name for entry in size_words()} == {
        "大企業",
        "中堅企業",
        "中小企業",
        "小規模事業者",
    }
    assert "賃上げ" in {entry.name for entry in condition_words()}
    assert "procurement_points" in {entry.name for entry in benefit_words()}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"- {{name: free_lunch, words: [昼食], {TEXTS}}}", "free_lunch"),
        (f"- {{name: mark_use, words: ['('], {TEXTS}}}", "no pattern"),
        (f"- {{name: mark_use, words: ['x*'], {TEXTS}}}", "matches everywhere"),
        (f"- {{name: mark_use, {TEXTS}}}", "words"),
        (f"- {{name: mark_use, words: [マーク], colour: red, {TEXTS}}}", "colour"),
        ("- {name: mark_use, words: [マーク], counterexample: [夜]}", "mark_use: example"),
        ("- {name: mark_use, words: [マーク], example: [マーク]}", "mark_use: counterexample"),
    ],
)
def test_a_list_that_does_not_hold_together_is_refused(
    tmp_path: Path, text: str, what: str
) -> None:
    with pytest.raises(VocabularyError, match=what):
        read_benefit_words(written(tmp_path, text))


def test_a_size_class_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="巨大企業"):
        read_size_words(written(tmp_path, f"- {{name: 巨大企業, words: [巨大], {TEXTS}}}"))


def _id(entry: Words) -> str:
    return entry.name


@pytest.mark.parametrize("entry", benefit_words(), ids=_id)
def test_a_benefit_is_mentioned_in_its_examples_alone(entry: BenefitWords) -> None:
    for text in entry.example:
        assert entry.name in {mention.benefit for mention in benefits(text)}, text
    for text in entry.counterexample:
        assert entry.name not in {mention.benefit for mention in benefits(text)}, text


@pytest.mark.parametrize("entry", condition_words(), ids=_id)
def test_a_condition_is_the_first_that_its_examples_show(entry: ConditionWords) -> None:
    for text in entry.example:
        assert next(words for words in condition_words() if words.finds(text)) is entry, text
    for text in entry.counterexample:
        assert not entry.finds(text), text


@pytest.mark.parametrize("entry", size_words(), ids=_id)
def test_a_size_class_is_meant_by_its_examples_alone(entry: SizeWords) -> None:
    assert {size_class_of(text) for text in entry.example} == {entry.name}
    assert entry.name not in {size_class_of(text) for text in entry.counterexample}


def test_the_lenders_loans_have_one_name() -> None:
    assert common_name("low_interest_loan", "里山公庫の融資") is None
    assert (
        common_name("low_interest_loan", "日本政策公庫の「はたらき資金」")
        == common_name("low_interest_loan", "日本政策金融公庫による融資")
        == common_name("low_interest_loan", "はたらき資金(日本公庫の制度融資)")
        == "日本政策金融公庫の融資"
    )
    assert common_name("other", "日本政策金融公庫による融資") is None


def test_points_in_procurement_are_no_points_for_a_subsidy() -> None:
    assert [mention.benefit for mention in benefits("公共調達における加点評価")] == [
        "procurement_points"
    ]
    assert [mention.benefit for mention in benefits("補助金採択時の加点措置")] == [
        "screening_points"
    ]


@pytest.mark.parametrize(
    ("text", "benefit", "raises"),
    [
        ("試し税制において、税額控除率の上乗せ", "tax_credit_uplift", "試し税制"),
        (
            "日本政策金融公庫による低利融資を受ける",
            "low_interest_loan",
            "日本政策金融公庫による低利融資",
        ),
        ("やまと機構の債務保証", "credit_guarantee", "やまと機構の債務保証"),
        ("信用保証枠の拡大", "credit_guarantee", "信用保証枠"),
        ("補助上限の引上げを実施", "cap_uplift", None),
        ("補助率を嵩上げ", "rate_uplift", None),
        ("支給額に加算", "grant_uplift", None),
        ("広告に認定マークの使用が可能", "mark_use", None),
    ],
)
def test_how_benefits_are_worded(text: str, benefit: str, raises: str | None) -> None:
    assert [(mention.benefit, mention.raises) for mention in benefits(text)] == [(benefit, raises)]

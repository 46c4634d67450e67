"""The word lists of bonuses hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.bonuses.benefits import told
from loaders.vocabulary.bonus_words import (
    benefit_words,
    condition_words,
    read_benefit_words,
    read_size_words,
    size_words,
)


def written(folder: Path, text: str) -> Path:
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


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
        ("- {name: free_lunch, words: [昼食]}", "free_lunch"),
        ("- {name: mark_use, words: ['(']}", "no pattern"),
        ("- {name: mark_use, words: ['x*']}", "matches everywhere"),
        ("- {name: mark_use}", "words"),
        ("- {name: mark_use, words: [マーク], colour: red}", "colour"),
    ],
)
def test_a_list_that_does_not_hold_together_is_refused(
    tmp_path: Path, text: str, what: str
) -> None:
    with pytest.raises(VocabularyError, match=what):
        read_benefit_words(written(tmp_path, text))


def test_a_size_class_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="巨大企業"):
        read_size_words(written(tmp_path, "- {name: 巨大企業, words: [巨大]}"))


def test_points_in_procurement_are_no_points_for_a_subsidy() -> None:
    assert [t.benefit for t in told("公共調達における加点評価")] == ["procurement_points"]
    assert [t.benefit for t in told("補助金採択時の加点措置")] == ["screening_points"]


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
def test_how_benefits_are_told(text: str, benefit: str, raises: str | None) -> None:
    assert [(t.benefit, t.raises) for t in told(text)] == [(benefit, raises)]

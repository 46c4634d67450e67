"""Conditions that are no certification: one name, one amount, one unit, however they are worded."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.bonuses.conditions import phrase
from loaders.vocabulary.bonus_words import condition_named, read_condition_words

Required = tuple[str, str, float | None, str | None]


def required(text: str, about: str = "") -> list[Required]:
    [group] = phrase(text, about).requires
    return [(way.what, way.kind, way.amount, way.unit) for way in group]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("給与支給総額の年平均成長率+7.0%以上増加", ("賃上げ", "wage_raise", 7.0, "%")),
        ("1人あたり給与支給総額の年平均成長率+4%", ("賃上げ", "wage_raise", 4.0, "%")),
        ("賃金規定を4%以上5%未満増額改定", ("賃金規定の改定", "wage_raise", 4.0, "%")),
        ("基本給を4%以上引き上げ", ("賃上げ", "wage_raise", 4.0, "%")),
        ("窯元の賃上げを行う場合", ("賃上げ", "wage_raise", None, None)),
        ("事業場内最低賃金を+60円以上", ("最低賃金", "wage_raise", 60.0, "円")),
        (
            "事業所内最低賃金が窯のある県における最低賃金+40円以上の水準",
            ("最低賃金水準", "wage_raise", 40.0, "円"),
        ),
        (
            "1人あたり給与支給総額の伸びが、県における最低賃金の直近3年間の年平均成長率以上",
            ("最低賃金の伸び率以上の賃上げ", "wage_raise", None, None),
        ),
        (
            "2か月以上地域別最低賃金+70円以内で雇用している者が全体の25%以上",
            ("最低賃金近傍", "other", 25.0, "%"),
        ),
        ("教育訓練費(前年度比)+12%", ("教育訓練費", "other", 12.0, "%")),
        ("付加価値額の年平均成長率が+5.0%以上増加", ("付加価値額", "other", 5.0, "%")),
        ("インボイス発行事業者の登録を受けた窯元", ("インボイス登録", "other", None, None)),
        ("ポイントの合計が一定点数(80点)に達した場合", ("高度人材ポイント", "person", 80.0, "点")),
    ],
)
def test_the_vocabulary_names_it_and_reads_its_amount(text: str, condition: Required) -> None:
    assert required(text) == [condition]


def test_a_bare_amount_is_of_what_stands_around_it() -> None:
    assert required("6%以上", about="賃金の引上げ率が") == [("賃上げ", "wage_raise", 6.0, "%")]


def test_what_no_vocabulary_knows_is_asked_for_in_its_own_words_without_their_glosses() -> None:
    assert required(
        "登り窯（薪だけを焚くもの） を築く場合".replace("（", "(").replace("）", ")")
    ) == [("登り窯を築く", "other", None, None)]
    assert phrase("登り窯を築く場合").printed == ("登り窯を築く場合",)


def test_a_person_is_meant_in_the_words_of_the_text() -> None:
    assert required("窯元で働く外国人") == [("窯元で働く外国人", "person", None, None)]


def test_one_or_the_other_of_two_that_are_known() -> None:
    assert [way[0] for way in required("賃上げやインボイス対応などの変更に取り組む窯元")] == [
        "賃上げ",
        "インボイス対応",
    ]
    assert [way[0] for way in required("薪割りや賃上げに取り組む窯元")] == ["賃上げ"]


def test_who_must_be_one_of_a_group_and_do_something_must_be_both() -> None:
    condition = phrase("窯元業者のうち適格請求書発行事業者の登録を受けた者")
    assert condition.printed == ("窯元業者", "適格請求書発行事業者の登録を受けた者")
    assert condition.mode == "all"
    assert [[way.what for way in ways] for ways in condition.requires] == [
        ["窯元業者"],
        ["インボイス登録"],
    ]


def test_a_size_class_before_its_members_is_no_condition() -> None:
    condition = phrase("中小企業者のうち基本給を上げた者")
    assert len(condition.requires) == 1


def test_a_person_finds_a_condition_by_other_names() -> None:
    entry = condition_named("賃上げ")
    assert entry and "賃金引上げ" in entry.aliases
    assert condition_named("窯元で働く外国人") is None


TEXTS = "example: [薪と柴], counterexample: [炭]"


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        (
            (
                f"- {{name: 薪, kind: other, words: [薪], aliases: [柴], {TEXTS}}}\n"
                f"- {{name: 柴, kind: other, words: [柴], {TEXTS}}}"
            ),
            "柴",
        ),
        (f"- {{name: 薪, kind: other, words: [薪], shown_by: [薪の家], {TEXTS}}}", "薪の家"),
    ],
)
def test_a_list_that_does_not_hold_together_is_refused(
    tmp_path: Path, entries: str, what: str
) -> None:
    path = tmp_path / "condition_words.yaml"
    path.write_text(entries, encoding="utf-8")
    with pytest.raises(VocabularyError, match=what):
        read_condition_words(path)

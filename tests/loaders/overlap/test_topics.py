"""Problems and activities are told by the words of a page, those of its name above all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.catalogue.records import Appearance, Term
from loaders.measures import measures
from loaders.overlap.topics import (
    activities,
    problems,
    read_topics,
    topic_lines,
    topics_of,
)
from loaders.resolution.resolve import Resolution, Resolved
from loaders.text.lines import Line
from loaders.text.page import Page


def told(title: str, *lines: str) -> dict[str, list[str]]:
    page = Page(
        "made-up", tuple(Line(number, line) for number, line in enumerate((title, *lines), 1))
    )
    return {kind: [term.term for term in terms] for kind, terms in topics_of(page, title).items()}


def test_a_page_shows_what_it_works_on_and_what_it_does():
    shown_topics = told(
        "外国人材面接会事業", "⚫ 高度外国人材の採用を考える企業のために面接会を開きます。"
    )
    assert shown_topics["problems"][0] == "外国人材の採用・就職"
    assert shown_topics["activities"][0] == "人材の紹介・就職支援"


def test_the_name_weighs_more_than_what_is_said_in_passing():
    shown_topics = told("省エネ診断事業", "⚫ 診断の結果は輸出を考える事業者にもお役立てください。")
    assert shown_topics["problems"] == ["省エネルギー", "輸出・海外販路の開拓"]


def test_the_best_weighs_one_and_mentions_count_by_their_logarithm():
    page = Page("made-up", (Line(1, "試し"), Line(2, "⚫ 輸出。輸出。輸出。省エネ。")))
    assert topics_of(page, "試し")["problems"] == [
        Term(term="輸出・海外販路の開拓", weight=1.0),
        Term(term="省エネルギー", weight=0.5),
    ]


def test_each_leads_to_the_line_of_its_first_word_that_of_the_name_before_all():
    page = Page(
        "made-up",
        (
            Line(1, "備蓄する。"),
            Line(2, "⚫ 輸出に取り組む。"),
            Line(3, "省エネ診断"),
            Line(4, "事業"),
            Line(5, "⚫ 省エ"),
            Line(6, "ネと輸出。"),
        ),
    )
    shown = {
        "problems": [
            Term(term="輸出・海外販路の開拓", weight=1.0),
            Term(term="省エネルギー", weight=0.5),
        ]
    }
    assert topic_lines(page, "省エネ診断事業", 3, shown) == {"problems": [2, 3]}
    assert topic_lines(page, "省エネの手引き", 7, shown) == {"problems": [2, 7]}


def test_a_longer_word_that_means_something_else_does_not_count():
    assert "外国人材の採用・就職" not in told("試し", "⚫ 物資を備蓄する。")["problems"]
    assert (
        "保証・保険"
        not in told("試し", "⚫ 雇用保険の被保険者を数える。雇用保険料を納める。")["activities"]
    )


@pytest.mark.parametrize(
    ("text", "activities"),
    [
        ("⚫ 税制の事業環境整備を進める。", []),
        ("⚫ 訪日客の受入環境整備を進める。", ["旅行者の受入環境の整備"]),
        ("⚫ 港湾を直す。", ["インフラの整備"]),
        ("⚫ 大学との共同講座を支援する。", ["講座の開発・開設への補助"]),
        ("⚫ 講座を提供する。", ["訓練・講座の提供"]),
    ],
)
def test_an_activity_is_told_from_one_that_says_it_with_a_like_word(
    text: str, activities: list[str]
):
    assert told("試し", text)["activities"] == activities


def test_a_policy_item_says_what_its_measure_is_for_but_not_what_it_does():
    page = Page(
        "made-up",
        (
            Line(5, "○里山機構交付金"),
            Line(6, "【予算：2億円】"),
            Line(1, "① 里山の商談会"),
            Line(2, "⚫ 輸出のため商談会を開く。"),
        ),
    )
    shown = Appearance(
        id="appearance:made-up:1",
        document="made-up",
        measure="measure:1",
        title="里山機構交付金",
        line_start=5,
        line_end=6,
    )
    [measure], _ = measures(
        Resolution((Resolved("measure:1", (), (shown,)),), 0, 0, (), {}), {shown.id: page}, ()
    )
    assert ([each.term for each in measure.problems], measure.activities) == (
        ["輸出・海外販路の開拓"],
        [],
    )


def test_words_of_administration_show_nothing():
    assert told("支援事業", "⚫ 本事業は事業者の取組を支援する。お問合せ先：試し省") == {
        "problems": [],
        "activities": [],
    }


def test_every_topic_has_an_english_name_of_its_own():
    names = [topic.english for topic in (*problems(), *activities())]
    assert all(names) and len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {name: 輸出, english: exports}", "輸出: no word shows it"),
        ("- {name: 輸出, english: exports, signs: [輸出, 輸出]}", "輸出 already stands under 輸出"),
        (
            "- {name: 輸出, english: exports, signs: [輸出], word: [x]}",
            "word: Extra inputs are not permitted",
        ),
        ("{}", "holds no list of entries"),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused(tmp_path: Path, text: str, says: str):
    path = tmp_path / "topics.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as error:
        read_topics(path)
    assert says in str(error.value)

"""Other measures and programmes that a page names."""

from __future__ import annotations

import pytest

from loaders.facts.related import related
from loaders.text.lines import Line
from loaders.text.page import Page

TITLES = ["海岸みらい事業", "海岸みらい事業補助金", "なぎさ指針・手引き2.0", "ひかり人材マッチング"]


def named(*lines: str, own_title: str = "ひかり人材マッチング") -> list[tuple[str, str, int]]:
    page = Page("booklet", tuple(Line(50 + at, line) for at, line in enumerate(lines)))
    return [(r.name, r.relation, r.line) for r in related(page, TITLES, own_title)]


def test_a_title_of_the_booklet_wrapped_over_lines() -> None:
    assert named("✓ 詳しくは海岸みら", "い事業をご覧ください。") == [
        ("海岸みらい事業", "mentions", 50)
    ]


def test_the_longest_title_takes_the_place() -> None:
    assert named("海岸みらい事業補助金と併用できます。") == [
        ("海岸みらい事業補助金", "mentions", 50)
    ]


def test_a_title_without_its_version() -> None:
    assert named("なぎさ指針・手引きに沿った取組") == [("なぎさ指針・手引き2.0", "mentions", 50)]


def test_the_pages_own_name_is_no_relation() -> None:
    assert named("ひかり人材マッチング", "「ひかり人材マッチング事業」と「マッチング」") == [
        ("ひかり人材マッチング事業", "mentions", 51)
    ]
    assert named("ひかり人材マッチングを実施") == []


def test_a_programme_that_it_runs_in() -> None:
    assert named("「やまなみプラットフォーム」において、伴走型支援を実施します。") == [
        ("やまなみプラットフォーム", "part_of", 50)
    ]


def test_a_programme_in_quotes_or_brackets() -> None:
    assert named(
        "「はたらき資金（企業貸付）」を低金利で利用", "●再構築事業", "（社会基盤整備総合交付金）"
    ) == [("はたらき資金(企業貸付)", "mentions", 50), ("社会基盤整備総合交付金", "mentions", 52)]


def test_the_sum_that_it_gets_a_part_of() -> None:
    assert named("予算額", "令和７年度 そとうみ強化事業 20億円の内数") == [
        ("そとうみ強化事業", "part_of", 51)
    ]
    assert named("・令和6年度補正地域の成長につなが", "る支援事業100億円の内数") == [
        ("地域の成長につながる支援事業", "part_of", 50)
    ]


def test_the_grant_that_runs_a_body_is_no_programme() -> None:
    assert (
        named(
            "令和７年度JETRO交付金200億円の内数",
            "・独立行政法人日本貿易振興機構運営費交付金200億円の内数",
        )
        == []
    )


def test_a_part_of_a_whole_by_its_title() -> None:
    assert named(
        "「知」の産学連携事業", "うち交流事業", own_title="「知」の産学連携事業うち交流事業"
    )[0] == ("「知」の産学連携事業", "part_of", 50)


def test_a_page_without_words_names_nothing() -> None:
    assert named(" ", own_title="みなと補助金のうち山の枠") == []


def test_the_programmes_that_it_numbers_line_by_line_are_its_parts() -> None:
    assert named(
        "（１）みなと相談支援事業",
        "港で相談に応じる。",
        "（２）さとやま基盤整備事業",
        "（３）海岸みらい事業",
        "（４）その他の支援を行う。",
        "「海岸みらい事業」を続ける。",
    ) == [
        ("みなと相談支援事業", "has_part", 50),
        ("さとやま基盤整備事業", "has_part", 52),
        ("海岸みらい事業", "has_part", 53),
    ]


def test_parts_may_have_roman_numbers_wrap_and_bear_the_name_of_the_whole() -> None:
    def parts(*lines: str) -> list[str]:
        told = named(*lines, own_title="港町づくり・船員育成総合支援事業")
        return [name for name, relation, _ in told if relation == "has_part"]

    assert parts("Ⅰ 桟橋の修理支援事業", "港を直す。", "Ⅱ 灯台の見守り支援事業") == [
        "桟橋の修理支援事業",
        "灯台の見守り支援事業",
    ]
    assert parts(
        "（１）桟橋修理支援事業等", "（２）山村と港町とが一つになった船員の拡大", "に向けた調査事業"
    ) == [
        "桟橋修理支援事業",
        "山村と港町とが一つになった船員の拡大に向けた調査事業",
    ]
    assert parts("（１）港町づくり・船員育成総合支援事業", "（２）桟橋修理支援事業：") == [
        "桟橋修理支援事業"
    ]
    assert parts("（１）桟橋修理支援事業", "（２）船員育成総合支援事業") == [
        "桟橋修理支援事業",
        "船員育成総合支援事業",
    ]
    assert parts("Ⅰ桟橋の修理支援事業", "Ⅲ 灯台の見守り支援事業") == []


def test_one_number_alone_is_no_list_of_parts() -> None:
    assert named("（１）みなと相談支援事業", "（３）さとやま基盤整備事業") == []


@pytest.mark.parametrize(
    ("own", "name", "relation"),
    [
        ("港町づくり推進事業", "山村振興補助金", "has_part"),
        ("山村振興補助金", "港町づくり推進事業", "part_of"),
    ],
)
def test_one_of_several_programmes_is_a_part_of_the_whole(
    own: str, name: str, relation: str
) -> None:
    lines = "⚫ 港町づくり推進事業の", "一つである山村振興補助金を公募。"
    assert [found[:2] for found in named(*lines, own_title=own)] == [(name, relation)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("⚫ 漁を支援する（旧山村振興補助金（山の枠））。", "山村振興補助金(山の枠)"),
        ("（※）昨年まで「山の漁の届出」として実施していたもの。", "山の漁の届出"),
        ("⚫ 山村振興補助金の後継事業として、漁を支援する。", "山村振興補助金"),
        ("⚫ 「山の漁の会」を統合し、漁を支援する。", "山の漁の会"),
    ],
)
def test_what_a_measure_was_before_is_told_by_its_page(line: str, name: str) -> None:
    assert [found[:2] for found in named(line)] == [(name, "succeeds")]


def test_a_list_of_what_a_measure_consists_of_names_its_parts() -> None:
    assert named(
        "本事業は以下の２つの事業からなる。", "・海岸みらい事業", "・なぎさ指針・手引き2.0"
    ) == [
        ("海岸みらい事業", "has_part", 51),
        ("なぎさ指針・手引き2.0", "has_part", 52),
    ]
    assert named("内訳：①海岸みらい事業　なお、なぎさ指針・手引き2.0も使える。") == [
        ("なぎさ指針・手引き2.0", "mentions", 50),
        ("海岸みらい事業", "has_part", 50),
    ]


def test_what_is_done_as_a_part_of_another_is_its_part() -> None:
    assert named("海岸みらい事業の一部として行う。") == [("海岸みらい事業", "part_of", 50)]
    assert named("※海岸みらい事業 3億円の内数") == [("海岸みらい事業", "part_of", 50)]

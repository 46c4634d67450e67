"""The headings and labels under which a page tells of several frames."""

from __future__ import annotations

import pytest

from loaders.facts.caps import caps
from loaders.facts.headed import sections
from loaders.facts.rates import rates
from loaders.facts.thresholds import thresholds
from loaders.text.compact import Compact
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("■港の整備", "■網の購入", ["港の整備", "網の購入"]),
        ("● 港の整備", "● 網の購入", ["港の整備", "網の購入"]),
        ("【港コース】", "【網コース】※１", ["港コース", "網コース"]),
        ("＜港＞の整備", "＜網＞の購入", [None, None]),
        ("通常枠", "港町枠", ["通常枠", "港町枠"]),
        ("港の船", "網の船", [None, None]),
        ("■補助率", "■補助対象経費", [None, None]),
    ],
)
def test_numbers_stand_under_the_headings_of_their_frames(
    first: str, second: str, names: list[str | None]
) -> None:
    page = page_of(
        f"{first}\n補助上限額：500万円\n補助率：1/2\n{second}\n上限額：500万円\n補助率2/3"
    )
    assert [rate.frame for rate in rates(page)] == names
    assert {cap.frame for cap in caps(page)} == set(names)


def test_equal_numbers_of_two_items_stay_two() -> None:
    page = page_of("・港・船の対策：費用の1/2を補助\n・山村対策：船の\n費用の1/2を補助")
    assert [(rate.printed, rate.frame) for rate in rates(page)] == [
        ("1/2", "港・船の対策"),
        ("1/2", "山村対策"),
    ]


def test_one_label_is_a_frame_where_its_name_says_so() -> None:
    told = [
        rates(page_of(f"※{name}：費用の1/2を補助"))[0].frame
        for name in ("港町税制", "港の船", "対象")
    ]
    assert told == ["港町税制", None, None]


def test_headings_of_columns_are_no_sections() -> None:
    page = page_of("通常枠\n港町枠\n補助率：1/2\n2/3")
    assert sections(Compact.of(page)) == []


def test_a_section_ends_where_the_page_speaks_of_all() -> None:
    page = page_of(
        "【港町コース】\n補助率：1/2\n【山村コース】\n補助率：2/3\n【備考】\n補助率：1/4"
    )
    assert [(r.printed, r.frame) for r in rates(page)] == [
        ("1/2", "港町コース"),
        ("2/3", "山村コース"),
        ("1/4", None),
    ]


def test_a_heading_without_a_sign_reaches_no_further_than_its_numbers() -> None:
    page = page_of("通常枠\n補助率1/2\n港町枠\n補助率2/3\n船\n網\n補助率1/4")
    assert [rate.frame for rate in rates(page)] == ["通常枠", "港町枠", None]


def test_the_last_of_headings_named_alike_heads_what_stands_near() -> None:
    text = "【港の取組】\n船の購入\n【山の取組】\n蓄電池（30kWh以上の容量のみ）の導入\n"
    assert [t.frame for t in thresholds(page_of(text))] == ["山の取組"]
    far = text.replace("蓄電池", "山道の整備\n" * 40 + "蓄電池")
    assert [t.frame for t in thresholds(page_of(far))] == [None]


def test_a_heading_that_says_what_it_is_about_ends_at_the_next_part() -> None:
    text = (
        "＜港に資する分野について＞\n※下記要件を求める。\n• 設備投資額が20億円以上であること\n"
        "改正概要\n対象者 計画の承認を受けた者\n• 売上高が30億円以上であること"
    )
    read = thresholds(page_of(text))
    assert [(t.amount, t.frame) for t in read] == [(2e9, "港に資する分野"), (3e9, None)]


def test_a_heading_that_is_a_size_class_or_sector_is_no_frame() -> None:
    page = page_of("【中小企業】\n補助率：1/2\n【大企業】\n補助率：1/3")
    assert [(r.size_class, r.frame) for r in rates(page)] == [("中小企業", None), ("大企業", None)]


def test_a_threshold_stands_under_its_heading() -> None:
    page = page_of("■港町枠\n資本金3億円以下であること\n■山村枠\n資本金1億円以下であること")
    assert [t.frame for t in thresholds(page)] == ["港町枠", "山村枠"]


@pytest.mark.parametrize(
    "line",
    ["＜{}＞{}", "{}：{}", "○{}　{}", "【{}】{}", "{}　{}"],
    ids=["<>", ":", "○", "【】", " "],
)
def test_the_name_of_a_frame_heads_its_line(line: str) -> None:
    told = line.format("港町枠", "補助上限500万円（補助率1/2）")
    page = page_of(f"{told}\n{line.format('山村枠', '補助上限900万円（補助率2/3）')}")
    assert [rate.frame for rate in rates(page)] == ["港町枠", "山村枠"]
    assert [cap.frame for cap in caps(page)] == ["港町枠", "山村枠"]


def test_what_holds_in_the_case_of_a_class_stands_under_it() -> None:
    page = page_of("中小企業の場合\n税額控除率：10％\n大企業の場合\n税額控除率：７％")
    assert [rate.size_class for rate in rates(page)] == ["中小企業", "大企業"]


@pytest.mark.parametrize("about", ["※港の整備は、", "※港の整備については、", "・港の整備は、"])
def test_a_note_that_speaks_of_a_part_is_for_the_part(about: str) -> None:
    page = page_of(f"補助率 2/3以内\n{about}1年の補助上限額を７億円とし、\n次の年も申請可")
    assert [(rate.frame, cap.frame) for rate, cap in zip(rates(page), caps(page), strict=True)] == [
        (None, "港の整備")
    ]
    of_people = page_of("補助率 2/3以内\n※港の人は、1年の補助上限額を７億円とする")
    assert caps(of_people)[0].frame is None


@pytest.mark.parametrize(
    "text",
    [
        "補助率\n沿岸枠：1/2（上限500万円）／沖合枠：2/3（上限900万円）",
        "①沿岸枠 補助率1/2、上限500万円\n②沖合枠 補助率2/3、上限900万円",
        "Ａ：沿岸枠　補助率1/2　上限500万円\nＢ：沖合枠　補助率2/3　上限900万円",
    ],
)
def test_frames_told_in_turn_or_numbered(text: str) -> None:
    page = page_of(text)
    assert [(r.printed, r.frame) for r in rates(page)] == [("1/2", "沿岸枠"), ("2/3", "沖合枠")]
    assert [(c.yen, c.frame) for c in caps(page)] == [(5_000_000, "沿岸枠"), (9_000_000, "沖合枠")]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("本格調査", "予備調査", ["本格調査", "予備調査"]),
        (
            "港を直す事業",
            "網を買う事業 令和７年度予算額 約３億円の内数",
            ["港を直す事業", "網を買う事業"],
        ),
        ("本格調査", "予備実証", [None, None]),
        ("港の事業の", "網の事業の", [None, None]),
    ],
)
def test_names_alone_that_end_alike_are_headings(
    first: str, second: str, names: list[str | None]
) -> None:
    page = page_of(f"{first}\n船を見る。\n補助率1/2\n{second}\n人に聞く。\n補助率2/3")
    assert [rate.frame for rate in rates(page)] == names

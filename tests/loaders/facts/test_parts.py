"""The numbered parts of a measure, and the numbers that are for them."""

from __future__ import annotations

import pytest

from loaders.facts.caps import caps
from loaders.facts.parts import numbered_parts, part_at, part_referred_to
from loaders.facts.rates import rates
from loaders.facts.thresholds import thresholds
from loaders.text.compact import Compact
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


def parts_of(text: str) -> list[tuple[int, str]]:
    return [(part.number, part.name) for part in numbered_parts(Compact.of(page_of(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("①大型実証\n・補助率：1/2\n②小規模実証/FS", [(1, "大型実証"), (2, "小規模実証/FS")]),
        (
            "（１）港町事業（補助率：1/2）\n（２）山村\n支援事業",
            [(1, "港町事業"), (2, "山村支援事業")],
        ),
        ("（Ⅱ）\n港・\n山村型\n• 補助率\n（Ⅰ）\n里型", [(2, "港・山村型"), (1, "里型")]),
        ("Ⅰ 港の整備\nⅡ 山の整備", [(1, "港の整備"), (2, "山の整備")]),
    ],
)
def test_a_part_is_a_number_with_a_name(text: str, parts: list[tuple[int, str]]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "①港町枠だけがある",
        "①船を買う経費\n②網を買う経費",
        "②港町事業\n③山村事業",
        "２．港町支援\nその他\n１．山村支援",
    ],
)
def test_what_is_no_series_of_named_parts_is_none(text: str) -> None:
    assert parts_of(text) == []


def test_a_heading_or_a_label_told_again_ends_a_part() -> None:
    text = "①港町支援\n【補助率】1/2\n②山村支援\n【補助率】1/3\nほかの者には\n【補助率】1/4"
    assert [(rate.printed, rate.frame) for rate in rates(page_of(text))] == [
        ("1/2", "港町支援"),
        ("1/3", "山村支援"),
        ("1/4", None),
    ]


def test_equal_numbers_of_two_parts_are_two() -> None:
    text = (
        "①港町実証\n✓ 補助上限額：5億円\n✓ 補助率:1/2\n②山村実証\n✓ 補助上限額：5億円\n✓ 補助率:1/2"
    )
    page = page_of(text)
    assert [(cap.yen, cap.frame) for cap in caps(page)] == [
        (500_000_000, "港町実証"),
        (500_000_000, "山村実証"),
    ]
    assert [rate.frame for rate in rates(page)] == ["港町実証", "山村実証"]


def test_a_number_is_referred_to_a_part() -> None:
    text = (
        "① 港町給付金 ・・・費用の20％（上限10万円）\n"
        "② 山村給付金・・・費用の最大50％（上限25万円）\n"
        "＜要件＞\n✓ 期間が3年以上あること"
        "（はじめての者は、①の場合は1年以上、①・②の場合は2年以上）。"
    )
    page = page_of(text)
    assert [(c.yen, c.frame) for c in caps(page)] == [
        (100_000, "港町給付金"),
        (250_000, "山村給付金"),
    ]
    assert [(t.amount, t.frame) for t in thresholds(page)] == [
        (3, None),
        (1, "港町給付金"),
        (2, "港町給付金・山村給付金"),
    ]


def test_parts_of_which_only_the_number_is_printed_keep_it() -> None:
    page = page_of(
        "＜補助率＞ １の事業：定額（補助上限 6千万円）\n２の事業：1/5以内\n"
        "（港の計画では1/2以内、補助上限 6千万円)"
    )
    assert [(c.yen, c.frame) for c in caps(page)] == [
        (60_000_000, "1の事業"),
        (60_000_000, "2の事業"),
    ]
    assert [r.frame for r in rates(page)] == ["1の事業", "2の事業", "2の事業"]
    assert part_referred_to([], "港町の") is None


def test_a_rate_in_the_bracket_behind_a_limit_is_for_the_same() -> None:
    page = page_of(
        "主な上限金額\n荷役機械 20万円（補助率1/6）(P)\n積載機械    60万円（補助率1/6）(P)"
    )
    assert [(r.printed, r.frame) for r in rates(page)] == [
        ("1/6", "荷役機械"),
        ("1/6", "積載機械"),
    ]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("補助率：中小企業以外1/2", "中小企業以外"),
        ("補助率：課税所得15億円超の者は1/2以内", "課税所得15億円超"),
        ("補助率：（大学・公設試等）原則定額", "大学・公設試等"),
        ("補助率：1/2", None),
    ],
)
def test_whom_a_rate_is_for_beside_size_classes(text: str, band: str | None) -> None:
    assert [rate.band for rate in rates(page_of(text))] == [band]


def test_the_bracket_of_a_line_far_above_is_no_frame() -> None:
    text = (
        "地域の団体（DMO）等\n補助率\n500万円定額に加え、500万円を超える部分については4,000万円まで"
    )
    assert [cap.frame for cap in caps(page_of(text))] == [None]
    near = "【引越支援事業】 （学生向け）\n○港で働くときに、\n最大70万円を支給"
    assert [cap.frame for cap in caps(page_of(near))] == ["学生向け"]


def test_an_offset_outside_of_all_parts_is_in_none() -> None:
    compact = Compact.of(page_of("港町\n①港町型\n②山村型\n■要件"))
    parts = numbered_parts(compact)
    assert part_at(parts, 0) is None
    assert part_at(parts, compact.text.index("山村")) == "山村型"
    assert part_at(parts, compact.text.index("要件")) is None


def test_a_part_may_be_headed_twice_and_have_its_note() -> None:
    text = (
        "①港町支援：目標\n②山村支援：目標\n"
        "①港町支援：上限額1億円\n※下限額\n投資額10億円以上の企業が対象\n②山村支援：調べる"
    )
    assert [t.frame for t in thresholds(page_of(text))] == ["港町支援"]
    other = text.replace("①港町支援：上限額", "①里の支援：上限額")
    assert [t.frame for t in thresholds(page_of(other))] == [None]


def test_a_part_called_by_its_number_bears_the_name_behind_the_bare_number() -> None:
    text = "１ 灯台を試す\n２ 網・旗の買い入れ\n補助率 １の事業：定額\n２の事業：3/10以内"
    assert [(r.printed, r.frame) for r in rates(page_of(text))] == [
        ("定額", "灯台を試す"),
        ("3/10以内", "網・旗の買い入れ"),
    ]
    twice = text.replace("１ 灯台を試す", "１ 灯台を試す\n１ 灯台を見る")
    assert rates(page_of(twice))[0].frame == "1の事業"


def test_a_note_is_for_the_one_frame_that_bears_its_mark() -> None:
    text = "補助率：【灯台枠】2/3\n【入江枠※】1/2\n※二度目の者は、補助率を1/3とする。"
    assert [r.frame for r in rates(page_of(text))] == ["灯台枠", "入江枠", "入江枠"]
    both = text.replace("【灯台枠】", "【灯台枠※】")
    assert rates(page_of(both))[-1].frame is None


def test_a_note_to_a_limit_of_a_frame_is_for_the_frame() -> None:
    text = "給付上限額 90万円/人（海で働く人）※１\n70万円/人（山で働く人）※２\n"
    text += "※１ 船の人に払う年収の3割を一時金で給付。\n※２ 山の人に払う年収等の4割を給付"
    assert [rate.frame for rate in rates(page_of(text))] == ["海で働く人", "山で働く人"]


def test_a_part_has_the_rates_that_its_items_tell() -> None:
    text = "お問合せ先：（１）の事業：港の課\n（２）の事業：山の課\n"
    text += "（２）山の研修の支援\n①講師を招く支援\n②教える人の支援\n■補助率：①定額、②3/4\n"
    text += "（１）港の整備の支援\n■予算額：４億円\n■補助率：2/3以内\n■備考\n補助率：1/5"
    assert [(rate.printed, rate.frame) for rate in rates(page_of(text))] == [
        ("定額", "講師を招く支援"),
        ("3/4", "教える人の支援"),
        ("2/3以内", "港の整備の支援"),
        ("1/5", None),
    ]


def test_headings_side_by_side_are_referred_to() -> None:
    text = "船を直した場合、年間最大70万円を支給します。（⇒施策②）\n②船の手入れの奨励　①港の見回り"
    assert [cap.frame for cap in caps(page_of(text))] == ["船の手入れの奨励"]
    assert [cap.frame for cap in caps(page_of(text.replace("①", "③")))] == ["②"]


def test_a_number_in_brackets_before_a_share_refers_to_the_part() -> None:
    text = "補助率：（１）2/3、（２）1/2\n（１）港町支援事業\n（２）山村支援事業"
    assert [rate.frame for rate in rates(page_of(text))] == ["港町支援事業", "山村支援事業"]
    assert [r.frame for r in rates(page_of("補助率：（１）2/3、（２）1/2"))] == [None, None]

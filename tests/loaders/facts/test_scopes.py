"""For whom a threshold holds: the size class, the sector, the person."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Cap, Threshold
from loaders.facts.scopes import in_one_spelling, with_scope
from loaders.facts.thresholds import thresholds
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str) -> list[Threshold]:
    return thresholds(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def test_the_heads_of_a_class_by_sector() -> None:
    conditions = read(
        "小規模事業者※等が計画を立て、船を買う取組を支援",
        "※ 従業員数が「商業・船業(港を除く)」の場合7人以下、",
        "漁業またはそれ以外の業種の場合30人以下の者",
    )
    assert [(t.amount, t.size_class, t.industry) for t in conditions] == [
        (7, "小規模事業者", "商業・船業(港を除く)"),
        (30, "小規模事業者", "漁業またはそれ以外の業種"),
    ]


def test_a_sector_in_the_bracket_behind_leaves_the_others() -> None:
    conditions = read("小規模事業者従業員30人以下（商業・船業は７人以下）の者が対象")
    assert [(t.amount, t.industry) for t in conditions] == [
        (30, "商業・船業以外"),
        (7, "商業・船業"),
    ]


def test_two_numbers_of_a_sector_that_are_joined() -> None:
    conditions = read(
        "【要件】",
        "・製造業：資本金３億円以下又は従業員数300人以下、"
        "卸売業：資本金１億円以下又は従業員数100人以下であること",
    )
    assert [(t.of, t.amount, t.industry) for t in conditions] == [
        ("capital", 300_000_000, "製造業"),
        ("employees", 300, "製造業"),
        ("capital", 100_000_000, "卸売業"),
        ("employees", 100, "卸売業"),
    ]


def test_a_frame_for_each_class_side_by_side() -> None:
    conditions = read(
        "・適用対象：帳簿をつける全企業又は個人事業主",
        "・適用対象：帳簿をつける従業員数3,000人以下の企業又は個人事業主",
        "港の者の",
        "賃上げ率 税額控除率",
        "＋４％ １２％",
        "港の者の",
        "賃上げ率 税額控除率",
        "＋４％ １２％",
        "・適用対象：帳簿をつける中小企業者等（資本金２億円以下の法人）"
        "又は従業員数900人以下の個人事業主",
        "港の者の",
        "賃上げ率 税額控除率",
        "＋２．５％ １２％",
    )
    assert [(t.of, t.amount, t.size_class, t.band) for t in conditions] == [
        ("employees", 3000, "中堅企業", None),
        ("wage", 4, "大企業", None),
        ("wage", 4, "中堅企業", None),
        ("capital", 200_000_000, "中小企業", "法人"),
        ("employees", 900, "中小企業", "個人事業主"),
        ("wage", 2.5, "中小企業", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "①行動計画を公表すること（従業員21名以上の場合のみ）",
        "①計画を届け出ること（従業員101人以上の企業に限る）",
    ],
)
def test_of_whom_alone_something_is_asked_is_no_condition(line: str) -> None:
    assert read("基本要件", line) == []


def test_the_mark_says_whether_the_page_tells_a_scope() -> None:
    cap = Cap(yen=1, printed="1円", line=1)
    assert with_scope(cap).scope == "none"
    assert with_scope(cap.model_copy(update={"band": "5名以下"})).scope == "stated"


def test_the_measure_is_no_frame_of_its_own() -> None:
    cap = Cap(yen=1, printed="1円", frame="灯台建設補助金", line=1)
    assert with_scope(cap, "灯台建設補助金").scope == "none"
    assert with_scope(cap, "灯台建設補助金の一部").frame == "灯台建設補助金"
    printed = with_scope(cap.model_copy(update={"frame": "沖合型"}), "灯台建設補助金（沖合型）")
    assert printed.frame is None


def test_a_frame_spelt_in_two_ways_has_the_name_that_stands_first() -> None:
    cap = Cap(yen=1, printed="", frame="引取り枠", line=9)
    other = cap.model_copy(update={"frame": "引き取り枠", "line": 4})
    rest = [cap.model_copy(update={"frame": name}) for name in ("港の枠", "港枠", None)]
    caps, others = in_one_spelling([cap, *rest], [other])
    assert [c.frame for c in caps] == ["引き取り枠", "港の枠", "港枠", None]
    assert [c.frame for c in others] == ["引き取り枠"]


def test_sectors_line_by_line_stand_before_their_numbers() -> None:
    conditions = read(
        "対象者：製造業 資本金４億円以下又は従業員400人以下",
        "卸売業 資本金２億円以下又は従業員200人以下",
    )
    assert [(t.of, t.amount, t.industry) for t in conditions] == [
        ("capital", 400_000_000, "製造業"),
        ("employees", 400, "製造業"),
        ("capital", 200_000_000, "卸売業"),
        ("employees", 200, "卸売業"),
    ]

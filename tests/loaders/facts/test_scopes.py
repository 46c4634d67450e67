"""For whom a threshold holds: the size class, the sector, the person."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Cap, Threshold
from loaders.facts.scopes import told_scope
from loaders.facts.thresholds import thresholds
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str) -> list[Threshold]:
    return thresholds(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def test_the_heads_of_a_class_by_sector() -> None:
    conditions = read(
        "小規模事業者※等が計画を立て、船を買う取組を支援",
        "※ 従業員数が「商業・船業(港を除く)」の場合5人以下、",
        "製造業またはそれ以外の業種の場合20人以下である事業者",
    )
    assert [(t.amount, t.size_class, t.industry) for t in conditions] == [
        (5, "小規模事業者", "商業・船業(港を除く)"),
        (20, "小規模事業者", "製造業またはそれ以外の業種"),
    ]


def test_a_sector_in_the_bracket_behind_leaves_the_others() -> None:
    conditions = read("小規模事業者従業員20人以下（商業・サービス業は５人以下）の事業者等を対象")
    assert [(t.amount, t.industry) for t in conditions] == [
        (20, "商業・サービス業以外"),
        (5, "商業・サービス業"),
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
        "・適用対象：青色申告書を提出する全企業又は個人事業主",
        "・適用対象：青色申告書を提出する従業員数2,000人以下の企業又は個人事業主",
        "雇用者の",
        "給与等支給額（前年度比） 税額控除率",
        "＋３％ １０％",
        "雇用者の",
        "給与等支給額（前年度比） 税額控除率",
        "＋３％ １０％",
        "・適用対象：青色申告書を提出する中小企業者等（資本金１億円以下の法人）"
        "又は従業員数1,000人以下の個人事業主",
        "雇用者の",
        "給与等支給額（前年度比） 税額控除率",
        "＋１．５％ １５％",
    )
    assert [(t.of, t.amount, t.size_class, t.band) for t in conditions] == [
        ("employees", 2000, "中堅企業", None),
        ("wage", 3, "大企業", None),
        ("wage", 3, "中堅企業", None),
        ("capital", 100_000_000, "中小企業", "法人"),
        ("employees", 1000, "中小企業", "個人事業主"),
        ("wage", 1.5, "中小企業", None),
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
    assert told_scope(cap).scope == "none"
    assert told_scope(cap.model_copy(update={"band": "5名以下"})).scope == "stated"

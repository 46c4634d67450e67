"""How a page tells size classes in numbers: of frames, beside the class, in a note, by a law."""

from __future__ import annotations

from loaders.catalogue.records import SizeTest
from loaders.facts.size_tests import size_tests
from loaders.text.lines import Line
from loaders.text.page import Page


def brief(text: str) -> list[tuple[str, str | None, list[tuple[str, str, float]]]]:
    return [
        (test.size_class, test.whom, [(limit.of, limit.op, limit.amount) for limit in test.limits])
        for test in read(text)
    ]


def read(text: str) -> list[SizeTest]:
    return size_tests(
        Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.splitlines(), 1)))
    )


FRAMES = """
・適用対象：白色の届を出す全企業又は個人事業主
・適用対象：白色の届を出す従業員数900人以下の企業又は個人事業主
（その窯元及び支配関係がある窯元の従業員数の合計が３千人を超えるものを除く。）
・適用対象：白色の届を出す中小企業者等（資本金２億円以下の法人、漁業協同組合等）又は従業員数70人以下の個人事業主
"""


def test_a_measure_with_a_frame_for_each_class_says_who_is_in_which() -> None:
    assert brief(FRAMES) == [
        ("大企業", None, []),
        ("中堅企業", None, [("employees", "<=", 900.0), ("group_employees", "<=", 3000.0)]),
        ("中小企業", "法人", [("capital", "<=", 200_000_000.0)]),
        ("中小企業", "個人事業主", [("employees", "<=", 70.0)]),
    ]
    assert [test.line for test in read(FRAMES)] == [2, 3, 5, 5]


def test_one_frame_alone_decides_nothing() -> None:
    assert brief("適用対象：白色の届を出す従業員数900人以下の企業") == []


def test_the_number_beside_a_class_tells_it() -> None:
    assert brief("熱心な中小企業\n（常時雇用する労働者数250人以下）を認定") == [
        ("中小企業", None, [("employees", "<=", 250.0)])
    ]


def test_trades_have_numbers_of_their_own() -> None:
    by_trade = [
        ("小規模事業者", "商業・サービス業", [("employees", "<=", 3.0)]),
        ("小規模事業者", "その他の業種", [("employees", "<=", 12.0)]),
    ]
    assert brief("小規模事業者従業員12人以下（卸売業は3人以下）の者等を対象") == by_trade
    assert (
        brief(
            "小規模事業者※等が計画を作る\n※ 従業員数が「商業・小売業(行商を除く)」の場合3人以下、\n"
            " 窯業またはそれ以外の業種の場合12人以下である者"
        )
        == by_trade
    )


def test_where_a_law_decides_the_page_prints_no_number() -> None:
    assert [
        (test.size_class, test.law, test.limits)
        for test in read("中小企業基本法で定める中小・小規模企業者等。")
    ] == [("中小企業", "中小企業基本法", [])]


def test_a_number_for_applying_is_no_size_class() -> None:
    assert (
        brief(
            "資本金10億円未満の中堅企業もしくは中小企業が対象\n名乗れるのは売上高7億円～90億円未満の中小企業。"
        )
        == []
    )

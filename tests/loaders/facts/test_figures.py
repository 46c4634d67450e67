"""Stated targets (kpi) and outcomes (result), with value and unit as printed and the year that
stands by.
"""

from time import process_time

import pytest

from loaders.facts.figures import figures
from loaders.text.lines import Line
from loaders.text.page import Page


def brief(*lines: str) -> list[tuple[str, float, str, int | None]]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return [(f.what, f.value, f.unit, f.year) for f in figures(page)]


@pytest.mark.parametrize(
    ("lines", "figure"),
    [
        (("成果目標", "令和９年度までに30％の実用化を行う。"), ("kpi", 30, "%", 2027)),
        (("成果目標 地方への移住者 年間12,000人（2027年度）",), ("kpi", 12000, "人", 2027)),
        (("⚫ 短期的には、相談数400件を目指します。",), ("kpi", 400, "件", None)),
        (("⚫ 省エネ量150万klの達成を目指す。",), ("kpi", 1_500_000, "kl", None)),
        (("成果目標", "輸出額の拡大（３兆円［2030年まで］）"), ("kpi", 3, "兆円", 2030)),
        (("• 採択社数：210者",), ("result", 210, "者", None)),
        (("⚫ 2024年12月現在、700者が参画する組合として活動中。",), ("result", 700, "者", 2024)),
        (("⚫ 令和６年度は、２万人以上が来場。",), ("result", 20000, "人", 2024)),
        (("⚫ 第３～４回公募において、212者を採択。",), ("result", 212, "者", None)),
        (("⚫ 保証承諾金額の実績 ３兆 2,600億円",), ("result", 32600, "億円", None)),
        (("会員数：630者（２月時点）",), ("result", 630, "者", None)),
        (("成果目標", "2024年問題に対し、積載効率40％を目指す。"), ("kpi", 40, "%", None)),
        (
            ("• 港町事業について、目標最終年度には、成功企業数1,230件とする。",),
            ("kpi", 1230, "件", None),
        ),
    ],
)
def test_a_figure(lines: tuple[str, ...], figure: tuple[str, int, str, int | None]) -> None:
    assert brief(*lines) == [figure]


@pytest.mark.parametrize(
    "line",
    [
        "補助上限 50億円（補助率1/3以下）",
        "⚫ 売上高100億円を目指す中小企業を支援。",
        "• 自ら、「売上高70億円」という野心的な目標を掲げる。",
        "・従業員数300人以下の企業が対象",
        "⚫ 予算額 20億円を採択事業に充てる予定",
        "⚫ 一社を採択（最大 300 億円支援）。",
        "⚫ 付加価値額４％向上を目指す事業計画が対象",
    ],
)
def test_amounts_conditions_and_the_applicants_own_aims_are_none(line: str) -> None:
    assert brief(line) == []


def test_a_number_is_read_across_a_wrap() -> None:
    assert brief("成果目標", "最終的には、年間の相談を", "500件とすることを目指す。") == [
        ("kpi", 500, "件", None)
    ]


def test_a_year_from_which_a_measure_runs_is_not_the_targets_year() -> None:
    assert brief("⚫ 平成22年度から行う事業であり、相談数300件を目指します。") == [
        ("kpi", 300, "件", None)
    ]


def test_a_figure_printed_twice_is_one() -> None:
    assert len(brief("• 採択社数：210者。", "⚫ 計210者を採択した実績。")) == 1


def test_a_very_long_run_of_digits_is_no_figure_and_is_read_in_one_pass() -> None:
    started = process_time()
    assert brief("• " + "1," * 9_000 + "000件を採択した実績。") == []
    assert process_time() - started < 2, (
        "seconds; going back over every digit took ten times as long"
    )

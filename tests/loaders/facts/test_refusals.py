"""A number that cannot be read: the fact is left out, and the page says which one and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.facts.budgets import budgets
from loaders.facts.caps import caps
from loaders.facts.figures import figures
from loaders.facts.rates import rates
from loaders.facts.size_tests import size_tests
from loaders.facts.thresholds import thresholds
from loaders.facts.windows import windows
from loaders.text.lines import Line
from loaders.text.page import Page


def made_up(*lines: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 11)))


@pytest.mark.parametrize(
    ("reader", "line", "printed"),
    [
        (size_tests, "小規模事業者従業員1,5人以下", "1,5"),
        (figures, "成果目標 輸出額1,2兆3,000億円", "3,000億円"),
        (figures, "成果目標 港の数1,5か所を目指す", "1,5か所"),
        (thresholds, "・従業員1,5人以下であること", "1,5人以下"),
        (thresholds, "・資本金1,5兆3,000億円以下であること", "1,5兆3,000億円以下"),
        (caps, "補助上限額：1,2億3,000万円", "1,2億3,000万円"),
        (budgets, "予算額 1,2兆3,000億円", "1,2兆3,000億円"),
        (budgets, "予算額 数億円", "数億円"),
        (caps, "補助上限額：数百万円", "数百万円"),
        (budgets, "予算額 令和７年度当初予算 ？2.5億円", "2.5億円"),
        (budgets, "予算額 12?5億円", "5億円"),
        (caps, "補助上限額：■500万円", "500万円"),
        (rates, "補助率：3/0以内", "3/0以内"),
        (rates, "補助率：2/30", "2/30"),
        (rates, "補助率：150％", "150%"),
        (rates, "船の購入費の3/2を補助します", "3/2"),
        (windows, "公募期間：令和７年２月30日", "令和7年2月30日"),
        (windows, "公募締切：13月45日", "13月45日"),
        (windows, "公募期間：令和７年４月１日～13月９日", "13月9日"),
    ],
)
def test_a_fact_whose_number_cannot_be_read_is_refused_with_its_line(
    reader: Callable[[Page], list[object]], line: str, printed: str
) -> None:
    page = made_up("港町づくりについて。", line)
    assert reader(page) == []
    [refused] = page.refused
    assert (refused.document, refused.line) == ("made-up", 12)
    assert printed in refused.what


def test_what_is_not_read_anyway_is_not_refused() -> None:
    page = made_up("港の売上は1,2兆3,000億円。", "港には人が1,5人いる。")
    assert (budgets(page), caps(page), figures(page), thresholds(page)) == ([], [], [], [])
    assert page.refused == []


def test_of_a_frame_one_limit_of_which_cannot_be_read_there_is_no_test() -> None:
    page = made_up(
        "適用対象：港で働く従業員数1,5人以下の法人又は企業",
        "適用対象：港で働く資本金１億円以下の法人の中小企業",
    )
    [read] = size_tests(page)
    assert read.line == 12
    [refused] = page.refused
    assert refused.line == 11

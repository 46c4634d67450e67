"""Whatever a leaflet or a slide says, the readers that only these families have do not fail; what
they read or refuse stands on its page, and a share or a day that they read is one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given

from loaders.catalogue.records import Rate, Window
from loaders.documents.leaflets_2025 import applicants, caps, contacts, windows
from loaders.documents.leaflets_2025.bonuses import uplifts
from loaders.documents.leaflets_2025.frames import framed
from loaders.documents.leaflets_2025.rates import shares
from loaders.documents.slides_2025 import rates as slide_rates
from loaders.documents.slides_2025.parts import parts
from loaders.documents.slides_2025.scheme import payments
from loaders.text.lines import Line
from loaders.text.page import Page
from tests.examples import examples
from tests.made_up.pages import pages

# lines that the readers read a fact from, as their numbers stand here, or refuse
SENTENCES = [
    "補助率:3/0以内、2/30、150%",
    "応募締切:13月45日",
    "令和7年5月時点版",
    "公募締切:6月12日",
    "令和7年6月12日以降、港町の窓口で登録申請が可能",
    "補助率 中小企業1/2、小規模2/3",
    "中小企業:1/2・2/3※2",
    "港町枠 山村枠",
    "補助上限 500万円 700万円",
    "5人以下",
    "300万円",
    "※大幅な賃上げ:給与支給総額の伸び+6.0%以上",
    "➀付加価値額が+4.0%以上増加➁給与支給総額の年平均成長率が+2.0%以上の基本要件を全て満たす",
    "港町補助金事務局 03-0000-0000",
    "(1)港町づくり事業",
    "(1)補助率:中小企業2/3以内、大企業50%以内",
    "国",
    "民間団体等 民間企業等",
    "補助(定額) 補助(1/2以内、1/3)",
    "上限額:4億円(電化の場合は6億円)",
]
LABELS = [
    "補助率:",
    "補助率は",
    "公募締切:",
    "申請開始日",
    "補助上限額 最大",
    "従業員数",
    "国\n",
    "※1:",
]
TITLE = "港町づくり補助金"


def of_a_leaflet(page: Page) -> list[int]:
    limits, rates = framed(page, caps.limits(page, page.start), shares(page))
    check_rates(rates)
    periods = windows.periods(page)
    check_days(periods)
    drafts = [*applicants.requirements(page), *uplifts(page, TITLE, limits)]
    applicants.who_applies(page, TITLE, (), rates)
    return [
        *(cap.line for cap in limits),
        *(rate.line for rate in rates),
        *(window.line for window in periods),
        *(draft.line for draft in drafts),
        *(desk.line for desk in contacts.desks(page.lines)),
        *(threshold.line for threshold in applicants.applicant_thresholds(page)),
    ]


def of_a_slide(page: Page) -> list[int]:
    drawn, named = payments(page), parts(page)
    printed = slide_rates.printed_rates(page, named)
    rates = [*printed, *slide_rates.drawn_rates(page, drawn, printed, named)]
    check_rates(rates)
    return [
        *(rate.line for rate in rates),
        *(cap.line for cap in slide_rates.limits(page, named)),
        *(payment.scheme.line for payment in drawn),
        *(line for part in named for line in part.lines),
    ]


def check_rates(rates: Sequence[Rate]) -> None:
    for rate in rates:
        assert ("定額" in rate.printed) == (rate.value is None)
        assert rate.value is None or 0 < rate.value <= 1


def check_days(periods: Sequence[Window]) -> None:
    for day in (day for window in periods for day in (window.opens, window.closes) if day):
        assert date.fromisoformat(day).isoformat() == day


@pytest.mark.parametrize("reader", [of_a_leaflet, of_a_slide])
@examples(100)
@given(page=pages(LABELS, SENTENCES))
def test_a_reader_does_not_fail_and_gives_lines_of_the_page(
    reader: Callable[[Page], list[int]], page: Page
) -> None:
    numbers = {line.number for line in page.lines}
    assert set(reader(page)) <= numbers
    assert {problem.line for problem in page.refused} <= numbers


def made_up(*lines: str) -> Page:
    return Page("made-up", tuple(Line(number, line) for number, line in enumerate(lines, 11)))


@pytest.mark.parametrize("printed", ["3/0以内", "2/30"])
@pytest.mark.parametrize("reader", [shares, lambda page: slide_rates.printed_rates(page, ())])
def test_a_rate_that_is_no_share_is_refused_with_its_line(
    reader: Callable[[Page], list[Rate]], printed: str
) -> None:
    page = made_up("港町づくりについて。", f"補助率:{printed}")
    assert reader(page) == []
    [refused] = page.refused
    assert refused.line == 12 and printed in refused.what


def test_more_than_the_whole_on_a_slide_is_refused() -> None:
    page = made_up("港町づくりについて。", "補助率:150%、2/3")
    [rate] = slide_rates.printed_rates(page, ())
    assert (rate.printed, rate.value) == ("2/3", 0.6667)
    assert [(problem.line, problem.what) for problem in page.refused] == [
        (12, "「150%」 is no share")
    ]


@pytest.mark.parametrize(
    "printed", ["公募締切:13月45日", "公募締切:2月30日", "令和7年13月1日以降、登録申請が可能"]
)
def test_a_day_of_a_leaflet_that_no_calendar_has_is_refused_with_its_line(printed: str) -> None:
    page = made_up("令和7年5月時点版", "", printed)
    assert windows.periods(page) == []
    assert {problem.line for problem in page.refused} == {13}


def test_a_day_without_a_year_is_of_the_editions_year_or_the_next() -> None:
    page = made_up("令和7年5月時点版", "", "応募締切:6月12日", "", "応募開始日:1月9日")
    days = [(w.opens, w.closes) for w in windows.periods(page)]
    assert (None, "2025-06-12") in days and ("2026-01-09", None) in days

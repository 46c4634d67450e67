"""When one may apply, and until when a measure holds."""

import pytest

from loaders.facts.windows import windows
from loaders.text.lines import Line
from loaders.text.page import Page


def brief(*lines: str) -> list[tuple[str, str | None, str | None]]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return [(w.what, w.opens, w.closes) for w in windows(page)]


@pytest.mark.parametrize(
    ("lines", "window"),
    [
        (("公募要領公開：2026年３月４日（水）",), ("公募要領公開", "2026-03-04", None)),
        (
            ("申請受付開始：2026年５月１日（金）", "申請受付締切：2026年６月12日（金）"),
            ("申請受付", "2026-05-01", "2026-06-12"),
        ),
        (
            ("＜適用期間：令和７年５月１日から令和10年２月28日までの間＞",),
            ("適用", "2025-05-01", "2028-02-28"),
        ),
        (("【適用期限：令和10年度末(2028年度末)まで】",), ("適用", None, "2029-03-31")),
        (("※申請期限令和７年１月31日",), ("申請", None, "2025-01-31")),
        (("会 期：2026年８月20日（木）～８月21日（金）",), ("会期", "2026-08-20", "2026-08-21")),
        (
            (
                "申請期限：令和７年１",
                "月31日",
            ),
            ("申請", None, "2025-01-31"),
        ),
        (
            ("申請受付開始：2026年５月７日（木）", "申請締切 ：2026年６月９日（火）"),
            ("申請受付", "2026-05-07", "2026-06-09"),
        ),
        (("※申請期限2026年１月31日",), ("申請", None, "2026-01-31")),
        (
            (
                "■公募時期",
                "2026年８月１日始期分 (８月１日付け加入分）より開始予定",
                " (2027年３月１日に始まる分まで又は予算がなくなり次第終了）",
            ),
            ("公募", "2026-08-01", "2027-03-01"),
        ),
        (
            ("■公募期間：間接補助事業者は2026年４月１日～４月30日",),
            ("公募", "2026-04-01", "2026-04-30"),
        ),
        (("公募期間：2031年12月1日（月）～1月30日（金）",), ("公募", "2031-12-01", "2032-01-30")),
        (("公募期間：2031年12月1日～翌年1月30日",), ("公募", "2031-12-01", "2032-01-30")),
        (
            ("公募期間：2031年4月1日（火曜日）10:00～5月30日（金）17:00必着",),
            ("公募", "2031-04-01", "2031-05-30"),
        ),
        (("公募期間：2031/4/1～2031/5/30",), ("公募", "2031-04-01", "2031-05-30")),
        (("公募期間（予定）：R13.4.1～5.30",), ("公募", "2031-04-01", "2031-05-30")),
        (("公募期間：令13.4.1～30日",), ("公募", "2031-04-01", "2031-04-30")),
        (("公募期間：令和13（2031）年4月1日～同年5月30日",), ("公募", "2031-04-01", "2031-05-30")),
        (("公募期間：2031年4月1日～2031年5月末",), ("公募", "2031-04-01", "2031-05-31")),
        (("公募期間：自2031年4月1日 至2031年5月30日",), ("公募", "2031-04-01", "2031-05-30")),
        (("公募期間：2031年4月1日〆切",), ("公募", None, "2031-04-01")),
        (("■公募時期 ：窯元（登り窯）は令和８年４月以降公募予定",), ("公募", "2026-04", None)),
        (("申請受付開始は2031年5月頃を予定",), ("申請受付", "2031-05", None)),
        (("開催時期：2031年5月～2032年3月",), ("開催", "2031-05", "2032-03")),
        (("公募期間：2031年4月～2031年4月20日",), ("公募", "2031-04", "2031-04-20")),
        (("公募期間：～2031年5月30日17:00",), ("公募", None, "2031-05-30")),
        (("申請受付 ～R13.5.30（金）",), ("申請受付", None, "2031-05-30")),
        (("公募期間：2031年11月下旬～2月上旬",), ("公募", "2031-11", "2032-02")),
        (("公募期間：2031年4月1日～同年6月末",), ("公募", "2031-04-01", "2031-06-30")),
        (("公募スケジュール：2031年10月1日～4月10日",), ("公募", "2031-10-01", "2032-04-10")),
        (("公募予定時期：2031年4月",), ("公募", "2031-04", None)),
        (("公募開始：令和13年4月～",), ("公募", "2031-04", None)),
        (("公募期間：令和13年4～6月",), ("公募", "2031-04", "2031-06")),
        (("公募期間（第３回）：令和13年4月1日～5月30日",), ("公募", "2031-04-01", "2031-05-30")),
        (
            ("会期：2031年5月30日（金）～6月1日（日）10:00～17:00",),
            ("会期", "2031-05-30", "2031-06-01"),
        ),
        (("公募期間：令和13年4月～予算がなくなり次第終了",), ("公募", "2031-04", None)),
        (("公募期間：令和13年4月1日から受付開始",), ("公募", "2031-04-01", None)),
    ],
)
def test_whole_dates_become_iso_dates(
    lines: tuple[str, ...], window: tuple[str, str | None, str | None]
) -> None:
    assert brief(*lines) == [window]


@pytest.mark.parametrize(
    ("sentence", "window"),
    [
        ("令和13年２月から４月にかけて公募を行い、５件を採択。", ("公募", "2031-02", "2031-04")),
        ("2031年12月から２月まで第２回公募を実施中。", ("第2回公募", "2031-12", "2032-02")),
        ("令和13年３月1日から5月6日まで公募を実施。", ("公募", "2031-03-01", "2031-05-06")),
        ("令和13年11月に「港の表彰」の公募を行った。", ("公募", "2031-11", "2031-11")),
        ("令和 13年４月に募集を開始した。", ("募集", "2031-04", None)),
        (
            "令和13年2月21日に第5回公募を開始（5月18日に受付締切）。",
            ("第5回公募", "2031-02-21", "2031-05-18"),
        ),
        (
            "令和12年度補正：窯の審査を実施、４月頃追加公募開始予定。",
            ("追加公募", "2031-04", None),
        ),
        ("令和12年度中に窯を直す企業の募集を開始予定。", ("募集", None, None)),
        ("令和13年４月から６月に公募を実施し、３件を採択。", ("公募", "2031-04", "2031-06")),
        ("予算に残りがあれば９月以降に２次公募の予定。", ("2次公募", None, None)),
        ("窯の税の適用期限を２年間延長し、令和13年度末までとする。", ("適用", None, "2032-03-31")),
        ("里の窯について現在公募中であり、６月に決める。", ("公募", None, None)),
        ("港の計画の対象追加を2 031年１月末まで延長", ("延長", None, "2031-01-31")),
    ],
)
def test_a_sentence_tells_a_call(sentence: str, window: tuple[str, str | None, str | None]) -> None:
    assert brief(f"⚫ {sentence}") == [window]


@pytest.mark.parametrize(
    "sentence",
    [
        "2031年９月に第１回公募において６件を採択。",
        "令和13年６月に執行団体の公募を実施。",
        "令和13年４月30日時点版 公募開始",
        "令和13年1月までに７次公募を開始。",
        "令和13年４月に20件を採択、公募を開始。",
    ],
)
def test_what_else_a_sentence_dates_is_no_call(sentence: str) -> None:
    assert brief(f"⚫ {sentence}") == []


def test_a_call_on_a_day_that_no_calendar_has_is_refused() -> None:
    page = Page("made-up", (Line(4, "⚫ 令和13年２月30日に公募を開始した。"),))
    assert windows(page) == []
    assert [(problem.line, problem.what[:5]) for problem in page.refused] == [(4, "a day")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("公募期間：4月上旬～", "without an end"),
        ("申請受付：4月中旬頃～", "without an end"),
        ("公募期間：令和13年４月～", "without an end"),
        ("公募期間：令和13年４月から。", "without an end"),
        ("公募期間：4/1（火）～（予定）", "without an end"),
        ("適用期間：2031年4月1日～未定", "without an end"),
        ("公募期間：2031年12月1日～2031年1月30日", "ends before it begins"),
        ("公募期間：令和13年5月30日～4月1日", "ends before it begins"),
        ("公募期間：5月30日～4月1日", "ends before it begins"),
        ("⚫ 令和13年５月から令和13年４月まで公募を実施。", "ends before it begins"),
        ("公募期間：20310401～20310530", "cannot be read"),
        ("公募期間：13年4月1日～5月30日", "cannot be read"),
    ],
)
def test_a_period_that_is_not_whole_is_refused_with_its_line(line: str, why: str) -> None:
    page = Page("made-up", (Line(7, line),))
    assert windows(page) == []
    assert [problem.line for problem in page.refused] == [7]
    assert why in page.refused[0].what


def test_a_period_needs_no_end_where_the_page_says_that_one_may_always_apply() -> None:
    assert brief("公募期間：令和13年４月～", "■ 窯の里の登録は随時受付。") == [
        ("公募", "2031-04", None),
        ("申請受付", None, None),
    ]
    assert brief("公募期間：令和13年４月～（随時）") == [("公募", "2031-04", None)]


@pytest.mark.parametrize(
    "line",
    [
        "■公募時期 ：４月頃に公募予定",
        "■公募時期：春頃",
        "■公募時期：春頃～夏頃",
        "■公募時期：令和13年度中に実施予定",
        "公募期間：4/1（火）～5/30（金）",
        "公募期間：12月1日～翌年1月末",
        "■公募時期：随時",
        "■公募時期： 例年５～８月に実施",
        "✓ 公募は常時受付に。",
        "■公募時期：窯元の公募は、３月上旬予定",
        "■公募時期： 決まり次第ホームページにて公表します。",
    ],
)
def test_what_is_only_roughly_said_has_no_dates(line: str) -> None:
    assert brief(line) == [("公募", None, None)]


def test_each_budgets_own_time_is_a_window_of_its_own() -> None:
    page = Page(
        "made-up",
        tuple(
            Line(i, line)
            for i, line in enumerate(
                (
                    "■募集時期：令和７年度補正予算事業 12月",
                    "令和８年度予算案事業 4月頃予定 冷凍庫の導入",
                ),
                1,
            )
        ),
    )
    assert [(w.what, w.printed, w.line) for w in windows(page)] == [
        ("募集", "募集時期:令和7年度補正予算事業 12月", 1),
        ("募集", "令和8年度予算案事業 4月頃予定", 2),
    ]


def test_what_follows_no_heading_is_not_its_time() -> None:
    assert brief("⚫ 新たな事業者の公募：", "■ ４月頃の行事") == []
    assert brief("■公募時期", "■ 未定") == []


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert brief("申請期限：令和７年２月31日") == []


def test_a_period_of_which_a_day_is_left_unread_is_refused() -> None:
    line = "公募期間：2031年4月1日～R13年の5月30日"
    page = Page("made-up", (Line(1, line),))
    assert windows(page) == []
    assert "a day cannot be read" in page.refused[0].what


@pytest.mark.parametrize(
    "lines",
    [
        ("公募期間：第１回：2031年4月1日～4月30日", "　　　第２回：2031年6月1日～6月30日"),
        ("公募期間：一次 2031年4月1日～4月30日、二次 2031年6月1日～6月30日",),
        ("公募期間：①2031年4月1日～4月30日 ②2031年6月1日～6月30日",),
        ("公募期間：2031年4月1日～4月30日（第1回）、2031年6月1日～6月30日（第2回）",),
    ],
)
def test_each_round_has_its_window(lines: tuple[str, ...]) -> None:
    assert brief(*lines) == [
        ("公募", "2031-04-01", "2031-04-30"),
        ("公募", "2031-06-01", "2031-06-30"),
    ]


def test_a_period_of_months_is_told_whole() -> None:
    page = Page("made-up", (Line(1, "公募期間：2031年4月中旬～5月末"),))
    assert [w.printed for w in windows(page)] == ["公募期間:2031年4月中旬~5月末"]


def test_a_period_none_of_whose_days_has_its_year_is_told_whole() -> None:
    page = Page("made-up", (Line(1, "公募期間：4月1日（火）～5月30日（金）"),))
    assert [w.printed for w in windows(page)] == ["公募期間:4月1日(火)~5月30日(金)"]


def test_a_term_that_a_label_and_a_sentence_tell_is_one_window() -> None:
    lines = (
        "【適用期限：令和13年度末まで】",
        "⚫ 適用期限を２年間延長し、令和13年度末までとする。",
    )
    assert brief(*lines) == [("適用", None, "2032-03-31")]


def test_a_page_without_dates_has_none() -> None:
    assert brief("⚫ 公募について、詳細は窓口にご確認ください。") == []


def test_of_a_call_in_a_sentence_the_time_and_the_call_are_printed_not_the_sentence() -> None:
    lines = (
        "令和13年9月、窯を守る里、職人の組、その仲間が集まる「窯の会」を立ち上げ、会員募集を開始。",
        "令和13年12月から令和14年２月まで第２回公募を実施。",
        "令和13年度中に窯を直す職人の募集を開始予定。",
    )
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    assert [window.printed for window in windows(page)] == [
        "令和13年9月、…募集を開始",
        "令和13年12月から令和14年2月まで第2回公募を実施",
        "令和13年度中に…募集を開始予定",
    ]


def test_two_periods_of_one_row_are_two_windows() -> None:
    assert brief("実施期限 申請期限:Ｒ８年度末まで／運用期限:Ｒ10年度末まで") == [
        ("申請", None, "2027-03-31"),
        ("運用", None, "2029-03-31"),
    ]

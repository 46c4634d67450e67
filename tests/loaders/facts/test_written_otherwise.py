"""However a number is written, its readers give the right one or refuse it with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.facts.budgets import budgets
from loaders.facts.caps import caps
from loaders.facts.left_over import Numbers, refuse_left_over
from loaders.facts.rates import rates
from loaders.facts.thresholds import thresholds
from loaders.facts.windows import windows
from loaders.text.lines import Line
from loaders.text.page import Page
from tests.examples import examples

KANJI = "〇一二三四五六七八九"
# ways to write so many 万円
WRITTEN: list[Callable[[int], str]] = [
    lambda n: f"{n}万円",
    lambda n: f"{n:,}万円",
    lambda n: f"{n:,} 万 円",
    lambda n: f"{n:,}万",
    lambda n: f"{n * 10_000:,}円",
    lambda n: f"￥{n * 10_000:,}",
    lambda n: f"￥ {n:,}万円",
    lambda n: f"{n:,}万円".translate(str.maketrans("0123456789,", "０１２３４５６７８９，")),
    lambda n: f"{n:,}万円".replace(",", "、"),
    lambda n: f"{n:,}万円".replace(",", "'"),
    lambda n: f"{n:,}万円".replace(",", ", "),
    lambda n: f"{n:,}万円".replace(",", " "),
    lambda n: f"{n / 10_000}億円",
    lambda n: f"{n / 10_000}億円".replace(".", "・"),
    lambda n: f"{n / 10_000}億円".replace(".", "、"),
    lambda n: f"{n // 10_000}億 {n % 10_000:,}万円" if n >= 10_000 else f"{n}万円",
    lambda n: f"{n // 10_000}億{n % 10_000}万円" if n >= 10_000 else f"{n}万円",
    lambda n: "".join(KANJI[int(digit)] for digit in str(n)) + "万円",
    lambda n: _in_kanji(n) + "万円",
    lambda n: " ".join(f"{n:,}万円"),
    lambda n: f"1,{n % 100:02}兆{n}万円",
    lambda n: f"1.{n}.5万円",
]


def _in_kanji(n: int) -> str:
    if n >= 10_000:
        rest = _in_kanji(n % 10_000) if n % 10_000 else ""
        return f"{_in_kanji(n // 10_000)}億{rest}"
    words = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, n = divmod(n, size)
        if digit:
            words += (KANJI[digit] if digit > 1 or not unit else "") + unit
    return words


def page_of(*lines: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))


def left_over(page: Page) -> bool:
    refuse_left_over(page, Numbers(rates(page), windows(page)))
    return bool(page.refused)


@examples(300)
@given(
    n=st.integers(1, 99_999),
    write=st.sampled_from(WRITTEN),
    sentence=st.sampled_from(
        ["補助上限額：{}（補助率1/2以内）", "補助上限額 {}", "1社当たりの限度額は{}です。"]
    ),
)
def test_a_cap_is_right_or_refused(n: int, write: Callable[[int], str], sentence: str) -> None:
    page = page_of("港町づくりについて。", sentence.format(write(n)))
    read = [cap.yen for cap in caps(page)]
    assert read == [n * 10_000] or (read == [] and left_over(page))


@examples(300)
@given(
    n=st.integers(1, 99_999),
    write=st.sampled_from(WRITTEN),
    sentence=st.sampled_from(["予算額 {}", "令和13年度補正予算額：{}の内数", "所要額：約{}"]),
)
def test_a_budget_is_right_or_refused(n: int, write: Callable[[int], str], sentence: str) -> None:
    page = page_of("港町づくりについて。", sentence.format(write(n)))
    read = [budget.yen for budget in budgets(page)]
    assert read == [n * 10_000] or (read == [] and left_over(page))


@examples(300)
@given(n=st.integers(1, 99_999), write=st.sampled_from(WRITTEN))
def test_a_threshold_is_right_or_refused(n: int, write: Callable[[int], str]) -> None:
    page = page_of("【要件】", f"・資本金 {write(n)}以下の法人であること")
    read = [condition.amount for condition in thresholds(page)]
    assert read == [n * 10_000] or (read == [] and page.refused)


DAYS: list[Callable[[int, int, int], str]] = [
    lambda y, m, d: f"{y}年{m}月{d}日",
    lambda y, m, d: f"令和{y - 2018}年{m}月{d}日（火曜日）",
    lambda y, m, d: f"令和{y - 2018}（{y}）年{m}月{d}日",
    lambda y, m, d: f"{y}年（令和{y - 2018}年）{m}月{d}日 午前10時",
    lambda y, m, d: f"R{y - 2018}.{m}.{d}",
    lambda y, m, d: f"令{y - 2018}.{m}.{d}",
    lambda y, m, d: f"{y}/{m:02}/{d:02} 17:00",
    lambda y, m, d: f"{y}-{m:02}-{d:02}",
    lambda y, m, d: f"{y} 年 {m} 月 {d} 日（火・祝）正午",
    lambda y, m, d: f"令和1,{y - 2018}年{m}月{d}日",
    lambda y, m, d: f"'{y - 2000}/{m}/{d}",
]
LAST_DAYS: list[Callable[[int, int, int], str]] = [
    *DAYS,
    lambda y, m, d: f"{m}月{d}日（金）17:00必着",
    lambda y, m, d: f"{m}/{d}",
]


@examples(400)
@given(
    opens=st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31)),
    length=st.integers(1, 360),
    first=st.sampled_from(DAYS),
    last=st.sampled_from(LAST_DAYS),
    label=st.sampled_from(["■公募期間：", "申請受付期間 ", "募集期間は、"]),
    to=st.sampled_from(["～", " ～ ", "から", "－"]),
)
def test_a_period_is_right_or_refused(
    opens: date,
    length: int,
    first: Callable[[int, int, int], str],
    last: Callable[[int, int, int], str],
    label: str,
    to: str,
) -> None:
    closes = opens + timedelta(days=length)
    ends = first(opens.year, opens.month, opens.day), last(closes.year, closes.month, closes.day)
    page = page_of("港町づくりについて。", f"{label}{to.join(ends)}")
    read = [(window.opens, window.closes) for window in windows(page)]
    assert read == [(str(opens), str(closes))] or (read == [] and left_over(page))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    page = page_of("公募期間：2031年5月30日～2031年4月1日")
    assert windows(page) == []
    assert "ends before it begins" in page.refused[0].what


@pytest.mark.parametrize(
    "line",
    [
        "補助上限額：3,000",
        "予算額：12.5",
        "補助率：0.5",
        "補助率：1:2",
        "公募期間：令和1,3年4月1日",
    ],
)
def test_a_labelled_number_that_no_reader_has_read_is_refused(line: str) -> None:
    page = page_of("港町づくりについて。", line)
    assert left_over(page)
    assert page.refused[0].line == 2


@pytest.mark.parametrize(
    "line",
    [
        "補助上限額：3,000万円",
        "補助上限：1法人当たり3,000万円",
        "補助率：1/2以内（上限3年）",
        "公募期間：4月1日～5月30日",
        "上限3回まで",
        "予算額：2031年度 3億円",
        "1．補助上限",
        "補助率\n1．対象",
    ],
)
def test_what_was_read_and_what_counts_something_else_is_not_refused(line: str) -> None:
    page = page_of(*line.split("\n"))
    assert not left_over(page)

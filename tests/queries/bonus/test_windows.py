"""Whether one can apply on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.errors import ProfileError
from graph.store import Store
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.windows import (
    CallWindow,
    call_windows,
    day_of,
    of_measures,
    of_rule,
    of_whole,
    on_day,
)
from queries.sources import Source

PLACE = Source("booklet-2025", 10)


def window(opens: str | None, closes: str | None) -> CallWindow:
    return CallWindow("公募", opens, closes, PLACE)


@pytest.mark.parametrize(
    ("windows", "state", "day"),
    [
        ([("2025-03-01", "2025-04-30")], "open", "2025-04-30"),
        ([("2025-03-01", "2025-04-01")], "open", "2025-04-01"),
        ([("2025-03", "2025-04")], "open", "2025-04"),
        ([(None, "2025-03-31")], "closed", "2025-03-31"),
        ([(None, "2024-03"), (None, "2024-09-01")], "closed", "2024-09-01"),
        ([("2025-05-01", None), (None, "2025-03-31")], "opens", "2025-05-01"),
        ([(None, "2025-06-16"), (None, "2025-07-18")], "open", "2025-07-18"),
        ([("2025-03-04", None), ("2025-05-01", "2025-06-13")], "opens", "2025-05-01"),
        ([("2023-09", None)], "not_told", None),
        ([("2023-09", None), (None, "2023-12-01")], "closed", "2023-12-01"),
        ([], "not_told", None),
    ],
)
def test_periods_on_the_first_of_april(
    windows: list[tuple[str | None, str | None]], state: str, day: str | None
) -> None:
    told = on_day([window(*each) for each in windows], date(2025, 4, 1))
    assert (told.state, told.day) == (state, day)
    assert (told.source == PLACE) is (state != "not_told")


def test_at_any_time_is_open_unless_another_period_is_over() -> None:
    always = CallWindow("申請受付", None, None, PLACE, always=True)
    day = date(2025, 4, 1)
    told = on_day([always], day)
    assert (told.state, told.day, told.source) == ("open", None, PLACE)
    assert on_day([always, window("2025-05-01", None)], day).state == "open"
    assert on_day([always, window("2025-03-01", "2025-04-30")], day).day == "2025-04-30"
    assert on_day([always, window(None, "2025-03-31")], day).state == "not_told"


def test_at_any_time_holds_for_what_stands_on_the_same_page_of_one_part() -> None:
    always = CallWindow("申請受付", None, None, PLACE, always=True, lines=(1, 20))
    dated = window("2025-05-01", None)
    of = {"measure:x": (always, dated)}
    assert of_measures(of, ["measure:x"], [Source("booklet-2025", 12)]) == [always, dated]
    assert of_measures(of, ["measure:x"], [Source("booklet-2025", 30)]) == [dated]
    assert of_measures(of, ["measure:x", "measure:y"], [Source("report-2026", 12)]) == [dated]
    part = replace(always, of_a_part=True)
    assert of_measures({"measure:x": (part,)}, ["measure:x"], [PLACE]) == []
    assert of_whole([part, dated]) == [dated] and of_whole([always]) == [always]


def test_a_page_of_two_frames_does_not_say_which_one_may_always_apply_for(
    bundled_store: Store,
) -> None:
    always = [w for found in call_windows(bundled_store).values() for w in found if w.always]
    assert {window.of_a_part for window in always} == {True, False}


@pytest.mark.parametrize(
    ("day", "company", "person"),
    [
        (date(2025, 2, 1), "opens", "not_told"),
        (date(2026, 6, 1), "open", "open"),
        (date(2028, 3, 1), "open", "open"),
        (date(2028, 6, 1), "closed", "not_told"),
        (date(2029, 1, 1), "closed", "closed"),
    ],
)
def test_a_tax_goes_by_calendar_years_for_a_person(day: date, company: str, person: str) -> None:
    tax = CallWindow("適用", "2025-04-01", "2028-03-31", PLACE)
    assert on_day([tax], day).state == company
    assert on_day([tax], day, person=True).state == person
    call = CallWindow("公募", "2025-04-01", "2028-03-31", PLACE)
    assert on_day([call], day, person=True).state == company


@pytest.mark.parametrize(
    "text",
    ["2025-04-01", "2025/4/1", "2025年4月1日", "令和7年4月1日", "R7.4.1", "２０２５年４月１日"],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day_of(text) == date(2025, 4, 1)


def test_the_first_year_of_an_era_and_an_era_before_are_read() -> None:
    assert day_of("令和元年5月1日") == date(2019, 5, 1)
    assert day_of("平成31年4月30日") == date(2019, 4, 30)


@pytest.mark.parametrize(
    "text", ["2025-13-01", "令和7年2月30日", "25/4/1", "20250401", "April", "2025-04", ""]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ProfileError, match="is no day"):
        day_of(text)


def test_a_rule_for_one_fiscal_year_is_had_within_it(book: RuleBook) -> None:
    rule = replace(book.rules["rule:points"], years=(2025,))
    windows = of_rule({}, rule)
    for day, state in (("2025-03-31", "opens"), ("2026-03-31", "open"), ("2026-04-01", "closed")):
        assert on_day(windows, day_of(day)).state == state


def test_a_fiscal_year_is_nothing_that_a_company_does(bundled_store: Store) -> None:
    rules = rule_book(bundled_store).rules.values()
    assert not [way for rule in rules for way in rule.requires if way.what.endswith("年度")]
    assert any(rule.years for rule in rules)


def test_a_period_of_a_part_is_of_no_other() -> None:
    always = CallWindow("申請受付", None, None, PLACE, True, (1, 20), True, "里山型")
    whole = replace(window(None, "2025-03-31"), of_a_part=True)
    measures = {"measure:1": (always, whole)}
    assert of_measures(measures, ["measure:1"], [PLACE], ["里山型（五名以下）"]) == [always, whole]
    assert of_measures(measures, ["measure:1"], [PLACE], ["港型"]) == [whole]
    assert of_whole((always, whole), "里山型") == [always, whole]
    assert of_whole((always, whole), "港型") == of_whole((always, whole)) == [whole]

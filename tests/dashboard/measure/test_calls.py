"""What a measure's page says of a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.text.words import Words
from dashboard.views.measure.calls import _row, state_text
from queries.calls.calls import Call, CallOnDay

CALL = Call(
    id="call:S-1",
    code="S-1",
    title="網の補助金",
    scheme=None,
    opens="2031-04-01",
    opens_at="09:00",
    closes="2031-06-30",
    closes_at="17:00",
    project_ends=None,
    cap=3_000_000,
    rates=(),
    areas=("東京都", "千葉県", "埼玉県", "港山県"),
    industries=(),
    employee_limit=None,
    employee_limit_op=None,
    purposes=(),
    url="https://portal.example/1",
    fetched_at="2031-05-01",
    joins=(),
    sources=(),
)


@pytest.mark.parametrize(
    ("day", "japanese", "english"),
    [
        ("2031-06-30", "公募中（2031年6月30日 17:00 まで）", "Open now until 30 June 2031 17:00"),
        ("2031-03-31", "受付前（2031年4月1日から）", "Opens 1 April 2031"),
        ("2031-07-01", "受付終了（2031年6月30日）", "Closed 30 June 2031"),
    ],
)
def test_how_a_call_stands_is_said_in_both_languages(day: str, japanese: str, english: str) -> None:
    each = CallOnDay(CALL.state(date.fromisoformat(day)), CALL)
    assert [state_text(Words(language), each) for language in ("ja", "en")] == [japanese, english]


def test_a_call_without_an_end_is_not_said_to_be_open() -> None:
    endless = replace(CALL, closes=None, closes_at=None)
    each = CallOnDay(endless.state(date(2031, 5, 1)), endless)
    assert state_text(Words("ja"), each) == "期間の記載なし"


def test_the_row_leads_to_the_portal_and_names_the_first_areas() -> None:
    title, cap, where = _row(Words("ja"), CallOnDay("open", CALL))[1:]
    assert getattr(title, "href", None) == "https://portal.example/1"
    assert (cap, where) == ("300万円", "東京都、千葉県、埼玉県、ほか 1")

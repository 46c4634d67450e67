"""All measures as the measure page lists them: found by any name, sorted, with counts."""

from __future__ import annotations

import re

import pytest

from tests.dashboard.pages import html, run_page
from tests.made_up import catalogue as made_up


@pytest.fixture(autouse=True)
def _made_up(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)


def _listed(**address: str) -> list[str]:
    table = html(run_page("measure", "ja", **address)).partition("<tbody>")[2]
    return re.findall(r'<td><a href="measure\?[^"]*"[^>]*>([^<]*)</a>', table)


@pytest.mark.parametrize(
    ("q", "some"),
    [
        ("設備", "ものづくり設備補助金"),
        ("経産省", "ものづくり設備補助金"),
        ("経済産業省 設備", "ものづくり設備補助金"),
        ("内閣府", "地域拠点税制"),
    ],
)
def test_measures_are_found_by_words_of_what_the_row_says(q: str, some: str) -> None:
    found = _listed(q=q)
    assert some in found and len(found) < len(_listed())


def test_the_count_is_that_of_the_rows_and_nothing_found_says_so() -> None:
    app = run_page("measure", "ja", q="設備")
    assert f"当たる施策 {len(_listed(q='設備'))} 件（全 7 件）" in app.caption[0].value
    app = run_page("measure", "ja", q="ありえない")
    assert "0 件" in app.caption[0].value and not app.exception
    assert not run_page("measure", "ja", q="・").exception


def test_a_heading_sorts_the_list_and_keeps_the_words() -> None:
    shown = html(run_page("measure", "ja", q="経済産業省", sort="list.1"))
    assert 'aria-sort="ascending"' in shown and "sort=list.-1" in shown and "q=" in shown
    names = _listed(q="経済産業省", sort="list.1")
    assert names == list(reversed(_listed(q="経済産業省", sort="list.-1")))


def test_the_measure_shown_can_be_left_for_others() -> None:
    app = run_page("measure", "ja", id=made_up.EQUIPMENT)
    app.text_input[0].set_value("内閣府").run()
    assert app.query_params["q"] in ("内閣府", ["内閣府"]) and "id" not in app.query_params
    assert "地域拠点税制" in html(app)

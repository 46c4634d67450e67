"""比較 as Streamlit runs it, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.text.words import Words
from dashboard.views.compare.choosing import found
from dashboard.views.compare.file import table
from graph.opening import open_store
from queries.overlap.comparison import comparison
from queries.overlap.laws_of import laws_of
from tests.dashboard.pages import all_html, run_page
from tests.made_up import catalogue as made_up


@pytest.fixture(autouse=True)
def _made_up(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


def _shown(language: str = "ja", **address: str | list[str]) -> AppTest:
    app = run_page("compare", language, **address)
    assert not app.exception
    return app


def test_any_two_stand_side_by_side_though_they_are_no_scored_pair() -> None:
    shown = all_html(_shown(a=made_up.SALES, b=made_up.LOAN))
    for part in ("予算（同じ年度を並べる）", 'class="facts bars"', "根拠法令", "facts sides"):
        assert part in shown, part


def test_with_one_chosen_the_other_is_looked_for_by_words() -> None:
    app = _shown(a=made_up.SALES, qb="補助金")
    assert len(app.text_input) == 1 and app.text_input[0].value == "補助金"
    assert "data-pick=" in all_html(app)


def test_a_first_visit_says_what_to_do_though_no_pair_is_scored() -> None:
    app = _shown()
    assert "2つ選ぶと" in app.info[0].value and len(app.text_input) == 2


def test_what_is_not_there_is_named_and_one_thing_twice_is_refused() -> None:
    wrong = _shown(a="measure:no-such", b=made_up.LOAN)
    assert "に当たる施策・予算事業はありません" in wrong.warning[0].value
    twice = _shown(a=made_up.LOAN, b=made_up.LOAN)
    assert "同じもの" in twice.warning[0].value and len(twice.text_input) == 1


def test_words_find_measures_and_programmes_and_nothing_finds_nothing(store: str) -> None:
    with open_store(Path(store)) as opened:
        assert any(hit.type == "Measure" for hit in found(opened, "補助金"))
        assert found(opened, "9999999") == () and found(opened, "・") == ()


def test_the_file_tells_sums_and_pots_apart_with_page_and_line(store: str) -> None:
    with open_store(Path(store)) as opened:
        card = comparison(opened, made_up.SALES, made_up.LOAN)
        laws = [laws_of(opened, side.id) for side in (card.a, card.b)]
    held = table(Words("ja"), card, laws)
    assert len(held.headings) == 9 and {row[1] for row in held.rows} == {"A", "B"}
    money = [row for row in held.rows if row[0] == "予算"]
    own = sum(
        year_sum.own is not None
        for side in (card.a, card.b)
        for y in side.years
        for year_sum in y.sums
    )
    assert money and sum(row[4] is not None for row in money) == own
    assert all(row[8] for row in money), "each sum has its line"

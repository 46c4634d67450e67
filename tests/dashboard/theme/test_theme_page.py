"""The page of a theme as Streamlit runs it, without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.pages import all_html, run_page
from tests.made_up import catalogue as made_up
from tests.made_up.themes import JOINT, NAMED


def _shown(language: str = "ja", **address: str | list[str]) -> AppTest:
    app = run_page("theme", language, **address)
    assert not app.exception
    return app


@pytest.fixture(autouse=True)
def _of_themes(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


def test_the_sentence_comes_first_with_money_and_pairs() -> None:
    shown = all_html(_shown(q="ガラス"))
    assert "ガラス：1 府省庁の予算事業 1 件と施策 0 件" in shown
    assert "2030年度に事業全体で使えた額は 5億円、執行率 80.0%" in shown
    assert "ほかに予算事業 1 件（2億円）と施策 0 件が繰り返し触れています" in shown
    assert "1、ほかに触れるもの 1" in shown


def test_members_say_why_and_lead_to_their_pages() -> None:
    shown = all_html(_shown(q="輸出"))
    assert "名称「輸出」、課題「輸出・海外販路の開拓」" in shown
    assert "programmes?id=budgetprogramme%3A61" in shown
    assert "measure?id=measure%3A" in shown


def test_pairs_lead_to_the_two_side_by_side_and_recipients_to_their_page() -> None:
    shown = all_html(_shown(q="輸出"))
    pair = f"overlap?pair={NAMED.replace(':', '%3A')}&amp;pair={JOINT.replace(':', '%3A')}"
    assert pair in shown
    assert "recipients?id=recipient%3A0000000000001" in shown and "4億円" in shown


def test_ministries_are_sorted_by_the_heading_that_the_address_names() -> None:
    by_money = all_html(_shown(q="ガラス"))
    assert by_money.index('data-pick="経済産業省"') < by_money.index('data-pick="農林水産省"')
    assert 'aria-sort="descending"><a href="theme?q=' in by_money
    by_rate = all_html(_shown(q="輸出", sort="measures"))
    assert "sort=measures" in by_rate and by_rate.count("aria-sort") == 1


def test_in_english_the_theme_and_its_reasons_are_english() -> None:
    shown = all_html(_shown("en", q="輸出"))
    assert "輸出 (as exports): budget programmes: 2, measures" in shown
    assert "problem: exports and markets abroad" in shown


def test_ministries_and_scope_of_the_address_confine_it() -> None:
    both = all_html(_shown(q="輸出", ministry=["経済産業省", "農林水産省"], scope="company"))
    assert "予算事業 1 件" in both
    alone = all_html(_shown(q="ガラス", ministry="農林水産省"))
    assert "0 府省庁の予算事業 0 件" in alone and "ほかに予算事業 1 件（2億円）" in alone
    assert "触れるだけ（額に含めない）" in alone


def test_without_a_theme_those_that_have_a_name_are_shown() -> None:
    app = _shown()
    assert app.info and "theme?q=%E8%BC%B8%E5%87%BA" in all_html(app)


def test_what_nothing_answers_to_names_near_themes() -> None:
    app = _shown(q="輸出促進策")
    assert "「輸出促進策」に当たる事業・施策はありません。" in app.info[0].value
    assert "近いテーマ：" in all_html(app)


def test_a_word_that_asks_for_no_theme_is_said_to() -> None:
    assert "「の」は全体の1割を超える" in _shown(q="の").info[0].value


def test_what_makes_no_sense_in_the_address_is_left_aside_and_said() -> None:
    app = _shown(q="ガラス", ministry="そんな省", sort="size", year="1999")
    said = " ".join(warning.value for warning in app.warning)
    assert all(part in said for part in ("ministry=そんな省", "sort=size", "year=1999"))
    assert "1 府省庁の予算事業 1 件" in all_html(app)
    assert made_up.SALES not in all_html(app)

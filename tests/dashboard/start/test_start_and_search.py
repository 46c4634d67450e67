"""The start page, the tour, the head of every page and the search, run without a browser."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import header
from dashboard.text.words import Words
from graph.opening import open_store
from queries.search.search import find
from tests.dashboard.browsing import PATIENCE
from tests.dashboard.pages import html, run_page
from tests.made_up import catalogue as made_up
from tests.paths import ROOT

APP = ROOT / "dashboard" / "app.py"


@pytest.fixture(autouse=True)
def _of_the_made_up_graph(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)


def _whole(**address: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def test_the_first_page_has_three_ways_in_and_every_page_a_search_field() -> None:
    app = _whole(lang="ja")
    shown = html(app)
    assert not app.exception
    assert shown.count('class="whom"') == 3
    assert '<form class="search" role="search" action="search"' in shown
    assert 'aria-current="page">はじめに' in shown
    assert 'data-do="copy"' in shown and 'data-do="print"' in shown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_card_has_an_example_that_opens_its_page_in_that_state(language: str) -> None:
    shown = html(run_page("start", language))
    links = re.findall(r'class="example" href="([^"]+)"', shown)
    assert [link.partition("?")[0] for link in links] == ["bonus", "explorer"]
    assert "hold=" in links[0] and "id=certification" in links[1]
    assert all(f"lang={language}" in link for link in links)


def test_the_number_of_an_example_is_that_of_the_page_that_it_opens() -> None:
    said = re.search(r"いま使える加点・優遇 (\d+) 件", html(run_page("start")))
    assert said
    page = html(run_page("bonus", size="中小企業", hold="くるみん"))
    there = re.search(r"いま使える <b>(\d+)</b>", page)
    assert there and there[1] == said[1]


@pytest.mark.parametrize(("step", "ways"), [("1", 1), ("2", 2), ("4", 1)])
def test_the_tour_stands_in_the_address_with_the_ways_on_and_out(step: str, ways: int) -> None:
    shown = html(_whole(lang="ja", tour=step))
    aside = shown.partition('<aside class="tour"')[2].partition("</aside>")[0]
    assert f"{step} / 4" in aside
    assert aside.count("tour=") == ways, "back and on"
    assert 'data-do="seen">案内を終える' in aside


@pytest.mark.parametrize("step", ["", "0", "5", "x"])
def test_there_is_no_tour_unless_it_is_asked_for(step: str) -> None:
    assert '<aside class="tour"' not in html(_whole(lang="ja", tour=step))


def test_counts_of_a_search_are_true_and_each_hit_is_a_link(store: str) -> None:
    with open_store(store) as opened:
        hits = find(opened, "くるみん", limit=None)
    shown = html(run_page("search", q="くるみん"))
    assert f"「くるみん」に当たるもの {len(hits)} 件" in shown
    for kind in {hit.type for hit in hits}:
        of_kind = [hit for hit in hits if hit.type == kind]
        assert f"type={kind}&amp;lang=ja" in shown
        assert f"<b>{len(of_kind)}</b>" in shown
    assert 'href="bonus?hold=%E3%81%8F%E3%82%8B%E3%81%BF%E3%82%93' in shown
    assert f'href="measure?id={made_up.EQUIPMENT.replace(":", "%3A")}' in html(
        run_page("search", q="ものづくり")
    )


def test_one_type_alone_is_listed_in_full() -> None:
    shown = html(run_page("search", "en", q="補助", type="Measure"))
    assert shown.count("<li>") == len(re.findall(r'<li><a href="measure\?id=', shown)) > 0
    assert 'aria-current="true"' in shown


def test_where_nothing_is_found_near_names_are_links() -> None:
    shown = html(run_page("search", q="くりみん"))
    assert "「くりみん」に当たるものはありません。" in shown
    assert "search?q=%E3%81%8F%E3%82%8B%E3%81%BF%E3%82%93" in shown


@pytest.mark.parametrize("asked", ["", " ", "・", "<b>&\"'"])
def test_no_words_and_odd_ones_are_no_error(asked: str) -> None:
    app = run_page("search", q=asked)
    assert not app.exception and '<b>&"' not in html(app)


def test_what_is_looked_for_stays_in_the_field_of_the_search_page_alone() -> None:
    field = re.compile(r'<input type="search" name="q" value="([^"]*)"')
    for page in ("search", "explorer"):
        found = field.search(header.search_form(Words("ja"), page))
        assert found and found[1] == ""


def test_an_address_of_no_page_is_said_in_the_language_of_the_reader() -> None:
    def absent(language: str) -> None:
        from dashboard.text.words import Words
        from dashboard.views import notices

        notices.no_such_page(Words(language), "overview2<b>")

    for language, said in (("ja", "というページはありません"), ("en", "There is no page called")):
        app = AppTest.from_function(absent, args=(language,), default_timeout=PATIENCE).run()
        assert said in app.header[0].value
        assert f"overview?lang={language}" in html(app)

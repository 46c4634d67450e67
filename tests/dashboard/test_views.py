"""Pages as Streamlit runs them, without a browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.text.words import Words
from tests.dashboard.browsing import PATIENCE
from tests.made_up import catalogue as made_up
from tests.paths import ROOT

APP = ROOT / "dashboard" / "app.py"


def _overview() -> None:
    from dashboard.text.words import Words
    from dashboard.views.overview import page as overview

    overview.show(Words("ja"))


def _measure() -> None:
    from dashboard.text.words import Words
    from dashboard.views.measure import page as measure

    measure.show(Words("ja"))


def _explorer() -> None:
    from dashboard.text.words import Words
    from dashboard.views.explorer import page as explorer

    explorer.show(Words("ja"))


def _listing(rows: int) -> None:
    from dashboard.text.words import Words
    from dashboard.widgets import tables

    tables.show_listing(
        Words("ja"), tables.Table(["施策"], [[f"施策{number}"] for number in range(rows)]), 400
    )


def _nothing(language: str) -> None:
    from dashboard.text.words import Words
    from dashboard.views import notices as empty
    from dashboard.views.measure import page as measure
    from graph.errors import NotFound

    try:
        measure.show(Words(language))
    except NotFound as error:
        empty.problem(Words(language), error)


def _html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture(autouse=True)
def _of_the_made_up_graph(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_where_no_graph_is_the_page_says_how_to_load_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "none.lbug"))
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    assert "shisaku load" in app.code[0].value
    assert (
        app.header[0].value
        == {"ja": "グラフがまだありません", "en": "There is no graph yet"}[language]
    )
    small = re.search(r"<small.*?</small>", _html(app))
    assert small and "there is no graph here" in small[0]


def test_the_overview_shows_our_sum_beside_the_document_s_own() -> None:
    shown = _html(AppTest.from_function(_overview, default_timeout=PATIENCE).run())
    assert "1兆円" in shown and "試しの施策集" in shown
    assert "6億円" in shown and "313億円" in shown, (
        "JETRO's pot of 263億円 stands on two pages and is counted once, beside one of 50; what is"
        " got whole, 6, stands apart"
    )


def test_the_overview_counts_certifications_that_documents_name_and_says_how_many_more() -> None:
    shown = _html(AppTest.from_function(_overview, default_timeout=PATIENCE).run())
    assert (
        "<b>5</b><span>資料が挙げる認定・計画・宣言等</span><small>ほか 1 は資料に記載なし</small>"
        in shown
    )


def test_every_count_of_the_bundled_documents_has_a_word() -> None:
    documents = [
        json.loads(line)
        for line in (
            (APP.parent.parent / "catalogue" / "documents.jsonl")
            .read_text(encoding="utf-8")
            .splitlines()
        )
    ]
    counted = {key for document in documents for key in (*document["states"], *document["found"])}
    assert counted and all(Words("ja").of("count", key) != key for key in counted)


def test_without_the_sources_a_measure_shows_its_locators_alone() -> None:
    app = AppTest.from_function(_measure, default_timeout=PATIENCE)
    app.query_params["id"] = made_up.EQUIPMENT
    app.run()
    assert not app.exception
    assert "50–99 行" in _html(app) and "55 行" in _html(app)
    assert any("SHISAKU_SOURCES" in caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("words", "offered"), [("クルミン", "**くるみん**"), ("くるみそ", "くるみん")]
)
def test_the_explorer_finds_a_word_however_it_is_typed_or_offers_what_is_near(
    words: str, offered: str
) -> None:
    app = AppTest.from_function(_explorer, default_timeout=PATIENCE)
    app.query_params["q"] = words
    app.run()
    assert not app.exception
    assert app.button[0].label.startswith(offered)
    assert ("もしかして" in [caption.value for caption in app.caption]) == (words == "くるみそ")


def test_a_file_that_is_no_graph_is_said_to_be_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "other.lbug").write_text("no graph")
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "other.lbug"))
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.query_params["lang"] = "en"
    app.run()
    assert not app.exception
    assert app.header[0].value == "The graph cannot be opened"


@pytest.mark.parametrize(
    ("language", "says", "way"),
    [
        ("ja", "「measure:deadbeef」はグラフにありません。", "すべての施策を見る"),
        ("en", "“measure:deadbeef” is not in the graph.", "See all measures"),
    ],
)
def test_what_is_not_in_the_graph_is_said_in_the_chosen_language_with_a_way_on(
    language: str, says: str, way: str
) -> None:
    app = AppTest.from_function(_nothing, kwargs={"language": language}, default_timeout=PATIENCE)
    app.query_params["id"] = "measure:deadbeef"
    app.run()
    assert not app.exception
    assert app.warning[0].value.replace("\\", "") == says
    assert way in _html(app)
    assert (
        re.findall(r"nothing answers[^<]*", re.sub(r"<small.*?</small>", "", _html(app))) == []
    ), "the store's own words are small print"


def test_without_a_choice_all_measures_are_listed() -> None:
    shown = _html(AppTest.from_function(_measure, default_timeout=PATIENCE).run())
    assert all(measure.title in shown for measure in made_up.catalogue().measures)
    assert "201 行" in shown


@pytest.mark.parametrize(("rows", "whole"), [(3, False), (60, True)])
def test_a_long_list_can_be_shown_whole(rows: int, whole: bool) -> None:
    shown = _html(
        AppTest.from_function(_listing, kwargs={"rows": rows}, default_timeout=PATIENCE).run()
    )
    assert (f"{rows} 件すべてを広げて表示" in shown) == whole


def test_every_measure_can_be_shown() -> None:
    for measure in made_up.catalogue().measures:
        app = AppTest.from_function(_measure, default_timeout=PATIENCE)
        app.query_params["id"] = measure.id
        app.run()
        assert not app.exception and measure.title in _html(app)

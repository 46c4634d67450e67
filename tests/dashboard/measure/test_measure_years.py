"""The measure page over documents and years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.browsing import (
    PATIENCE,
    expect,
    expect_address,
    expect_card,
    expect_nothing_cut,
    go,
)
from tests.dashboard.conftest import serving
from tests.made_up import catalogue as made_up
from tests.made_up.years import EARLIER, GONE, ITEM_NOW


@pytest.fixture(scope="module")
def server(graph_of_two_years: Path, sources: str) -> Iterator[str]:
    """A dashboard on the graph of two documents."""
    with serving(str(graph_of_two_years), sources) as address:
        yield address


def _japanese() -> None:
    from dashboard.text.words import Words
    from dashboard.views.measure import page as measure

    measure.show(Words("ja"))


def _english() -> None:
    from dashboard.text.words import Words
    from dashboard.views.measure import page as measure

    measure.show(Words("en"))


def shown(page: Any, measure: str) -> str:
    app = AppTest.from_function(page, default_timeout=PATIENCE)
    app.query_params["id"] = measure
    app.run()
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def two_years(graph_of_two_years: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(graph_of_two_years))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


@pytest.mark.usefixtures("two_years")
def test_titles_money_and_rules_stand_under_the_document_that_tells_them() -> None:
    page = shown(_japanese, made_up.EQUIPMENT)
    table = page[page.index("years") :]
    assert table.index("2023年3月") < table.index("2025年2月28日"), "the earliest first"
    assert (
        "2022年度 補正予算" in table
        and "80億円" in table
        and "翌年度の資料に前年度額として記載" in table
    )
    assert "実施中" in table and "ほかの資料での名称" in page and "設備投資補助金" in page
    assert "FY2022 Supplementary budget" in shown(_english, made_up.EQUIPMENT)


@pytest.mark.usefixtures("two_years")
def test_a_document_that_does_not_tell_it_says_so_and_a_part_is_told_as_one() -> None:
    assert "記載なし" in shown(_japanese, GONE)
    assert "250億円の内数" in shown(_japanese, made_up.SALES)


@pytest.mark.usefixtures("two_years")
@pytest.mark.parametrize("measure", [GONE, made_up.MATCHING, made_up.SALES, made_up.LOAN])
def test_every_measure_can_be_shown(measure: str) -> None:
    assert "資料と年度ごとの推移" in shown(_japanese, measure)


def test_where_one_document_is_loaded_there_is_nothing_to_compare(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    assert "資料と年度ごとの推移" not in shown(_japanese, made_up.EQUIPMENT)


def test_successors_and_items_lead_on_and_nothing_is_wider_than_the_page(
    page: Any, server: str
) -> None:
    go(page, server, f"measure?lang=ja&id={quote(GONE)}")
    expect(page.locator("table.years")).to_contain_text("地域デジタル化事業")
    page.locator(".chips a", has_text="海外人材マッチング").click()
    page.locator(".measure-title", has_text="海外人材マッチング").wait_for()
    go(page, server, f"measure?lang=ja&id={quote(made_up.EQUIPMENT)}")
    page.locator("table.years").wait_for()
    expect_nothing_cut(page, ".measure-title")
    expect(page.locator(f'a[href="#line-{made_up.DOCUMENT}-51"]').first).to_contain_text("51 行")
    item = page.locator("table.facts tr", has_text="設備投資の促進")
    for told in ("改定後 ①－１", "後の項目が引き継ぐ"):
        expect(item).to_contain_text(told)
    expect(item).not_to_contain_text(EARLIER)
    page.get_by_role("link", name="設備と販路").click()
    expect_card(page, "設備と販路")
    expect_address(page, id=[ITEM_NOW])

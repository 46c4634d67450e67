"""The list with budget programmes and their card, in a headless Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph.opening import open_store
from loaders.load import load
from tests.dashboard.browsing import asked_for, expect, go, saved, until
from tests.dashboard.conftest import serving
from tests.made_up import compared
from tests.made_up.compared import A, B


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, sources: str) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("overlap_card")
    with open_store(folder / "graph.lbug") as opened:
        load(compared.catalogue(), opened)
    with serving(str(folder / "graph.lbug"), sources) as address:
        yield address


def test_from_the_list_to_the_card_and_back_with_an_address(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja")
    page.get_by_text("企業支援の予算事業を含む", exact=True).click()
    until(page, lambda: asked_for(page).get("things") == ["company"], "the choice")
    page.get_by_role("button", name="事業12").filter(has_text="事業7").click()
    until(page, lambda: asked_for(page).get("pair") == [A, B], "the pair")
    expect(page.get_by_text("資料・点検が互いについて述べること", exact=True)).to_be_visible()
    expect(page.get_by_text("相手を名指し: 類似、統合").first).to_be_visible()
    page.get_by_role("button", name="一覧にもどる").click()
    until(page, lambda: "pair" not in asked_for(page), "the list")
    assert asked_for(page)["things"] == ["company"]


@pytest.mark.parametrize("width", [1280, 390])
def test_an_address_restores_the_card_and_it_fits(page: Any, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    go(page, server, f"overlap?lang=en&things=all&pair={quote(A)}&pair={quote(B)}")
    expect(page.get_by_text("What documents and reviews say about the two")).to_be_visible()
    expect(page.get_by_text("¥30 m").first).to_be_visible()
    heads = page.locator(".reasons li").first
    expect(heads.get_by_role("link")).to_have_attribute("href", re.compile(quote(A, safe="")))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_list_is_saved_with_the_question_above(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja&things=all&sort=money")
    button = page.locator(".st-key-csv-overlap-all button")
    text = Path(saved(page, button).path()).read_text(encoding="utf-8-sig")
    head, *rows = text.splitlines()
    assert head.startswith("順位,得点,段階,") and len(rows) >= 1

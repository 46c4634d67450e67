"""はじめに in a browser: a card's example opens the page that it tells of."""

from __future__ import annotations

from typing import Any

from tests.dashboard.browsing import asked_for, expect, go, places


def test_the_example_of_a_card_opens_its_picture(page: Any, server: str) -> None:
    go(page, server, "start?lang=ja")
    page.locator(".cards a.example[href^='explorer']").click()
    expect(page.locator("h1")).to_contain_text("グラフ")
    assert asked_for(page)["id"][0] in places(page)["nodes"]

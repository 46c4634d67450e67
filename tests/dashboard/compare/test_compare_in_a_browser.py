"""比較 in a browser: the second of two is looked for, picked, and stands in the address."""

from __future__ import annotations

from typing import Any

from tests.dashboard.browsing import asked_for, expect, go, until
from tests.made_up import catalogue as made_up


def test_the_second_is_picked_by_words_and_both_stand_side_by_side(page: Any, server: str) -> None:
    go(page, server, f"compare?lang=ja&a={made_up.SALES}&qb=補助金")
    page.locator("[data-pick]").first.click()
    expect(page.locator("table.sides").first).to_be_visible()
    until(page, lambda: asked_for(page).get("b"), "the second in the address")

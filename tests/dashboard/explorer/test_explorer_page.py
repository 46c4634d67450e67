"""グラフ in a browser: a box that was moved by hand stands there for whoever opens the link."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from tests.dashboard.browsing import asked_for, go, places, spots, until

KURUMIN, MINISTRY = "certification:くるみん", "ministry:厚生労働省"


def test_a_box_that_was_moved_is_in_the_link_until_it_is_let_go(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(KURUMIN)}&pin=rubbish&pin=gone@1,2")
    before, at = spots(page), places(page)["nodes"][MINISTRY]
    frame = page.locator(".picture .canvas").bounding_box()
    x, y = frame["x"] + at["x"], frame["y"] + at["y"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 130, steps=4)
    page.mouse.up()
    pins = until(
        page,
        lambda: [pin for pin in asked_for(page).get("pin", []) if pin.startswith(MINISTRY)],
        "the pin in the address",
    )
    moved = spots(page)
    assert moved[MINISTRY] != before[MINISTRY]
    page.goto(page.url)
    until(
        page,
        lambda: spots(page)[MINISTRY],
        "the box",
        lambda spot: pins[0].endswith(f"@{spot['x']:.0f},{spot['y']:.0f}"),
    )
    assert {**spots(page), MINISTRY: None} == {**before, MINISTRY: None}, "the others stay"
    page.locator(".picture").evaluate("({ picture }, id) => picture.pins.toggle(id)", MINISTRY)
    until(page, lambda: not asked_for(page).get("pin"), "no pin")
    assert spots(page) == before

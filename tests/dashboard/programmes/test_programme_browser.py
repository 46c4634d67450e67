"""予算事業 as a reader meets it, in a headless Chromium that reaches this machine only."""

from __future__ import annotations

from typing import Any

from tests.dashboard.browsing import expect, expect_address, expect_nothing_cut, go, saved
from tests.made_up.review_sheets import HARBOUR, WORKSHOP


def test_a_programme_is_chosen_without_leaving_the_page(page: Any, server: str) -> None:
    go(page, server, "programmes?lang=ja")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name=WORKSHOP["name"]).click()
    expect(page.locator(".measure-title")).to_contain_text(WORKSHOP["name"])
    expect_address(page, id=["budgetprogramme:7"])
    expect(page.get_by_text("小規模事業者の設備")).to_be_visible()
    page.locator(".table:not(.hits) a", has_text=HARBOUR["name"]).click()
    expect(page.locator(".measure-title")).to_contain_text(HARBOUR["name"])
    page.get_by_text("← 一覧へ").click()
    expect(page.get_by_role("link", name=WORKSHOP["name"])).to_be_visible()
    assert page.evaluate("window.stayed"), "the page was not loaded anew"
    page.go_back()
    expect(page.locator(".measure-title")).to_contain_text(HARBOUR["name"])


def test_a_row_and_the_keyboard_choose_too_and_the_list_is_saved(page: Any, server: str) -> None:
    go(page, server, "programmes?lang=en")
    rows = page.locator(".hits tbody tr")
    expect(rows).to_have_count(2)
    held = saved(page, page.get_by_role("button", name="Save as CSV"))
    assert WORKSHOP["name"] in held.path().read_text(encoding="utf-8-sig")
    rows.nth(1).locator("td").nth(1).click()
    expect(page.locator(".measure-title")).to_contain_text(HARBOUR["name"])
    page.get_by_text("← To the list").click()
    page.get_by_role("link", name=WORKSHOP["name"]).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".measure-title")).to_contain_text(WORKSHOP["name"])


def test_the_map_of_the_government_leads_to_a_ministry_and_a_programme(
    page: Any, server: str
) -> None:
    go(page, server, "overview?lang=ja&scope=all")
    page.locator(".treemap.wide .head a", has_text="経済産業省").click()
    expect_address(page, office=["ministry:経済産業省"])
    page.get_by_text("← 全府省庁").click()
    expect(page.locator(".treemap.wide .head a", has_text="経済産業省")).to_be_visible()
    page.locator(".treemap.wide .parts a", has_text=WORKSHOP["name"]).click()
    expect(page.locator(".measure-title")).to_contain_text(WORKSHOP["name"])


def test_nothing_is_cut_and_a_phone_shows_all_columns(page: Any, server: str) -> None:
    go(page, server, "programmes?lang=ja")
    expect_nothing_cut(page, ".hits td")
    page.set_viewport_size({"width": 390, "height": 844})
    row = page.locator(".hits tbody tr").first
    expect(row.locator("td").nth(3)).to_be_in_viewport()
    main = page.locator(".stMain")
    assert main.evaluate("each => each.scrollWidth <= each.clientWidth")

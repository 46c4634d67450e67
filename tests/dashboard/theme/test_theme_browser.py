"""テーマ as a reader meets it, in a headless Chromium that reaches this machine only."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dashboard.browsing import expect, expect_address, expect_nothing_cut, go


def test_a_theme_is_typed_sorted_and_narrowed_without_leaving_the_page(
    page: Any, server: str
) -> None:
    go(page, server, "theme?lang=ja")
    page.get_by_label("テーマ・語").fill("輸出")
    page.get_by_label("テーマ・語").press("Enter")
    expect(page.locator(".beside").first).to_contain_text("輸出：")
    expect_address(page, q=["輸出"])
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="執行率").click()
    expect(page.locator('th[aria-sort="descending"]')).to_contain_text("執行率")
    expect_address(page, q=["輸出"], sort=["execution"])
    page.locator(".hits a", has_text="農林水産省").click()
    expect_address(page, q=["輸出"], sort=["execution"], ministry=["農林水産省"])
    assert page.evaluate("window.stayed"), "the page was not loaded anew"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_cut(page: Any, server: str, language: str) -> None:
    go(page, server, f"theme?q=輸出&lang={language}")
    expect(page.locator(".beside").first).to_be_visible()
    expect_nothing_cut(page, ".beside, .section, .hits td")

"""Every page meets WCAG 2.2 AA as axe-core checks it, light and dark, reached without loading
the document anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from dashboard.app import PAGES
from dashboard.text.words import Words
from tests.dashboard.browsing import asked_for, expect, go, settle, until
from tests.made_up import catalogue as made_up

AXE = pytest.importorskip("axe_playwright_python", reason="pip install 'shisaku-graph[test]'")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# beside each page as it is first shown: pages in a state that shows more
STATES = (
    f"search?q={quote('くるみん')}",
    f"search?q={quote('くりみん')}",
    f"measure?id={quote(made_up.EQUIPMENT)}",
    f"explorer?id={quote(made_up.EQUIPMENT)}",
    f"compare?a={quote(made_up.SALES)}&b={quote(made_up.LOAN)}",
    f"bonus?size={quote('中小企業')}&hold={quote('くるみん')}",
    "start?tour=1",
)
FOLLOW = """address => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
}"""
CHECK = """async rules => (await axe.run(document, { runOnly: { type: "tag", values: rules } }))
    .violations.map(found => [found.id, found.nodes.map(node => node.html.slice(0, 160))])"""


@pytest.fixture
def checked(page: Any) -> Iterator[Any]:
    """A page that axe-core can be run in."""
    script = Path(AXE.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    page.add_init_script(script)
    yield page


def follow(page: Any, address: str) -> None:
    """Shows an address as a link of ours does, and waits until it is drawn."""
    page.evaluate(FOLLOW, address)
    title = Words("ja")(f"{address.partition('?')[0]}.title")
    expect(page.locator("h1 span")).to_have_text(title)
    settle(page)


def test_no_page_breaks_a_rule_in_light_or_dark(checked: Any, server: str) -> None:
    go(checked, server, "start?lang=ja")
    found = {}
    for address in (*PAGES, *STATES):
        follow(checked, f"{address}{'&' if '?' in address else '?'}lang=ja")
        for scheme in ("light", "dark"):
            _brighten(checked, scheme)
            if broken := checked.evaluate(CHECK, list(RULES)):
                found[address, scheme] = broken
    assert found == {}


def _brighten(page: Any, scheme: str) -> None:
    """Changes what the device asks for, and waits until the page is so."""
    page.emulate_media(color_scheme=scheme)
    colour = "app => getComputedStyle(app).colorScheme"
    until(page, lambda: page.locator(".stApp").evaluate(colour), scheme, lambda now: scheme in now)


def test_links_are_followed_without_loading_anew_and_the_way_back_leads_back(
    page: Any, server: str
) -> None:
    go(page, server, "overview?lang=ja")
    page.evaluate("window.stayed = true")
    page.locator(".listing a").first.click()
    page.locator(".measure-title").wait_for()
    measure = page.locator(".measure-title").inner_text().splitlines()[0]
    until(page, page.title, "the measure's name", lambda title: title == f"{measure} – 施策グラフ")
    page.get_by_role("searchbox").fill("くるみん")
    page.keyboard.press("Enter")
    page.locator("ul.hits a").first.wait_for()
    assert asked_for(page)["q"] == ["くるみん"]
    page.go_back()
    page.locator(".measure-title").wait_for()
    assert page.evaluate("window.stayed") is True
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert page.locator("link[rel~=icon]").get_attribute("href").startswith("data:image/svg")
    page.get_by_role("radio", name="English").click()
    until(page, lambda: page.evaluate("document.documentElement.lang") == "en", "English")
    until(page, page.title, "its name", lambda title: title == f"{measure} – Shisaku Graph")


def test_a_path_of_no_page_is_said_in_japanese_and_leads_on(page: Any, server: str) -> None:
    go(page, server, "overview2?lang=ja")
    page.get_by_text("「overview2」というページはありません").wait_for()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".ways").get_by_role("link", name="全体像").click()
    page.locator("table.heat").wait_for()


def test_the_tour_is_offered_once_and_can_be_taken_again(page: Any, server: str) -> None:
    go(page, server, "start?lang=ja")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    settle(page)
    page.get_by_role("button", name="いまは見ない").click()
    expect(page.locator(".invitation")).to_be_hidden()
    page.locator("details.menu summary").click()
    page.get_by_role("link", name="使い方の案内").click()
    page.locator("aside.tour").get_by_role("link", name="次へ").click()
    expect(page.locator("aside.tour b")).to_contain_text("2 / 4")
    assert asked_for(page)["tour"] == ["2"]
    page.get_by_role("link", name="案内を終える").click()
    expect(page.locator("aside.tour")).to_have_count(0)

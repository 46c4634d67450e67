"""The dashboard as a reader meets it, in a headless Chromium that reaches this machine only."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from graph.opening import open_store
from loaders.load import load
from queries.overview.pillars import ministries_by_pillar
from tests.dashboard.browsing import (
    asked_for,
    click,
    expect,
    expect_address,
    expect_card,
    expect_nothing_cut,
    go,
    places,
    redrawn,
    settle,
    spots,
    until,
)
from tests.made_up import catalogue as made_up

KURUMIN, EQUIPMENT, JETRO = "certification:くるみん", made_up.EQUIPMENT, "body:日本貿易振興機構"


def test_a_click_on_the_picture_changes_the_card_and_moves_nothing(page: Any, server: str) -> None:
    go(page, server, "explorer")
    page.get_by_label("さがす").fill("くるみん")
    page.keyboard.press("Enter")
    expect_card(page, "くるみん")
    before = places(page)
    assert {KURUMIN, EQUIPMENT} <= set(before["nodes"])

    with redrawn(page):
        click(page, before["nodes"][EQUIPMENT])
    expect_card(page, "ものづくり設備補助金")
    expect_address(page, id=[EQUIPMENT])
    assert places(page)["nodes"] == before["nodes"]


def test_a_click_on_a_line_shows_the_relationship_with_its_place(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(EQUIPMENT)}")
    before = places(page)
    ministry = f"ministry:{made_up.METI}"
    line = next(edge for edge in before["edges"].values() if edge["to"] == ministry)
    with redrawn(page):
        click(page, line)
    expect_card(page, "所管")
    expect(page.locator(".st-key-explorer_card")).to_contain_text("90 行")
    assert places(page)["nodes"] == before["nodes"]


def test_expanding_adds_neighbours_and_leaves_the_others_where_they_are(
    page: Any, server: str
) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(JETRO)}")
    before = spots(page)

    def expanded() -> bool:
        if not set(before) < set(spots(page)):
            # two single ones on a slow machine
            click(page, places(page)["nodes"][made_up.MATCHING], times=2)
            page.wait_for_timeout(1500)
        return set(before) < set(spots(page))

    until(page, expanded, "the node's neighbours")
    after = spots(page)
    assert {node: after[node] for node in before} == before

    card = page.locator(".st-key-explorer_card")
    card.get_by_role("button", name="たたむ").click()
    card.get_by_role("button", name="展開").wait_for()
    until(page, lambda: set(spots(page)) == set(before), "the picture without them")
    assert spots(page) == before


def test_one_relation_is_added_from_the_card_and_a_way_is_drawn(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(JETRO)}")
    before = places(page)
    with redrawn(page):
        click(page, before["nodes"][made_up.SALES])
    with redrawn(page):
        page.locator(".st-key-explorer_menu button").filter(has_text="＋").first.click()
    opened = asked_for(page)["open"]
    assert opened[0] == JETRO and opened[1].startswith(f"{made_up.SALES}~")
    assert set(before["nodes"]) < set(places(page)["nodes"])

    with redrawn(page):
        page.get_by_role("button", name="起点からの道筋").click()
    expect_address(page, to=[made_up.SALES])
    things = set(places(page)["nodes"])
    assert things == {JETRO, made_up.SALES}
    with redrawn(page):
        page.get_by_role("button", name="道筋を閉じる").click()
    until(page, lambda: set(before["nodes"]) < set(places(page)["nodes"]), "the neighbours")


def test_hubs_are_left_out_unless_asked(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(EQUIPMENT)}")
    assert not any(node.startswith("sizeclass:") for node in places(page)["nodes"])
    go(page, server, f"explorer?lang=ja&hubs=1&id={quote(EQUIPMENT)}")
    assert any(node.startswith("sizeclass:") for node in places(page)["nodes"])


def test_the_picture_can_be_walked_by_keyboard(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(KURUMIN)}")
    places(page)
    page.locator(".picture .canvas").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".picture .tip")).to_be_visible()
    name = page.locator(".picture .tip").inner_text().splitlines()[0]
    page.keyboard.press("Enter")
    expect_card(page, name)


def test_an_address_restores_what_it_was_sent_with(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&q=JETRO&id={quote(JETRO)}")
    first = len(places(page)["nodes"])
    click(page, places(page)["nodes"][made_up.SALES], times=2)
    page.locator(".st-key-explorer_card").get_by_role("button", name="たたむ").wait_for()
    expect_address(page, id=[made_up.SALES], open=[JETRO, made_up.SALES])
    sent, seen = (
        page.url,
        until(
            page,
            lambda: (
                set(now)
                if made_up.SALES in (now := places(page)["nodes"]) and len(now) > first
                else None
            ),
            "its neighbours",
        ),
    )

    page.goto("about:blank")
    page.goto(sent)
    settle(page)
    expect_card(page, "海外販路開拓支援")
    until(page, lambda: set(places(page)["nodes"]) == seen, "the same picture")
    expect(page.get_by_label("さがす")).to_have_value("JETRO")


def test_an_address_of_something_that_is_gone_says_so(page: Any, server: str) -> None:
    go(page, server, "explorer?lang=ja&id=measure:ffffffff")
    page.get_by_text("「measure:ffffffff」はグラフにありません。").wait_for()
    expect(page.locator("body")).not_to_contain_text("Traceback")


def test_the_language_can_be_switched_and_stays(page: Any, server: str) -> None:
    go(page, server, f"measure?lang=ja&id={quote(EQUIPMENT)}")
    page.get_by_text("所管・実施・問合せ").wait_for()
    page.get_by_role("radio", name="English").click()
    page.get_by_text("Responsible bodies and contacts").wait_for()
    expect(page.locator(".stMain")).to_contain_text("Ministry of Economy, Trade and Industry")
    expect(page.locator(".measure-title")).to_contain_text(
        "ものづくり設備補助金"
    )  # titles stay as printed
    expect_address(page, lang=["en"])
    page.get_by_role("link", name="Overview", exact=True).click()
    page.get_by_text("Ministry × pillar", exact=True).wait_for()
    expect_address(page, lang=["en"])


def test_another_language_neither_moves_the_picture_nor_zooms_it(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(EQUIPMENT)}")
    places(page)
    for name in ("縮小", "縮小", "拡大", "縮小"):
        page.get_by_role("button", name=name).click()
    before = spots(page), places(page)["nodes"][EQUIPMENT]
    page.get_by_role("radio", name="English").click()
    page.get_by_role("button", name="Zoom in").wait_for()
    settle(page)
    assert (spots(page), places(page)["nodes"][EQUIPMENT]) == before


def test_the_heat_map_leads_to_the_measures_of_a_cell(page: Any, server: str) -> None:
    go(page, server, "overview?lang=ja")
    cell = page.locator("table.heat a").last
    name = cell.get_attribute("aria-label")
    cell.focus()
    page.keyboard.press("Enter")
    chosen = page.locator("table.heat a[aria-current]")
    expect(chosen).to_have_attribute("aria-label", name)
    expect(page.locator("table.heat a:focus")).to_have_attribute("aria-label", name)
    assert {"ministry", "pillar"} <= set(asked_for(page))
    page.locator("table.facts a").first.wait_for()


def test_an_address_can_name_a_cell(page: Any, server: str, store: str) -> None:
    with open_store(store) as opened:
        cell = next(
            cell for cell in ministries_by_pillar(opened) if cell.ministry_name == made_up.CAO
        )
    go(
        page,
        server,
        f"overview?lang=ja&ministry={quote(cell.ministry)}&pillar={quote(cell.pillar)}",
    )
    page.get_by_role("link", name="地域拠点税制").wait_for()


def test_a_measure_shows_each_fact_with_its_line_and_the_line_itself(
    page: Any, server: str
) -> None:
    go(page, server, f"measure?lang=ja&id={quote(EQUIPMENT)}")
    row = page.locator("table.facts:not(.bars) tr", has_text="100億円").first
    expect(row).to_contain_text("55 行")
    row.get_by_role("link", name="55 行").click()
    line = page.locator(f"#line-{made_up.DOCUMENT}-55")
    expect(line).to_contain_text("made-up line 55 <b>&</b>")
    until(page, lambda: line.evaluate("line => line.matches(':target')"), "the line of the link")
    expect(line).to_have_class("used")


def test_a_former_id_opens_the_measure(page: Any, server: str) -> None:
    go(page, server, f"measure?lang=ja&id={quote(made_up.FORMER)}")
    page.locator(".measure-title", has_text="ものづくり設備補助金").wait_for()


def test_the_explorer_takes_former_ids_and_names(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(made_up.FORMER)}")
    expect_card(page, "ものづくり設備補助金")
    go(page, server, "explorer?lang=ja&id=JETRO")
    expect_card(page, "日本貿易振興機構")


def test_words_that_nothing_answers_to_say_so_and_can_be_changed(page: Any, server: str) -> None:
    go(page, server, "explorer?lang=ja&q=ありえない言葉")
    page.get_by_text("「ありえない言葉」に当たるものはありません").wait_for()
    page.get_by_label("さがす").fill("くるみん")
    page.keyboard.press("Enter")
    expect_card(page, "くるみん")


def test_the_way_back_leads_to_the_picture_before(page: Any, server: str) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(KURUMIN)}")
    click(page, places(page)["nodes"][EQUIPMENT])
    expect_card(page, "ものづくり設備補助金")
    page.go_back()
    expect_card(page, "くるみん")


def test_a_graph_loaded_meanwhile_is_shown(page: Any, server: str, store: str) -> None:
    go(page, server, "overview?lang=ja")
    page.get_by_role("link", name="くるみん認定制度").or_(
        page.locator(".figures b", has_text="7")
    ).first.wait_for()
    with open_store(store) as opened:
        load(made_up.catalogue(), opened)
    go(page, server, "overview?lang=ja")
    expect(page.locator(".figures b").first).to_have_text("7")


def test_a_measure_leads_to_the_explorer_and_back(page: Any, server: str) -> None:
    go(page, server, f"measure?lang=ja&id={quote(EQUIPMENT)}")
    page.get_by_role("link", name="グラフでつながりを見る").click()
    expect_card(page, "ものづくり設備補助金")
    page.get_by_role("link", name="施策のページを開く").click()
    page.locator(".measure-title", has_text="ものづくり設備補助金").wait_for()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("overview?lang=ja", "全体像"),
        ("explorer?lang=en", "Explorer"),
        ("measure?lang=ja", "施策"),
        (f"measure?lang=en&id={quote(EQUIPMENT)}", "Measure"),
        ("measure?lang=ja&id=measure:deadbeef", "施策"),
    ],
)
def test_each_page_has_one_heading_of_the_first_level_in_sight(
    page: Any, server: str, address: str, says: str
) -> None:
    go(page, server, address)
    heading = page.locator("h1")
    for width in (1400, 420):
        page.set_viewport_size({"width": width, "height": 900})
        expect(heading).to_have_count(1)
        until(page, lambda: heading.inner_text().split()[-1] == says, f"the heading {says}")
        until(page, lambda: heading.bounding_box()["y"] < 200, "it in sight")


def test_a_list_that_is_cut_shows_its_scroll_bar_and_can_be_scrolled_by_keyboard(
    page: Any, server: str
) -> None:
    go(page, server, "measure?lang=ja")
    listing = page.locator(".listing .table")
    assert "rgba(0, 0, 0, 0)" not in listing.evaluate(
        "table => getComputedStyle(table).scrollbarColor"
    )
    assert listing.evaluate("table => table.tabIndex") == 0


@pytest.mark.parametrize(
    "address",
    [
        "overview?lang=ja",
        "overview?lang=en",
        "start?lang=en",
        "explorer?lang=en&q=JETRO",
        f"measure?lang=en&id={quote(EQUIPMENT)}",
    ],
)
def test_nothing_is_wider_than_the_page(page: Any, server: str, address: str) -> None:
    go(page, server, address)
    page.locator(".card-name, .measure-title, table.facts td, .cards").first.wait_for()
    expect_nothing_cut(page, ".card-name, .measure-title, table.facts td, .tags span")

"""The dashboard on a Neo4j server: the same pages, and a line where the server is away or a load
was left unfinished.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from graph.neo4j.statements import CONSTRAINTS
from graph.opening import open_store
from loaders.load import load
from queries.overlap import marks_file
from tests.dashboard.browsing import (
    asked_for,
    click,
    expect,
    expect_address,
    expect_card,
    go,
    places,
    redrawn,
    settle,
    until,
)
from tests.dashboard.conftest import serving
from tests.made_up import bonuses as made_up_bonuses
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps
from tests.neo4j_server import Neo4jServer, Server, empty


@pytest.fixture(scope="module")
def server(
    neo4j_server: Server, sources: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a dashboard on the server of this test run, which holds the made-up catalogue
    with scored pairs and bonus rules.
    """
    empty(neo4j_server, keep=CONSTRAINTS)
    with pytest.MonkeyPatch.context() as patch:
        credentials(patch, neo4j_server)
        patch.setenv(marks_file.VARIABLE, str(tmp_path_factory.mktemp("remarks") / "remarks.jsonl"))
        loaded(neo4j_server)
        with serving(neo4j_server.uri, sources) as address:
            yield address


def credentials(patch: pytest.MonkeyPatch, server: Server) -> None:
    patch.setenv("NEO4J_USERNAME", server.user)
    patch.setenv("NEO4J_PASSWORD", server.password)


def loaded(server: Server) -> None:
    with open_store(server.uri) as store:
        bonuses, pairs = made_up_bonuses.catalogue(), made_up_overlaps.catalogue()
        load(
            replace(
                pairs,
                bonuses=bonuses.bonuses,
                rules=bonuses.rules,
                certifications=bonuses.certifications,
            ),
            store,
        )


def see(page: Any, text: str) -> None:
    page.get_by_text(text).first.wait_for()


def see_at(page: Any, address: str, text: str) -> None:
    """Opens an address, again and again until the page says this: how the server stands it asks
    once a second.
    """

    def said() -> bool:
        page.goto(address)
        settle(page)
        return bool(page.get_by_text(text).count())

    until(page, said, text)


def test_every_page_shows_what_the_server_holds(page: Any, server: str) -> None:
    page.goto(f"{server}/overview?lang=ja")
    see(page, "経済産業省")
    page.goto(f"{server}/measure?lang=ja&id={quote(made_up.EQUIPMENT)}")
    see(page, "made-up line 55")
    page.goto(f"{server}/explorer?lang=ja&id={quote('body:日本貿易振興機構')}")
    assert "body:日本貿易振興機構" in places(page)["nodes"]
    see(page, "JETRO、ジェトロ")


def test_overlaps_lead_from_the_heat_map_to_a_pair_and_keep_a_remark(
    page: Any, server: str
) -> None:
    go(page, server, "overlap?lang=ja")
    expect(page.locator(".st-key-overlap_list button")).to_have_count(6)
    page.locator("table.heat a").first.click()
    until(page, lambda: "one" in asked_for(page), "the cell's ministries")
    until(
        page, lambda: 0 < page.locator(".st-key-overlap_list button").count() < 6, "a shorter list"
    )
    go(page, server, "overlap?lang=ja&grade=3")
    page.locator(".st-key-overlap_list button").first.click()
    expect_address(page, pair=[made_up.SALES, made_up_overlaps.FAIR])
    expect(
        page.locator("table.sides .fact.same").filter(has_text="輸出・海外販路の開拓").first
    ).to_be_visible()
    page.get_by_label("メモ").fill("確かめた")
    page.get_by_label("メモ").blur()
    see(page, "保存済み")
    page.reload()
    expect(page.get_by_label("メモ")).to_have_value("確かめた")
    go(page, server, "overlap?lang=en&tab=communities")
    assert made_up.SALES in places(page)["nodes"]
    go(page, server, "overlap?lang=en&tab=connectors")
    see(page, "Bodies that run measures of several ministries")


def test_bonus_paths_light_up_for_what_is_held(page: Any, server: str) -> None:
    go(page, server, f"bonus?lang=ja&size={quote('中小企業')}")
    drawn = places(page)["nodes"]
    with redrawn(page):
        click(page, drawn["certification:くるみん"])
    expect_card(page, "くるみん")
    with redrawn(page):
        page.get_by_role("button", name="持っている", exact=True).click()
    expect_address(page, hold=["くるみん"])
    expect(page.locator("table.facts tr", has_text="税額控除の上乗せ").first).to_contain_text("5%")
    assert places(page)["nodes"] == drawn


def test_a_load_that_was_left_unfinished_is_said_on_the_page(
    page: Any, server: str, neo4j_server: Server
) -> None:
    mark = (
        "MATCH (r:ShisakuRun {id: 'run'}) SET r.unfinished = 2, r.began ="
        " datetime('2025-02-01T03:04Z')"
    )
    with neo4j_server.driver() as driver:
        driver.execute_query(mark)
        see_at(
            page,
            f"{server}/?lang=en",
            "A load that began at 2025-02-01 03:04 UTC did not finish",
        )
        driver.execute_query(f"{mark}, r.lease = timestamp() + 3600000")
        see_at(
            page,
            f"{server}/overview?lang=ja",
            "グラフを読み込み中です（2025-02-01 03:04 UTC 開始）",
        )
        driver.execute_query(
            "MATCH (r:ShisakuRun {id: 'run'}) REMOVE r.unfinished, r.began, r.lease"
        )


def test_a_server_that_goes_away_is_said_and_shown_again_when_it_is_back(
    restartable_neo4j: Neo4jServer, window: Any, sources: str
) -> None:
    neo4j = restartable_neo4j
    with serving(neo4j.uri, sources) as address:
        page = window.new_page()
        see_at(page, f"{address}/?lang=en", f"shisaku load --store {neo4j.uri}")
        loaded(neo4j)
        see_at(page, f"{address}/?lang=ja", "経済産業省")
        neo4j.kill()
        see_at(page, f"{address}/?lang=en", "The graph on the Neo4j server cannot be read")
        see(page, "no Neo4j server answers")
        neo4j.start()
        see_at(page, f"{address}/?lang=ja", "経済産業省")
        page.close()

"""The dashboard on a Neo4j server: the same pages, and a line where the server is away or a load was left unfinished."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import made_up
import pytest

from benchmarks.neo4j_server import Neo4jServer, Server, empty
from graph.store import open_store
from loaders.load import load
from tests.dashboard.conftest import SIZE, serving

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]


@pytest.fixture(scope="module")
def server(neo4j_server: Server, sources: str) -> Iterator[str]:
    """The address of a dashboard on the server of this test run, which holds the made-up catalogue."""
    empty(neo4j_server)
    with pytest.MonkeyPatch.context() as patch:
        credentials(patch, neo4j_server)
        loaded(neo4j_server)
        with serving(neo4j_server.uri, sources) as address:
            yield address


def credentials(patch: pytest.MonkeyPatch, server: Server) -> None:
    patch.setenv("NEO4J_USERNAME", server.user)
    patch.setenv("NEO4J_PASSWORD", server.password)


def loaded(server: Server) -> None:
    with open_store(server.uri) as store:
        load(made_up.catalogue(), store)


def see(page: Any, text: str) -> None:
    page.get_by_text(text).first.wait_for()


def test_every_page_shows_what_the_server_holds(page: Any, server: str) -> None:
    page.goto(f"{server}/?lang=ja")
    see(page, "経済産業省")
    page.goto(f"{server}/measure?lang=ja&id={quote(made_up.EQUIPMENT)}")
    see(page, "made-up line 55")
    page.goto(f"{server}/explorer?lang=ja&id={quote('body:日本貿易振興機構')}")
    page.locator(".picture[data-updates]").wait_for(timeout=60_000)
    assert "body:日本貿易振興機構" in page.locator(".picture").evaluate("picture => Object.keys(picture.places().nodes)")
    see(page, "JETRO、ジェトロ")


def test_a_load_that_was_left_unfinished_is_said_on_the_page(page: Any, server: str, neo4j_server: Server) -> None:
    mark = "MATCH (r:ShisakuRun {id: 'run'}) SET r.unfinished = 2, r.began = datetime('2025-02-01T03:04Z')"
    with neo4j_server.driver() as driver:
        driver.execute_query(mark)
        page.goto(f"{server}/?lang=en")
        see(page, "A load that began at 2025-02-01 03:04 UTC was left unfinished")
        page.wait_for_timeout(1_500)  # the page asks how the server stands once a second
        driver.execute_query(f"{mark}, r.lease = timestamp() + 60000")
        page.goto(f"{server}/?lang=ja")
        see(page, "グラフを読み込み中です（2025-02-01 03:04 UTC 開始）")
        driver.execute_query("MATCH (r:ShisakuRun {id: 'run'}) REMOVE r.unfinished, r.began, r.lease")


def test_a_server_that_goes_away_is_said_and_shown_again_when_it_is_back(start_neo4j: Callable[..., Neo4jServer], chromium: Any, sources: str,
                                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j = start_neo4j()
    credentials(monkeypatch, neo4j)
    with serving(neo4j.uri, sources) as address:
        page = chromium.new_page(viewport=SIZE)
        page.goto(f"{address}/?lang=en")
        see(page, f"shisaku load --store {neo4j.uri}")
        loaded(neo4j)
        page.goto(f"{address}/?lang=ja")
        see(page, "経済産業省")
        neo4j.kill()
        page.goto(f"{address}/?lang=en")
        see(page, "The graph on the Neo4j server cannot be read")
        see(page, "no Neo4j server answers")
        neo4j.start()
        page.goto(f"{address}/?lang=ja")
        see(page, "経済産業省")
        page.close()

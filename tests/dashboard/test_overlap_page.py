"""省庁の重なり as a reader meets it, in a headless Chromium that reaches this machine only."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import made_up
import made_up_overlaps
import pytest
from openpyxl import load_workbook

from graph.store import open_store
from loaders.load import load
from tests.dashboard.conftest import serving
from tests.dashboard.test_browser import asked_for, click, go, places, settle

pytestmark = pytest.mark.browser

SALES, FAIR, LEASE, EQUIPMENT = made_up.SALES, made_up_overlaps.FAIR, made_up_overlaps.LEASE, made_up.EQUIPMENT
PAIR = f"pair={quote(SALES)}&pair={quote(FAIR)}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with scored pairs, where its remarks are kept, too."""
    folder = tmp_path_factory.mktemp("overlap")
    with open_store(folder / "graph.lbug") as opened:
        load(made_up_overlaps.catalogue(), opened)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path, sources: str) -> Iterator[str]:
    with serving(str(folder / "graph.lbug"), sources) as address:
        yield address


@pytest.fixture(autouse=True)
def _no_remarks(folder: Path) -> None:
    (folder / "remarks.jsonl").unlink(missing_ok=True)


def saved(page: Any, key: str) -> bytes:
    with page.expect_download() as saving:
        page.locator(f".st-key-{key} button").click()
    return Path(saving.value.path()).read_bytes()


def verdict(page: Any, name: str) -> Any:
    return page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name))


def test_a_click_in_the_heat_map_lists_the_pairs_of_two_ministries(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja")
    chart = page.locator(".stVegaLiteChart canvas, .stVegaLiteChart svg").first
    chart.wait_for(timeout=30_000)
    page.wait_for_timeout(500)
    box = chart.bounding_box()
    for across, down in ((0.5, 0.72), (0.72, 0.5), (0.9, 0.5), (0.5, 0.9)):
        chart.click(position={"x": box["width"] * across, "y": box["height"] * down})
        page.wait_for_timeout(400)
        settle(page)
        if "one" in asked_for(page):
            break
    address = asked_for(page)
    assert address["one"][0] != address["other"][0]
    assert 0 < page.locator(".st-key-overlap_list button").count() < 6


def test_a_pair_leads_from_the_list_to_its_facts_lines_and_measures(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja&grade=3")
    page.locator(".st-key-overlap_list button").first.click()
    page.locator("table.sides").wait_for(timeout=10_000)
    settle(page)
    assert set(asked_for(page)["pair"]) == {SALES, FAIR}
    shared = page.locator("table.sides .fact.same")
    assert "輸出・海外販路の開拓" in " ".join(shared.all_inner_texts())
    assert shared.first.evaluate("fact => getComputedStyle(fact, '::before').content").strip('"').startswith("＝"), "marked without colour, too"
    assert "made-up line 101 <b>&</b>" in page.locator(".excerpt").first.inner_text()
    page.get_by_role("link", name="=食品輸出見本市").click()
    page.locator(".measure-title", has_text="=食品輸出見本市").wait_for()


def test_an_address_restores_the_view_and_the_language_can_be_switched_in_it(page: Any, server: str) -> None:
    go(page, server, f"overlap?lang=ja&grade=2&{PAIR}")
    page.get_by_role("radio", name="English").click()
    page.get_by_text("the pair is graded 3 (duplication)").wait_for(timeout=10_000)
    assert set(asked_for(page)["pair"]) == {SALES, FAIR} and asked_for(page)["grade"] == ["2"]
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_text("3 pairs").wait_for(timeout=10_000)


def test_a_mark_and_a_remark_are_there_after_the_browser_was_closed(page: Any, chromium: Any, server: str, folder: Path) -> None:
    go(page, server, f"overlap?lang=ja&{PAIR}")
    verdict(page, "重なりではない").click()
    page.get_by_text("保存済み").wait_for(timeout=10_000)
    page.get_by_label("メモ").fill("業種が違う")
    page.get_by_label("メモ").blur()
    settle(page)
    page.wait_for_timeout(500)
    assert len((folder / "remarks.jsonl").read_text(encoding="utf-8").splitlines()) == 2

    other = chromium.new_page(locale="ja-JP")
    go(other, server, f"overlap?lang=ja&{PAIR}")
    assert other.get_by_label("メモ").input_value() == "業種が違う"
    go(other, server, "overlap?lang=ja")
    assert "✕ 重なりではない" in other.locator(".st-key-overlap_list button").first.inner_text()
    rows = list(csv.DictReader(io.StringIO(saved(other, "csv-overlap-pairs").decode("utf-8-sig"))))
    assert [row["読者のメモ"] for row in rows if row["読者の判断"]] == ["業種が違う"]
    go(other, server, "overlap?lang=ja&marked=open")
    assert other.locator(".st-key-overlap_list button").count() == 5
    go(other, server, "overlap?lang=ja&tab=remarks")
    (said,) = csv.DictReader(io.StringIO(saved(other, "csv-overlap-remarks").decode("utf-8-sig")))
    assert (said["A id"], said["B id"], said["読者の判断"]) == (SALES, FAIR, "重なりではない")
    other.close()


def test_everything_is_saved_as_a_workbook(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=en")
    book = load_workbook(io.BytesIO(saved(page, "xlsx-overlap-pairs")))
    assert len(book.sheetnames) == 6
    pairs = book.worksheets[0]
    assert pairs.max_row == 7 and "=食品輸出見本市" in [cell.value for cell in pairs[2]]
    assert [cell.data_type for cell in pairs[2] if cell.value == "=食品輸出見本市"] == ["s"], "no formula"
    matrix = load_workbook(io.BytesIO(saved(page, "xlsx-overlap-matrix")))
    assert len(matrix.sheetnames) == 2


def test_the_picture_of_communities_leads_to_measures_pairs_and_single_communities(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja&tab=communities")
    drawn = places(page)
    assert {SALES, FAIR, EQUIPMENT, LEASE, "community:1"} <= set(drawn["nodes"])
    click(page, drawn["nodes"][EQUIPMENT])
    page.locator(".card-name", has_text="ものづくり設備補助金").wait_for(timeout=10_000)
    assert asked_for(page)["measure"] == [EQUIPMENT]
    assert places(page)["nodes"] == drawn["nodes"], "nothing moves"
    click(page, drawn["nodes"]["community:1"])
    page.locator(".card-name", has_text=re.compile("^1 ")).wait_for(timeout=10_000)
    settle(page)
    alone = places(page)
    assert set(alone["nodes"]) < set(drawn["nodes"])
    edge, spot = next((edge, spot) for edge, spot in alone["edges"].items())
    click(page, spot)
    page.locator("table.sides").wait_for(timeout=10_000)
    assert asked_for(page)["pair"] == edge.split("~")


@pytest.mark.parametrize("address", ["overlap?lang=ja", "overlap?lang=en&mode=both", "overlap?lang=en&tab=communities", "overlap?lang=en&tab=connectors", f"overlap?lang=en&{PAIR}"])
@pytest.mark.parametrize("width", [1400, 1000])
def test_nothing_is_wider_than_the_page_and_the_heading_says_where_one_is(page: Any, server: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    go(page, server, address)
    page.wait_for_timeout(300)
    assert page.locator("h1").inner_text().split()[-1] == ("省庁の重なり" if "lang=ja" in address else "Overlap")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= document.querySelector('.stMain').clientWidth")
    assert page.evaluate("""[...document.querySelectorAll('.card-name, table.facts td, table.facts th, .stButtonGroup')]
        .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)""") == []

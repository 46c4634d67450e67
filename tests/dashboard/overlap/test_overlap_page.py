"""府省庁の重なり as a reader meets it, in a headless Chromium that reaches this machine only."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from openpyxl import load_workbook

from graph.opening import open_store
from loaders.load import load
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
    saved,
    until,
)
from tests.dashboard.conftest import serving
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps

SALES, FAIR, LEASE, EQUIPMENT = (
    made_up.SALES,
    made_up_overlaps.FAIR,
    made_up_overlaps.LEASE,
    made_up.EQUIPMENT,
)
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


def file(page: Any, key: str) -> bytes:
    return Path(saved(page, page.locator(f".st-key-{key} button")).path()).read_bytes()


def verdict(page: Any, name: str) -> Any:
    return page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name))


def test_a_click_in_the_heat_map_lists_the_pairs_of_two_ministries(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja")
    page.locator("table.heat a").first.click()
    until(page, lambda: "one" in asked_for(page), "the cell's ministries")
    address = asked_for(page)
    assert address["one"][0] != address["other"][0]
    until(
        page, lambda: 0 < page.locator(".st-key-overlap_list button").count() < 6, "a shorter list"
    )


def test_a_pair_leads_from_the_list_to_its_facts_lines_and_measures(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=ja&grade=3")
    page.locator(".st-key-overlap_list button").first.click()
    page.locator("table.sides").first.wait_for()
    expect_address(page, pair=[SALES, FAIR])
    shared = page.locator("table.sides .fact.same")
    expect(shared.filter(has_text="輸出・海外販路の開拓").first).to_be_visible()
    assert (
        shared.first.evaluate("fact => getComputedStyle(fact, '::before').content")
        .strip('"')
        .startswith("＝")
    ), "marked without colour, too"
    expect(page.locator(".excerpt").first).to_contain_text("made-up line 101 <b>&</b>")
    page.get_by_role("link", name="=食品輸出見本市").first.click()
    page.locator(".measure-title", has_text="=食品輸出見本市").wait_for()


def test_an_address_restores_the_view_and_the_language_can_be_switched_in_it(
    page: Any, server: str
) -> None:
    go(page, server, f"overlap?lang=ja&grade=2&{PAIR}")
    page.get_by_role("radio", name="English").click()
    page.get_by_text("the pair is graded 3 (duplication)").wait_for()
    expect_address(page, pair=[SALES, FAIR], grade=["2"])
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_text("3 pairs", exact=True).wait_for()


def test_a_mark_and_a_remark_are_there_after_the_browser_was_closed(
    page: Any, chromium: Any, server: str, folder: Path
) -> None:
    go(page, server, f"overlap?lang=ja&{PAIR}")
    page.get_by_role("textbox", name="お名前").fill("佐藤")
    verdict(page, "重なりではない").click()
    page.get_by_text("保存済み").wait_for()
    page.get_by_label("メモ").fill("業種が違う")
    page.get_by_label("メモ").blur()
    until(
        page,
        lambda: len((folder / "remarks.jsonl").read_text(encoding="utf-8").splitlines()) == 2,
        "the second line",
    )

    later = chromium.new_page(locale="ja-JP")
    go(later, server, f"overlap?lang=ja&{PAIR}")
    later.get_by_text("業種が違う").first.wait_for()
    expect(later.get_by_label("メモ")).to_have_value("")  # of one who has given no name
    later.get_by_role("textbox", name="お名前").fill("佐藤")
    later.get_by_role("textbox", name="お名前").blur()
    expect(later.get_by_label("メモ")).to_have_value("業種が違う")
    go(later, server, "overlap?lang=ja")
    expect(later.locator(".st-key-overlap_list button").first).to_contain_text("✕ 重なりではない")
    rows = list(csv.DictReader(io.StringIO(file(later, "csv-overlap-pairs").decode("utf-8-sig"))))
    assert [row["読者のメモ"] for row in rows if row["読者の判断"]] == ["業種が違う"]
    go(later, server, "overlap?lang=ja&marked=open")
    expect(later.locator(".st-key-overlap_list button")).to_have_count(5)
    go(later, server, "overlap?lang=ja&tab=remarks")
    told = file(later, "csv-overlap-remarks").decode("utf-8-sig")
    first, row = csv.DictReader(io.StringIO(told))
    assert (row["a"], row["b"], row["verdict"]) == (SALES, FAIR, "重なりではない")
    assert [(each["who"], each["status"]) for each in (first, row)] == [("佐藤", "確認済")] * 2
    later.close()


def test_everything_is_saved_as_a_workbook(page: Any, server: str) -> None:
    go(page, server, "overlap?lang=en")
    book = load_workbook(io.BytesIO(file(page, "xlsx-overlap-pairs")))
    assert len(book.sheetnames) == 7
    pairs = book.worksheets[1]  # after the list in brief
    assert pairs.max_row == 7 and "=食品輸出見本市" in [cell.value for cell in pairs[2]]
    assert [cell.data_type for cell in pairs[2] if cell.value == "=食品輸出見本市"] == ["s"], (
        "no formula"
    )
    matrix = load_workbook(io.BytesIO(file(page, "xlsx-overlap-matrix")))
    assert len(matrix.sheetnames) == 2


def test_the_picture_of_communities_leads_to_measures_pairs_and_single_communities(
    page: Any, server: str
) -> None:
    go(page, server, "overlap?lang=ja&tab=communities")
    drawn = places(page)
    assert {SALES, FAIR, EQUIPMENT, LEASE, "community:1"} <= set(drawn["nodes"])
    with redrawn(page):
        click(page, drawn["nodes"][EQUIPMENT])
    expect_card(page, "ものづくり設備補助金")
    expect_address(page, measure=[EQUIPMENT])
    assert places(page)["nodes"] == drawn["nodes"], "nothing moves"
    click(page, drawn["nodes"]["community:1"])
    expect_card(page, re.compile("^1 "))
    until(page, lambda: "community:1" not in places(page)["nodes"], "one community alone")
    lines = places(page)["edges"].items()
    edge, spot = next((edge, spot) for edge, spot in lines if edge.startswith("measure:"))
    click(page, spot)
    page.locator("table.sides").first.wait_for()
    expect_address(page, pair=edge.split("~"))


@pytest.mark.parametrize(
    "address",
    [
        "overlap?lang=ja",
        "overlap?lang=en&mode=both",
        "overlap?lang=en&tab=communities",
        "overlap?lang=en&tab=connectors",
        f"overlap?lang=en&{PAIR}",
    ],
)
def test_nothing_is_wider_than_the_page_and_the_heading_says_where_one_is(
    page: Any, server: str, address: str
) -> None:
    go(page, server, address)
    until(
        page,
        lambda: (
            page.locator("h1").inner_text().split()[-1]
            == ("府省庁の重なり" if "lang=ja" in address else "Overlap")
        ),
        "the page's name",
    )
    page.locator("table.facts td, .st-key-overlap_list button").first.wait_for()
    expect_nothing_cut(page, ".card-name, table.facts td, table.facts th, .stButtonGroup")


def test_the_card_of_two_stands_below_their_table_on_a_small_screen_too(
    page: Any, server: str
) -> None:
    go(page, server, f"overlap?lang=ja&{PAIR}")
    expect(page.get_by_text("資料・点検が互いについて述べること", exact=True)).to_be_visible()
    expect(page.get_by_text("企業はどちらを使うか", exact=True)).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_text("企業はどちらを使うか", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

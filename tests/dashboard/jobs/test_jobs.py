"""What the dashboard is for, from the start page to the file that is handed on, by clicks alone:
a policymaker looks for what two ministries both do, an analyst for what a company has from a
certification, a presenter for a picture of how things hang together.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from openpyxl import load_workbook

from tests.dashboard.browsing import (
    expect,
    expect_address,
    expect_card,
    go,
    places,
    redrawn,
    saved,
    until,
)
from tests.made_up.catalogue import EQUIPMENT, SALES
from tests.made_up.overlaps import FAIR

KURUMIN = "certification:くるみん"


def _from_the_start(page: Any, server: str) -> None:
    """The start page, from which nothing is loaded anew any more."""
    go(page, server, "")
    page.get_by_role("radio", name="日本語").click()
    page.evaluate("window.stayed = true")


def _file(page: Any, button: Any, name: str) -> bytes:
    download = saved(page, button)
    assert download.suggested_filename == name
    return Path(download.path()).read_bytes()


def _rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_policymaker_finds_an_overlap_marks_it_and_hands_on_a_workbook(
    page: Any, server: str
) -> None:
    _from_the_start(page, server)
    page.get_by_role("link", name="テーマ", exact=True).first.click()
    page.get_by_label("テーマ・語").fill("輸出")
    page.get_by_label("テーマ・語").press("Enter")
    expect(page.locator(".beside").first).to_contain_text("2 府省庁")
    expect(page).to_have_title("輸出 – 施策グラフ")
    page.get_by_role("link", name=re.compile("^3 重複")).click()

    page.locator("table.sides").first.wait_for()
    expect_address(page, pair=[SALES, FAIR])
    expect(page).to_have_title("海外販路開拓支援 ⇄ =食品輸出見本市 – 施策グラフ")
    expect(page.locator(".excerpt").first).to_contain_text("made-up line 101")
    page.get_by_role("textbox", name="お名前").fill("佐藤")
    page.get_by_role("radio", name="同意（重なる）").click()
    page.get_by_text("保存済み").wait_for()
    page.get_by_role("button", name="一覧にもどる").click()

    marked = page.locator(".st-key-overlap_list button", has_text="✓ 同意")
    expect(marked).to_have_count(1)
    expect(page.locator(".stMain")).to_contain_text("確認済 1 ／ 6 組")
    save = page.locator(".st-key-xlsx-overlap-pairs button")
    book = load_workbook(io.BytesIO(_file(page, save, "overlap-pairs.xlsx")))
    asked, (head, *rows) = _below(_rows(book.worksheets[0]), "順位")
    assert {"対象": "施策の組", "範囲": "府省庁の間", "組数": 6}.items() <= asked.items()
    assert len(rows) == 6 and all(len(row) == len(head) for row in rows)
    assert {"海外販路開拓支援", "=食品輸出見本市", "経済産業省", "農林水産省"} <= set(rows[0])
    head, *rows = _rows(book.worksheets[1])
    first = dict(zip(head, rows[0], strict=True))
    assert (first["A 施策"], first["A 行（始）"]) == ("海外販路開拓支援", 100)
    assert not [name for name in head if name and re.search("(?<![a-z])[a-z]{3,}", name)], (
        "one language"
    )
    assert (first["読者の判断"], first["判断した人"]) == ("同意（重なる）", "佐藤")
    (_, *marks) = _rows(book.worksheets[-1])
    assert [row[:2] for row in marks] == [["海外販路開拓支援", "=食品輸出見本市"]]
    assert page.evaluate("window.stayed"), "the page was not loaded anew"


def _below(rows: list[list[Any]], first: str) -> tuple[dict[Any, Any], list[list[Any]]]:
    """What stands above a table, by name, and the table, whose first heading this is."""
    at = next(at for at, row in enumerate(rows) if row[0] == first)
    return {row[0]: row[1] for row in rows[:at] if row[0]}, rows[at:]


def test_an_analyst_answers_what_a_company_has_and_hands_on_table_and_sources(
    page: Any, server: str
) -> None:
    _from_the_start(page, server)
    page.get_by_role("link", name="「加点パス」のページへ").click()
    page.get_by_role("button", name="中小企業", exact=True).or_(
        page.get_by_role("radio", name="中小企業", exact=True)
    ).click()
    page.get_by_role("button", name="くるみん", exact=True).or_(
        page.get_by_role("radio", name="くるみん", exact=True)
    ).first.click()
    expect_address(page, size=["中小企業"], hold=["くるみん"])
    answer = page.locator(".beside").first
    expect(answer).to_contain_text("いま使える優遇は 1 件です")
    expect(answer).to_contain_text("次に「プラチナくるみん」を取ると 1 件が加わります")
    places_of = page.locator("table.facts details").first
    places_of.locator("summary").click()
    expect(places_of.locator(".excerpt").first).to_contain_text("made-up line 75")
    page.get_by_role("radio", name=re.compile("^次の認定")).or_(
        page.get_by_role("button", name=re.compile("^次の認定"))
    ).click()
    expect(page.locator("table.facts").first).to_contain_text("プラチナくるみん")

    save = page.get_by_role("button", name="すべての表を XLSX で保存")
    book = load_workbook(io.BytesIO(Path(saved(page, save).path()).read_bytes()))
    asked, (head, *rows) = _below(_rows(book.worksheets[0]), "番号")
    assert asked["企業"] == "中小企業、くるみん" and {"申請の日", "保存した日"} <= set(asked)
    row = dict(zip(head, rows[0], strict=True))
    assert row["有利になる施策・制度"] == "ものづくり設備補助金"
    assert "75" in row["出典"] and row["状況"] == "実施中"
    save = page.locator("[class*=st-key-csv-] button").first
    table = list(
        csv.reader(io.StringIO(Path(saved(page, save).path()).read_bytes().decode("utf-8-sig")))
    )
    assert "プラチナくるみん" in table[1]
    assert page.evaluate("window.stayed"), "the page was not loaded anew"


def test_a_presenter_follows_the_tour_and_hands_on_the_whole_picture(
    page: Any, server: str, tmp_path: Path
) -> None:
    _from_the_start(page, server)
    page.get_by_role("link", name="案内を始める").click()
    for step in (2, 3, 4):
        page.locator(".tour").get_by_role("link", name="次へ").click()
        expect(page.locator(".tour b")).to_contain_text(f"{step} / 4")
    page.locator(".tour").get_by_role("link", name="案内を終える").click()
    expect(page.locator(".tour")).to_have_count(0)
    page.locator("section.explorer a.example").click()
    expect_card(page, "くるみん")
    before = set(places(page)["nodes"])
    assert parse_qs(urlsplit(page.url).query)["id"] == [KURUMIN] and EQUIPMENT in before

    with redrawn(page):
        page.locator(".picture .canvas").click(
            position=places(page)["nodes"][EQUIPMENT], click_count=1
        )
    with redrawn(page):
        page.locator(".st-key-explorer_card").get_by_role("button", name="展開").click()
    drawn = until(page, lambda: set(places(page)["nodes"]), "more things", lambda d: d > before)
    things = {name for name in drawn if not name.startswith(("head:", "group:", "heading:"))}

    save, menu = page.locator(".picture .tools .save"), page.locator(".picture .menu")
    files = {}
    for name in ("PNG（2倍）", "SVG", "HTML"):
        save.click()
        files[name] = Path(saved(page, menu.get_by_role("button", name=name)).path()).read_bytes()
    png, svg = files["PNG（2倍）"], files["SVG"].decode("utf-8")
    assert png.startswith(b"\x89PNG") and int.from_bytes(png[16:20]) > 1400
    assert all(name in svg for name in ("くるみん", "ものづくり設備補助金", "経済産業省"))
    assert "くるみん のつながり" in svg and re.search(r">20\d\d-\d\d-\d\d</text>", svg), "dated"
    alone = tmp_path / "alone.html"
    alone.write_bytes(files["HTML"])
    page.goto(alone.as_uri())
    assert things <= set(places(page)["nodes"])
    expect(page).to_have_title(re.compile("くるみん"))

"""The page for bonus paths as a reader meets it, in a headless Chromium."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import openpyxl

from dashboard.views.bonus.unlocked import unlocked_rules
from queries.bonus.dated import Calls
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook
from tests.dashboard.browsing import (
    click,
    expect,
    expect_address,
    expect_card,
    go,
    places,
    redrawn,
    saved,
    settle,
)

PLATINUM = "certification:プラチナくるみん"
SMALL = Profile(size=("中小企業",), hold=("くるみん",))


def _nodes(page: Any, server: str, address: str) -> dict[str, Any]:
    go(page, server, address)
    nodes: dict[str, Any] = places(page)["nodes"]
    return nodes


def _unlocked(page: Any, number: int) -> None:
    page.locator(".legend span", has_text=re.compile(rf"^いま使える {number}$")).wait_for()


def _count(book: RuleBook, profile: Profile) -> int:
    return sum(
        met.rule.status == "in_force"
        for met in unlocked_rules(book, profile, "", Calls({}, date(2025, 4, 1))).answer.unlocked
    )


def test_choosing_a_tier_lights_the_picture_and_moves_nothing(
    page: Any, server: str, book: RuleBook
) -> None:
    before = _nodes(page, server, f"bonus?lang=ja&size={quote('中小企業')}")
    with redrawn(page):
        page.get_by_role("button", name="くるみん", exact=True).or_(
            page.get_by_role("radio", name="くるみん", exact=True)
        ).first.click()
    _unlocked(page, _count(book, SMALL))
    assert places(page)["nodes"] == before
    expect_address(page, hold=["くるみん"], size=["中小企業"])

    sent = page.url
    page.goto("about:blank")
    page.goto(sent)
    settle(page)
    _unlocked(page, _count(book, SMALL))


def test_a_click_in_the_picture_shows_the_card_with_its_lines_and_can_be_held(
    page: Any, server: str, book: RuleBook
) -> None:
    before = _nodes(
        page, server, f"bonus?lang=ja&size={quote('中小企業')}&hold={quote('くるみん')}"
    )
    click(page, before[PLATINUM])
    expect_card(page, "プラチナくるみん")
    expect_address(page, id=[PLATINUM])
    page.locator("table.facts details").first.locator("summary").click()
    expect(page.locator("table.facts details[open] .excerpt").first).to_contain_text("made-up line")

    with redrawn(page):
        page.get_by_role("button", name="持っている", exact=True).click()
    page.get_by_role("button", name="持っていないことにする").wait_for()
    _unlocked(page, _count(book, Profile(size=("中小企業",), hold=("プラチナくるみん",))))
    assert places(page)["nodes"] == before


def test_another_next_step_and_another_language_keep_the_picture(page: Any, server: str) -> None:
    before = _nodes(page, server, f"bonus?lang=ja&size={quote('中小企業')}")
    with redrawn(page):
        page.get_by_role("button", name=re.compile("^DX認定")).first.click()
    expect_address(page, step=["certification:DX認定"])
    with redrawn(page):
        page.get_by_role("radio", name="English").click()
    page.get_by_text("Available now").first.wait_for()
    assert places(page)["nodes"] == before
    expect_address(page, size=["中小企業"])


def test_all_tables_can_be_saved_as_a_workbook_and_the_answer_as_json(
    page: Any, server: str, book: RuleBook, tmp_path: Path
) -> None:
    go(page, server, f"bonus?lang=en&size={quote('中小企業')}&hold={quote('くるみん')}")
    file = saved(page, page.get_by_role("button", name="Save all tables as XLSX")).path()
    workbook = openpyxl.load_workbook(io.BytesIO(Path(file).read_bytes()))
    assert workbook.sheetnames == [
        "Available now",
        "One step away",
        "Depends",
        "Next certifications",
        "Estimates in yen",
        "Across ministries",
    ]
    rows = [row[0].value for row in workbook["Available now"].iter_rows()]
    assert rows[:2] == ["Page", "Company"] and len(rows) == rows.index("No.") + 1 + _count(
        book, SMALL
    ), "the question stands above the table"
    file = saved(page, page.get_by_role("button", name="Save the whole answer as JSON")).path()
    record = json.loads(Path(file).read_text(encoding="utf-8"))
    assert (
        record["profile"] == {"size": ["中小企業"], "hold": ["くるみん"]}
        and len(record["unlocked"]) == _count(book, SMALL)
        and record["next"]
    )

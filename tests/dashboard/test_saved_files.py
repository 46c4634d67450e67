"""What a page saves, as a visitor's browser gets it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.opening import open_store
from queries.overview.pillars import ministries_by_pillar
from tests.dashboard.browsing import (
    expect,
    go,
    places,
    saved,
)
from tests.made_up import catalogue as made_up

KURUMIN = "certification:くるみん"
EQUIPMENT = made_up.EQUIPMENT


def test_tables_are_saved_for_excel(page: Any, server: str) -> None:
    go(page, server, f"measure?lang=ja&id={quote(EQUIPMENT)}")
    content = Path(saved(page, page.get_by_role("button", name="CSV で保存")).path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert any("10000000000" in row for row in rows)


def saved_rows(page: Any, file: str) -> list[dict[str, str]]:
    download = saved(page, page.locator(f".st-key-csv-{file} button"))
    assert download.suggested_filename == f"{file}.csv"
    return list(csv.DictReader(io.StringIO(Path(download.path()).read_bytes().decode("utf-8-sig"))))


def test_money_is_saved_with_names_and_words_in_the_chosen_language(page: Any, server: str) -> None:
    go(page, server, "overview?lang=en")
    jetro = next(
        row
        for row in saved_rows(page, "money-by-ministry")
        if (row["Ministry"], row["Kind"])
        == ("Ministry of Economy, Trade and Industry", "Initial budget")
    )
    assert int(jetro["Larger budgets of which a part (yen)"]) >= made_up.JETRO_POT
    assert {row["Fiscal year"] for row in saved_rows(page, f"money-{made_up.DOCUMENT}")} == {
        "2025",
        "2024",
    }
    assert "Ministry of Economy, Trade and Industry" in {
        row["Ministry"] for row in saved_rows(page, "ministries-by-pillar")
    }
    go(page, server, "overview?lang=ja")
    assert {(row["府省庁"], row["年度"]) for row in saved_rows(page, "money-by-ministry")} >= {
        ("経済産業省", "2025"),
        ("経済産業省", "2024"),
    }


def test_lists_of_measures_are_saved_with_id_document_and_line(
    page: Any, server: str, store: str
) -> None:
    with open_store(store) as opened:
        cell = next(
            cell
            for cell in ministries_by_pillar(opened)
            if (cell.ministry_name, cell.pillar_name) == (made_up.METI, made_up.INVEST)
        )
    go(
        page,
        server,
        f"overview?lang=en&ministry={quote(cell.ministry)}&pillar={quote(cell.pillar)}",
    )
    assert saved_rows(page, "measures") == [
        {
            "ID": made_up.EQUIPMENT,
            "Measure": "ものづくり設備補助金",
            "Document": "試しの施策集",
            "Line": "51",
            "Note": "lead",
        },
        {
            "ID": made_up.LOAN,
            "Measure": "女性活躍融資",
            "Document": "試しの施策集",
            "Line": "351",
            "Note": "supervises the body",
        },
    ]
    go(page, server, "measure?lang=en")
    listed = saved_rows(page, "all-measures")
    assert len(listed) == 7
    assert {
        "ID": made_up.REGION_TAX,
        "Measure": "地域拠点税制",
        "Ministry": "Cabinet Office",
        "Pillar": "1. 設備投資",
        "Document": "試しの施策集",
        "Line": "301",
    } in listed


def test_a_picture_is_saved_whole_and_as_a_page_that_stands_alone(
    page: Any, server: str, tmp_path: Path
) -> None:
    go(page, server, f"explorer?lang=ja&id={quote(KURUMIN)}")
    names = places(page)["nodes"]
    save, menu = page.locator(".picture .tools .save"), page.locator(".picture .menu")
    save.click()
    picture = saved(page, menu.get_by_role("button", name="PNG（2倍）"))
    assert Path(picture.path()).read_bytes().startswith(b"\x89PNG")
    alone = tmp_path / "alone.html"
    save.click()
    saved(page, menu.get_by_role("button", name="HTML")).save_as(alone)
    page.goto(alone.as_uri())
    assert set(places(page)["nodes"]) == set(names)
    expect(page).to_have_title(re.compile("くるみん"))
    expect(menu.get_by_role("button", name="HTML")).to_have_count(0)

"""Made-up review sheets in the layout of the published tables: two programmes of the year 2031."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from loaders.review_sheets.tables import COMMON, Table, table_named

YEAR = 2031
Cells = Mapping[str, str]
WORKSHOP: Cells = {
    "programme": "7",
    "name": "里山発酵設備導入促進事業",
    "ministry": "経済産業省",
    "office": "経済産業省",
    "bureau": "中小企業庁",
    "division": "発酵課",
}
HARBOUR: Cells = {
    "programme": "12",
    "name": "港湾冷熱利用拠点形成事業",
    "ministry": "国土交通省",
    "office": "国土交通省　観光庁",
    "bureau": "",
    "section": "港湾室",
}
# table -> what its rows say beside the common columns, with the programme that says it
ROWS: dict[str, tuple[tuple[Cells, Cells], ...]] = {
    "1-1": (
        (WORKSHOP, {}),
        (WORKSHOP, {"other_office": "農林水産省", "other_bureau": "食品局"}),
        (HARBOUR, {"other_office": "国土交通省　観光庁"}),
    ),
    "1-2": (
        (
            WORKSHOP,
            {
                "purpose": "小規模事業者の設備",
                "began": "2029",
                "began_unknown": "FALSE",
                "ends": "2033",
                "no_end": "FALSE",
                "subsidy": "1",
                "former_number": "2030-経産-30-0007",
            },
        ),
        (WORKSHOP, {"began": "1999", "direct": "1"}),
        (HARBOUR, {"outline": "冷熱", "began_unknown": "TRUE", "no_end": "TRUE", "direct": "1"}),
    ),
    "1-3": (
        (
            WORKSHOP,
            {
                "policy": "発酵",
                "measure": "設備",
                "law": "発酵振興法",
                "law_number": "令和三年法律第九百号",
                "law_id": "503AC0000000900",
                "article": "第四条",
                "paragraph": "2",
                "plan": "発酵基本計画",
            },
        ),
        (HARBOUR, {"law": "発酵振興法第５条", "plan": "港湾計画"}),
        (HARBOUR, {"law": "港湾冷熱法", "plan": "港湾計画"}),
    ),
    "1-4": ((WORKSHOP, {"rate": "'定額、1/2以内", "cap": "3,000万円"}), (HARBOUR, {"cap": "なし"})),
    "1-5": (
        (WORKSHOP, {"related": "12", "related_name": HARBOUR["name"], "relation": "統合先"}),
        (HARBOUR, {}),
    ),
    "2-1": (
        (
            WORKSHOP,
            {
                "budget_year": "2031",
                "initial": "500000000",
                "supplementary": "0",
                "available": "500000000",
                "executed": "0",
                "requested": "640000000.0",
            },
        ),
        (
            WORKSHOP,
            {
                "budget_year": "2031",
                "account_kind": "一般会計",
                "account": "一般会計",
                "account_initial": "500000000",
                "account_available": "500000000",
                "account_executed": "0",
            },
        ),
        (
            WORKSHOP,
            {
                "budget_year": "2030",
                "initial": "400000000",
                "available": "410000000",
                "executed": "390000000",
                "carried_on": "0",
            },
        ),
        (HARBOUR, {"budget_year": "2030"}),
        (
            WORKSHOP,
            {
                "budget_year": "2030",
                "account_kind": "一般会計",
                "account": "一般会計",
                "supplementary_1": "100000000",
                "supplementary_2": "50000000.0",
                "reserve_1": "10000000",
                "reserve_4": "-5000000",
                "account_available": "300000000",
                "account_executed": "290000000",
            },
        ),
        (
            WORKSHOP,
            {
                "budget_year": "2030",
                "account_kind": "特別会計",
                "account": "発酵",
                "sub_account": "こうじ勘定",
                "account_available": "110000000",
                "account_executed": "100000000",
            },
        ),
    ),
    "2-2": (
        (
            WORKSHOP,
            {
                "budget_year": "2031",
                "account": "一般会計",
                "kind": "当初予算",
                "jurisdiction": "経済産業省",
                "organisation": "中小企業庁",
                "budget_item": "発酵費",
                "sub_item": "設備補助金",
                "yen": "500000000",
            },
        ),
        (HARBOUR, {"budget_year": "2031"}),
    ),
    "4-1": (
        (
            WORKSHOP,
            {
                "external": "類似の事業との役割分担を明らかにすること",
                "external_year": "2029",
                "verdict": "事業内容の一部改善",
                "outcome": "縮減",
            },
        ),
        (HARBOUR, {"external": "－", "earlier": "公開プロセス", "earlier_year": "2028"}),
    ),
    "5-2": (
        (WORKSHOP, {"from_office": "TRUE", "block": "A"}),
        (WORKSHOP, {"from_office": "FALSE", "block": "B"}),
    ),
    "5-3": (
        (
            WORKSHOP,
            {
                "block": "A",
                "recipient": "一般社団法人発酵会",
                "corporate_number": "1020001071491",
                "yen": "200000000",
            },
        ),
        (
            WORKSHOP,
            {
                "block": "A",
                "recipient": "一般社団法人発酵会",
                "corporate_number": "1020001071491.0",
                "yen": "100000000",
            },
        ),
        (WORKSHOP, {"block": "B", "recipient": "株式会社里山", "yen": "50000000"}),
        (HARBOUR, {}),
    ),
}

# two tables that not every user has
MORE: dict[str, tuple[tuple[Cells, Cells], ...]] = {
    "3-1": (
        (
            WORKSHOP,
            {
                "kind": "アウトカム",
                "indicator": "発酵樽を更新した事業者",
                "counted_in": "者",
                "what": "目標値",
                "2030": "1,200",
                "2031": "1500.5",
            },
        ),
        (
            WORKSHOP,
            {
                "kind": "アウトカム",
                "indicator": "発酵樽を更新した事業者",
                "counted_in": "者",
                "what": "実績値",
                "2030": "1100",
                "2031": "－",
            },
        ),
        (
            WORKSHOP,
            {
                "kind": "アウトカム",
                "indicator": "発酵樽を更新した事業者",
                "counted_in": "者",
                "what": "達成率",
                "2030": "91.7%",
            },
        ),
    ),
    "5-1": (
        (WORKSHOP, {"block": "A"}),
        (
            WORKSHOP,
            {
                "block": "A",
                "recipient": "一般社団法人発酵会",
                "corporate_number": "1020001071491",
                "total": "420000000",
                "yen": "400000000",
                "method": "補助金等交付",
            },
        ),
        (
            WORKSHOP,
            {
                "block": "A",
                "recipient": "一般社団法人発酵会",
                "corporate_number": "1020001071491",
                "yen": "20000000",
                "method": "一般競争契約（最低価格）",
                "bidders": "1",
                "award_rate": "98.5%",
            },
        ),
        (WORKSHOP, {"block": "B", "recipient": "株式会社里山", "yen": "50000000"}),
    ),
}
_OVER_YEARS = tuple(map(str, range(2028, 2033)))


def headings(table: Table) -> list[str]:
    """The headings of a table as it is published."""
    second = table.number == "1-1"  # which prints two of the common ones in another way
    common = [names[-1] if second else names[0] for names in COMMON.values()]
    own = [names[0] for name, names in table.headings.items() if name not in COMMON]
    return [*common, *own, *table.unread, *(_OVER_YEARS if table.years else ())]


def csv_text(
    number: str, rows: Sequence[tuple[Cells, Cells]] | None = None, year: int = YEAR
) -> str:
    """A table as CSV; `rows`: others than ROWS has."""
    table = table_named(number)
    assert table is not None
    at = {
        name: place
        for place, name in enumerate(
            [*COMMON, *(name for name in table.headings if name not in COMMON)]
        )
    }
    first = headings(table)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(first)
    at |= {year: first.index(year) for year in _OVER_YEARS if year in first}
    for common, own in (ROWS | MORE)[number] if rows is None else rows:
        cells = [""] * len(first)
        for name, cell in {"sheet": "レビューシート", "year": str(year), **common, **own}.items():
            cells[at[name]] = cell
        writer.writerow(cells)
    return text.getvalue()


def name_of(number: str, year: int = YEAR) -> str:
    """The name of a table's file, without its ending."""
    return f"{number}_RS_{year}_発酵"


def written(
    folder: Path,
    numbers: Iterable[str] = ROWS,
    *,
    year: int = YEAR,
    zipped: bool = True,
    instead: Mapping[str, bytes] | None = None,
) -> Path:
    """A folder with those tables, as ZIPs or as CSVs; `instead`: other bytes of some CSVs."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        data = (instead or {}).get(number) or csv_text(number, year=year).encode("utf-8-sig")
        if zipped:
            with zipfile.ZipFile(folder / f"{name_of(number, year)}.zip", "w") as archive:
                archive.writestr(f"{name_of(number, year)}.csv", data)
        else:
            (folder / f"{name_of(number, year)}.csv").write_bytes(data)
    return folder

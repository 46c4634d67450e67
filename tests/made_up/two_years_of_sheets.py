"""Made-up review sheets of 2030 and 2031, with a programme for each kind of change."""

from __future__ import annotations

from pathlib import Path

from loaders.catalogue.files import Catalogue
from loaders.extract import extract
from tests.made_up.review_sheets import Cells, csv_text, written

BEFORE, AFTER = 2030, 2031
MERGED_LATER = "12"  # it has a sheet in both years; the second says first that it was merged


def _head(number: str, name: str = "", ministry: str = "国土交通省") -> Cells:
    name = name or f"試験事業{number}号"
    return {"programme": number, "name": name, "ministry": ministry, "office": ministry}


def _relation(number: str, other: str, relation: str) -> tuple[Cells, Cells]:
    return _head(number), {"related": other, "related_name": "相手", "relation": relation}


_HEADS: dict[int, tuple[tuple[Cells, Cells], ...]] = {
    BEFORE: (
        (_head("1", "里山海洋事業"), {}),
        (_head("2", "里山・発酵"), {}),
        (_head("3"), {"ends": "2030"}),
        (_head("4"), {}),
        (_head("5"), {}),
        (_head("6", "名のある事業"), {}),
        (_head("7"), {}),
        (_head(MERGED_LATER), {}),
        (_head("13", "双子事業"), {}),
        (_head("16", "古い名"), {"former_number": "2029-国交-29-0016"}),
    ),
    AFTER: (
        (_head("1", "里山海洋拠点事業"), {}),
        (_head("2", "里山発酵"), {}),
        (_head("7", ministry="農林水産省"), {}),
        (_head("8"), {}),
        (_head("9"), {}),
        (_head("10", "名のある事業"), {}),
        (_head("11"), {}),
        (_head(MERGED_LATER), {}),
        (_head("14", "双子事業"), {}),
        (_head("15", "双子事業"), {}),
        (_head("17", "新しい名"), {"former_number": "2029-国交-29-0016"}),
    ),
}
_RELATIONS = {
    BEFORE: (_relation("4", "2", "統合先"),),
    AFTER: (
        _relation("8", "5", "分割元"),
        _relation("9", "5", "分割元"),
        _relation(MERGED_LATER, "2", "統合先"),
    ),
}
_MONEY = {
    BEFORE: ((_head("1"), {"budget_year": "2030", "initial": "100"}),),
    AFTER: (
        (_head("1"), {"budget_year": "2031", "initial": "130"}),
        (_head("1"), {"budget_year": "2030", "initial": "100"}),
    ),
}


def catalogue(folder: Path) -> Catalogue:
    """Both years, the sheets being written to `folder`; no documents."""
    folders = []
    for year in (BEFORE, AFTER):
        tables = {"1-2": _HEADS[year], "1-5": _RELATIONS[year], "2-1": _MONEY[year]}
        folders.append(
            written(
                folder / str(year),
                list(tables),
                year=year,
                instead={n: csv_text(n, rows, year).encode() for n, rows in tables.items()},
            )
        )
    return extract(folders).catalogue

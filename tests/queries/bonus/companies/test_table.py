"""How a table of companies may be written: its encoding, its cells, its headings."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from graph.errors import ProfileError
from graph.store import Store
from queries.bonus.companies.answers import ask_companies
from queries.bonus.companies.cells import between, names_in
from tests.queries.bonus.companies.written import rows_of


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "companies.csv"


def held_by(store: Store, table: Path, **options: Any) -> set[str]:
    """What the companies of the table hold that counts for a rule."""
    out = table.with_name("out.csv")
    ask_companies(store, table, out, **options)
    return {row["by"].partition(" → ")[0] for row in rows_of(out)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_the_encoding_is_that_of_the_file(bonus_store: Store, table: Path, encoding: str) -> None:
    table.write_bytes("法人番号,法人名,認定\n1,株式会社髙﨑,くるみん\n".encode(encoding))
    assert "くるみん" in held_by(bonus_store, table)
    assert rows_of(table.with_name("out.csv"))[0]["name"] == "株式会社髙﨑"


def test_another_encoding_is_told(bonus_store: Store, table: Path) -> None:
    table.write_bytes("法人番号,認定\n1,くるみん\n".encode("euc-jp"))
    with pytest.raises(ProfileError):
        held_by(bonus_store, table)
    assert "くるみん" in held_by(bonus_store, table, encoding="euc-jp")
    table.write_bytes("法人番号,認定\n1,くるみん\n".encode() + b"\xff\xfe\xa0")
    with pytest.raises(ProfileError, match="--encoding"):
        held_by(bonus_store, table)
    with pytest.raises(ProfileError, match="klingon.*--encoding"):
        held_by(bonus_store, table, encoding="klingon")


def test_what_is_written_opens_in_excel_as_text(bonus_store: Store, table: Path) -> None:
    table.write_text(
        '法人番号,法人名,認定\n=1+1,"=HYPERLINK(""x"")",くるみん\n-2,@A1,くるみん\n',
        encoding="utf-8",
    )
    held_by(bonus_store, table)
    out = table.with_name("out.csv")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {(row["number"], row["name"]) for row in rows_of(out)} == {
        ("'=1+1", '\'=HYPERLINK("x")'),
        ("'-2", "'@A1"),
    }
    assert not any(
        cell.startswith(("=", "+", "-", "@")) for r in rows_of(out) for cell in r.values()
    )


@pytest.mark.parametrize("number", ["1.23457E+12", "１.２３Ｅ＋12", "1e12", "-1.5E+3"])
def test_a_number_that_a_spreadsheet_shortened_is_refused(
    bonus_store: Store, table: Path, number: str
) -> None:
    table.write_text(f"法人番号,認定\n7,くるみん\n{number},DX認定\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="companies.csv:3: .*shortened.*make the column text"):
        held_by(bonus_store, table)


@pytest.mark.parametrize(
    "number",
    [
        "９２３４５６７８９０１２３",
        " 9234567890123 ",
        '="9234567890123"',
        "9234567890123.0",
        "9,234,567,890,123",
        "'9234567890123",
    ],
)
def test_one_number_is_one_company_however_it_is_written(
    bonus_store: Store, table: Path, number: str
) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["法人番号", "企業規模"], ["9234567890123", "中小企業"], [number, "大企業"]]
        )
    with pytest.raises(ProfileError, match="9234567890123 is told otherwise in line 2"):
        held_by(bonus_store, table)


def test_a_heading_for_certifications_may_stand_several_times_any_other_but_once(
    bonus_store: Store, table: Path
) -> None:
    table.write_text("法人番号,認定, 認定,認定\n1,くるみん,,DX認定\n", encoding="utf-8")
    assert {"くるみん", "DX認定"} <= held_by(bonus_store, table)
    table.write_text("法人番号,企業規模,企業規模\n1,中小企業,大企業\n", encoding="utf-8")
    with pytest.raises(
        ProfileError, match="companies.csv:1: has several columns called '企業規模'"
    ):
        held_by(bonus_store, table)
    table.write_text("法人番号,商号または名称,名称,名称\n1,a,くるみん,DX認定\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="has several columns called '名称'"):
        held_by(bonus_store, table, mapping="gbizinfo")


@pytest.mark.parametrize(
    "between", ["、", "，", ",", "／", "/", "・", "；", ";", "\n", "\r\n", " ・ "]
)
@pytest.mark.parametrize(("mapping", "column"), [("plain", "認定"), ("gbizinfo", "名称")])
def test_several_names_in_a_cell_are_several_certifications(
    bonus_store: Store, table: Path, between: str, mapping: str, column: str
) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["法人番号", "商号または名称", column], ["1", "a", f"くるみん{between}DX認定"]]
        )
    assert {"くるみん", "DX認定"} <= held_by(bonus_store, table, mapping=mapping)


def test_a_name_that_is_known_and_a_number_are_not_cut() -> None:
    parting = between("、，,・／/")
    known = {"認定・計画", "甲"}.__contains__
    assert names_in("甲、認定・計画・乙", parting, known) == ["甲", "認定・計画", "乙"]
    assert names_in("投資+3,000万円、1/2、", parting, known) == ["投資+3,000万円", "1/2"]


@pytest.mark.parametrize(
    "nothing",
    ["なし", "ナシ", "（無し）", "無", "－", "―", "ー", "-", "該当なし", " ", "N/A", '=""'],
)
def test_a_cell_that_says_nothing_is_empty(bonus_store: Store, table: Path, nothing: str) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ["法人番号", "企業規模", "認定", "取組", "従業員数"],
                ["1", *[nothing] * 4],
                ["2", "中小企業", "くるみん", nothing, "10"],
                [""] * 5,
            ]
        )
    assert "くるみん" in held_by(bonus_store, table)
    assert ask_companies(bonus_store, table, table.with_name("out.csv")).companies == 2


def test_a_table_that_excel_saved_as_unicode_text_has_tabs(bonus_store: Store, table: Path) -> None:
    table.write_bytes("法人番号\t認定\r\n1\tくるみん\r\n".encode("utf-16"))
    assert "くるみん" in held_by(bonus_store, table)

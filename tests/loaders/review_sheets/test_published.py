"""Files that are no tables of the RS System, or broken ones: one line each, with file and line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph.bounds import SHEETS_BYTES
from graph.errors import DocumentError
from loaders.extract import extract
from loaders.review_sheets import csv_file, tables
from loaders.review_sheets.published import published
from tests.made_up.review_sheets import YEAR, csv_text, headings, name_of, written

TABLE = csv_text("1-2")
LINES = TABLE.splitlines(keepends=True)


def refusal(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        extract([path])
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (TABLE.replace(str(YEAR), "2030").encode(), 2, "sheets of the year 2030, its name says"),
        ((TABLE[:-40]).encode(), 4, "the last line has no end"),
        ("".join([*LINES[:2], LINES[2].replace(",", "", 3)]).encode(), 3, "columns in this row"),
        (TABLE.encode("cp932"), 1, "is not UTF-8"),
        (TABLE.replace(",", ";").encode(), 1, "parted by semicolons"),
        (TABLE.replace("予算事業ID", "番号").encode(), 1, "the column 予算事業ID is missing"),
        (TABLE.replace(",", "\t").encode(), 1, "parted by tabs"),
        (
            TABLE.replace("事業年度", "年").encode(),
            1,
            "the column 事業年度 is missing in table 1-2",
        ),
        (
            "".join([*LINES[:2], LINES[2].replace(str(YEAR), "2030")]).encode(),
            3,
            f"a sheet of the year 2030 among those of {YEAR}",
        ),
        (
            "".join([LINES[0], LINES[0].replace("事業名", '"事業名', 1)]).encode(),
            2,
            "cannot be read",
        ),
        (LINES[0].replace("事業名", "事業年度").encode(), 1, "事業年度 stands twice"),
        (csv_text("2-1").encode(), 1, "its headings are those of table 2-1, its name says 1-2"),
    ],
    ids=[
        "of another year",
        "cut within a line",
        "cells lost",
        "cp932",
        "semicolons",
        "no number",
        "tabs",
        "no year",
        "two years",
        "an open quotation mark",
        "a column twice",
        "another table",
    ],
)
def test_a_broken_table_is_refused_in_one_line(tmp_path: Path, data: bytes, line: int, says: str):
    folder = written(tmp_path / "sheets", zipped=False, instead={"1-2": data})
    said = refusal(folder)
    assert says in said and said.startswith(f"{folder / name_of('1-2')}.csv:{line}: ")


def test_a_line_or_table_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(csv_file, "SHEETS_LINE", 2_000)
    long = TABLE.replace("小規模事業者の設備", "あ" * 900)
    assert ":2: a line of more than 2,000 bytes" in refusal(
        written(tmp_path / "long", instead={"1-2": long.encode()})
    )
    monkeypatch.setattr(csv_file, "SHEETS_BYTES", len(TABLE.encode()) - 1)
    for zipped in (False, True):
        said = refusal(written(tmp_path / f"large {zipped}", zipped=zipped))
        assert "bytes, more than" in said


def test_a_zip_that_unpacks_to_more_than_a_table_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / f"{name_of('1-2')}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("table.csv", b"\0" * (SHEETS_BYTES + 1))
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was read"))
    assert path.stat().st_size < 2**20
    assert "a table of 268,435,457 bytes, more than 268,435,456" in refusal(path)


def test_a_zip_that_is_none_or_holds_no_table_is_refused(tmp_path: Path):
    path = tmp_path / f"{name_of('1-2')}.zip"
    path.write_bytes(b"PK\x03\x04 nothing")
    assert "is no whole ZIP" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", TABLE)
        archive.writestr("b.csv", TABLE)
    assert "2 CSV files in it" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", TABLE)
    whole = path.read_bytes()
    at = whole.index("レビューシート".encode())
    path.write_bytes(whole[:at] + b"\x00" + whole[at + 1 :])
    assert "is no whole ZIP" in refusal(path)


def test_a_table_given_twice_is_refused(tmp_path: Path):
    with pytest.raises(DocumentError, match="the same table 1-2 of 2031 as"):
        published([written(tmp_path / "a"), written(tmp_path / "b", ["1-2"])])


def test_columns_that_are_missing_or_new_are_said_and_the_rest_is_read(tmp_path: Path):
    renamed = TABLE.replace("事業開始年度", "開始の年", 1)
    extraction = extract([written(tmp_path / "s", instead={"1-2": renamed.encode()})])
    missing, new = extraction.problems
    assert (missing.document, missing.line) == (new.document, new.line) == (f"rs-{YEAR}-1-2", 1)
    assert "事業開始年度 is missing in table 1-2, by which we know names, years" in missing.what
    assert new.what == "a column that nobody knows in table 1-2: 開始の年"
    assert {p.began for p in extraction.catalogue.programmes} == {None}
    assert [p.name for p in extraction.catalogue.programmes if p.ends == 2033]


def test_a_file_of_another_name_is_known_by_its_headings(tmp_path: Path):
    (tmp_path / "budgets.csv").write_text(csv_text("2-1"), encoding="utf-8", newline="")
    ([table], others) = published([tmp_path / "budgets.csv"])
    assert (table.table.number, table.year, others) == ("2-1", YEAR, [])


def test_what_is_no_table_is_left_to_other_readers(tmp_path: Path):
    (tmp_path / "companies.csv").write_text("name,size\na,1\n", encoding="utf-8")
    assert published([tmp_path / "companies.csv", tmp_path]) == (
        [],
        [tmp_path / "companies.csv", tmp_path],
    )


def test_every_table_is_known_by_its_headings_and_reads_columns_of_its_own():
    for table in tables.tables():
        years = [str(year) for year in range(2007, 2061)]
        assert tables.table_of([*headings(table), *years]) == table
        assert not set(table.columns) & set(tables.COMMON), table.number

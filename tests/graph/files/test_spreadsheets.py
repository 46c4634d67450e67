"""Tables for spreadsheets: numbers stay numbers, text stays text."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from graph.errors import StoreError
from graph.files.csv_file import csv_bytes
from graph.files.spreadsheets import Sheet, xlsx_bytes


def workbook(*sheets: Sheet):
    return load_workbook(io.BytesIO(xlsx_bytes(sheets)))


@pytest.mark.parametrize("text", ["=1+1", "+81", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1"])
def test_no_text_is_run_as_a_formula(text: str) -> None:
    cell = workbook(Sheet("one", ["a"], [[text]])).worksheets[0]["A2"]
    assert (cell.data_type, cell.value.strip()) == ("s", text.strip())
    assert list(
        csv.reader(io.StringIO(csv_bytes(["a"], [[text]]).decode("utf-8-sig"), newline=""))
    )[1] == [f"'{text}"]


def test_numbers_are_numbers_and_nothing_is_an_empty_cell() -> None:
    page = workbook(
        Sheet("one", ["yen", "score", "none", "empty"], [[26_300_000_000, -0.25, None, ""]])
    ).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in page[2]] == [
        (26_300_000_000, "n"),
        (-0.25, "n"),
        (None, "n"),
        (None, "n"),
    ]
    assert csv_bytes(["a", "b"], [[-3, None]]) == b"\xef\xbb\xbfa,b\r\n-3,\r\n"


def test_the_head_row_stays_in_sight_and_sheets_keep_their_order() -> None:
    book = workbook(Sheet("省庁/組", ["見出し"], [["値"]]), Sheet("二", ["見出し"], []))
    assert book.sheetnames == ["省庁 組", "二"] and [
        page.freeze_panes for page in book.worksheets
    ] == ["A2", "A2"]
    assert book.worksheets[0]["A1"].font.bold and book.worksheets[1]["A1"].value == "見出し"


def test_what_a_workbook_cannot_hold_is_left_out() -> None:
    page = workbook(
        Sheet("one", ["a"], [["前\x0b\x08\ufffe\uffff\ud800後"], ["長" * 40_000]])
    ).worksheets[0]
    assert page["A2"].value == "前後" and len(page["A3"].value) == 32_767


def test_a_table_that_is_longer_than_a_sheet_can_be_is_refused() -> None:
    with pytest.raises(
        StoreError,
        match="pairs: 1,048,576 rows are more than the 1,048,575 that a workbook's sheet holds",
    ):
        xlsx_bytes([Sheet("pairs", ["n"], [[1]] * 1_048_576)])

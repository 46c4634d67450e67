"""Rows of review sheets, live from their CSV or ZIP."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.reading import excerpt, naming, sheet_row
from dashboard.text.words import Words
from graph.errors import DocumentError
from tests.made_up.review_sheets import name_of, written

TABLE = "rs-2031-1-2"


def _at(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(excerpt, "file_of", lambda document: path if document == TABLE else None)


@pytest.mark.parametrize("zipped", [True, False])
def test_a_row_is_found_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zipped: bool
) -> None:
    folder = written(tmp_path, ["1-2"], zipped=zipped)
    _at(monkeypatch, folder / f"{name_of('1-2')}.{'zip' if zipped else 'csv'}")
    row = sheet_row.row(TABLE, 2, 7)
    assert row and row["事業の目的"] == "小規模事業者の設備"
    other = sheet_row.row(TABLE, 4, 12)
    assert other and other["事業の概要"] == "冷熱"
    assert sheet_row.row(TABLE, 4, 7) is None, "a row of another programme is not shown"
    assert sheet_row.row(TABLE, 400, 7) is None
    assert sheet_row.row("rs-2031-4-1", 2, 7) is None


def test_a_file_that_cannot_be_read_is_an_error_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"no ZIP")
    _at(monkeypatch, broken)
    with pytest.raises(DocumentError, match=r"broken\.zip.*mend the file"):
        sheet_row.row(TABLE, 2, 7)


def test_a_place_in_a_sheet_is_named_by_year_and_table() -> None:
    assert naming.document_short(Words("ja"), TABLE) == "2031年度 表1-2"
    assert naming.document_short(Words("en"), TABLE) == "2031, table 1-2"
    assert naming.is_review_sheet(TABLE) and not naming.is_review_sheet("package-2025")

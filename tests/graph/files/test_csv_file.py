"""Lines of CSV as spreadsheets open them."""

from __future__ import annotations

import csv
import io
import re

import pytest

from graph.files.csv_file import csv_bytes, csv_line
from tests.paths import ROOT


@pytest.mark.parametrize(
    "cells", [("1", "名前"), ("a,b", 'say "so"'), ("two\nlines", ""), ("", "")]
)
def test_a_line_of_csv_is_read_as_the_same_cells(cells: tuple[str, ...]) -> None:
    line = csv_line(cells)
    assert not line.endswith("\n")
    assert next(csv.reader(line.splitlines(keepends=True))) == list(cells)


def test_tables_for_spreadsheets_are_written_in_one_place() -> None:
    """A second writer of CSV would pass formulas on."""
    writing = {
        path.relative_to(ROOT).as_posix()
        for room in ("graph", "loaders", "queries", "dashboard", "commands")
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"csv\.(?:writer|DictWriter)|to_csv\(", path.read_text(encoding="utf-8"))
    }
    assert writing == {"graph/files/csv_file.py"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_no_cell_begins_a_formula(sign: str) -> None:
    told = f"{sign}cmd|' /c calc'!A1"
    data = csv_bytes([told], [[told, 5, -5]]).decode("utf-8-sig")
    [head], [cell, *numbers] = list(csv.reader(io.StringIO(data, newline="")))
    assert head == cell == f"'{told}" and numbers == ["5", "-5"]

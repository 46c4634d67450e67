"""Lines of CSV as spreadsheets open them."""

from __future__ import annotations

import csv

import pytest

from graph.files.csv_file import csv_line


@pytest.mark.parametrize(
    "cells", [("1", "名前"), ("a,b", 'say "so"'), ("two\nlines", ""), ("", "")]
)
def test_a_line_of_csv_is_read_as_the_same_cells(cells: tuple[str, ...]) -> None:
    line = csv_line(cells)
    assert not line.endswith("\n")
    assert next(csv.reader(line.splitlines(keepends=True))) == list(cells)

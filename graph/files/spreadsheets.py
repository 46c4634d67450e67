"""Workbooks (XLSX) of tables. Text stays text: none of it is run as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from graph.errors import StoreError
from graph.files.csv_file import Value
from graph.files.xml_text import xml_text

_MOST_ROWS = 1_048_576  # of a sheet, its head among them
_LONGEST_TEXT = 32_767  # characters in a cell, Excel's limit
_NARROWEST, _WIDEST = 8, 60
_NOT_IN_NAMES = re.compile(r"[\\/*?:\[\]]")


@dataclass(frozen=True)
class Sheet:
    """A table of a workbook."""

    name: str
    """The name on its tab."""
    headings: Sequence[str]
    """The headings of the columns."""
    rows: Sequence[Sequence[Value]]
    """A value for each column; numbers are numbers."""
    above: Sequence[tuple[str, Value]] = ()
    """What stands above the headings, a row each: what is said, and the value."""


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with these sheets, the head row of each frozen and filtered. Raises StoreError for
    a table that is longer than a sheet can be.
    """
    most = (sheet for sheet in sheets if len(sheet.rows) + _head(sheet) > _MOST_ROWS)
    if long := next(most, None):
        raise StoreError(
            f"{len(long.rows):,} rows are more than the {_MOST_ROWS - 1:,} that a workbook's sheet"
            " holds",
            long.name,
            "write CSV, or ask for fewer",
        )
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(_NOT_IN_NAMES.sub(" ", sheet.name)[:31])
        for row, said in enumerate(sheet.above, 1):
            for column, value in enumerate(said, 1):
                _put(page.cell(row, column), value)
                page.cell(row, column).alignment = Alignment(vertical="top")
        head = _head(sheet)
        for row, values in enumerate([sheet.headings, *sheet.rows], head):
            for column, value in enumerate(values, 1):
                _put(page.cell(row, column), value)
        for cell in page[head]:
            cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top", wrap_text=True)
        page.freeze_panes = f"A{head + 1}"
        last = f"{get_column_letter(len(sheet.headings))}{head + len(sheet.rows)}"
        page.auto_filter.ref = f"A{head}:{last}"
        for column, wide in enumerate(_widths(sheet), 1):
            page.column_dimensions[get_column_letter(column)].width = wide
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Sheet) -> int:
    """The row of the headings: below what stands above, and an empty row."""
    return len(sheet.above) + 2 if sheet.above else 1


def _put(cell: Cell, value: Value) -> None:
    if not isinstance(value, str):
        cell.value = value
    elif value:
        cell.value = xml_text(value)[:_LONGEST_TEXT]
        cell.data_type = "s"  # also what begins with =
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, int) and abs(value) >= 1000:
        cell.number_format = "#,##0"


def _widths(sheet: Sheet) -> list[int]:
    """Column widths in characters of the digit's width; Japanese characters take two."""
    columns = zip(*([*sheet.rows] or [[""] * len(sheet.headings)]), strict=True)
    texts = (
        [heading[:_NARROWEST], *("" if value is None else str(value) for value in column)]
        for heading, column in zip(sheet.headings, columns, strict=True)
    )
    return [
        min(
            _WIDEST, max(_NARROWEST, *(len(text.encode("cp932", "replace")) + 2 for text in column))
        )
        for column in texts
    ]

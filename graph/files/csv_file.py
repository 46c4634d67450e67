"""CSV as spreadsheets open it: UTF-8 with a mark, and text that stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Value = str | int | float | None
ENCODING = "utf-8-sig"  # with the mark by which Excel knows UTF-8
MARK = "\ufeff"  # that mark; written by itself a long file in UTF-8 is written faster
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_text(value: str) -> str:
    """The text as a cell that no spreadsheet runs: one that would begin a formula is set off by an
    apostrophe.
    """
    return f"'{value}" if value.startswith(_FORMULA) else value


def csv_line(cells: Sequence[str]) -> str:
    """Cells of text as a line of CSV, without its end."""
    line: str = _LINES.writerow(cells)
    return line.removesuffix("\n")


class _Line:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


_LINES = csv.writer(_Line(), lineterminator="\n")


def csv_bytes(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """CSV in UTF-8 with a byte order mark, as Excel wants it; numbers are numbers, and all text
    stays text (`as_text`).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([as_text(heading) for heading in headings])
    writer.writerows(
        [as_text(value) if isinstance(value, str) else value for value in row] for row in rows
    )
    return out.getvalue().encode(ENCODING)

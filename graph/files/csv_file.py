"""CSV as spreadsheets open it: UTF-8 with a mark, and text that stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Value = str | int | float | None
ENCODING = "utf-8-sig"  # with the mark by which Excel knows UTF-8
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_text(value: str) -> str:
    """The text as a cell that no spreadsheet runs: one that would begin a formula is set off by an
    apostrophe.
    """
    return f"'{value}" if value.startswith(_FORMULA) else value


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

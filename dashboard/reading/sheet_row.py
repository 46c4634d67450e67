"""A row of a published table of review sheets, live from its CSV or ZIP, where SHISAKU_SOURCES
names the folder that holds it.
"""

from __future__ import annotations

from dashboard.reading import excerpt
from queries.programmes.prose import row_of_programme


def row(document: str, line: int, number: int) -> dict[str, str] | None:
    """The cells of a line of a table (`rs-2024-1-2`) by their headings; None where the file is not
    at hand, or that line of it is of another programme than the sheet of that number.

    Raises DocumentError where the file cannot be read.
    """
    path = excerpt.file_of(document)
    return None if path is None else row_of_programme(path, line, number)

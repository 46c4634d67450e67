"""A row of a published table of review sheets, live from its CSV or ZIP, where SHISAKU_SOURCES
names the folder that holds it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO

from dashboard.reading import excerpt
from graph.errors import DocumentError

_NUMBER = "予算事業ID"


def row(document: str, line: int, number: int) -> dict[str, str] | None:
    """The cells of a line of a table (`rs-2024-1-2`) by their headings; None where the file is not
    at hand, or that line of it is of another programme than the sheet of that number.

    Raises DocumentError where the file cannot be read.
    """
    path = excerpt.file_of(document)
    if path is None:
        return None
    cells = _row(path, path.stat().st_mtime_ns, line)
    return cells if cells.get(_NUMBER) == str(number) else None


@lru_cache(maxsize=256)
def _row(
    path: Path,
    stamp: int,  # noqa: ARG001  another time, another file
    line: int,
) -> dict[str, str]:
    try:
        with _opened(path) as file:
            text = io.TextIOWrapper(file, "utf-8-sig", newline="\n")
            headings = next(text, "")
            printed = next(islice(text, max(line - 2, 0), None), "")
        names, cells = (next(csv.reader([each]), []) for each in (headings, printed))
    except (OSError, UnicodeDecodeError, csv.Error, zipfile.BadZipFile) as error:
        raise DocumentError(
            f"cannot be read: {error}", path.name, f"mend the file in {excerpt.VARIABLE}"
        ) from error
    return dict(zip(names, cells, strict=False))


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A CSV, out of its ZIP if need be."""
    if path.suffix.lower() != ".zip":
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        name = next((each for each in archive.namelist() if each.lower().endswith(".csv")), None)
        if name is None:
            raise zipfile.BadZipFile("no CSV in it")
        with archive.open(name) as file:
            yield file

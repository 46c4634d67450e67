"""One line of a CSV, out of its ZIP if need be."""

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

from graph.bounds import SHEETS_BYTES, SHEETS_LINE
from graph.errors import DocumentError
from graph.files.regular import bounded_lines, opened_regular
from graph.files.sources import VARIABLE


def row_of(path: Path, line: int) -> dict[str, str]:
    """The cells of a line (from 1, the headings) by their headings; empty for a line that is not
    there. Raises DocumentError where the file cannot be read.
    """
    return _row(path, path.stat().st_mtime_ns, line)


@lru_cache(maxsize=256)
def _row(
    path: Path,
    stamp: int,  # noqa: ARG001  another time, another file
    line: int,
) -> dict[str, str]:
    try:
        with _opened(path) as file:
            text = io.TextIOWrapper(file, "utf-8-sig", newline="\n")
            lines = bounded_lines(text, SHEETS_LINE)
            headings = next(lines, "")
            printed = next(islice(lines, max(line - 2, 0), None), "")
        names, cells = (next(csv.reader([each]), []) for each in (headings, printed))
    except (OSError, UnicodeDecodeError, csv.Error, zipfile.BadZipFile) as error:
        raise DocumentError(
            f"cannot be read: {error}", path.name, f"mend the file in {VARIABLE}"
        ) from error
    return dict(zip(names, cells, strict=False))


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A CSV, out of its ZIP if need be."""
    if path.suffix.lower() != ".zip":
        with opened_regular(path, SHEETS_BYTES) as file:
            yield file
        return
    with opened_regular(path, SHEETS_BYTES) as packed, zipfile.ZipFile(packed) as archive:
        name = next((each for each in archive.namelist() if each.lower().endswith(".csv")), None)
        if name is None:
            raise zipfile.BadZipFile("no CSV in it")
        with archive.open(name) as file:
            yield file

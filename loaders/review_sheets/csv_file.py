"""A published CSV, alone or in its ZIP: its lines counted, digested and bounded, and its rows."""

from __future__ import annotations

import csv
import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.bounds import SHEETS_BYTES, SHEETS_LINE
from graph.errors import DocumentError
from graph.files.regular import opened_regular

_AS_PUBLISHED = "give the tables as they were published"
_AGAIN = "download the file again; it was cut off or changed"


class CsvFile:
    """The rows of a CSV, streamed: `headings`, then `rows`, each with the line (from 1) it ends on.

    Raises DocumentError naming file and line where it is cut off, not UTF-8, has a line or a size
    that no published table has, or rows of another width than its headings.
    """

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self.path = path
        self._lines = _Lines(file, path)
        self._reader = csv.reader(self._lines, strict=True)
        self.headings = self._headings()

    @property
    def sha256(self) -> str:
        """The digest, hex, of what was read so far."""
        return self._lines.sha256

    @property
    def line(self) -> int:
        """How many lines were read so far."""
        return self._lines.number

    def rows(self) -> Iterator[list[str]]:
        """The rows below the headings."""
        try:
            for cells in self._reader:
                if len(cells) != len(self.headings):
                    raise DocumentError(
                        f"{len(cells)} columns in this row, {len(self.headings)} in the headings",
                        f"{self.path}:{self.line}",
                        _AGAIN,
                    )
                yield cells
        except csv.Error as error:
            raise DocumentError(
                f"the row cannot be read ({error})", f"{self.path}:{self.line}", _AGAIN
            ) from error

    def _headings(self) -> list[str]:
        headings = next(self._reader, [])
        where = f"{self.path}:1"
        if not headings:
            raise DocumentError("the file is empty", str(self.path), _AGAIN)
        for sign, name in ((";", "semicolons"), ("\t", "tabs")):
            if len(headings) == 1 and sign in headings[0]:
                raise DocumentError(
                    f"its columns are parted by {name}", where, "save it with commas, as published"
                )
        if twice := {heading for heading in headings if headings.count(heading) > 1}:
            raise DocumentError(
                f"the column {', '.join(sorted(twice))} stands twice", where, _AGAIN
            )
        return headings


@contextmanager
def opened(path: Path) -> Iterator[CsvFile]:
    """The CSV of a file, out of its ZIP if need be. Raises DocumentError."""
    try:
        if path.suffix.lower() != ".zip":
            with opened_regular(path, SHEETS_BYTES) as file:
                yield CsvFile(file, path)
            return
        with opened_regular(path, SHEETS_BYTES) as packed, zipfile.ZipFile(packed) as archive:
            members = [m for m in archive.infolist() if m.filename.lower().endswith(".csv")]
            if len(members) != 1:
                raise DocumentError(
                    f"{len(members)} CSV files in it, a published one has one",
                    str(path),
                    "give the ZIPs as they were published, or the CSV files",
                )
            _check_size(members[0].file_size, path)  # of a wrong one no more than that is read
            with archive.open(members[0]) as file:
                yield CsvFile(file, path)
    except OSError as error:
        raise DocumentError(
            f"cannot be read ({error.strerror})", str(path), "check the path"
        ) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise DocumentError(
            f"is no whole ZIP ({error})", str(path), "download the file again"
        ) from error


def _check_size(size: int, path: Path) -> None:
    """Before anything is read: what a small ZIP unpacks to may be larger than memory and disk."""
    if size > SHEETS_BYTES:
        raise DocumentError(
            f"a table of {size:,} bytes, more than {SHEETS_BYTES:,}", str(path), _AS_PUBLISHED
        )


class _Lines:
    """The lines of a CSV as text, counted and digested as they are read."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file, self._path = file, path
        self._digest = hashlib.sha256()
        self.number = 0

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(SHEETS_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._digest.update(line)
        if len(line) > SHEETS_LINE:
            raise self._refused(f"a line of more than {SHEETS_LINE:,} bytes", _AS_PUBLISHED)
        if not line.endswith(b"\n"):
            raise self._refused("the last line has no end", "download the file again; it is cut")
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise self._refused(
                f"is not UTF-8 (byte {error.start + 1} of the line)",
                "save it as UTF-8, as it was published",
            ) from error

    def _refused(self, what: str, todo: str) -> DocumentError:
        return DocumentError(what, f"{self._path}:{self.number}", todo)

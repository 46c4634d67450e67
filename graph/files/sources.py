"""Files of the sources, where SHISAKU_SOURCES names the folder that holds them. What such a file
says is evidence only where it is the very file that was read: its digest is the graph's.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO

from graph.bounds import SHEETS_BYTES
from graph.files.regular import opened_regular

VARIABLE = "SHISAKU_SOURCES"
_PIECE = 2**20


def source_named(file: str, sha256: str, text_sha256: str | None = None) -> Path | None:
    """The file of that name and digest, or None where the folder is not named or neither it nor a
    folder right beneath holds it. Of a ZIP the digest is that of the CSV in it.

    Of a PDF, whose text has a digest, it is that text, as `shisaku text NAME.pdf > NAME.pdf.txt`
    writes it.
    """
    path = _at_hand(file, text_sha256)
    return path if path and _digest_at(path) == (text_sha256 or sha256) else None


def is_another(file: str, sha256: str, text_sha256: str | None = None) -> bool:
    """Whether a file of that name is at hand, but is another than the one that was read."""
    path = _at_hand(file, text_sha256)
    return path is not None and _digest_at(path) != (text_sha256 or sha256)


def _at_hand(file: str, text_sha256: str | None) -> Path | None:
    """The file of that name, or the text of the PDF of that name."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        return None
    name = Path(file).name
    try:
        return _within(Path(folder), f"{name}.txt" if text_sha256 else name)
    except OSError:  # a folder that may not be looked into: as if it were not there
        return None


def _within(folder: Path, name: str) -> Path | None:
    if (path := folder / name).is_file() or not folder.is_dir():
        return path if path.is_file() else None
    beneath = (each / name for each in sorted(folder.iterdir()) if each.is_dir())
    return next((path for path in beneath if path.is_file()), None)


def _digest_at(path: Path) -> str:
    """The digest of what was read; empty where it cannot be told."""
    try:
        status = path.stat()
        return _digest(path, (status.st_mtime_ns, status.st_size, status.st_ino))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return ""


@lru_cache(maxsize=64)
def _digest(
    path: Path,
    stamp: tuple[int, int, int],  # noqa: ARG001  another one, another file
) -> str:
    digest = hashlib.sha256()
    with _opened(path) as file:
        size = 0
        while (piece := file.read(_PIECE)) and size <= SHEETS_BYTES:
            size += len(piece)
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, of a ZIP the CSV in it."""
    with opened_regular(path, SHEETS_BYTES) as file:
        if path.suffix.lower() != ".zip":
            yield file
            return
        with zipfile.ZipFile(file) as archive:
            names = [each for each in archive.namelist() if each.lower().endswith(".csv")]
            if not names:
                raise zipfile.BadZipFile("no CSV in it")
            with archive.open(names[0]) as table:
                yield table

"""The lines of a source document, live from the file, where SHISAKU_SOURCES names the folder that holds it."""

from __future__ import annotations

import os
from collections.abc import Collection
from functools import lru_cache
from html import escape
from pathlib import Path

from graph.errors import DocumentError
from queries.overview import DocumentCounts

VARIABLE = "SHISAKU_SOURCES"


def source_file(document: DocumentCounts) -> Path | None:
    """The document's file, or None where the folder is not named or does not hold it.

    Of a PDF it is the text that was taken out of it, which stands beside it (`shisaku text NAME.pdf > NAME.pdf.txt`).
    """
    folder = os.environ.get(VARIABLE)
    if not folder:
        return None
    name = Path(document.file).name
    path = Path(folder) / (f"{name}.txt" if name.lower().endswith(".pdf") else name)
    return path if path.is_file() else None


def lines(path: Path, start: int, end: int) -> list[tuple[int, str]]:
    """Lines `start` to `end` (from 1, both included) with their numbers; a line is what stands between two newlines.

    Raises DocumentError where the file cannot be read as UTF-8.
    """
    every = _all_lines(path, path.stat().st_mtime_ns)
    return [(number, every[number - 1]) for number in range(max(start, 1), min(end, len(every)) + 1)]


def anchor(document: str, line: int) -> str:
    """What a line is called on a page that shows it, for links to it."""
    return f"line-{document}-{line}"


def html(path: Path, document: str, start: int, end: int, used: Collection[int]) -> str:
    """Lines `start` to `end` as HTML, each with its anchor; those `used` stand out. Raises DocumentError as `lines` does."""
    body = "".join(f'<p id="{anchor(document, number)}"{" class=used" if number in used else ""}><span>{number}</span>{escape(text)}</p>'
                   for number, text in lines(path, start, end))
    return f'<div class="excerpt">{body}</div>'


@lru_cache(maxsize=8)
def _all_lines(path: Path, stamp: int) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"cannot be read: {error}", path.name, f"mend the file in {VARIABLE}") from error

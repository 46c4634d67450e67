"""The lines of a source document, live from the file, where SHISAKU_SOURCES names the folder that
holds it.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from html import escape
from pathlib import Path

from dashboard.reading import naming
from graph.bounds import DOCUMENT_BYTES
from graph.errors import DocumentError
from graph.files import sources
from graph.files.regular import regular_bytes
from graph.files.sources import VARIABLE, source_named
from queries.documents import DocumentCounts

__all__ = ["VARIABLE", "anchor", "file_of", "html", "is_another", "lines", "source_file"]


def source_file(document: DocumentCounts) -> Path | None:
    """The document's file as `graph.files.sources` finds it, or None; also where the one of that
    name is another than was read.
    """
    return source_named(document.file, document.sha256, document.text_sha256)


def is_another(document: str) -> bool:
    """Whether the file of the document with this id is at hand, but is another than was read."""
    held = naming.documents().get(document)
    return held is not None and sources.is_another(held.file, held.sha256, held.text_sha256)


def file_of(document: str) -> Path | None:
    """The file of the document with this id, or None as `source_file` gives it."""
    held = naming.documents().get(document)
    return source_file(held) if held else None


def lines(path: Path, start: int, end: int) -> list[tuple[int, str]]:
    """Lines `start` to `end` (from 1, both included) with their numbers; a line is what stands
    between two newlines.

    Raises DocumentError where the file cannot be read as UTF-8.
    """
    try:
        stamp = path.stat().st_mtime_ns
    except OSError as error:
        raise _unreadable(path, error) from error
    every = _all_lines(path, stamp)
    return [
        (number, every[number - 1]) for number in range(max(start, 1), min(end, len(every)) + 1)
    ]


def anchor(document: str, line: int) -> str:
    """What a line is called on a page that shows it, for links to it."""
    return f"line-{document}-{line}"


def html(path: Path, document: str, start: int, end: int, used: Collection[int]) -> str:
    """Lines `start` to `end` as HTML, and after them the `used` ones that stand elsewhere; each has
    its anchor, those used stand out. Of a file that can no longer be read: why it cannot.
    """
    elsewhere = sorted(line for line in used if not start <= line <= end)
    try:
        shown = [
            *lines(path, start, end),
            *(line for number in elsewhere for line in lines(path, number, number)),
        ]
    except DocumentError as error:
        return f'<div class="excerpt"><p>{escape(str(error))}</p></div>'
    apart = elsewhere[:1]  # where the first of them begins, a rule is drawn
    body = "".join(
        f'<p id="{anchor(document, number)}"'
        f' class="{"used" if number in used else ""}{" apart" if number in apart else ""}">'
        f"<span>{number}</span>{escape(text)}</p>"
        for number, text in shown
    )
    return f'<div class="excerpt" tabindex="0">{body}</div>'


@lru_cache(maxsize=8)
def _all_lines(path: Path, stamp: int) -> list[str]:  # noqa: ARG001  another time, another file
    try:
        return (
            regular_bytes(path, DOCUMENT_BYTES)
            .decode("utf-8-sig")
            .replace("\r\n", "\n")
            .split("\n")
        )
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> DocumentError:
    return DocumentError(f"cannot be read: {error}", path.name, f"mend the file in {VARIABLE}")

"""Reading a source file: its lines, its sha256, and clear words about what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.bounds import DOCUMENT_BYTES, DOCUMENT_LINE, DOCUMENT_LINES
from graph.errors import DocumentError
from graph.files.regular import regular_bytes
from loaders.text.characters import readable
from loaders.text.lines import Line
from loaders.text.pdf_apart import pdf_text_apart

_BEFORE_A_PDF = b"\xef\xbb\xbf \t\r\n"  # what some servers put in front


@dataclass(frozen=True)
class Source:
    """A document as it lies on disk."""

    path: Path
    """Its file."""
    sha256: str
    """The digest of the file."""
    text_sha256: str | None
    """Of a PDF the digest of its text, in UTF-8, as `shisaku text` prints it; None of a text."""
    lines: tuple[Line, ...]
    """What stands between two line feeds, counted from 1. Of a PDF they are those of the text that
    was taken out of it (loaders/text/pdf.py), and line numbers count them; `shisaku text FILE`
    prints them.
    """
    unreadable: tuple[tuple[int, str], ...] = ()
    """Lines (from 1) with characters that cannot be read, and what is wrong with the first of them;
    U+FFFD stands in their place.
    """

    @property
    def text(self) -> str:
        return _text(self.lines)


def _text(lines: Iterable[Line]) -> str:
    return "".join(f"{line.text}\n" for line in lines)


def read_source(path: Path) -> Source:
    """The lines of a text file in UTF-8, or of a PDF.

    Raises DocumentError, naming the file and the line, where it is missing, empty, too large,
    binary, not UTF-8, or has a line that no printed page can have; of a PDF also where it is
    broken, locked, a scan, or no PDF at all.
    """
    where = str(path)
    try:
        data = regular_bytes(path, DOCUMENT_BYTES)
    except OSError as error:
        raise DocumentError(
            f"cannot be read ({error.strerror})", where, "check the path, and give one document"
        ) from error
    if not data.strip():
        raise DocumentError("the file is empty", where, "give the text of a document, or its PDF")
    printed = _lines_of(data, path)
    if len(printed) > DOCUMENT_LINES:
        raise DocumentError(
            f"{len(printed):,} lines (at most {DOCUMENT_LINES:,})", where, "give one document"
        )
    for number, line in enumerate(printed, 1):
        if len(line) > DOCUMENT_LINE:
            raise DocumentError(
                f"a line of {len(line):,} characters (at most {DOCUMENT_LINE:,})",
                f"{where}:{number}",
                "give the text line by line, as it was taken out of the PDF",
            )
    read = [(number, *readable(line)) for number, line in enumerate(printed, 1)]
    lines = tuple(Line(number, text) for number, text, _ in read)
    return Source(
        path,
        _digest(data),
        _digest(_text(lines).encode()) if _is_pdf(data) else None,
        lines,
        tuple((number, what) for number, _, what in read if what),
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_pdf(data: bytes) -> bool:
    return data.lstrip(_BEFORE_A_PDF).startswith(b"%PDF-")


def _lines_of(data: bytes, path: Path) -> list[str]:
    if _is_pdf(data):
        text = pdf_text_apart(data, str(path))
    elif path.suffix.lower() == ".pdf":
        raise DocumentError(
            "named .pdf, but it is no PDF",
            str(path),
            "fetch it again, or give it the name of what it is",
        )
    else:
        text = _decoded(data, str(path))
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _decoded(data: bytes, where: str) -> str:
    if (nul := data.find(b"\0")) >= 0:
        raise DocumentError(
            "not a text file (it has NUL bytes)",
            f"{where}:{data.count(10, 0, nul) + 1}",
            "give the text of a document in UTF-8, or its PDF",
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"not UTF-8 (byte {error.object[error.start]:#04x})",
            f"{where}:{data.count(10, 0, error.start) + 1}",
            "save the file as UTF-8",
        ) from error

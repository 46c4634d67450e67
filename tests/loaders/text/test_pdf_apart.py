"""A PDF that would take all memory or time is refused in one line, and the process goes on."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders.text import pdf_apart
from loaders.text.pdf import pdf_text
from loaders.text.pdf_apart import pdf_text_apart
from loaders.text.source import read_source
from tests.made_up.booklet import PAGES
from tests.made_up.pdf import booklet_page, pdf


def nested_forms(depth: int, times: int) -> bytes:
    """A page that draws a form so many times, which draws another one so many times …"""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R"
        b" /Resources << /XObject << /F 5 0 R >> /Font << /T %d 0 R >> >> >>" % (5 + depth),
    ]
    draw = b"/F Do " * times
    for number in range(depth):
        parts.append(_stream(draw, b"" if not number else _form(5 + number)))
    parts.append(_stream(b"BT /T 9 Tf (some words of a page) Tj ET", _form(0)))
    parts.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    return _file(parts)


def packed_twice(megabytes: int) -> bytes:
    """A page of nothing but so many megabytes of blanks, packed, and packed again."""
    packing = zlib.compressobj()
    pieces = [*(packing.compress(b" " * 2**20) for _ in range(megabytes)), packing.flush()]
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>",
            _stream(zlib.compress(b"".join(pieces)), b"/Filter [/FlateDecode /FlateDecode]"),
        ]
    )


def _file(parts: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is the root."""
    body, at = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        at.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(at) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + table + end


def _form(inner: int) -> bytes:
    held = b"/XObject << /F %d 0 R >>" % inner if inner else b""
    return b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << %s >>" % held


def _stream(text: bytes, more: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (more, len(text), text)


@pytest.mark.processes
def test_a_pdf_is_read_the_same_apart() -> None:
    data = pdf(booklet_page(PAGES[0]))
    assert pdf_text_apart(data, "booklet.pdf") == pdf_text(data, "booklet.pdf")


@pytest.mark.processes
def test_what_is_wrong_with_a_pdf_is_said_the_same_apart() -> None:
    for data in (b"%PDF-1.7 nothing", b"%PDF-", nested_forms(1, 0)):
        with pytest.raises(DocumentError) as here:
            pdf_text(data, "b.pdf")
        with pytest.raises(DocumentError) as apart:
            pdf_text_apart(data, "b.pdf")
        assert str(apart.value) == str(here.value)


@pytest.mark.processes
def test_forms_in_forms_without_end_are_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.pdf"
    bomb.write_bytes(nested_forms(9, 60))
    assert bomb.stat().st_size < 10_000
    with pytest.raises(DocumentError, match="the PDF (needs more memory than|takes more)") as no:
        read_source(bomb)
    assert str(no.value).startswith(str(bomb)) and "\n" not in str(no.value)


@pytest.mark.processes
def test_what_unpacks_to_more_than_there_is_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed_twice(300)
    assert len(bomb) < 5_000
    monkeypatch.setattr(pdf_apart, "PDF_MEMORY", 256 << 20)
    with pytest.raises(DocumentError, match="more memory than 256 MiB"):
        pdf_text_apart(bomb, "b.pdf")
    with pytest.raises(DocumentError, match="no text in the PDF"):
        pdf_text_apart(packed_twice(1), "b.pdf")


@pytest.mark.processes
def test_time_and_memory_are_bounded_as_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary, bomb = pdf(booklet_page(PAGES[0])), nested_forms(9, 60)
    monkeypatch.setattr(pdf_apart, "PDF_MEMORY", 128 << 20)
    assert pdf_text_apart(ordinary, "b.pdf")
    with pytest.raises(DocumentError, match="more memory than 128 MiB"):
        pdf_text_apart(bomb, "b.pdf")
    monkeypatch.setattr(pdf_apart, "PDF_MEMORY", 4 << 30)
    monkeypatch.setattr(pdf_apart, "PDF_SECONDS", 1)
    assert pdf_text_apart(ordinary, "b.pdf"), "an ordinary page is far within a second"
    with pytest.raises(DocumentError, match="takes more than 1 seconds"):
        pdf_text_apart(bomb, "b.pdf")

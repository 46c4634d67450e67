"""The lines of a source document, where its folder is named and it is the one that was read."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from dashboard.reading.excerpt import VARIABLE, html, lines, source_file
from graph.files.sources import is_another, source_named
from queries.documents import DocumentCounts

TEXT = "一\n二\n三\n"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


OF_A_PDF = "0" * 64  # whatever the PDF's is


def document(file: str) -> DocumentCounts:
    text = DIGEST if file.endswith(".pdf") else None
    digest = OF_A_PDF if text else DIGEST
    return DocumentCounts(
        "made-up", "試し", "試し省", "2031-04", None, file, 3, "試しの規約", {}, {}, digest, text
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


def test_a_text_is_shown_itself_and_a_pdf_by_the_text_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.pdf"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    assert source_file(document("a.txt")) == folder / "a.txt"
    assert source_file(document("b.pdf")) is None
    (folder / "b.pdf.txt").write_text("一\n二\n三\n", encoding="utf-8")
    file = source_file(document("b.pdf"))
    assert file == folder / "b.pdf.txt" and lines(file, 2, 3) == [(2, "二"), (3, "三")]
    monkeypatch.delenv(VARIABLE)
    assert source_file(document("a.txt")) is None
    assert not is_another("a.txt", DIGEST)


def test_another_file_of_that_name_is_no_evidence(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT.replace("二", "に"), encoding="utf-8")
    assert source_named("a.txt", DIGEST) is None and is_another("a.txt", DIGEST)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert source_named("a.txt", DIGEST) == folder / "a.txt"
    stamp = (folder / "a.txt").stat().st_mtime_ns
    (folder / "a.txt").write_text(TEXT + "四\n", encoding="utf-8")
    os.utime(folder / "a.txt", ns=(stamp, stamp))
    assert source_named("a.txt", DIGEST) is None, "changed since it was looked at"
    assert source_named("none.txt", DIGEST) is None and not is_another("none.txt", DIGEST)


def test_another_text_of_a_pdf_is_no_evidence_though_the_pdf_is_the_one_that_was_read(
    folder: Path,
) -> None:
    (folder / "b.pdf").write_text(TEXT, encoding="utf-8")
    of_the_pdf = hashlib.sha256((folder / "b.pdf").read_bytes()).hexdigest()
    (folder / "b.pdf.txt").write_text(TEXT.replace("二", "に"), encoding="utf-8")
    assert source_named("b.pdf", of_the_pdf, DIGEST) is None
    assert is_another("b.pdf", of_the_pdf, DIGEST)
    (folder / "b.pdf.txt").write_text(TEXT, encoding="utf-8")
    assert source_named("b.pdf", of_the_pdf, DIGEST) == folder / "b.pdf.txt"
    assert not is_another("b.pdf", of_the_pdf, DIGEST)


def test_a_table_in_a_zip_is_known_by_the_table(folder: Path) -> None:
    with zipfile.ZipFile(folder / "t.zip", "w") as archive:
        archive.writestr("t.csv", TEXT)
    assert source_named("t.zip", DIGEST) == folder / "t.zip"
    (folder / "t.zip").write_bytes(b"PK nothing")
    assert source_named("t.zip", DIGEST) is None and is_another("t.zip", DIGEST)


@pytest.mark.parametrize("kind", ["gone", "folder", "other bytes"])
def test_a_file_that_can_no_longer_be_read_is_said_and_breaks_no_page(
    folder: Path, kind: str
) -> None:
    path = folder / "a<b>.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "other bytes":
        path.write_bytes(b"\xff\xfe\xff")
    shown = html(path, "made-up", 1, 3, [9])
    assert shown.startswith('<div class="excerpt"><p>a&lt;b&gt;.txt: cannot be read: ')

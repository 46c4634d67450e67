"""The lines of a source document, where its folder is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.reading.excerpt import VARIABLE, lines, source_file
from queries.documents import DocumentCounts


def document(file: str) -> DocumentCounts:
    return DocumentCounts(
        "made-up", "試し", "試し省", "2031-04", None, file, 3, "試しの規約", {}, {}
    )


def test_a_text_is_shown_itself_and_a_pdf_by_the_text_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    for name in ("a.txt", "b.pdf"):
        (tmp_path / name).write_text("一\n二\n三\n", encoding="utf-8")
    assert (
        source_file(document("a.txt")) == tmp_path / "a.txt"
        and source_file(document("b.pdf")) is None
    )
    (tmp_path / "b.pdf.txt").write_text("一\n二\n三\n", encoding="utf-8")
    file = source_file(document("b.pdf"))
    assert file == tmp_path / "b.pdf.txt" and lines(file, 2, 3) == [(2, "二"), (3, "三")]
    monkeypatch.delenv(VARIABLE)
    assert source_file(document("a.txt")) is None

"""Corrections: data with a reason, tied to the block that they mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DocumentError, VocabularyError
from loaders.documents.corrections import (
    block_digest,
    for_page,
    read_corrections,
    unused,
)
from loaders.text.lines import Line
from loaders.text.page import Page

GLUED = "中小企業里山発酵設備導入促進事業"
ROW = (
    f"- block: {block_digest(GLUED)}\n  set: {{title: 里山発酵設備導入促進事業}}\n  reason: the tag"
    " ran into the name\n"
)


def page(*lines: str) -> Page:
    return Page("made-up", tuple(Line(number, line) for number, line in enumerate(lines, 1)))


def test_a_correction_finds_its_block_on_any_page_in_any_width(tmp_path: Path):
    path = tmp_path / "corrections.yaml"
    path.write_text(ROW)
    (correction,) = read_corrections(path)
    assert for_page(page("予算額", f" {GLUED} "), [correction]) == [correction]
    assert for_page(page("予算額", "里山"), [correction]) == []


def test_none_where_there_is_no_file(tmp_path: Path):
    assert read_corrections(tmp_path / "corrections.yaml") == ()


@pytest.mark.parametrize(
    "text",
    [
        "- block: short\n  set: {title: a}\n  reason: because it is so\n",
        ROW.replace("title:", "colour:"),
        ROW.replace("reason: the tag ran into the name", "reason: so"),
        "- [",
    ],
)
def test_a_file_that_does_not_hold_together_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "corrections.yaml"
    path.write_text(text)
    with pytest.raises(VocabularyError):
        read_corrections(path)


def test_on_the_known_document_each_correction_meets_one_page(tmp_path: Path):
    path = tmp_path / "corrections.yaml"
    path.write_text(ROW)
    corrections = read_corrections(path)
    unused("made-up", corrections, corrections)
    for used in ((), corrections * 2):
        with pytest.raises(DocumentError, match="met [02] pages"):
            unused("made-up", corrections, used)

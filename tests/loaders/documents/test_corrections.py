"""Corrections: data with a reason, tied to the block that they mend."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from graph.errors import DocumentError, VocabularyError
from loaders.documents.corrections import (
    Correction,
    Values,
    block_digest,
    for_page,
    mended,
    read_corrections,
    unused,
)
from loaders.documents.entry import MeasureEntry
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


def test_none_where_there_is_no_file_or_nothing_in_it(tmp_path: Path):
    path = tmp_path / "corrections.yaml"
    assert read_corrections(path) == ()
    path.write_text("# none yet\n")
    assert read_corrections(path) == ()


def test_every_field_that_a_correction_may_set_is_one_of_the_entry():
    assert set(Values.model_fields) <= {field.name for field in fields(MeasureEntry)}


def test_a_correction_changes_what_it_names_and_tells_what_was_there():
    printed = page(GLUED)
    correction = Correction(
        block=block_digest(GLUED),
        set={"targets": ["中小企業"], "ministries": ["経済産業省"]},
        reason="the page prints neither",
    )
    result = mended([MeasureEntry(printed, GLUED, {}, ministries=("財務省",))], [correction])
    (entry,) = result.entries
    assert (entry.title, entry.targets, entry.lead) == (GLUED, ("中小企業",), "経済産業省")
    assert [(c.field, c.before, c.after) for c in result.changes] == [
        ("ministries", ["財務省"], ["経済産業省"]),
        ("targets", [], ["中小企業"]),
    ]
    assert result.used == (correction,)


@pytest.mark.parametrize(
    "text",
    [
        "- block: short\n  set: {title: a}\n  reason: because it is so\n",
        ROW.replace("title:", "colour:"),
        ROW.replace("title:", "ministries:"),
        ROW.replace("title: 里山発酵設備導入促進事業", "title: [里山, 発酵]"),
        ROW.replace("title: 里山発酵設備導入促進事業", "targets: [大きな企業]"),
        ROW.replace("reason: the tag ran into the name", "reason: so"),
        ROW.replace("set: {title: 里山発酵設備導入促進事業}", "set: {}"),
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

"""Characters that nobody can read for certain are refused with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.text.characters import LOST, CharacterKind, character_kinds, readable
from loaders.text.source import read_source
from tests.made_up.booklet import PAGES, booklet


@pytest.mark.parametrize("kind", character_kinds(), ids=lambda kind: kind.name)
def test_a_kind_holds_its_example_and_not_what_is_near(kind: CharacterKind):
    line, what = readable(f"里山{kind.example}発酵")
    assert line == f"里山{LOST}発酵"
    assert what and what.startswith(f"U+{ord(kind.example):04X} cannot be read ({kind.name})")
    assert readable(f"里山{kind.counterexample}発酵")[1] is None


@pytest.mark.parametrize(
    "character", ["\x01", "\x1b", "\x7f", "\x9f", "\ufdd0", "\U0010ffff", "\uf8ff", "\u2066"]
)
def test_others_of_the_kinds_are_refused(character: str):
    assert readable(character)[1] is not None


@pytest.mark.parametrize("text", ["\t", "\x0c", "\u3000", "é", "髙", "𠮷", "・"])
def test_what_can_be_read_stays_as_it_is(text: str):
    assert readable(text) == (text, None)


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("葛\U000e0100城", "葛城"),
        ("里\x0b山\x85の\u2028窯", "里山の窯"),
        ("か゛く", "がく"),
        ("⺠⽀\u00ad援", "民支援"),
        ("ハ゜ート", "パート"),
        ("テﾞシ\u3099タル", "デジタル"),
        ("ﾃ゛ｼﾞﾀﾙ", "デｼﾞﾀﾙ"),
    ],
)
def test_a_line_is_what_a_reader_sees(printed: str, seen: str):
    assert readable(printed) == (seen, None)


def test_signs_of_symbol_fonts_are_marks():
    assert readable("\uf0b7対象：\uf0fc中小企業") == ("•対象：•中小企業", None)


def test_a_file_says_which_lines_hold_one(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("一\n二\uffff\n三\n四\x08五\ue000\n", encoding="utf-8")
    source = read_source(path)
    assert [line.text for line in source.lines] == ["一", f"二{LOST}", "三", f"四{LOST}五{LOST}"]
    assert [(number, what[:6]) for number, what in source.unreadable] == [
        (2, "U+FFFF"),
        (4, "U+0008"),
    ]


@pytest.mark.parametrize("character", ["\x08", "\uffff", "\u202e", "\ue000", "\ufffd"])
def test_extraction_refuses_it_with_its_line(character: str, tmp_path: Path):
    path = tmp_path / "booklet.txt"
    path.write_text(
        booklet(*PAGES).replace("里山発酵設備", f"里山{character}発酵設備"), encoding="utf-8"
    )
    extraction = extract([path], "package-2025")
    lines = [
        n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if character in line
    ]
    assert (
        lines
        and [problem.line for problem in extraction.problems if "cannot be read" in problem.what]
        == lines
    )
    assert all(character not in a.title for a in extraction.catalogue.appearances) or (
        character == LOST
    )


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\ufe0f", "\U000e0100", "\u200e"])
def test_what_shows_nothing_is_no_part_of_a_fact(character: str, tmp_path: Path):
    path = tmp_path / "booklet.txt"
    text = booklet(*PAGES)
    assert "里山発酵設備" in text
    path.write_text(text, encoding="utf-8")
    clean = extract([path], "package-2025").catalogue.measures
    path.write_text(
        text.replace("里山発酵設備", f"里山{character}発酵設備{character}"), encoding="utf-8"
    )
    extraction = extract([path], "package-2025")
    assert not [p for p in extraction.problems if "cannot be read" in p.what]
    assert extraction.catalogue.measures == clean


def test_radicals_and_marks_that_stand_alone_are_the_characters_they_show(tmp_path: Path):
    path = tmp_path / "booklet.txt"
    text = booklet(*PAGES)
    path.write_text(text, encoding="utf-8")
    clean = extract([path], "package-2025").catalogue.measures
    path.write_text(text.replace("が", "か゛").replace("長", "⻑"), encoding="utf-8")
    assert extract([path], "package-2025").catalogue.measures == clean

"""Files of the overlap and theme pages speak the language of the session."""

from __future__ import annotations

import re

import pytest

from dashboard.text.words import LANGUAGES, Words
from dashboard.widgets.one_language import in_one_language
from graph.files.spreadsheets import Sheet
from queries.overlap import headings as of_overlap
from queries.themes import headings as of_themes

_LATIN = re.compile("(?<![A-Za-z])[a-z]{3,}")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def _every_word() -> list[str]:
    overlap, themes = of_overlap.headings(), of_themes.headings()
    groups = (
        *(overlap.sheets, overlap.columns, overlap.aspects, overlap.asked),
        *(themes.sheets, themes.columns, themes.words),
    )
    of_each = (group.values() for group in groups)  # type: ignore[attr-defined]  # several types
    return [word for words in of_each for word in words]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_of_ours_is_in_the_other_language(language: str) -> None:
    other = _LATIN if language == "ja" else _JAPANESE
    (sheet,) = in_one_language(Words(language), [Sheet("x", _every_word(), [])])
    assert len(sheet.headings) == len(_every_word()) - 1, "the other language's sentences are out"
    assert not [heading for heading in sheet.headings if other.search(heading)]


def test_composed_headings_cells_and_what_stands_above_are_in_one_language_too() -> None:
    words = of_overlap.headings()
    sheet = Sheet(
        words.sheets["brief"],
        [*words.of_side("a", "title", "own_yen"), "2025 当初 initial budget (円 yen)", "id"],
        [["試しの施策 for all", 3, "2 重なり overlap", "measure:1"]],
        ((words.asked["grade"], 2), (words.asked["store"], "/home/someone/graph.lbug")),
    )
    (japanese,) = in_one_language(Words("ja"), [sheet])
    assert japanese.name == "重なりの一覧"
    assert japanese.headings == ["A 施策", "A 予算・円（内数を除く）", "2025 当初予算 (円)", "id"]
    assert japanese.rows == [["試しの施策 for all", 3, "2 重なり", "measure:1"]]
    assert japanese.above == [("段階（これ以上）", 2)], "no place on the server"
    (english,) = in_one_language(Words("en"), [sheet])
    assert english.headings == ["A measure", "A money, yen", "2025 initial budget (yen)", "id"]
    assert english.rows[0][:3] == ["試しの施策 for all", 3, "2 overlap"]

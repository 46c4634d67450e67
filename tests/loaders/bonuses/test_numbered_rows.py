"""The numbered rows of a course, and the note that gives some more in their place."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.text.lines import Line
from loaders.text.page import Page

_ROWS = ("➀見習→職人： 9万円 (6万円)", "➁手伝→見習： 4万円 (3万円)")
_NOTE = ("※里山職人コースについては、遠方の者の場合は、➀12万円（8万円）➁５万円（４万円）となる。",)
_BRACKETS = ("※( )は、大企業の場合の額。",)


def read(*lines: str) -> set[tuple[str, str | None, str | None, str | None, str]]:
    page = Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines)))
    return {
        (
            bonus.benefit,
            bonus.raises.frame if bonus.raises else None,
            bonus.value,
            bonus.size_class,
            bonus.condition[0],
        )
        for bonus in bonuses(page, "measure:0", "里山助成金")
    }


def test_each_row_is_a_base_and_has_its_sum_of_the_note() -> None:
    found = read(*_BRACKETS, *_NOTE, *_ROWS)
    first, who = "里山職人コース 見習→職人", "遠方の者の場合"
    assert {each for each in found if each[1] == first} == {
        ("base", first, "9万円", "中小企業", "見習→職人"),
        ("base", first, "6万円", "大企業", "見習→職人"),
        ("grant_uplift", first, "12万円", "中小企業", who),
        ("grant_uplift", first, "8万円", "大企業", who),
    }
    assert len(found) == 8


def test_rows_without_a_note_are_of_no_course() -> None:
    assert read(*_BRACKETS, *_ROWS) == set()

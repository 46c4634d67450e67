"""A page keeps what its readers refused."""

from __future__ import annotations

from loaders.text.lines import Line
from loaders.text.page import Page, Problem

LINES = (Line(7, "従業員1,5人以下"), Line(8, "上限500万円"))


def test_what_is_refused_is_told_once_with_its_line():
    page = Page("made-up", LINES)
    for _ in range(2):
        page.refuse(7, "1,5 is no number")
    assert page.refused == [Problem("made-up", 7, "1,5 is no number")]


def test_what_a_part_refuses_the_page_has_refused():
    page = Page("made-up", LINES)
    page.part(LINES[:1]).refuse(7, "1,5 is no number")
    assert [problem.line for problem in page.refused] == [7]


def test_two_pages_of_the_same_lines_are_equal_whatever_was_refused():
    page, again = Page("made-up", LINES), Page("made-up", LINES)
    page.refuse(7, "1,5 is no number")
    assert page == again and hash(page) == hash(again) and again.refused == []

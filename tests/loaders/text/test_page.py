"""A page keeps what its readers refused."""

from __future__ import annotations

import pytest

from graph.bounds import PAGE, STATEMENT
from graph.errors import DocumentError
from loaders.facts.prose import running_text
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


@pytest.mark.parametrize("over", [0, 1])
def test_an_entry_goes_on_for_so_many_characters_at_most(over: int):
    lines = [Line(number, "1," * 50) for number in range(3, 3 + PAGE // 100)]
    if over:
        with pytest.raises(DocumentError, match="made-up:3: what begins here goes on for 12,001"):
            Page("made-up", (*lines, Line(900, "x")))
    else:
        assert Page("made-up", tuple(lines)).start == 3


@pytest.mark.parametrize("statements", [lambda page: page.statements, running_text])
def test_a_statement_without_end_goes_on_in_another_one(statements):
    lines = tuple(Line(number, "一" * 100) for number in range(1, 51))
    found = statements(Page("made-up", lines))
    assert [len(flow.text) for flow in found] == [STATEMENT, STATEMENT, 5_000 - 2 * STATEMENT]
    assert [flow.line_at(0) for flow in found] == [1, 21, 41]

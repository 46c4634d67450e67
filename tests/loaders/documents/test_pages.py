"""Where pages begin in a text without form feeds."""

from __future__ import annotations

from loaders.documents.package_2025.numbering import page_numbers
from loaders.documents.package_2025.pages import Kind, kind_of, pillar_labels, split
from loaders.text.lines import Line
from tests.made_up.booklet import (
    DIVIDER,
    PAGES,
    TITLE_FIRST,
    TITLE_LAST,
    TITLE_UNDER_LEAD,
    booklet,
)


def lines_of(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def first_lines(text: str) -> list[str]:
    return [page.lines[0].text.strip() for page in split("made-up", lines_of(text))]


def test_a_page_begins_at_a_line_that_begins_with_one_blank():
    assert first_lines(booklet(*PAGES)) == [
        "パッケージ【施策集】",
        *(page.split("\n")[0].strip() for page in PAGES),
    ]


def test_a_wrapped_line_that_begins_with_a_blank_begins_no_page():
    wrapped = TITLE_FIRST.replace("予算額\n", "ただし計画の認定を受けた\n 事業者に限る\n\n予算額\n")
    assert len(first_lines(booklet(wrapped, TITLE_LAST))) == 3


def test_a_page_begins_after_two_empty_lines_too():
    unled = TITLE_LAST.replace(" お問合せ先", "\n\n\nお問合せ先", 1)
    assert first_lines(booklet(TITLE_FIRST, unled))[1:] == [
        "里山発酵設備導入促進事業",
        TITLE_LAST.split("\n")[0].strip(),
    ]


def test_a_box_drawn_after_the_page_stays_with_it():
    box = TITLE_FIRST.rstrip("\n") + "\n ⚫ 里山の設備を使う事業者の集まりを開きます。\n"
    assert first_lines(booklet(box, TITLE_UNDER_LEAD, TITLE_LAST)) == [
        "パッケージ【施策集】",
        "里山発酵設備導入促進事業",
        "予算額",
        TITLE_LAST.split("\n")[0].strip(),
    ]


def test_the_order_of_the_pages_does_not_matter():
    there, back = (set(first_lines(booklet(*pages))) for pages in (PAGES, tuple(reversed(PAGES))))
    assert there == back


def test_pillar_labels_are_the_numbered_lines_that_recur():
    labels = pillar_labels(lines_of(booklet(*PAGES)))
    assert labels == {"1.設備投資", "2.人材確保"}
    assert kind_of(Line(1, "２．人材確保"), labels) is Kind.LABEL
    assert kind_of(Line(1, "２．申請の流れ"), labels) is Kind.TEXT


def test_pages_are_counted_and_a_divider_without_text_counts():
    with_divider = split("made-up", lines_of(booklet(TITLE_FIRST, DIVIDER, TITLE_UNDER_LEAD)))
    without = split("made-up", lines_of(booklet(TITLE_FIRST, TITLE_UNDER_LEAD)))
    labels = pillar_labels(lines_of(booklet(*PAGES)))
    numbered = [page.lines for page in with_divider]
    assert len(numbered) == 4 and len(without) == 3
    printed = TITLE_UNDER_LEAD.rstrip("\n") + "\n\n14\n"
    far = split("made-up", lines_of(booklet(TITLE_FIRST, printed)))
    assert page_numbers(far, labels) == [
        None,
        None,
        14,
    ], "a printed number that the count does not reach stands alone"


def test_a_text_without_lines_has_no_pages():
    assert split("made-up", []) == []

"""The name of a measure, wherever on its page it ended up."""

from __future__ import annotations

import pytest

from loaders.documents.package_2025.pages import pillar_labels, split
from loaders.documents.package_2025.titles import title_of
from loaders.text.lines import Line
from tests.made_up.booklet import (
    PAGES,
    TITLE_FIRST,
    TITLE_LAST,
    TITLE_UNDER_LEAD,
    booklet,
)


def titles(*pages: str) -> list[str | None]:
    lines = [Line(number, line) for number, line in enumerate(booklet(*pages).split("\n"), 1)]
    labels = pillar_labels(lines)
    found = [title_of(page, labels) for page in split("made-up", lines)[1:]]
    return [title.text if title else None for title in found]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (TITLE_FIRST, "里山発酵設備導入促進事業"),
        (TITLE_LAST, "沿岸窯業人材交流支援制度"),
        (TITLE_UNDER_LEAD, "離島衛星講習プロジェクト"),
    ],
)
def test_a_title_is_found_at_the_head_under_the_label_and_under_the_lead_sentences(
    page: str, title: str
):
    assert title in titles(*PAGES) and title in titles(page, TITLE_FIRST, TITLE_UNDER_LEAD)


def test_a_name_in_brackets_carries_on_over_the_wrap():
    page = TITLE_FIRST.replace(
        "里山発酵設備導入促進事業\n", "里山発酵設備導入促進事業（里山1,000\n拠点プロジェクト）\n", 1
    )
    assert titles(page, TITLE_LAST)[0] == "里山発酵設備導入促進事業（里山1,000拠点プロジェクト）"


def test_an_audience_tag_behind_the_name_is_not_part_of_it():
    page = TITLE_FIRST.replace(
        "里山発酵設備導入促進事業\n", "里山発酵設備導入促進事業 中堅・中小企業\n", 1
    )
    assert titles(page, TITLE_LAST)[0] == "里山発酵設備導入促進事業"


def test_a_label_of_a_diagram_is_no_title():
    page = TITLE_UNDER_LEAD.replace(" 予算額\n", " 離島衛\n星機構\n\n予算額\n", 1)
    assert titles(TITLE_FIRST, TITLE_LAST, page)[-1] == "離島衛星講習プロジェクト"


def test_a_page_of_sums_and_sentences_has_no_title():
    page = " 予算額\n\n12億円\n\nこの事業は終了しました。\n\n２．人材確保\n"
    assert titles(TITLE_FIRST, TITLE_LAST, page)[-1] is None


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("【Test EXPO 2040】", "里山発酵設備導入促進事業【Test EXPO 2040】"),
        ("【事業概要】", "里山発酵設備導入促進事業"),
    ],
)
def test_a_by_name_right_under_the_name_belongs_to_it_a_heading_does_not(below: str, title: str):
    page = TITLE_FIRST.replace(
        "里山発酵設備導入促進事業\n", f"里山発酵設備導入促進事業\n{below}\n", 1
    )
    assert titles(page, TITLE_LAST)[0] == title

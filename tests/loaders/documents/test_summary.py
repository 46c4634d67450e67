"""What a booklet says of itself on its first page."""

from __future__ import annotations

from loaders.documents.package_2025.pages import pillar_labels, split
from loaders.documents.package_2025.summary import (
    as_of,
    is_summary,
    listed,
    same_name,
    stated_counts,
)
from loaders.text.lines import Line
from tests.made_up.booklet import PAGES, booklet

LINES = [Line(number, line) for number, line in enumerate(booklet(*PAGES).split("\n"), 1)]
LABELS = pillar_labels(LINES)
SUMMARY, *REST = split("made-up", LINES)


def test_only_the_summary_is_one():
    assert is_summary(SUMMARY, LABELS)
    assert not any(is_summary(page, LABELS) for page in REST)


def test_its_counts_and_its_sum_in_yen():
    assert stated_counts(SUMMARY) == {"ministries": 2, "measures": 3, "yen": 1_200_000_000_000}


def test_the_month_whose_state_it_gives():
    assert as_of(SUMMARY) == "2031-03"


def test_its_main_measures_with_their_owners_over_the_wrap():
    assert [(entry.name, entry.owners) for entry in listed(SUMMARY, LABELS)] == [
        ("里山発酵設備導入促進事業", ("経産省",)),
        ("沿岸窯業人材交流支援制度", ("中企庁",)),
    ]


def test_a_listed_name_may_be_shortened_or_lack_its_by_name():
    assert same_name("里山発酵設備導入促進事業", "里山発酵設備導入促進事業（里山1,000拠点）")
    assert same_name("里山発酵設備導入促進事業〔中堅枠〕", "里山発酵設備導入促進事業")
    assert not same_name("里山発酵設備導入促進事業", "離島衛星講習プロジェクト")

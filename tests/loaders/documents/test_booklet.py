"""The whole booklet, and booklets made from it. Needs the source document (SHISAKU_SOURCES)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from loaders.documents.package_2025.numbering import is_divider
from loaders.documents.package_2025.pages import pillar_labels, split
from loaders.extract import Extraction, extract
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.text.source import read_source
from tests.made_up.next_year import alike, made_from
from tests.sources import BOOKLET, source

pytestmark = pytest.mark.sources


@cache
def whole() -> Extraction:
    return extract([source(BOOKLET)])


@cache
def uncorrected() -> Extraction:
    return extract([source(BOOKLET)], with_corrections=False)


def pages_of(lines: tuple[Line, ...]) -> tuple[list[Page], frozenset[str]]:
    return split("package-2025", lines), pillar_labels(lines)


def test_it_keeps_what_it_says_of_itself():
    extraction = whole()
    (document,) = extraction.catalogue.documents
    assert extraction.problems == ()
    assert (
        document.found["measures"],
        document.found["ministries"],
        document.found["ministry_level"],
    ) == (155, 13, 12)
    assert document.states == {"measures": 155, "ministries": 13, "yen": 1_400_000_000_000}


def test_every_measure_has_a_pillar_and_all_but_one_a_ministry_printed_or_derived():
    measures = whole().catalogue.measures
    assert {m.pillar for m in measures} == {
        a.section for a in whole().catalogue.appearances
    } and len({m.pillar for m in measures}) == 6
    assert sum(not (m.ministries or m.derived_ministries) for m in measures) <= 1


def test_every_fact_stands_on_a_line_of_its_page():
    for appearance in whole().catalogue.appearances:
        facts = [
            f
            for name in (
                "budgets",
                "caps",
                "rates",
                "bodies",
                "certifications",
                "thresholds",
                "legal_basis",
                "figures",
                "windows",
                "scheme",
                "related",
            )
            for f in getattr(appearance, name)
        ]
        outside = [f for f in facts if not appearance.line_start <= f.line <= appearance.line_end]
        assert outside == [], appearance.title


def test_corrections_are_few_and_without_them_the_measures_are_the_same():
    assert len(whole().corrected) <= 6
    there, bare = (
        {a.line_start for a in e.catalogue.appearances} for e in (whole(), uncorrected())
    )
    assert there == bare and len(uncorrected().problems) == 2


def test_shuffled_pages_give_the_same_measures(tmp_path: Path):
    pages, _ = pages_of(read_source(source(BOOKLET)).lines)
    front, *rest = pages
    text = "".join(
        " " + "\n".join(line.text for line in page.lines).lstrip() + "\n"
        for page in (front, *rest[::-1])
    )
    path = tmp_path / BOOKLET
    path.write_text(text, encoding="utf-8")
    assert {m.title for m in extract([path]).catalogue.measures} == {
        m.title for m in whole().catalogue.measures
    }


def test_a_truncated_booklet_says_how_many_measures_are_missing(tmp_path: Path):
    lines = source(BOOKLET).read_text(encoding="utf-8").split("\n")
    path = tmp_path / BOOKLET
    path.write_text("\n".join(lines[:3000]), encoding="utf-8")
    problems = extract([path]).problems
    assert "the document states 155" in problems[0].what and problems[0].line == 2999


@pytest.mark.parametrize("seed", range(3))
def test_next_years_booklet_is_read_without_corrections(tmp_path: Path, seed: int):
    titles = {
        a.line_start: (a.title, a.lines["title"]) for a in uncorrected().catalogue.appearances
    }
    pages, labels = pages_of(read_source(source(BOOKLET)).lines)
    known = [(page, *titles.get(page.start, (None, ()))) for page in pages]
    assert sum(is_divider(page, labels) for page, title, _ in known if title is None) == 3
    booklet = made_from(known, seed)
    path = tmp_path / "000_next_year.txt"
    path.write_text(booklet.text, encoding="utf-8")
    found = {
        a.line_start: a.title
        for a in extract([path], "package-2025", with_corrections=False).catalogue.appearances
    }
    right = sum(start in found and alike(found[start], title) for start, _, title in booklet.pages)
    f1 = 2 * right / (len(found) + len(booklet.pages))
    assert f1 >= 0.95, f"F1 {f1:.3f}: {right} of {len(booklet.pages)} pages, {len(found)} found"

"""All five documents in one catalogue. Needs the source documents (SHISAKU_SOURCES)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from loaders.catalogue.files import differences_by_file, read_catalogue
from loaders.catalogue.records import Appearance, Cap, Rate, Threshold
from loaders.documents.description import read_description
from loaders.documents.families import families
from loaders.extract import Extraction, extract
from loaders.text.source import read_source
from tests.paths import BUNDLED
from tests.sources import BOOKLET, source

pytestmark = pytest.mark.sources
# a line of dates alone (会期：2031年8月21日～22日) is a fact, not a sentence
NO_WORDS = re.compile(r"[\d年月日火水木金土()~:/.]")
CLAUSE = re.compile("(?:する|した|満たす|ます|です|こと|場合|である)$|。")


@cache
def whole() -> Extraction:
    return extract([source(BOOKLET).parent])


def test_every_document_is_read_and_keeps_what_it_says_of_itself():
    extraction = whole()
    assert {document.id for document in extraction.catalogue.documents} == {
        family.name for family in families()
    }
    assert extraction.problems == () and extraction.skipped == ()


def test_the_bundled_catalogue_is_what_they_give_byte_for_byte():
    """What review sheets give beside them is held to them in test_published_2024.py."""
    of_sheets = {
        f"{kind}.jsonl"
        for kind in ("calls", "documents", "laws", "overlaps", "programmes", "recipients")
    }
    differing = differences_by_file(whole().catalogue, BUNDLED)
    assert {name: lines for name, lines in differing.items() if name not in of_sheets} == {}
    bundled = read_catalogue(BUNDLED)
    by_id = {document.id: document for document in bundled.documents}
    assert [by_id.get(document.id) for document in whole().catalogue.documents] == [
        *whole().catalogue.documents
    ]
    measures = {measure.id for measure in bundled.measures}
    assert [pair for pair in bundled.overlaps if {pair.a, pair.b} <= measures] == [
        *whole().catalogue.overlaps
    ]


def test_each_appearance_belongs_to_one_measure_that_lists_it():
    catalogue = whole().catalogue
    listed = {
        appearance: measure.id
        for measure in catalogue.measures
        for appearance in measure.appearances
    }
    assert {a.id: a.measure for a in catalogue.appearances} == listed


def test_a_measure_takes_the_id_of_its_latest_appearance_and_answers_to_the_others():
    catalogue = whole().catalogue
    ids = {measure.id for measure in catalogue.measures}
    former = [old for measure in catalogue.measures for old in measure.former_ids]
    assert len(former) == len(set(former)) and not ids & set(former)
    over_years = [
        m for m in catalogue.measures if len({a.split(":")[1] for a in m.appearances}) > 1
    ]
    assert len(over_years) > 50


@pytest.mark.parametrize("family", [family.name for family in families()])
def test_a_copy_that_lost_its_end_is_refused_with_what_is_missing(tmp_path: Path, family: str):
    described = read_description(
        next(f.folder for f in families() if f.name == family) / "document.yaml"
    )
    lines = source(described.file).read_text(encoding="utf-8").split("\n")
    copy = tmp_path / described.file
    copy.write_text("\n".join(lines[: len(lines) * 6 // 10]), encoding="utf-8")
    assert extract([copy]).problems != ()


def test_what_is_told_of_a_fact_as_printed_holds_no_line_of_a_document():
    """Names (of frames, too), chapters and addresses may fill a line; times, shares, figures, terms
    and for what a number holds do not, and a frame is no clause.
    """
    lines = {
        compact
        for path in source(BOOKLET).parent.glob("*.txt")
        for line in read_source(path).lines
        if len(NO_WORDS.sub("", compact := "".join(line.plain.split()))) >= 20
    }
    told = [
        (appearance.id, value)
        for appearance in whole().catalogue.appearances
        for value in (
            *(window.printed for window in appearance.windows),
            *(rate.printed for rate in appearance.rates),
            *(figure.name or "" for figure in appearance.figures),
            *(term.term for term in appearance.terms),
            *(number.band or "" for number in scoped(appearance)),
        )
        if len(value) >= 20
    ]
    assert len(told) > 10
    assert [
        (page, value)
        for page, value in told
        if any(line in "".join(value.split()) for line in lines)
    ] == []
    frames = {n.frame for a in whole().catalogue.appearances for n in scoped(a) if n.frame}
    assert [frame for frame in frames if CLAUSE.search(frame)] == []


def scoped(appearance: Appearance) -> tuple[Cap | Rate | Threshold, ...]:
    """The numbers of a page that say for what they hold."""
    return (*appearance.caps, *appearance.rates, *appearance.thresholds)

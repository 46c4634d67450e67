"""All five documents in one catalogue. Needs the source documents (SHISAKU_SOURCES)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from loaders.catalogue.files import differences
from loaders.documents.description import read_description
from loaders.documents.families import families
from loaders.extract import Extraction, extract
from tests.paths import BUNDLED
from tests.sources import BOOKLET, source

pytestmark = pytest.mark.sources


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
    assert differences(whole().catalogue, BUNDLED) == []


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

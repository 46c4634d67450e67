"""The documents and the review sheets of 2024 as published, where these lie beside them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from docs import programmes_page
from graph.store import Store
from loaders.catalogue.files import differences
from loaders.extract import Extraction, extract
from loaders.review_sheets.stated import stated
from queries.programmes.money import money_by_office
from tests.paths import BUNDLED
from tests.sources import BOOKLET, FOLDER, source

SHEETS, CALLS = FOLDER.parent / "rs-2024", FOLDER.parent / "jgrants"
pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif(not SHEETS.is_dir(), reason=f"no review sheets of 2024 in {SHEETS}"),
]


@cache
def whole() -> Extraction:
    return extract([source(BOOKLET).parent, SHEETS, *([CALLS] if CALLS.is_dir() else [])])


def test_every_table_is_read_and_holds_what_is_known_of_it() -> None:
    extraction = whole()
    assert extraction.problems == ()
    assert [line.split(" (")[0] for line in extraction.unknown] == [
        "rs-2024: without table 3-1",
        "rs-2024: without table 5-1",
    ]
    tables = [each for each in extraction.catalogue.documents if each.id.startswith("rs-")]
    assert {table.id: table.states for table in tables} == {
        table.id: table.found for table in tables
    }
    assert len(extraction.catalogue.programmes) == 5664


@pytest.mark.skipif(not CALLS.is_dir(), reason=f"no answers about calls in {CALLS}")
def test_the_bundled_catalogue_is_what_they_give_byte_for_byte() -> None:
    assert differences(whole().catalogue, BUNDLED) == []


def test_no_sentence_of_a_sheet_is_kept() -> None:
    """A short quotation may have a full stop of its own: 「…。」運動."""
    told = [
        text
        for programme in whole().catalogue.programmes
        for text in (
            *(plan.name for plan in programme.plans),
            *(law.article or "" for law in programme.laws),
        )
    ]
    assert len(told) > 10_000
    assert [text for text in told if "。" in re.sub(r"「[^」]{0,20}」", "", text)] == []


def test_programmes_by_office_are_as_others_counted_them() -> None:
    """Counted by the office that the sheet is of; outer offices stand beside their ministries."""
    programmes = whole().catalogue.programmes
    by_ministry = Counter(p.ministries[0] for p in programmes)
    assert (by_ministry["外務省"], by_ministry["防衛省"], by_ministry["デジタル庁"]) == (
        449,
        320,
        236,
    )
    alone = Counter(p.ministries[0] for p in programmes if not p.agencies)
    assert (alone["復興庁"], alone["こども家庭庁"]) == (160, 99)


def test_other_offices_answer_for_some_three_hundred() -> None:
    jointly = [p for p in whole().catalogue.programmes if p.co_ministries]
    assert abs(len(jointly) - 317) <= 5
    joint = [p for p in whole().catalogue.programmes if p.co_offices]
    assert 312 <= len(joint) <= 330
    assert {o.office for p in joint for o in p.co_offices if o.ministry is None} == {
        "独立行政法人",
        "外部有識者",
    }


def test_support_of_companies_is_found() -> None:
    supporting = [p for p in whole().catalogue.programmes if p.supports_companies]
    assert 230 <= len(supporting) <= 280


def test_every_law_recipient_and_programme_that_is_named_is_there() -> None:
    catalogue = whole().catalogue
    laws = {law.id for law in catalogue.laws}
    names = {law.name for law in catalogue.laws}
    of_measures = {each.name for a in catalogue.appearances for each in a.legal_basis}
    recipients = {recipient.id for recipient in catalogue.recipients}
    assert {law.law for p in catalogue.programmes for law in p.laws} <= laws
    assert of_measures <= names
    assert {pay.recipient for p in catalogue.programmes for pay in p.payments} == recipients


def test_the_answers_of_the_page_are_those_of_the_sheets(bundled_store: Store) -> None:
    """The bundled catalogue is what the sheets give, as a test above holds."""
    page = programmes_page.PAGE.read_text(encoding="utf-8")
    written = programmes_page.answers(bundled_store)
    total = money_by_office(bundled_store).total
    assert page == programmes_page.with_answers(page, written), "python -m docs.programmes_page"
    assert f"{stated()[2024].available_yen:,} yen" in page
    assert total.available == stated()[2024].available_yen

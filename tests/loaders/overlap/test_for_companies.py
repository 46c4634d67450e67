"""Which budget programmes are for companies."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.catalogue.records import Term
from loaders.catalogue.records.programmes import PaysFor, Programme
from loaders.overlap.for_companies import WORDS, for_companies, read_for_companies

EXPORT, CLIMATE = "輸出・海外販路の開拓", "脱炭素・GX"
EQUIPMENT, SEMINAR = "設備投資への補助", "セミナー・説明会"
ONCE, TWICE, THRICE = 1.0, 1.69, 2.1


def programme(**told) -> Programme:
    weighed = {
        kind: [Term(term=name, weight=weight) for name, weight in told.pop(kind, {}).items()]
        for kind in ("problems", "activities")
    }
    return Programme(id="programme:1", name="羊毛事業", sheets=[2031], **weighed, **told)


@pytest.mark.parametrize(
    ("told", "is_so"),
    [
        ({"supports_companies": True}, True),
        ({"pays_for": [PaysFor(measure="measure:a", kind="same", score=1.0)]}, True),
        ({"words": {"企業": TWICE}, "problems": {EXPORT: 1.0}}, True),
        ({"words": {"企業": TWICE}, "activities": {EQUIPMENT: 1.0}}, True),
        ({"words": {"企業": ONCE}, "problems": {EXPORT: 1.0}}, False),
        ({"words": {"企業": TWICE}, "problems": {CLIMATE: 1.0}}, False),
        ({"words": {"企業": TWICE}, "problems": {CLIMATE: 1.0, EXPORT: 0.2}}, False),
        ({"words": {"企業": TWICE}, "activities": {SEMINAR: 1.0}}, False),
        ({"words": {"羊毛": THRICE}, "problems": {EXPORT: 1.0}}, False),
        ({}, False),
    ],
)
def test_a_programme_is_for_companies_by_size_measure_or_by_whom_and_what_its_sheet_speaks_of(
    told: dict, is_so: bool
):
    assert for_companies(programme(**told)) is is_so


def test_those_who_may_also_be_hired_are_said_more_often_unless_a_subsidy_is_paid():
    twice = {"words": {"事業者": TWICE}, "problems": {EXPORT: 1.0}}
    thrice = twice | {"words": {"事業者": THRICE}}
    assert [
        for_companies(programme(**told))
        for told in (
            twice | {"methods": ["direct"]},
            thrice | {"methods": ["direct"]},
            twice | {"methods": ["subsidy"]},
        )
    ] == [False, True, True]


def test_with_a_subsidy_for_what_is_done_for_companies_one_mention_is_enough():
    once = {"words": {"事業者": ONCE}, "activities": {EQUIPMENT: 1.0}}
    assert for_companies(programme(**once, methods=["subsidy"]))
    assert not for_companies(programme(**once, methods=["direct"]))
    assert not for_companies(programme(**once | {"words": {}}, methods=["subsidy"]))


def test_a_topic_that_there_is_none_of_is_refused(tmp_path: Path):
    wrong = tmp_path / "for_companies.yaml"
    wrong.write_text(WORDS.read_text("utf-8").replace(EQUIPMENT, "羊毛の染色"), "utf-8")
    with pytest.raises(VocabularyError, match="羊毛の染色 is none of the activities"):
        read_for_companies(wrong)

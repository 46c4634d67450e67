"""Pairs with a budget programme: which a filter and a scope let through, which are apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.records import Overlap
from loaders.catalogue.records.programmes import Office, Programme, RelatedProgramme
from loaders.load import load
from queries.overlap.filter import PairFilter
from queries.overlap.programme_pairs import belonging_together, programme_pairs
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up.overlaps import MAFF

METI = "経済産業省"
EVERY = PairFilter(grade=0, mode="both")
LOAN, SALES = made_up.LOAN, made_up.SALES


def programme(number: int, ministry: str, **told) -> Programme:
    return Programme(
        **{"id": f"programme:{number}", "name": f"事業{number}"} | told,
        sheets=[2031],
        ministries=[ministry],
    )


def pair(a: str, b: str, score: float, grade: int, *within: str) -> Overlap:
    return Overlap(a=a, b=b, score=score, grade=grade, within=list(within))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    part = RelatedProgramme(
        sheet=2031, line=3, programme="programme:40", name="事業40", relation="parent"
    )
    office = Office(sheet=2031, line=4, office=METI, ministry=METI)
    base = made_up_overlaps.catalogue()
    told = replace(
        base,
        programmes=(
            programme(7, METI, supports_companies=True),
            programme(12, MAFF, supports_companies=True, related=[part]),
            programme(30, MAFF),
            programme(40, MAFF, name="養蜂　事業"),
            programme(41, METI, name="養蜂事業"),
            programme(42, METI, name="畜産推進事業（うち養豚改良事業）"),
            programme(43, MAFF, name="養豚改良事業", co_offices=[office]),
            programme(44, METI, name="養豚改良事業（被災地）"),
        ),
        overlaps=(
            *base.overlaps,
            pair(SALES, "programme:12", 0.5, 2),
            pair(SALES, "programme:30", 0.4, 2),
            pair("programme:12", "programme:7", 0.3, 1),
            pair("programme:12", "programme:30", 0.2, 1, MAFF),
        ),
    )
    path: Path = tmp_path_factory.mktemp("programmes") / "graph.lbug"
    with open_store(path) as opened:
        load(told, opened)
        yield opened


def pairs(store: Store, pair_filter: PairFilter = EVERY, **scope) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in programme_pairs(store, pair_filter, **scope)]


def test_by_default_pairs_of_what_companies_can_use_the_highest_first(store: Store) -> None:
    assert pairs(store) == [(SALES, "programme:12"), ("programme:12", "programme:7")]
    assert programme_pairs(store, EVERY)[0].score == 0.5


def test_all_has_those_of_every_programme_also_inside_a_ministry(store: Store) -> None:
    assert len(pairs(store, scope="all")) == 4
    assert pairs(store, PairFilter(grade=1, mode="within"), scope="all") == [
        ("programme:12", "programme:30")
    ]


def test_a_measure_offices_grade_and_score_confine_them(store: Store) -> None:
    assert pairs(store, PairFilter(measure=SALES, grade=0, mode="both")) == [
        (SALES, "programme:12")
    ]
    assert pairs(store, PairFilter(ministry=MAFF, second_ministry=METI, grade=0)) == pairs(store)
    assert pairs(store, replace(EVERY, grade=2)) == [(SALES, "programme:12")]
    assert pairs(store, replace(EVERY, score=0.45), scope="all") == [(SALES, "programme:12")]


def test_two_measures_a_pillar_or_a_document_of_measures_have_none(store: Store) -> None:
    assert not pairs(store, replace(EVERY, measure=SALES, second_measure=made_up.EQUIPMENT))
    assert not pairs(store, replace(EVERY, document=made_up.DOCUMENT))
    with pytest.raises(NotFound):
        pairs(store, replace(EVERY, measure="そんな施策はない"))


def test_parts_and_one_programme_in_two_accounts_are_counted_apart(store: Store) -> None:
    assert belonging_together(store) == 0
    assert belonging_together(store, "all") == 4


def test_what_a_programme_pays_for_is_counted_apart(store_of_programmes: Store) -> None:
    assert belonging_together(store_of_programmes, "all") >= 1

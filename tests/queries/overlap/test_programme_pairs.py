"""Pairs with a budget programme: which a filter and a scope let through, which are apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import NotFound
from graph.store import Store
from queries.overlap.filter import PairFilter
from queries.overlap.programme_pairs import belonging_together, programme_pairs
from tests.made_up import catalogue as made_up
from tests.made_up.programme_pairs import MAFF, METI

EVERY = PairFilter(grade=0, mode="both")
SALES = made_up.SALES


@pytest.fixture
def store(store_of_programme_pairs: Store) -> Store:
    return store_of_programme_pairs


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


def test_what_belongs_together_is_counted(store: Store, store_of_programmes: Store) -> None:
    assert belonging_together(store) == 1, "what is paid for is for companies"
    # a part and its whole, one in two accounts, a part's name, one run jointly, what is paid for
    least = 5
    assert belonging_together(store, "all") > least, "and what a body does for its grant"
    assert belonging_together(store_of_programmes, "all") == 1

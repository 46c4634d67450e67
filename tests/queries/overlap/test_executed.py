"""Several budget programmes that are one measure count together; money and execution have years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.records.programmes import PaysFor
from loaders.load import load
from queries.overlap.brief import brief_pairs
from queries.overlap.executed import executed_by_year
from queries.overlap.measure_side import measure_side
from queries.overlap.pairs import ScoredPair
from queries.programmes.card import YearOfMoney
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.compared import A, B, catalogue
from tests.made_up.compared import _money as money_of

AT_ROW = Source("rs-2031-2-1", 5)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The loan is two programmes: one has spent nothing, the other most of what it could."""
    base = catalogue()
    same = [PaysFor(measure=made_up.LOAN, kind="same", score=1.0)]
    more = {
        A: {"pays_for": same, "money": [money_of(2031, 70, None), money_of(2030, 400, 320)]},
        B: {"pays_for": same, "money": [money_of(2030, 100, 0), money_of(2029, 60, 60)]},
    }
    programmes = tuple(each.model_copy(update=more.get(each.id, {})) for each in base.programmes)
    with open_store(tmp_path_factory.mktemp("twins") / "graph.lbug") as opened:
        load(replace(base, programmes=programmes), opened)
        yield opened


def test_the_execution_of_a_measure_is_that_of_all_programmes_that_are_the_same(
    store: Store,
) -> None:
    (pair,) = brief_pairs(store, [ScoredPair(made_up.LOAN, "programme:30", 0.3, 1)])
    assert (pair.a.execution, pair.a.execution_year) == (320 / 500, 2030)
    assert set(pair.a.executed_of) == {A, B}


def test_the_card_adds_them_year_by_year_and_names_them(store: Store) -> None:
    years = {year.year: year for year in measure_side(store, made_up.LOAN).years}
    both = years[2030]
    assert (both.executed, both.available, both.execution) == (320, 500, 320 / 500)
    assert both.executed_of is not None and set(both.executed_of.split(" + ")) == {A, B}
    assert (years[2029].executed, years[2029].executed_of) == (60, B)
    assert (years[2031].available, years[2031].executed_of) == (70, None)


def test_a_pair_has_the_money_of_the_latest_year_that_both_tell(store: Store) -> None:
    (pair,) = brief_pairs(store, [ScoredPair(A, B, 0.3, 1)])
    assert [(side.yen, side.year) for side in (pair.a, pair.b)] == [(400, 2030), (100, 2030)]
    (alone,) = brief_pairs(store, [ScoredPair(A, "programme:30", 0.3, 1)])
    assert (alone.a.yen, alone.a.year, alone.a.execution_year) == (400, 2030, 2030)
    assert (alone.b.yen, alone.b.year, alone.b.execution_year) == (None, None, None)


def test_only_those_that_tell_both_figures_are_added() -> None:
    def year(available: int | None, executed: int | None) -> YearOfMoney:
        told = dict.fromkeys(
            ("initial", "supplementary", "carried_over", "reserve", "carried_on", "requested")
        )
        return YearOfMoney(**told, year=2030, available=available, executed=executed, source=AT_ROW)

    found = executed_by_year([("p:1", [year(100, None)]), ("p:2", [year(50, 25)])])
    assert (found[2030].available, found[2030].programmes) == (50, ("p:2",))
    untold = executed_by_year([("p:1", [year(100, None)]), ("p:2", [year(None, 7)])])
    assert (untold[2030].available, untold[2030].execution) == (100, None)

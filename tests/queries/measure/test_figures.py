"""Targets and results as series: one thing counted in several years is one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.store import Store
from queries.figures import FigureFact
from queries.measure.appearance import AppearanceCard
from queries.measure.card import measure_card
from queries.measure.figures import FigurePoint, FigureSeries, figure_series
from queries.sources import Source
from tests.made_up import catalogue as made_up


def fact(
    name: str | None, value: float, year: int | None, line: int, unit: str = "人"
) -> FigureFact:
    return FigureFact("result", name, value, unit, year, Source("港町", line))


@pytest.fixture(scope="module")
def page(made_up_store: Store) -> AppearanceCard:
    (page,) = measure_card(made_up_store, made_up.EQUIPMENT).appearances
    return page


def series_of(page: AppearanceCard, *pages: tuple[FigureFact, ...]) -> tuple[FigureSeries, ...]:
    return figure_series([replace(page, figures=figures) for figures in pages])


def test_the_years_of_one_name_are_one_series_the_earliest_first(page: AppearanceCard) -> None:
    later = (fact("受講者数", 90, 2023, 5), fact("受講者数", 80, 2022, 5))
    earlier = (fact("受講者数", 80, 2022, 9), fact("受講者数", 70, None, 8))
    (series,) = series_of(page, later, earlier)
    assert series.points == (
        FigurePoint(2022, 80, (Source("港町", 5), Source("港町", 9))),
        FigurePoint(2023, 90, (Source("港町", 5),)),
        FigurePoint(None, 70, (Source("港町", 8),)),
    )


def test_other_units_other_names_and_no_name_are_other_series(page: AppearanceCard) -> None:
    figures = (
        fact("支援数", 3, 2022, 1),
        fact("支援数", 4, 2022, 2, "社"),
        fact("参加者数", 5, 2022, 3),
        fact(None, 6, 2022, 4),
        fact(None, 7, 2023, 5),
    )
    assert [len(series.points) for series in series_of(page, figures)] == [1, 1, 1, 1, 1]


def test_the_card_has_them_with_their_lines(made_up_store: Store) -> None:
    (series,) = measure_card(made_up_store, made_up.EQUIPMENT).figures
    assert (series.what, series.name, series.unit) == ("kpi", "労働生産性", "%")
    assert series.points == (FigurePoint(2027, 5, (Source(made_up.DOCUMENT, 83),)),)

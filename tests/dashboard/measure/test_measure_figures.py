"""On the measure's page a thing that is counted in several years is one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.text.words import Words
from dashboard.views.measure.facts import facts
from graph.store import Store
from queries.measure.card import measure_card
from queries.measure.figures import FigurePoint, FigureSeries
from queries.sources import Source
from tests.made_up import catalogue as made_up

JA, EN = Words("ja"), Words("en")
SERIES = FigureSeries(
    "result",
    "受講者数",
    "人",
    (
        FigurePoint(2021, 51_000, (Source("港町", 3),)),
        FigurePoint(2022, 48_000, (Source("港町", 7),)),
        FigurePoint(None, 5, (Source("港町", 9),)),
    ),
)


def test_its_years_stand_side_by_side_with_what_is_counted(
    made_up_store: Store, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    card = replace(measure_card(made_up_store, made_up.EQUIPMENT), figures=(SERIES,))
    (row,) = [fact for fact in facts(JA, card) if fact.about == JA.of("about", "result")]
    assert row.value.text == "2021年度 51,000人 → 2022年度 48,000人 → 5人"
    assert row.value.note == "受講者数"
    assert [place.line for place in row.sources] == [3, 7, 9]
    assert not [fact for fact in facts(EN, card) if fact.about == EN.of("about", "kpi")]

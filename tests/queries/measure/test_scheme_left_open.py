"""A drawing of which the text leaves open who is paid, on the card, printed and on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from commands.things.measure_printing import measure_lines
from dashboard.text.words import Words
from dashboard.views.measure.facts import facts
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.measure.card import MeasureCard, measure_card
from queries.sources import Source
from tests.made_up import catalogue as made_up

LINES = (Source(made_up.DOCUMENT, 3), Source(made_up.DOCUMENT, 7))


@pytest.fixture
def card(made_up_store: Store) -> MeasureCard:
    made = measure_card(made_up_store, made_up.EQUIPMENT)
    return replace(made, appearances=(replace(made.appearances[0], schemes_left_open=LINES),))


def test_its_lines_are_on_the_card(tmp_path: Path) -> None:
    catalogue = made_up.catalogue()
    appearances = tuple(
        a.model_copy(update={"lines": a.lines | {"scheme_left_open": [3, 7]}})
        if a.measure == made_up.EQUIPMENT
        else a
        for a in catalogue.appearances
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(catalogue, appearances=appearances), store)
        pages = measure_card(store, made_up.EQUIPMENT).appearances
    assert pages[0].schemes_left_open == LINES


def test_show_says_so_with_its_lines(card: MeasureCard) -> None:
    printed = [" ".join(line.split()) for line in measure_lines(card)]
    said = next(line for line in printed if line.startswith("scheme drawn"))
    assert "leaves open who is paid" in said and ":3" in said and "7" in said


def test_the_page_says_so_in_both_languages(card: MeasureCard) -> None:
    row = next(fact for fact in facts(Words("ja"), card) if fact.sources == LINES)
    assert "誰に支払われるかを読み切れない" in row.value.text
    assert "cannot be read with certainty" in Words("en")("measure.scheme_left_open")

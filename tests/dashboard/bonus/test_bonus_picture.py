"""The picture of bonus paths: what is unlocked stands out, nothing moves whatever is held."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.text.words import Words
from dashboard.views.bonus import picture
from dashboard.views.bonus.state import VIEWS
from dashboard.views.bonus.unlocked import COLOURS, unlocked_rules
from dashboard.views.bonus.view import view
from queries.bonus.dated import Calls
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook
from tests.dashboard.picture.crossings import crossing
from tests.made_up import bonuses as made_up_bonuses

KURUMIN, PLATINUM = "certification:くるみん", "certification:プラチナくるみん"
SMALL = Profile(size=("中小企業",), hold=("くるみん",))
NO_CALLS = Calls({}, date(2025, 4, 1))


def _data(
    book: RuleBook, profile: Profile, name: str = "points", step: str = "", language: str = "ja"
) -> dict[str, Any]:
    unlocked = unlocked_rules(book, profile, step, NO_CALLS)
    return picture.data(Words(language), name, view(book, name), unlocked, "")


def _nodes_of(data: dict[str, Any], access: str) -> set[str]:
    return {node["id"] for node in data["nodes"] if node["colour"] == COLOURS[access]}


@pytest.mark.parametrize("name", VIEWS)
def test_the_picture_is_laid_out_by_the_rules_alone(book: RuleBook, name: str) -> None:
    def places(data: dict[str, Any]) -> dict[str, tuple[float, float]]:
        return {node["id"]: (node["x"], node["y"]) for node in data["nodes"]}

    empty = _data(book, Profile(), name)
    full = _data(
        book,
        Profile(size=("大企業",), hold=("プラチナくるみん", "DX認定"), does=("賃上げ+6%",)),
        name,
        language="en",
    )
    assert places(empty) == places(full) and places(empty)
    assert (empty["picture"], empty["height"]) == (full["picture"], full["height"])


def test_every_rule_stands_in_one_view(book: RuleBook) -> None:
    shown = [
        rule.id for name in VIEWS for rules in view(book, name).bundles.values() for rule in rules
    ]
    assert sorted(shown) == sorted(book.rules)


def test_what_is_held_lights_its_rules_and_what_they_raise(book: RuleBook) -> None:
    data = _data(book, SMALL)
    assert KURUMIN in _nodes_of(data, "unlocked") and made_up_bonuses.TAX in _nodes_of(
        data, "unlocked"
    )
    assert PLATINUM not in _nodes_of(data, "unlocked")
    bright = [edge for edge in data["edges"] if edge.get("colour") == COLOURS["unlocked"]]
    assert {edge["from"] for edge in bright if edge["from"].startswith("certification:")} == {
        KURUMIN
    }


def test_the_next_step_shows_what_it_would_light(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, PLATINUM, NO_CALLS)
    assert {rule for rule, access in unlocked.access.items() if access == "step"} == {
        gained.rule.id for gained in unlocked.gained
    } and unlocked.gained
    assert PLATINUM in _nodes_of(_data(book, SMALL, step=PLATINUM), "step")


def test_without_a_choice_the_next_step_is_the_best_one(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, "", NO_CALLS)
    assert unlocked.step == unlocked.steps[0]


def test_a_rule_for_other_sizes_stands_back(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, "", NO_CALLS)
    large = {rule.id for rule in book.rules.values() if rule.size_class == "大企業"}
    assert large and all(unlocked.access[rule] == "other" for rule in large)


@pytest.mark.parametrize("name", VIEWS)
def test_no_line_runs_through_a_box(book: RuleBook, name: str) -> None:
    wrong, lines = crossing(_data(book, SMALL, name))
    assert wrong == [] and lines

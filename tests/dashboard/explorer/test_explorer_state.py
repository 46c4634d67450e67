"""What the explorer shows, and how an address says it."""

from __future__ import annotations

import pytest
import streamlit as st

from dashboard.views.explorer.state import EXPLORER, Opening, State
from graph.bounds import OPENED_NODES
from queries.search.relations import Relation

JETRO = "body:日本貿易振興機構"
ASKED = Opening("certification:くるみん", ("REQUIRES", False, "BonusRule"))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (JETRO, Opening(JETRO)),
        (f"{JETRO}~IMPLEMENTS>Measure", Opening(JETRO, ("IMPLEMENTS", True, "Measure"))),
        ("certification:くるみん~REQUIRES<BonusRule", ASKED),
        ("a~b~PART_OF<Department~3", Opening("a~b", ("PART_OF", False, "Department"), 3)),
        ("recipient:甲~乙", Opening("recipient:甲~乙")),
        ("measure:1~PART_OF<Department~0", Opening("measure:1~PART_OF<Department~0")),
    ],
)
def test_an_opening_is_read_as_an_address_says_it(text: str, opening: Opening) -> None:
    assert Opening.read(text) == opening
    assert str(opening) == text


def test_an_opening_is_of_all_relations_or_of_one() -> None:
    asked, named = (Relation(name, False, "BonusRule", 3) for name in ("REQUIRES", "NAMES"))
    assert Opening(JETRO).of(asked) and Opening(JETRO).of(named)
    assert ASKED.of(asked) and not ASKED.of(named)


def test_the_next_part_of_a_relation_is_the_first_that_is_not_opened() -> None:
    state = State().start(ASKED.node)
    first = state.after(ASKED)
    second = state.open(first).after(ASKED)
    assert (first.page, second.page, second.relation) == (1, 2, ASKED.relation)


def test_what_is_opened_can_be_taken_out_again_but_for_the_start() -> None:
    state = State().start(JETRO).open(ASKED).expand("measure:1")
    assert state.opened == (Opening(JETRO), ASKED, Opening("measure:1"))
    assert state.close(ASKED).opened == (Opening(JETRO), Opening("measure:1"))
    assert state.collapse("measure:1").opened == (Opening(JETRO), ASKED)
    assert state.collapse(JETRO).close(Opening(JETRO)).opened == state.opened


def test_no_more_is_opened_than_there_is_room_for() -> None:
    state = State().start(JETRO)
    for number in range(OPENED_NODES + 3):
        state = state.expand(f"measure:{number}")
    assert len(state.opened) == OPENED_NODES and state.full
    assert state.chosen == f"measure:{OPENED_NODES + 2}"


def test_a_new_start_and_more_neighbours_end_a_way() -> None:
    state = State().start(JETRO).seek("くるみん")
    assert (state.goal, state.chosen) == ("くるみん", JETRO)
    assert state.expand("measure:1").goal == "" == state.start("measure:1").goal
    assert state.seek("").opened == state.opened


def test_the_address_restores_the_state(monkeypatch: pytest.MonkeyPatch) -> None:
    state = State("窓口", (Opening(JETRO), ASKED), ASKED.node, "", 2, True, "えるぼし")
    said = {name: value for name, value in EXPLORER.to_address(state).items() if value}
    assert said["open"] == [JETRO, "certification:くるみん~REQUIRES<BonusRule"]

    class Params(dict[str, object]):
        def get_all(self, name: str) -> list[object]:
            value = self.get(name, [])
            return value if isinstance(value, list) else [value]

    monkeypatch.setattr(st, "query_params", Params(said))
    assert EXPLORER.read() == state

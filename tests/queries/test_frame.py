"""Answers as tables of pandas."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from graph.store import Store
from queries.bonus.for_company import bonuses_for
from queries.bonus.profile import Profile
from queries.frame import to_frame
from queries.overlap.shared_bodies import shared_bodies
from queries.overview.overview import overview
from queries.search.search import find


@dataclass(frozen=True)
class Inner:
    title: str


@dataclass(frozen=True)
class Outer:
    best: Inner
    yen: int
    words: tuple[str, ...]


ONE = Outer(Inner("甲"), 3, ("乙", "丙"))


def test_a_sequence_has_a_row_a_record_and_records_in_them_columns() -> None:
    frame = to_frame((ONE, Outer(Inner("丁"), 4, ())))
    assert list(frame.columns) == ["best.title", "yen", "words"]
    assert frame.to_dict("records")[0] == {"best.title": "甲", "yen": 3, "words": ("乙", "丙")}
    assert list(frame["yen"]) == [3, 4]


def test_a_record_is_one_row_and_a_part_of_it_a_table() -> None:
    assert len(to_frame(ONE)) == 1
    assert list(to_frame(ONE, "words")["value"]) == ["乙", "丙"]
    with pytest.raises(AttributeError, match="rules"):
        to_frame(ONE, "rules")


def test_rows_of_cypher_and_no_rows_are_tables_too() -> None:
    assert to_frame([{"n": 1}, {"n": 2}])["n"].sum() == 3
    assert to_frame(()).empty


def test_questions_of_every_kind_are_tables(made_up_store: Store) -> None:
    hits = find(made_up_store, "補助")
    assert list(to_frame(hits)["id"]) == [hit.id for hit in hits] != []
    assert len(to_frame(shared_bodies(made_up_store))) == len(shared_bodies(made_up_store))
    counts = to_frame(overview(made_up_store), "nodes").set_index("type")["count"]
    assert counts["Measure"] > 0
    unlocked = to_frame(
        bonuses_for(made_up_store, Profile(size=("中小企業",), hold=("くるみん",))), "almost"
    )
    assert "rule.benefit" in unlocked.columns

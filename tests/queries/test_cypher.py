from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from queries import cypher
from queries.cypher import ask, ask_among, ask_of_many, ask_of_nodes, each_looked_up, question

OF_MANY = [
    ("documents_of_measures", "Measure"),
    ("overlap/facts", "Measure"),
    ("overlap/items", "Measure"),
    ("overlap/money", "Measure"),
    ("overlap/offices", "Measure"),
    ("overlap/sides", "Measure"),
    *(
        (f"bonus/rule_book/{path.stem}", "BonusRule")
        for path in sorted(Path("queries/bonus/rule_book").glob("*.cypher"))
        if "$ids" in path.read_text(encoding="utf-8")
    ),
]


def ids_of(store: Store, kind: str) -> list[str]:
    return [row["id"] for row in store.read(f"MATCH (n:{kind}) RETURN n.id AS id ORDER BY id")]


@pytest.mark.parametrize(("name", "kind"), OF_MANY)
def test_many_nodes_looked_up_one_by_one_give_the_same_rows(
    name: str, kind: str, bonus_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = ids_of(bonus_store, kind)
    among_all = ask(bonus_store, name, ids=ids)
    monkeypatch.setattr(cypher, "_MANY", 1)
    assert ask_of_many(bonus_store, name, ids) == among_all


def test_a_question_of_many_names_its_ids_once() -> None:
    text = each_looked_up(question("overlap/sides"))
    assert text.startswith("UNWIND $ids AS wanted\n")
    assert "m.id = wanted" in text
    assert "IN $ids" not in text
    assert "IN $ids" in question("overlap/sides")


def test_relationships_among_nodes_are_asked_of_the_types_that_may_join_them(
    bonus_store: Store,
) -> None:
    name = "search/relationships_among"
    ids = [*ids_of(bonus_store, "BonusRule"), *ids_of(bonus_store, "Measure")]
    every = ask(bonus_store, name, ids=ids)
    found = ask_among(bonus_store, name, ids)
    assert every

    def in_order(rows: list[dict[str, Any]]) -> list[str]:
        return sorted(json.dumps(row, sort_keys=True) for row in rows)

    assert in_order(found) == in_order(every)


def test_nodes_of_several_types_are_asked_of_these_alone(bonus_store: Store) -> None:
    ids = [*ids_of(bonus_store, "BonusRule"), *ids_of(bonus_store, "Measure"), "nothing:1"]
    asked = "search/degrees"
    assert ask_of_nodes(bonus_store, asked, ids) == ask(bonus_store, asked, ids=ids) != []
    assert ask_of_nodes(bonus_store, asked, ["nothing:1"]) == []
    assert ask_of_nodes(bonus_store, asked, []) == []


def test_nodes_that_nothing_may_join_have_no_relationships(bonus_store: Store) -> None:
    assert ask_among(bonus_store, "search/relationships_among", ["document:nothing"]) == []

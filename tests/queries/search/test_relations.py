"""What hangs on a node by relationship: true counts, the first of each, and what lies beyond."""

from __future__ import annotations

import pytest

from graph.schema.schema import schema
from graph.store import Store
from queries.search import relations as module
from queries.search.nodes import neighbourhood
from queries.search.relations import Relation, around, beyond, neighbours, relations, together
from tests.made_up import catalogue as made_up

JETRO, METI = "body:日本貿易振興機構", f"ministry:{made_up.METI}"
STARTS = (JETRO, METI, "certification:くるみん", made_up.EQUIPMENT)


def test_relations_are_told_apart_by_direction_and_by_what_they_lead_to(
    made_up_store: Store,
) -> None:
    assert relations(made_up_store, JETRO) == (
        Relation("PART_OF", False, "Department", 1),
        Relation("IMPLEMENTS", True, "Measure", 2),
        Relation("SUPERVISED_BY", True, "Ministry", 1),
    )


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("hubs", [False, True])
def test_all_relations_together_lead_to_every_neighbour(
    made_up_store: Store, start: str, hubs: bool
) -> None:
    found = {
        node.id
        for relation in relations(made_up_store, start, hubs)
        for node in neighbours(made_up_store, start, relation, 100, hubs)
    }
    picture = neighbourhood(made_up_store, start, 1, hubs, 500)
    assert found == {node.id for node in picture.nodes} - {start}


@pytest.mark.parametrize("start", STARTS)
def test_each_has_as_many_neighbours_as_it_says_the_best_connected_first(
    made_up_store: Store, start: str
) -> None:
    for relation in relations(made_up_store, start):
        found = neighbours(made_up_store, start, relation, 100)
        assert len(found) == relation.count and {node.type for node in found} == {relation.kind}
        assert [node.neighbours for node in found] == sorted(
            (node.neighbours for node in found), reverse=True
        )
        assert neighbours(made_up_store, start, relation, 1) == found[:1]
        assert neighbours(made_up_store, start, relation, -1) == ()


@pytest.mark.parametrize("start", STARTS)
def test_asked_at_once_or_one_by_one_the_answer_is_the_same(
    made_up_store: Store, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = around(made_up_store, start, 2, hubs=True)
    monkeypatch.setattr(module, "_AT_ONCE", 0)
    assert around(made_up_store, start, 2, hubs=True) == at_once
    assert tuple(at_once) == relations(made_up_store, start, hubs=True)
    assert max(map(len, at_once.values())) == 2


def test_a_step_further_leads_to_new_things_types_in_turn(made_up_store: Store) -> None:
    near = [node.id for node in neighbourhood(made_up_store, JETRO, 1, limit=100).nodes[1:]]
    far, count = beyond(made_up_store, JETRO, near, 100)
    two = neighbourhood(made_up_store, JETRO, 2, limit=500)
    assert set(far) == {node.id for node in two.nodes if node.hops == 2} and len(far) == count
    few, same = beyond(made_up_store, JETRO, near, 3)
    assert (few, same) == (far[:3], count)
    kinds = [schema().type_of(node) for node in far]
    assert kinds[: len(set(kinds))] == sorted(set(kinds), key=list(schema().nodes).index)


def test_hubs_are_reached_if_asked_and_never_walked_through(made_up_store: Store) -> None:
    near = [node.id for node in neighbourhood(made_up_store, JETRO, 1, True, 100).nodes[1:]]
    far, _ = beyond(made_up_store, JETRO, near, 500, hubs=True)
    two = neighbourhood(made_up_store, JETRO, 2, hubs=True, limit=500)
    assert set(far) == {node.id for node in two.nodes if node.hops == 2}


def test_things_are_put_together_in_the_order_asked_for(made_up_store: Store) -> None:
    shown = together(made_up_store, [METI, "measure:ffffffff", JETRO])
    assert [(node.id, node.type) for node in shown.nodes] == [(METI, "Ministry"), (JETRO, "Body")]
    assert {(edge.type, edge.source, edge.target) for edge in shown.edges} == {
        ("SUPERVISED_BY", JETRO, METI)
    }
    assert together(made_up_store, []).nodes == ()


def test_a_relationship_without_direction_is_one_relation(
    made_up_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = "certification:くるみん"

    def implied() -> list[Relation]:
        return [each for each in relations(made_up_store, start) if each.type == "IMPLIES"]

    apart = implied()
    assert [each.outward for each in apart] == [True, False]
    ids = {node.id for each in apart for node in neighbours(made_up_store, start, each, 100)}
    monkeypatch.setattr(module, "SYMMETRIC", frozenset({"IMPLIES"}))
    (together_,) = implied()
    assert (together_.outward, together_.count) == (True, len(ids))
    found = neighbours(made_up_store, start, together_, 100)
    assert {node.id for node in found} == ids
    assert around(made_up_store, start, 100)[together_] == found

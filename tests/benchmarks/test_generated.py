"""A generated graph: as many measures as asked for, in the shape of the graph that it
is made from.
"""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.generated import FROM_A_STOCK, GROWTH, NEW_EACH_TIME, changed, generated
from graph.schema.rows import GraphRows
from graph.schema.schema import schema

TIMES = 50


@pytest.fixture(scope="module")
def measures(made_up_rows: GraphRows) -> int:
    return types(made_up_rows)["Measure"]


@pytest.fixture(scope="module")
def large(made_up_rows: GraphRows, measures: int) -> GraphRows:
    return generated(made_up_rows, TIMES * measures)


def types(rows: GraphRows) -> Counter[str]:
    return Counter(node.type for node in rows.nodes)


def joins(rows: GraphRows) -> Counter[tuple[str, str, str]]:
    return Counter(
        (r.type, schema().type_of(r.start), schema().type_of(r.end)) for r in rows.relationships
    )


def about(rows: GraphRows) -> set[tuple[str, str]]:
    return {(r.start, r.end) for r in rows.relationships if r.type == "ABOUT"}


def test_the_types_that_grow_are_declared():
    assert set(schema().nodes) > NEW_EACH_TIME | FROM_A_STOCK
    assert not NEW_EACH_TIME & FROM_A_STOCK


def test_a_graph_of_its_own_size_is_itself(made_up_rows: GraphRows, measures: int):
    assert generated(made_up_rows, measures) == made_up_rows


def test_the_same_is_generated_twice(made_up_rows: GraphRows, measures: int, large: GraphRows):
    assert generated(made_up_rows, TIMES * measures) == large


def test_there_are_at_least_as_many_measures_as_asked_for(made_up_rows: GraphRows, measures: int):
    assert types(generated(made_up_rows, measures + 1))["Measure"] == 2 * measures


def test_what_belongs_to_a_measure_grows_with_the_measures_and_what_they_share_does_not(
    made_up_rows: GraphRows, large: GraphRows
):
    before, after = types(made_up_rows), types(large)
    assert {kind: after[kind] / count for kind, count in before.items()} == {
        kind: (
            TIMES if kind in NEW_EACH_TIME else round(TIMES**GROWTH) if kind in FROM_A_STOCK else 1
        )
        for kind in before
    }


def test_the_share_of_each_relationship_type_at_the_measures_stays(
    made_up_rows: GraphRows, large: GraphRows
):
    before, after = joins(made_up_rows), joins(large)
    assert {
        join: after[join] / count for join, count in before.items() if NEW_EACH_TIME & set(join[1:])
    } == {join: TIMES for join in before if NEW_EACH_TIME & set(join[1:])}


def test_with_fewer_relationships_their_types_keep_their_shares(
    made_up_rows: GraphRows, measures: int, large: GraphRows
):
    third = generated(made_up_rows, TIMES * measures, len(large.relationships) // 3)
    assert types(third) == types(large)
    assert len(third.relationships) == pytest.approx(len(large.relationships) / 3, rel=0.05)
    most = {join: count for join, count in joins(large).items() if count > 500}
    assert {join: joins(third)[join] / count for join, count in most.items()} == pytest.approx(
        dict.fromkeys(most, 1 / 3), rel=0.2
    )


def test_hubs_grow_in_degree_and_measures_do_not(made_up_rows: GraphRows, large: GraphRows):
    def most(rows: GraphRows, kind: str) -> int:
        return max(
            Counter(
                end
                for r in rows.relationships
                for end in (r.start, r.end)
                if schema().type_of(end) == kind
            ).values()
        )

    assert most(large, "Instrument") == TIMES * most(made_up_rows, "Instrument")
    assert most(large, "Measure") == most(made_up_rows, "Measure")
    assert most(made_up_rows, "Term") < most(large, "Term") < TIMES * most(made_up_rows, "Term")


def test_properties_stay_as_large_as_they_are(made_up_rows: GraphRows, large: GraphRows):
    def size(rows: GraphRows) -> float:
        return (
            sum(len(repr(node.properties)) for node in rows.nodes if node.type == "Appearance")
            / types(rows)["Appearance"]
        )

    assert size(large) == pytest.approx(size(made_up_rows), rel=0.05)


def test_a_copy_is_found_by_its_own_name_and_id(large: GraphRows):
    copy = next(node for node in large.nodes if node.type == "Measure" and node.id.endswith("-7"))
    assert copy.properties["folded"] in copy.properties["known_as"]
    assert copy.id in copy.properties["known_as"]
    assert set(copy.properties["known_as"]) <= set(copy.properties["words"].split("\n"))


def test_a_changed_graph_differs_in_a_share_of_its_measures(large: GraphRows):
    other, count = changed(large, 0.1), round(types(large)["Measure"] * 0.1)
    assert [n.id for n in other.nodes] == [n.id for n in large.nodes]
    assert (
        sum(
            a.properties["title"] != b.properties["title"]
            for a, b in zip(large.nodes, other.nodes, strict=True)
            if a.type == "Measure"
        )
        == count
    )
    gone, come = (
        Counter(start for start, _ in pairs)
        for pairs in (about(large) - about(other), about(other) - about(large))
    )
    assert gone == come
    assert set(gone.values()) == {1}
    assert set(gone) <= {n.id for n in other.nodes if n.properties["name"].endswith("改")}
    assert changed(large, 0.1) == other

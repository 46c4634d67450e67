"""The explorer's picture: neighbours by relation with true counts, lines that cross no box, more at
a click, and the ways between two things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.reading.answers import ask
from dashboard.text.words import LANGUAGES, Words, all_texts
from dashboard.views.explorer import headings, parts, picture, ways
from dashboard.views.explorer.parts import Subgraph, subgraph
from dashboard.views.explorer.state import Opening, State
from graph.schema.schema import schema
from queries.search.nodes import node_card
from queries.search.relations import relations
from queries.search.search import find
from tests.dashboard.picture.crossings import crossing, frame
from tests.made_up import catalogue as made_up

JETRO, KURUMIN = "body:日本貿易振興機構", "certification:くるみん"
METI = f"ministry:{made_up.METI}"
# pixels that the first picture has on a screen of 1280 × 900, and the least height of its letters
SCREEN, LETTERS = (784, 534), 11
JA = Words("ja")


def _drawn(state: State, words: Words = JA) -> dict[str, Any]:
    return picture.data(words, state, subgraph(state))


def _things(data: dict[str, Any]) -> list[str]:
    return [node["id"] for node in data["nodes"] if not node.get("role")]


@pytest.fixture(scope="module")
def few() -> Iterator[None]:
    """Few things of a relation at once, so that the small graph has more."""
    patch = pytest.MonkeyPatch()
    patch.setattr(parts, "PART", 2)
    patch.setattr(parts, "_LEAST", 1)
    yield
    patch.undo()


STARTS = (JETRO, KURUMIN, METI, made_up.EQUIPMENT, made_up.SALES)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("hops", [1, 2])
def test_no_line_runs_through_a_box_whatever_is_chosen(start: str, hops: int) -> None:
    state = State(hops=hops, hubs=hops > 1).start(start)
    nodes = [*subgraph(state).nodes]
    assert len(nodes) > 2
    steps = [*map(state.select, nodes[::5]), *map(state.expand, nodes[1::9])]
    for step in steps:
        wrong, lines = crossing(_drawn(step))
        assert lines and wrong == [], (step.chosen, wrong)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_picture_can_be_read_at_first_sight(start: str, language: str) -> None:
    data = _drawn(State().start(start), Words(language))
    frames = [frame(node) for node in data["nodes"]]
    wide, tall = (
        max(one[axis + 2] for one in frames) - min(one[axis] for one in frames) for axis in (0, 1)
    )
    assert min(SCREEN[0] / wide, SCREEN[1] / tall) * 13 >= LETTERS


@pytest.mark.parametrize("start", STARTS)
def test_neighbours_stand_under_their_relation_with_how_many_there_are(start: str) -> None:
    shown = subgraph(State().start(start))
    counts = {(one.type, one.outward, one.kind): one.count for one in ask(relations, start, False)}
    groups = shown.groups
    assert {group.by: group.count for group in groups}.items() <= counts.items()
    for by in counts.keys() - {group.by for group in groups}:
        assert len(shown.neighbours(start, by)) == counts[by], "they stand under another one"
    for group in groups:
        assert group.rest == group.count - len(shown.neighbours(start, group.by))
        assert set(group.members) <= shown.neighbours(start, group.by)
    placed = [member for group in groups for member in group.members]
    assert len(placed) == len(set(placed)) and {start, *placed} == set(shown.nodes)


def test_what_has_no_room_is_counted_and_comes_at_a_click(few: None) -> None:
    start = State().start(METI)
    group = next(group for group in subgraph(start).groups if group.rest)
    first = _drawn(start)
    offered = [node["id"] for node in first["nodes"] if node.get("role") == "more"]
    offer = next(node for node in offered if picture.of_more(node) == str(Opening(METI, group.by)))
    label = next(node["label"] for node in first["nodes"] if node["id"] == offer)
    assert label == f"＋ ほか {group.rest} 件" and not picture.is_thing(offer)

    more = start.open(start.after(Opening.read(picture.of_more(offer))))
    second = _drawn(more)
    new = set(_things(second)) - set(_things(first))
    assert 0 < len(new) <= 2
    assert new <= subgraph(more).neighbours(METI, group.by)
    for item in first["nodes"]:
        if not item.get("role"):
            again = next(node for node in second["nodes"] if node["id"] == item["id"])
            assert (again["x"], again["y"]) == (item["x"], item["y"])
    assert _things(_drawn(more.close(more.opened[-1]))) == _things(first)


def test_expanding_moves_nothing_and_another_language_neither() -> None:
    def places(data: dict[str, Any]) -> dict[str, tuple[float, float]]:
        return {
            node["id"]: (node["x"], node["y"]) for node in data["nodes"] if not node.get("role")
        }

    start = State().start(JETRO)
    before, expanded = places(_drawn(start)), places(_drawn(start.expand(made_up.MATCHING)))
    assert before.keys() < expanded.keys()
    assert {node: expanded[node] for node in before} == before
    assert places(_drawn(start, Words("en"))) == before


def test_a_relationship_has_one_line_with_its_type_and_the_chosen_thing_all_of_its_own() -> None:
    state = State().start(KURUMIN).select(made_up.EQUIPMENT)
    shown, data = subgraph(state), _drawn(state)
    lines = {edge["id"]: edge for edge in data["edges"] if edge.get("relation")}
    assert lines.keys() <= shown.edges.keys()
    own = {edge.id for edge in shown.of_node[made_up.EQUIPMENT] if edge.source != edge.target}
    assert own <= lines.keys()
    assert all(lines[edge]["label"] and " → " in lines[edge]["tip"] for edge in own)
    assert {each["id"] for each in data["relations"]} == shown.edges.keys()
    assert picture.among(shown, data["edges"]) == len(shown.edges) - len(lines)
    pieces = [edge for edge in data["edges"] if edge.get("role") == "way"]
    assert pieces and all(edge["id"].startswith(picture.WAY) for edge in pieces)


def test_the_legend_lists_the_types_that_are_there() -> None:
    data = _drawn(State().start(KURUMIN))
    kinds = {node["group"] for node in data["nodes"] if "group" in node}
    assert {entry["group"] for entry in data["legend"]} == kinds
    shapes = {node["group"]: node["shape"] for node in data["nodes"] if "group" in node}
    assert {entry["group"]: entry["shape"] for entry in data["legend"]} == shapes
    assert data["about"]["title"] == "くるみん のつながり" and data["about"]["source"]


def test_two_steps_lead_to_what_most_of_the_neighbours_lead_to() -> None:
    one, two = subgraph(State().start(JETRO)), subgraph(State(hops=2).start(JETRO))
    assert one.nodes.keys() < two.nodes.keys()
    second = two.parts[1]
    assert all(group.second for group in second.groups)
    for group in second.groups:
        for member in group.members:
            assert member not in one.nodes
            assert {edge.source for edge in two.of_node[member]} | {
                edge.target for edge in two.of_node[member]
            } & one.nodes.keys()


def test_hubs_are_there_only_if_asked_for() -> None:
    def kinds(shown: Subgraph) -> set[str]:
        return {node.type for node in shown.nodes.values()}

    start = State().start(made_up.EQUIPMENT)
    assert "SizeClass" not in kinds(subgraph(start))
    assert "SizeClass" in kinds(subgraph(State(hubs=True).start(made_up.EQUIPMENT)))


# --- ways -----------------------------------------------------------------------------------------


def test_the_ways_between_two_things_are_drawn_step_by_step() -> None:
    state = State().start(KURUMIN).seek("JETRO")
    found = ways.ways(state)
    assert found.goal == JETRO and found.found and not found.wrong
    data = ways.data(JA, state, found)
    at = {node["id"]: node["x"] for node in data["nodes"]}
    for way in found.found:
        across = [at[node.id] for node in way.nodes]
        assert across == sorted(across) and across[0] < across[-1]
    assert crossing(data) == ([], len(found.shown.edges))
    assert all(edge["labelled"] and edge["label"] for edge in data["edges"])
    assert data["about"]["title"] == "くるみん から 日本貿易振興機構 への道筋"
    assert f"{found.found[0].length} 段" in ways.found_line(JA, "くるみん", found)


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ("ありえない名前", "当たるものはありません"),
        ("くるみん", "起点と同じ"),
    ],
)
def test_where_there_is_no_way_a_sentence_says_why(goal: str, says: str) -> None:
    found = ways.ways(State().start(KURUMIN).seek(goal))
    assert not found.found and says in ways.found_line(JA, "くるみん", found)


# --- headings -------------------------------------------------------------------------------------


def test_every_relationship_has_a_heading_for_either_direction() -> None:
    missing = [
        f"explorer_heading.{name}.{way}"
        for name in schema().relationships
        for way in ("out", "in")
        if f"explorer_heading.{name}.{way}" not in all_texts()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("by", "count", "english"),
    [
        (("ADMINISTERED_BY", False, "Measure"), 3, "Measures it administers"),
        (("PART_OF", False, "Agency"), 2, "Agencies within it"),
        (("PART_OF", False, "Agency"), 1, "Agencies within it"),
        (("ISSUED_BY", True, "Ministry"), 1, "Issued by (Ministry)"),
        (("TARGETS", True, "SizeClass"), 4, "Aimed at (Size classes)"),
    ],
)
def test_an_english_heading_counts(by: parts.By, count: int, english: str) -> None:
    assert headings.heading(Words("en"), by, count) == english


def test_the_card_of_a_thing_names_it_as_the_picture_does() -> None:
    hit = ask(find, "JETRO")[0]
    shown = subgraph(State().start(hit.id))
    assert shown.nodes[hit.id].name == ask(node_card, hit.id).name

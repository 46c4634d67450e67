"""Pictures: labels that fit, places that stay, and text that is no markup."""

from __future__ import annotations

import itertools
import math

import pytest

from dashboard.picture import component, discs, network
from dashboard.picture.labels import box, wrapped
from dashboard.picture.places import placed

COLOUR = {"light": "#112233", "dark": "#AABBCC"}


def _boxes(count: int) -> dict[str, tuple[float, float]]:
    return {
        f"n{number:02}": box(wrapped("施策の名称" * (1 + number % 5))) for number in range(count)
    }


@pytest.mark.parametrize("count", [2, 12, 60])
def test_boxes_do_not_touch(count: int) -> None:
    boxes = _boxes(count)
    places = placed(boxes, [("n00", node) for node in boxes], "n00", {})
    for a, b in itertools.combinations(boxes, 2):
        apart = [
            abs(places[a][axis] - places[b][axis]) - (boxes[a][axis] + boxes[b][axis]) / 2
            for axis in (0, 1)
        ]
        assert max(apart) > 0, (a, b)


def test_the_same_picture_twice_is_the_same() -> None:
    boxes, edges = _boxes(20), [("n00", f"n{number:02}") for number in range(20)]
    assert placed(boxes, edges, "n00", {}) == placed(boxes, edges, "n00", {})


def test_what_has_a_place_keeps_it_when_more_is_opened() -> None:
    boxes = _boxes(30)
    few = dict(itertools.islice(boxes.items(), 10))
    before = placed(few, [("n00", node) for node in few], "n00", {})
    after = placed(
        boxes,
        [("n00", node) for node in few] + [("n05", node) for node in boxes if node not in few],
        "n05",
        before,
    )
    assert {node: after[node] for node in few} == before
    assert set(after) == set(boxes)


def test_the_network_holds_still_and_keeps_text_as_text() -> None:
    nodes = [
        network.Node("a", "<b>甲</b>", "<i>", COLOUR, "box", (1.0, 2.0)),
        network.Node("b", "乙", "", COLOUR, "pill", (3.0, 4.0)),
    ]
    data = network.as_data(
        network.network(
            nodes, [network.Edge("e1", "a", "b", "所管"), network.Edge("e2", "a", "b", "関連")]
        )
    )
    assert data["options"]["physics"] == {"enabled": False}
    assert [(node["id"], node["x"], node["y"], node["colour"]) for node in data["nodes"]] == [
        ("a", 1.0, 2.0, COLOUR),
        ("b", 3.0, 4.0, COLOUR),
    ]
    assert [edge["id"] for edge in data["edges"]] == ["e1", "e2"]
    assert not any("title" in item for item in (*data["nodes"], *data["edges"])), (
        "pyvis's titles are HTML"
    )


def test_the_script_is_the_one_that_pyvis_ships() -> None:
    assert component.script().startswith(component.vis_network())
    assert "vis-network" in component.vis_network()[:200]


def test_what_the_legend_lists_a_node_by_and_what_a_line_stands_for_reach_the_browser() -> None:
    box = network.Node(
        "a", "甲", "", COLOUR, "cut", (0.0, 0.0), group="Body", name="甲の機構", room=(80.0, 30.0)
    )
    more = network.Node(
        "b", "+ 3", "", COLOUR, "text", (0.0, 60.0), size=13.0, role="more", left=True
    )
    lines = [
        network.Edge("r", "j", "a", "甲 → 乙", relation="PART_OF", label="所属", labelled=True),
        network.Edge("way", "b", "j", "", role="way", arrow=False),
    ]
    data = network.as_data(network.network([box, more], lines, {"j": (5.0, 6.0)}))
    held = [(each.get("group"), each.get("role"), each["colour"]) for each in data["nodes"]]
    assert held == [("Body", None, COLOUR), (None, "more", COLOUR)]
    assert (data["nodes"][0]["width"], data["nodes"][0]["height"]) == (80.0, 30.0)
    assert data["nodes"][1]["align"] == "left" and "align" not in data["nodes"][0]
    assert data["joints"] == [{"id": "j", "x": 5.0, "y": 6.0}], "no node that could be found"
    assert [(each.get("relation"), each.get("role")) for each in data["edges"]] == [
        ("PART_OF", None),
        (None, "way"),
    ]
    assert (data["edges"][0]["label"], data["edges"][0]["labelled"]) == ("所属", True)


GROUPS = {
    number: [f"m{number}-{member}" for member in range(size)]
    for number, size in enumerate((31, 25, 20, 9, 9, 4, 1), 1)
}
TIES = {(1, 4): 9.0, (2, 5): 3.0, (1, 2): 0.5}


def test_discs_do_not_touch_and_stand_the_same_each_time() -> None:
    radii = {number: discs.radius(len(own), 25) for number, own in GROUPS.items()}
    centres = discs.centres(radii, TIES, 40)
    assert all(
        math.dist(centres[one], centres[other]) >= radii[one] + radii[other] + 40
        for one, other in itertools.combinations(radii, 2)
    )
    assert discs.centres(radii, TIES, 40) == centres


def test_discs_that_hang_together_stand_nearer() -> None:
    centres = discs.centres(
        {number: discs.radius(len(own), 25) for number, own in GROUPS.items()}, {(1, 7): 50.0}, 40
    )
    assert math.dist(centres[1], centres[7]) < math.dist(centres[1], centres[6])


def test_the_members_of_a_disc_stand_apart_and_within_it() -> None:
    places = discs.sunflower(GROUPS[1], (100.0, -50.0), 25)
    assert places[GROUPS[1][0]] == (100.0, -50.0), "the first in the middle"
    assert min(math.dist(a, b) for a, b in itertools.combinations(places.values(), 2)) > 20
    assert max(math.dist(place, (100.0, -50.0)) for place in places.values()) <= discs.radius(
        31, 25
    )


def test_a_dot_has_no_label_of_its_own_and_a_line_its_width() -> None:
    dot = network.Node("a", "", "tip", COLOUR, "dot", (0.0, 0.0), size=9.0)
    other = network.Node("b", "", "tip", COLOUR, "diamond", (9.0, 0.0), size=9.0)
    data = network.as_data(
        network.network(
            [dot, other], [network.Edge("a~b", "a", "b", "tip", width=3.5, arrow=False)]
        )
    )
    assert [(node["shape"], node["label"].strip()) for node in data["nodes"]] == [
        ("dot", ""),
        ("diamond", ""),
    ]
    assert (data["edges"][0]["width"], data["edges"][0]["arrows"]) == (3.5, "")

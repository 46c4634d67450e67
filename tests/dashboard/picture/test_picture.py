"""Pictures: places that stay, and text that is no markup."""

from __future__ import annotations

from dashboard.picture import component, network

COLOUR = {"light": "#112233", "dark": "#AABBCC"}


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

"""A part of the graph as a pyvis network, and that as plain data for the browser."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pyvis.network import Network

Point = tuple[float, float]
Colour = dict[str, str]  # for a light and a dark ground: {light: #RRGGBB, dark: #RRGGBB}

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "tooltipDelay": 120,
        "multiselect": False,
        "selectConnectedEdges": True,
        "zoomSpeed": 0.6,
    },
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 3,
        "margin": 7,
        "labelHighlightBold": False,
    },
    "edges": {
        "width": 1.2,
        "selectionWidth": 1.2,
        "hoverWidth": 0.8,
        "smooth": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}
_NAMES = {"kind": "group"}  # pyvis would take a colour away from what has a group
JOINT = "joint"  # the role of a node that is no more than an end of pieces of line
_LEVEL = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.9}


@dataclass(frozen=True)
class Node:
    """A node as it is drawn."""

    id: str
    """The id of the node in the graph, which a click gives."""
    label: str
    """What stands on it, or below a dot or diamond; lines are broken already."""
    tip: str
    """Plain text, shown on hover."""
    colour: Colour
    """The colour that it is filled with."""
    shape: str
    """Its outline: one of the schema's SHAPES around the label; text: a heading without one; dot or
    diamond: the label below.
    """
    place: Point
    """Where its middle is, in pixels."""
    strong: bool = False
    """Whether it has a thick frame: it was opened, is held, or is marked."""
    tone: Literal["", "bright", "faint"] = ""
    """Whether it stands out, or back."""
    size: float | None = None
    """The size of a dot or diamond, or of a heading's letters, in pixels."""
    group: str = ""
    """The type that the legend lists it by; empty: none."""
    name: str = ""
    """What it is called, in one line; empty: as its label says."""
    left: bool = False
    """Whether its lines begin at the left, not in the middle."""
    room: Point | None = None
    """Width and height that it takes at least, in pixels."""
    role: Literal["", "heading", "more"] = ""
    """What it is besides a thing: a heading over things, or the offer of more of them."""


@dataclass(frozen=True)
class Edge:
    """A line as it is drawn."""

    id: str
    """The id that a click gives."""
    source: str
    """The id of the node where it begins."""
    target: str
    """The id of the node where it ends."""
    tip: str
    """Plain text, shown on hover."""
    relation: str = ""
    """The type of the relationship that it stands for."""
    role: Literal["", "way"] = ""
    """Whether it is a mere piece of line, which stands for no relationship."""
    leads_to: str = ""
    """Of a piece of line the id of the node or edge that a click on it chooses; empty: none."""
    label: str = ""
    """What stands on it while it, or one of its ends, is pointed at or selected."""
    labelled: bool = False
    """Whether that stands there always."""
    dashed: bool = False
    """Whether it is drawn in dashes."""
    colour: Colour | None = None
    """Its colour; None: the quiet one of all lines."""
    curved: bool = False
    """Whether it leaves and arrives level."""
    width: float | None = None
    """Its width in pixels; None: as all lines."""
    arrow: bool = True
    """Whether it ends in an arrow."""


def network(
    nodes: Sequence[Node], edges: Sequence[Edge], joints: Mapping[str, Point] | None = None
) -> Network:
    """The pyvis network: nodes where they were placed, no physics, so that nothing
    moves by itself. `joints`: ends of pieces of line that are no node, by id.
    """
    net = Network(directed=True)
    net.set_options(json.dumps(OPTIONS))
    for joint, (x, y) in (joints or {}).items():
        net.add_node(joint, label=" ", shape="dot", size=0, x=x, y=y, role=JOINT)
    for node in nodes:
        net.add_node(
            node.id,
            label=node.label or " ",  # pyvis writes the id where there is none
            shape=node.shape,
            size=node.size,
            colour=node.colour,
            tip=node.tip,
            x=node.place[0],
            y=node.place[1],
            borderWidth=3 if node.strong else 1.5,
            tone=node.tone,
            kind=node.group or None,
            name=node.name or None,
            width=node.room and node.room[0],
            height=node.room and node.room[1],
            role=node.role or None,
            align="left" if node.left else None,
        )
    for edge in edges:
        net.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            tip=edge.tip,
            relation=edge.relation or None,
            role=edge.role or None,
            leads_to=edge.leads_to or None,
            labelled=edge.labelled or None,
            label=edge.label or None,
            dashes=edge.dashed,
            colour=edge.colour,
            smooth=_LEVEL if edge.curved else False,
            width=edge.width,
            **({} if edge.arrow else {"arrows": ""}),
        )
    return net


def as_data(net: Network) -> dict[str, Any]:
    """Nodes, edges, joints and options of a network as JSON holds them; the colour is mixed with
    the theme's in the browser.
    """
    items = [
        {
            _NAMES.get(key, key): value
            for key, value in node.items()
            if value is not None and key not in ("font", "color")
        }
        for node in net.nodes
    ]
    options: Mapping[str, Any] = (
        net.options if isinstance(net.options, dict) else json.loads(net.options.to_json())
    )
    return {
        "nodes": [item for item in items if item.get("role") != JOINT],
        "joints": [
            {key: item[key] for key in ("id", "x", "y")}
            for item in items
            if item.get("role") == JOINT
        ],
        "edges": [
            {key: value for key, value in edge.items() if value is not None} for edge in net.edges
        ],
        "options": dict(options),
    }

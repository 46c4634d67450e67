"""The explorer's picture: the neighbourhoods of all opened nodes, put together, placed once and
held there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.picture import network
from dashboard.picture.labels import box, wrapped
from dashboard.picture.places import Point, placed
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.words import LANGUAGES, Words
from dashboard.views.explorer.state import State
from graph.schema.schema import schema
from queries.search.nodes import PictureEdge, PictureNode, neighbourhood

LIMITS = {1: 40, 2: 60}  # more cannot be read in one picture
_ROUND = frozenset({"Ministry", "Agency", "Department", "Body"})


@dataclass(frozen=True)
class Part:
    """What is shown: nodes and edges by id; `left_out` of the neighbourhoods that were
    too large.
    """

    nodes: dict[str, PictureNode]
    edges: dict[str, PictureEdge]
    left_out: int


def part(state: State) -> Part:
    """The neighbourhoods of all opened nodes together. Raises NotFound for an opened node that is
    not there.
    """
    nodes: dict[str, PictureNode] = {}
    edges: dict[str, PictureEdge] = {}
    left_out = 0
    for place, opened in enumerate(state.opened):
        hops = state.hops if place == 0 else 1
        found = ask(neighbourhood, opened, hops, state.hubs, LIMITS[hops])
        nodes = {**{node.id: node for node in found.nodes}, **nodes}
        edges = {**{edge.id: edge for edge in found.edges}, **edges}
        left_out += found.left_out
    return Part(nodes, edges, left_out)


def picture_name(state: State) -> str:
    """Changes where the picture is laid out anew; the language is no reason to."""
    return "|".join((state.opened[0], str(state.hops), str(state.hubs)))


def _label(words: Words, node: PictureNode) -> str:
    return wrapped(naming.node_name(words, node.id, node.name))


def _room(node: PictureNode) -> tuple[float, float]:
    """Width and height that hold the node's label in every language, so that another language moves
    nothing.
    """
    boxes = [box(_label(Words(language), node)) for language in LANGUAGES]
    return max(width for width, _ in boxes), max(height for _, height in boxes)


def _places(state: State) -> dict[str, Point]:
    """A place for each node: those given before are held in the session, so that nothing moves when
    more is opened.
    """
    name = picture_name(state)
    kept: tuple[str, dict[str, Point]] = st.session_state.get("explorer_places", ("", {}))
    held = kept[1] if kept[0] == name else {}
    seen: dict[str, PictureNode] = {}
    for place, opened in enumerate(state.opened):
        hops = state.hops if place == 0 else 1
        found = ask(neighbourhood, opened, hops, state.hubs, LIMITS[hops])
        order = list(schema().nodes)
        seen |= {
            node.id: node
            for node in sorted(
                found.nodes, key=lambda node: (node.hops, order.index(node.type), node.id)
            )
        }
        sizes = {node: _room(each) for node, each in seen.items()}
        held = {
            **held,
            **placed(sizes, [(edge.source, edge.target) for edge in found.edges], opened, held),
        }
    st.session_state["explorer_places"] = (name, held)
    return held


def data(words: Words, state: State, shown: Part) -> dict[str, Any]:
    """The picture as the component takes it."""
    places = _places(state)
    nodes = [
        _node(words, node, _label(words, node), places[node.id], node.id in state.opened)
        for node in shown.nodes.values()
    ]
    edges = [
        network.Edge(
            edge.id,
            edge.source,
            edge.target,
            naming.type_name(words, edge.type),
            dashed=bool(edge.properties.get("derived")) or edge.properties.get("current") is False,
        )
        for edge in shown.edges.values()
    ]
    return {
        **network.as_data(network.network(nodes, edges)),
        "picture": picture_name(state),
        "selected": state.edge if state.edge in shown.edges else state.chosen,
        "file": file_name(shown, state),
        "root": state.opened[0],
        "words": (
            {
                name: words(f"picture.{name}")
                for name in ("picture", "nearer", "farther", "fit", "png")
            }
            | {"outside": words("picture.outside", n="{n}")}
        ),
    }


def file_name(shown: Part, state: State) -> str:
    """A name for saved pictures, from what they are about."""
    name = shown.nodes[state.opened[0]].name
    return f"shisaku-{''.join(character for character in name if character.isalnum())[:40]}"


def _node(words: Words, node: PictureNode, label: str, place: Point, opened: bool) -> network.Node:
    declared = schema().nodes[node.type]
    kind = declared.japanese if words.language == "ja" else declared.english
    tip = (
        f"{naming.node_name(words, node.id, node.name)}\n{kind} ·"
        f" {words('picture.neighbours', n=node.neighbours)}"
    )
    return network.Node(
        node.id,
        label,
        tip,
        {"light": declared.colour.light, "dark": declared.colour.dark},
        node.type in _ROUND,
        place,
        strong=opened,
    )

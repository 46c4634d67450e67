"""The explorer's picture: the neighbourhoods of all opened nodes, put together, placed once and
held there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.picture import component, network
from dashboard.picture.labels import box, wrapped
from dashboard.picture.places import Point, Size, placed
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.words import LANGUAGES, Words
from dashboard.views.explorer.state import State
from graph.schema.schema import schema
from queries.search.nodes import Picture, PictureEdge, PictureNode, neighbourhood

LIMITS = {1: 40, 2: 60}  # more cannot be read in one picture
_ROUND = frozenset({"Ministry", "Agency", "Department", "Body"})


@dataclass(frozen=True)
class Subgraph:
    """The part of the graph that is shown."""

    nodes: dict[str, PictureNode]
    """The nodes, by id."""
    edges: dict[str, PictureEdge]
    """The relationships, by id."""
    left_out: int
    """How many nodes of the neighbourhoods were too many."""


def subgraph(state: State) -> Subgraph:
    """The neighbourhoods of all opened nodes together. Raises NotFound for an opened node that is
    not there.
    """
    nodes: dict[str, PictureNode] = {}
    edges: dict[str, PictureEdge] = {}
    left_out = 0
    for _, around in _neighbourhoods(state):
        nodes = {**{node.id: node for node in around.nodes}, **nodes}
        edges = {**{edge.id: edge for edge in around.edges}, **edges}
        left_out += around.left_out
    return Subgraph(nodes, edges, left_out)


def _neighbourhoods(state: State) -> Iterator[tuple[str, Picture]]:
    """Each opened node with what is around it."""
    for opened in state.opened:
        hops = state.hops if opened == state.opened[0] else 1
        yield opened, ask(neighbourhood, opened, hops, state.hubs, LIMITS[hops])


def picture_name(state: State) -> str:
    """Changes where the picture is laid out anew; the language is no reason to."""
    return "|".join((state.opened[0], str(state.hops), str(state.hubs)))


def _label(words: Words, node: PictureNode) -> str:
    return wrapped(naming.node_name(words, node.id, node.name))


def _room(node: PictureNode) -> Size:
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
    rank = {name: place for place, name in enumerate(schema().nodes)}
    sizes: dict[str, Size] = {}
    for opened, around in _neighbourhoods(state):
        nodes = sorted(around.nodes, key=lambda node: (node.hops, rank[node.type], node.id))
        sizes |= {node.id: _room(node) for node in nodes}
        ends = [(edge.source, edge.target) for edge in around.edges]
        held = {**held, **placed(sizes, ends, opened, held)}
    st.session_state["explorer_places"] = (name, held)
    return held


def data(words: Words, state: State, shown: Subgraph) -> dict[str, Any]:
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
    return component.data(
        words,
        network.network(nodes, edges),
        name=picture_name(state),
        selected=state.edge if state.edge in shown.edges else state.chosen,
        root=state.opened[0],
        file=file_name(shown, state),
    )


def file_name(shown: Subgraph, state: State) -> str:
    """A name for saved pictures, from what they are about."""
    name = shown.nodes[state.opened[0]].name
    return f"shisaku-{''.join(character for character in name if character.isalnum())[:40]}"


def _node(words: Words, node: PictureNode, label: str, place: Point, opened: bool) -> network.Node:
    colour = schema().nodes[node.type].colour
    tip = (
        f"{naming.node_name(words, node.id, node.name)}\n{naming.type_name(words, node.type)} ·"
        f" {words('picture.neighbours', n=node.neighbours)}"
    )
    return network.Node(
        node.id,
        label,
        tip,
        {"light": colour.light, "dark": colour.dark},
        node.type in _ROUND,
        place,
        strong=opened,
    )

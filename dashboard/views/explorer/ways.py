"""The picture of the ways between two things: a column for each step, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.picture import network
from dashboard.picture.layers import Column, layered
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.explorer import picture
from dashboard.views.explorer.parts import Subgraph
from dashboard.views.explorer.state import State
from graph.errors import NotFound
from queries.search.paths import Path, paths
from queries.search.search import resolve

MOST_STEPS = 4
_WAYS = 6  # that are drawn
_WIDE = 164.0  # pixels of a box
_GAPS = (26.0, 84.0)  # pixels between boxes above each other, and between columns


@dataclass(frozen=True)
class Ways:
    """The shortest ways from the start to a goal."""

    goal: str
    """The id of the goal; as it was looked for where nothing answers to it."""
    name: str
    """Its name."""
    found: tuple[Path, ...] = ()
    """The ways, all of one length."""
    wrong: str = ""
    """The key of the text that says why there are none; empty where there are."""

    @property
    def shown(self) -> Subgraph:
        """What lies on the ways."""
        return Subgraph(
            {node.id: node for way in self.found for node in way.nodes},
            {edge.id: edge for way in self.found for edge in way.edges},
            (),
        )


def ways(state: State) -> Ways:
    """The ways from the start of a state to its goal."""
    try:
        goal = ask(resolve, state.goal)
    except NotFound:
        return Ways(state.goal, state.goal, wrong="nothing")
    if goal.id == state.root:
        return Ways(goal.id, goal.name, wrong="way_same")
    found = ask(paths, state.root, goal.id, MOST_STEPS, state.hubs, _WAYS)
    return Ways(goal.id, goal.name, found, "" if found else "way_none")


def found_line(words: Words, start: str, shown: Ways) -> str:
    """What was found, in a line."""
    a, b = start, naming.node_name(words, shown.goal, shown.name) if shown.found else shown.name
    if shown.wrong == "nothing":
        return words("explorer.nothing", words=shown.name)
    if shown.wrong:
        key = f"explorer_picture.{shown.wrong}"
        return words(key, a=a, b=b, most=MOST_STEPS)
    way = shown.found[0]
    return words("explorer_picture.way_found", a=a, b=b, steps=way.length, n=len(shown.found))


def data(words: Words, state: State, shown: Ways) -> dict[str, Any]:
    """The picture as the component takes it."""
    drawn = shown.shown
    steps: dict[int, dict[str, None]] = {}
    for way in shown.found:
        for step, node in enumerate(way.nodes):
            steps.setdefault(step, {})[node.id] = None
    ends = [(edge.source, edge.target) for edge in drawn.edges.values()]
    columns = [Column([[node] for node in steps[step]]) for step in sorted(steps)]
    places = layered(
        columns,
        ends,
        {node: picture.room(each, _WIDE) for node, each in drawn.nodes.items()},
        _GAPS,
    )
    nodes = [
        picture.thing(words, each, places[node], node in (state.root, shown.goal), _WIDE)
        for node, each in drawn.nodes.items()
    ]
    edges = [
        picture.line(
            words,
            edge,
            drawn,
            edge.source,
            edge.target,
            curved=True,
            labelled=True,
        )
        for edge in drawn.edges.values()
    ]
    held = picture.taken(words, state, drawn, network.network(nodes, edges))
    start = naming.node_name(words, state.root, drawn.nodes[state.root].name)
    title = words("explorer_picture.way_title", a=start, b=shown.name)
    return held | {"about": held["about"] | {"title": title}, "acts": []}

"""The part of the graph that the explorer shows: for each thing opened its neighbours by relation,
the first of each, with how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.picture.sheets import room_for
from dashboard.reading.answers import ask
from dashboard.views.explorer.state import Opening, State
from graph.schema.schema import schema
from queries.search.nodes import PictureEdge, PictureNode
from queries.search.relations import (
    SYMMETRIC,
    Relation,
    around,
    beyond,
    neighbours,
    relations,
    together,
)

PART = 12  # neighbours of one relation that are opened at once
_LEAST = 3  # of them, however many relations there are
_SECOND = 24  # things that are shown two steps from the start
By = tuple[str, bool, str]  # type of a relationship, whether it leads outward, type of neighbours


@dataclass(frozen=True)
class Group:
    """Neighbours of a thing by one relation."""

    owner: str
    """The id of the thing."""
    by: By
    """The relation."""
    members: tuple[str, ...]
    """The ids of those that stand in this group: each thing stands where it came first."""
    count: int
    """How many neighbours there are in all."""
    offered: bool = False
    """Whether some of them were nowhere in the picture when this was opened."""
    rest: int = 0
    """How many of them are nowhere in the picture now."""
    second: bool = False
    """Whether they are two steps from the owner."""

    @property
    def key(self) -> str:
        """Tells it apart from the others of a picture."""
        return f"{Opening(self.owner, self.by)}{'~' if self.second else ''}|{self.members[0]}"


@dataclass(frozen=True)
class Part:
    """What one opening brought in."""

    opening: Opening
    """What was opened."""
    groups: tuple[Group, ...]
    """Its groups, in the order in which the schema declares relationships."""


@dataclass(frozen=True)
class Subgraph:
    """The part of the graph that is shown."""

    nodes: dict[str, PictureNode]
    """The things, by id."""
    edges: dict[str, PictureEdge]
    """All relationships among them, by id."""
    parts: tuple[Part, ...]
    """What each opening brought in, in their order."""
    left_out: int = 0
    """How many things two steps away were too many."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of all parts."""
        return tuple(group for part in self.parts for group in part.groups)

    @cached_property
    def of_node(self) -> Mapping[str, tuple[PictureEdge, ...]]:
        """The relationships of each thing."""
        found: dict[str, list[PictureEdge]] = {node: [] for node in self.nodes}
        for edge in self.edges.values():
            for end in dict.fromkeys((edge.source, edge.target)):
                found[end].append(edge)
        return {node: tuple(edges) for node, edges in found.items()}

    def neighbours(self, node: str, by: By) -> set[str]:
        """The things in the picture that a relation joins to one of it."""
        name, outward, kind = by
        return {
            other
            for edge in self.of_node.get(node, ())
            if edge.type == name and leads(edge, node, outward)
            if self.nodes[other := other_end(edge, node)].type == kind
        }


def other_end(edge: PictureEdge, node: str) -> str:
    """The end of a relationship that is not this one."""
    return edge.target if edge.source == node else edge.source


def leads(edge: PictureEdge, node: str, outward: bool) -> bool:
    """Whether a relationship leads from a thing (or, not outward, to it)."""
    return edge.type in SYMMETRIC or (edge.source if outward else edge.target) == node


def subgraph(state: State) -> Subgraph:
    """The part of the graph that is opened. Raises NotFound for an opened node that is not
    there.
    """
    seen: dict[str, None] = {state.root: None}
    parts: list[Part] = []
    further: tuple[str, ...] = ()
    left_out = 0
    for place, opening in enumerate(state.opened):
        seen.setdefault(opening.node)
        parts.append(_part(opening, state.hubs, not place, seen))
        if not place and state.hops > 1:
            further, number = ask(beyond, state.root, tuple(seen)[1:], _SECOND, state.hubs)
            left_out = number - len(further)
            seen.update(dict.fromkeys(further))
    shown = ask(together, tuple(seen))
    drawn = Subgraph(
        {node.id: node for node in shown.nodes}, {edge.id: edge for edge in shown.edges}, ()
    )
    if further:
        parts.insert(1, _second(drawn, state.root, parts[0], further))
    counted = tuple(
        replace(part, groups=tuple(_counted(drawn, group) for group in part.groups))
        for part in parts
    )
    return Subgraph(drawn.nodes, drawn.edges, counted, left_out)


def _part(opening: Opening, hubs: bool, first: bool, seen: dict[str, None]) -> Part:
    """What an opening brings in, which is then seen, too."""
    enough = PART + 1 + len(seen)
    if opening.relation:
        chosen = [each for each in ask(relations, opening.node, hubs) if opening.of(each)]
        found = {each: ask(neighbours, opening.node, each, enough, hubs) for each in chosen}
    else:
        found = ask(around, opening.node, enough, hubs)
    most = _fitting(found) if first and not opening.relation else PART
    groups = []
    for relation, nodes in found.items():
        shown = _shown(relation, most)
        if new := [node.id for node in nodes if node.id not in seen][:shown]:
            by = (relation.type, relation.outward, relation.kind)
            seen.update(dict.fromkeys(new))
            known = sum(node.id in seen for node in nodes)
            groups.append(
                Group(opening.node, by, tuple(new), relation.count, known < relation.count)
            )
    return Part(opening, tuple(groups))


def _shown(relation: Relation, most: int) -> int:
    """How many neighbours are shown: one more than fits, rather than a line that says so."""
    return relation.count if relation.count <= most + 1 else most


def _fitting(found: Mapping[Relation, Sequence[PictureNode]]) -> int:
    """How many of each relation can be shown so that all has room in the first picture."""
    for most in range(PART, _LEAST, -1):
        groups = []
        for relation, nodes in found.items():
            shown = _shown(relation, most)
            rest = ["…"] if relation.count > shown else []
            groups.append([*(node.name for node in nodes[:shown]), *rest])
        if room_for(groups):
            return most
    return _LEAST


def _second(drawn: Subgraph, root: str, first: Part, further: Iterable[str]) -> Part:
    """What is two steps away, by the first relationship that leads there from one step away."""
    near = [member for group in first.groups for member in group.members]
    place = {name: number for number, name in enumerate(schema().relationships)}
    kinds = list(schema().nodes)
    found: dict[By, list[str]] = {}
    for node in further:
        edges = [edge for edge in drawn.of_node[node] if other_end(edge, node) in near]
        edge = min(edges, key=lambda edge: (place[edge.type], edge.id))
        by = (edge.type, edge.target == node, drawn.nodes[node].type)
        found.setdefault(by, []).append(node)
    order = sorted(found, key=lambda by: (place[by[0]], not by[1], kinds.index(by[2])))
    groups = [Group(root, by, tuple(found[by]), len(found[by]), second=True) for by in order]
    return Part(Opening(root), tuple(groups))


def _counted(drawn: Subgraph, group: Group) -> Group:
    """The group with how many neighbours are nowhere in the picture."""
    if group.second:
        return group
    shown = drawn.neighbours(group.owner, group.by)
    return replace(group, rest=max(0, group.count - len(shown)))

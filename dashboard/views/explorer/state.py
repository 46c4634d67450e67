"""What the explorer shows, as its address says it: words looked for, what is opened, what
is chosen, and to what a way is looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dashboard.picture import pinned
from dashboard.picture.pinned import Pins
from dashboard.state import address
from dashboard.state.page_state import PageState
from graph.bounds import OPENED_NODES
from queries.search.relations import Relation

HOPS = (1, 2)
_BY_RELATION = re.compile(
    r"(?P<node>.+)~(?P<type>[A-Z_]+)(?P<way>[<>])(?P<kind>[A-Za-z]+)(?:~(?P<page>[1-9]\d?))?"
)


@dataclass(frozen=True)
class Opening:
    """What was opened from a node: all its relations, or a part of one."""

    node: str
    """The id of the node."""
    relation: tuple[str, bool, str] | None = None
    """Type of the relationship, whether it leads from the node, type of the neighbours; None: all
    relations.
    """
    page: int = 1
    """Which part of the relation, from 1."""

    @classmethod
    def read(cls, text: str) -> Opening:
        """As an address says it: an id, or `id~TYPE>Kind` (`<`: towards the node), `~2` for a
        second part.
        """
        if not (found := _BY_RELATION.fullmatch(text)):
            return cls(text)
        relation = (found["type"], found["way"] == ">", found["kind"])
        return cls(found["node"], relation, int(found["page"] or 1))

    def of(self, relation: Relation) -> bool:
        """Whether the relation is opened by it."""
        return self.relation in (None, (relation.type, relation.outward, relation.kind))

    def __str__(self) -> str:
        if not self.relation:
            return self.node
        name, outward, kind = self.relation
        page = f"~{self.page}" if self.page > 1 else ""
        return f"{self.node}~{name}{'>' if outward else '<'}{kind}{page}"


@dataclass(frozen=True)
class State:
    """What is looked for, opened and chosen; nodes and relationships by id."""

    words: str = ""
    """What is looked for."""
    opened: tuple[Opening, ...] = ()
    """What neighbours are shown, in the order of opening; the first is the start."""
    chosen: str = ""
    """The node whose card is shown."""
    edge: str = ""
    """The relationship whose card is shown instead, where one was clicked last."""
    hops: int = 1
    """So many steps around the first of the opened; one around the others."""
    hubs: bool = False
    """Whether things are shown that nearly every measure is tied to."""
    goal: str = ""
    """The node, by id or name, to which the ways from the start are shown; empty: neighbours."""
    pins: Pins = ()
    """The boxes that stay where a reader put them."""

    @property
    def root(self) -> str:
        """The id of the node that everything starts from."""
        return self.opened[0].node

    @property
    def full(self) -> bool:
        """Whether no more can be opened."""
        return len(self.opened) >= OPENED_NODES

    def start(self, node: str) -> State:
        """A new picture around a node."""
        return replace(self, opened=(Opening(node),), chosen=node, edge="", goal="", pins=())

    def select(self, node: str) -> State:
        """With the card of a node."""
        return replace(self, chosen=node, edge="")

    def select_edge(self, edge: str) -> State:
        """With the card of a relationship."""
        return replace(self, edge=edge)

    def open(self, opening: Opening) -> State:
        """With more neighbours of a node, unless OPENED_NODES are opened already."""
        known = opening in self.opened or self.full
        return replace(
            self.select(opening.node),
            opened=self.opened if known else (*self.opened, opening),
            goal="",
        )

    def after(self, opening: Opening) -> Opening:
        """The first part of the relation of an opening that is not opened yet."""
        page = 1
        while replace(opening, page=page) in self.opened:
            page += 1
        return replace(opening, page=page)

    def expand(self, node: str) -> State:
        """All neighbours of a node as well."""
        return self.open(Opening(node))

    def close(self, opening: Opening) -> State:
        """Without what was opened so; the first stays."""
        kept = [one for place, one in enumerate(self.opened) if one != opening or not place]
        return replace(self.select(opening.node), opened=tuple(kept))

    def collapse(self, node: str) -> State:
        """Without all that was opened from a node; the first stays."""
        kept = [one for place, one in enumerate(self.opened) if one.node != node or not place]
        return replace(self.select(node), opened=tuple(kept))

    def seek(self, goal: str) -> State:
        """With the ways from the start to a node, by id or name; with the neighbours if empty."""
        return replace(self, goal=goal, edge="", chosen=self.root, pins=())


def _read() -> State:
    """The state that the address holds; what makes no sense there is left aside."""
    chosen = address.read("id")
    opened = tuple(dict.fromkeys(map(Opening.read, filter(None, address.read_list("open")))))
    hops = address.read("hops")
    return State(
        words=address.read("q"),
        opened=opened[:OPENED_NODES] or ((Opening(chosen),) if chosen else ()),
        chosen=chosen or (opened[0].node if opened else ""),
        edge=address.read("edge"),
        hops=int(hops) if hops in map(str, HOPS) else HOPS[0],
        hubs=address.read("hubs") == "1",
        goal=address.read("to"),
        pins=pinned.read(address.read_list("pin")),
    )


def _to_address(state: State) -> dict[str, str | list[str]]:
    return {
        "q": state.words,
        "id": state.chosen,
        "edge": state.edge,
        "hubs": "1" if state.hubs else "",
        "hops": str(state.hops) if state.hops != HOPS[0] else "",
        "open": (list(map(str, state.opened)) if state.opened != (Opening(state.chosen),) else []),
        "to": state.goal,
        "pin": list(state.pins),
    }


EXPLORER = PageState("explorer", _read, _to_address)

"""What the explorer shows, as its address says it: words looked for, nodes opened, what
is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.state import address
from dashboard.state.page_state import PageState
from graph.bounds import OPENED_NODES

HOPS = (1, 2)


@dataclass(frozen=True)
class State:
    """What is looked for, opened and chosen; nodes and relationships by id."""

    words: str = ""
    """What is looked for."""
    opened: tuple[str, ...] = ()
    """Nodes whose neighbours are shown, in the order of opening."""
    chosen: str = ""
    """The node whose card is shown."""
    edge: str = ""
    """The relationship whose card is shown instead, where one was clicked last."""
    hops: int = 1
    """So many steps around the first of the opened; one around the others."""
    hubs: bool = False
    """Whether things are shown that nearly every measure is tied to."""

    def start(self, node: str) -> State:
        """A new picture around a node."""
        return replace(self, opened=(node,), chosen=node, edge="")

    def select(self, node: str) -> State:
        """With the card of a node."""
        return replace(self, chosen=node, edge="")

    def select_edge(self, edge: str) -> State:
        """With the card of a relationship."""
        return replace(self, edge=edge)

    def expand(self, node: str) -> State:
        """The node's neighbours as well, unless OPENED_NODES are opened already."""
        known = node in self.opened or len(self.opened) >= OPENED_NODES
        return replace(self.select(node), opened=self.opened if known else (*self.opened, node))

    def collapse(self, node: str) -> State:
        """Without the neighbours that only this node brought in; the first node stays open."""
        return replace(
            self.select(node),
            opened=tuple(
                opened for opened in self.opened if opened != node or opened == self.opened[0]
            ),
        )


def _read() -> State:
    """The state that the address holds; what makes no sense there is left aside."""
    chosen = address.read("id")
    opened = tuple(dict.fromkeys(filter(None, address.read_list("open"))))[:OPENED_NODES]
    hops = address.read("hops")
    return State(
        words=address.read("q"),
        opened=opened or ((chosen,) if chosen else ()),
        chosen=chosen or (opened[0] if opened else ""),
        edge=address.read("edge"),
        hops=int(hops) if hops in map(str, HOPS) else HOPS[0],
        hubs=address.read("hubs") == "1",
    )


def _to_address(state: State) -> dict[str, str | list[str]]:
    return {
        "q": state.words,
        "id": state.chosen,
        "edge": state.edge,
        "hubs": "1" if state.hubs else "",
        "hops": str(state.hops) if state.hops != HOPS[0] else "",
        "open": list(state.opened) if state.opened != (state.chosen,) else [],
    }


EXPLORER = PageState("explorer", _read, _to_address)

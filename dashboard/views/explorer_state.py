"""What the explorer shows, as its address says it: words looked for, nodes opened, what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from dashboard import address

HOPS = (1, 2)
_SHOWN, _CHANGED = "explorer_shown", "explorer_changed"


@dataclass(frozen=True)
class State:
    """`opened`: the nodes whose neighbours are shown, in order, the first with `hops` steps, the others with one.

    `chosen` is the node whose card is shown, `edge` the relationship, if one was clicked last.
    """

    words: str = ""
    opened: tuple[str, ...] = ()
    chosen: str = ""
    edge: str = ""
    hops: int = 1
    hubs: bool = False

    def start(self, node: str) -> State:
        """A new picture around a node."""
        return replace(self, opened=(node,), chosen=node, edge="")

    def select(self, node: str) -> State:
        return replace(self, chosen=node, edge="")

    def select_edge(self, edge: str) -> State:
        return replace(self, edge=edge)

    def expand(self, node: str) -> State:
        """The node's neighbours as well."""
        return replace(self.select(node), opened=self.opened if node in self.opened else (*self.opened, node))

    def collapse(self, node: str) -> State:
        """Without the neighbours that only this node brought in; the first node stays open."""
        return replace(self.select(node), opened=tuple(each for each in self.opened if each != node or each == self.opened[0]))


def current() -> State:
    """What this run shows: what a click has just asked for, else what the address says."""
    state = st.session_state[_SHOWN] if st.session_state.pop(_CHANGED, False) else read()
    show(state)
    return state


def show(state: State) -> None:
    """Remembers what is shown."""
    st.session_state[_SHOWN] = state


def change(step: Callable[[State], State]) -> None:
    """Changes what is shown, for a callback. A browser sends each click with the address that it has then; after two quick
    clicks that is behind, so a step starts from what was shown last, not from the address."""
    state = step(st.session_state.get(_SHOWN) or read())
    show(state)
    st.session_state[_CHANGED] = True
    write(state)


def read() -> State:
    """The state that the address holds; what makes no sense there is left aside."""
    chosen, opened = address.read("id"), tuple(dict.fromkeys(filter(None, address.read_list("open"))))
    hops = address.read("hops")
    return State(words=address.read("q"), opened=opened or ((chosen,) if chosen else ()), chosen=chosen or (opened[0] if opened else ""),
                 edge=address.read("edge"), hops=int(hops) if hops in map(str, HOPS) else HOPS[0], hubs=address.read("hubs") == "1")


def write(state: State) -> None:
    """Puts the state into the address."""
    address.write({"q": state.words, "id": state.chosen, "edge": state.edge, "hubs": "1" if state.hubs else "",
                   "hops": str(state.hops) if state.hops != HOPS[0] else "",
                   "open": list(state.opened) if state.opened != (state.chosen,) else []})

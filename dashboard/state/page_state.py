"""What a page shows, between its address, the clicks on it and its widgets; which fields that has
is each page's own matter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from dashboard.state import address

State = TypeVar("State")


@dataclass(frozen=True)
class PageState(Generic[State]):
    """How the state of one page, a frozen record, is read and kept."""

    page: str
    """Its name, under which the session keeps the state."""
    read: Callable[[], State]
    """The state that the address holds."""
    to_address: Callable[[State], address.Values]
    """What the address is to say of a state."""

    def current(self) -> State:
        """What this run shows: what a click has just asked for, else what the address says."""
        state: State = (
            st.session_state[self._shown]
            if st.session_state.pop(self._changed, False)
            else self.read()
        )
        self.show(state)
        return state

    def show(self, state: State) -> None:
        """Remembers what is shown."""
        st.session_state[self._shown] = state

    def change(self, step: Callable[[State], State]) -> None:
        """Changes what is shown, and the address, for a callback. A browser sends each click with
        the address that it has then; after two quick clicks that is behind, so a step starts from
        what was shown last, not from the address.
        """
        state = step(
            st.session_state[self._shown] if self._shown in st.session_state else self.read()
        )
        self.show(state)
        st.session_state[self._changed] = True
        address.write(self.to_address(state))

    @property
    def _shown(self) -> str:
        return f"{self.page}_shown"

    @property
    def _changed(self) -> str:
        return f"{self.page}_changed"


def fill(key: str, value: object) -> str:
    """Gives a widget that is about to be drawn its value; returns its key."""
    st.session_state[key] = value
    return key


def value(key: str) -> Any:
    """What a widget says, for its callback."""
    return st.session_state[key]

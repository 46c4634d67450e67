"""A page of things that review sheets tell of: the list with its filters, or the one that is
chosen, or that the graph holds no review sheets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import streamlit as st

from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.widgets import no_sheets


class State(Protocol):
    """What an address says of such a page."""

    @property
    def id(self) -> str:
        """The one that is chosen; empty for the list."""

    @property
    def wrong(self) -> tuple[str, ...]:
        """Parts of the address that make no sense."""


AState = TypeVar("AState", bound=State)
Part = Callable[[Words, AState], None]


def show(
    words: Words,
    holds_any: bool,
    current: Callable[[], AState],
    card: Part[AState],
    *of_list: Part[AState],
) -> None:
    """The card of the one that is chosen, else the parts of the list."""
    if not holds_any:
        no_sheets.show(words)
        return
    state = current()
    for part in state.wrong:
        st.warning(plain(words("sheets.address_wrong", part=part)))
    for show_part in (card,) if state.id else of_list:
        show_part(words, state)

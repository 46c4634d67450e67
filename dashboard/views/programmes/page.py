"""予算事業: the list with its filters, or the one programme that is chosen."""

from __future__ import annotations

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.programmes import card, controls, listing
from dashboard.views.programmes.state import current
from dashboard.widgets import no_sheets
from queries.programmes.listing import all_programmes


def show(words: Words) -> None:
    """The whole page."""
    if not ask(all_programmes):
        no_sheets.show(words)
        return
    state = current()
    for part in state.wrong:
        st.warning(plain(words("sheets.address_wrong", part=part)))
    if state.id:
        card.show(words, state)
        return
    controls.show(words, state)
    listing.show(words, state)

"""支出先: the list with its filters, or the one recipient that is chosen."""

from __future__ import annotations

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.recipients import card, controls, listing
from dashboard.views.recipients.state import current
from dashboard.widgets import no_sheets
from queries.programmes.paid import paid_recipients


def show(words: Words) -> None:
    """The whole page."""
    if not ask(paid_recipients):
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

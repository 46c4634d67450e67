"""支出先: the list with its filters, or the one recipient that is chosen."""

from __future__ import annotations

from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.recipients import card, controls, listing
from dashboard.views.recipients.state import current
from dashboard.widgets import sheets_page
from queries.programmes.paid import paid_recipients


def show(words: Words) -> None:
    """The whole page."""
    holds_any = bool(ask(paid_recipients))
    sheets_page.show(words, holds_any, current, card.show, controls.show, listing.show)

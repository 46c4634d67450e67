"""予算事業: the list with its filters, or the one programme that is chosen."""

from __future__ import annotations

from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.programmes import card, controls, listing
from dashboard.views.programmes.state import current
from dashboard.widgets import sheets_page
from queries.programmes.listing import all_programmes


def show(words: Words) -> None:
    """The whole page."""
    holds_any = bool(ask(all_programmes))
    sheets_page.show(words, holds_any, current, card.show, controls.show, listing.show)

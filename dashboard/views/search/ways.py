"""Where a hit leads: to the page that shows things of its type."""

from __future__ import annotations

from dashboard.state import address
from dashboard.text.words import Words
from queries.search.search import Hit

_OWN_PAGE = {"Measure": "measure", "BudgetProgramme": "programmes", "Recipient": "recipients"}
_OFFICES = ("Ministry", "Agency", "Body")


def page_of(words: Words, hit: Hit) -> str:
    """The address of the page that shows a hit: its own one where its type has one, what a
    certification unlocks, and for all else its place in the graph.
    """
    if hit.type in _OWN_PAGE:
        return address.link(_OWN_PAGE[hit.type], words.language, id=hit.id)
    if hit.type == "Certification":
        return address.link("bonus", words.language, hold=hit.name)
    return in_graph(words, hit)


def in_graph(words: Words, hit: Hit) -> str:
    """The address of the explorer around a hit."""
    return address.link("explorer", words.language, id=hit.id)


def others(words: Words, hit: Hit) -> list[tuple[str, str]]:
    """Further pages about a hit: what they are called, and their addresses."""
    first = page_of(words, hit)
    ways = [
        (words("search.overlaps"), address.link("overlap", words.language, one=hit.id)),
    ] * (hit.type in _OFFICES)
    return [
        (named, where)
        for named, where in [*ways, (words("search.in_graph"), in_graph(words, hit))]
        if where != first
    ]

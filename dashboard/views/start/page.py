"""はじめに: three ways into the graph, each with a worked example."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.views.notices import ABOUT_MEASURES
from dashboard.views.start.examples import Example, examples
from queries.documents import is_about_one_call
from queries.overview.overview import overview

CARDS = ("overlap", "bonus", "explorer")
OTHERS = (
    *("overview", "theme", "measure", "programmes", "recipients"),
    *("compare", "changes", "sources"),
)
_COUNTED = {
    "Measure": "measure",
    "BudgetProgramme": "programmes",
    "Recipient": "recipients",
    "Document": "sources",
}


def show(words: Words) -> None:
    """The whole page."""
    lead = f'<p class="lead">{escape(words("app.tagline"))}</p>'
    st.html(f"{lead}{_counts(words)}{_invitation(words)}")
    found = examples(words)
    cards = "".join(_card(words, page, found.get(page)) for page in _of_graph(CARDS))
    st.html(f'<div class="cards">{cards}</div>{_others(words)}')


def _of_graph(pages: tuple[str, ...]) -> list[str]:
    """Those of the pages that have something to show: some are about measures alone."""
    return [page for page in pages if page not in ABOUT_MEASURES or naming.holds("Measure")]


def _counts(words: Words) -> str:
    """What the graph holds, each a link to the page that lists it."""
    found = ask(overview)
    counts = {counted.type: counted.count for counted in found.nodes}
    counts["Document"] = sum(not is_about_one_call(each.found) for each in found.documents)
    links = "".join(
        f'<a href="{escape(address.link(page, words.language))}" target="_self">'
        f"{escape(words(f'start.counts.{kind}', n=f'{counts[kind]:,}'))}</a>"
        for kind, page in _COUNTED.items()
        if counts.get(kind)
    )
    return f'<div class="ways">{links}</div>'


def _invitation(words: Words) -> str:
    """The offer of the tour, which the browser hides once it was taken or put away."""
    tour = escape(address.link("start", words.language, tour="1"))
    return (
        f'<div class="invitation"><span>{escape(words("tour.invite"))}</span>'
        f'<a href="{tour}" target="_self" data-do="seen">{escape(words("tour.begin"))}</a>'
        f'<button type="button" data-do="seen">{escape(words("tour.not_now"))}</button></div>'
    )


def _others(words: Words) -> str:
    """What the other pages are for."""
    items = "".join(
        f'<li><a href="{escape(address.link(page, words.language))}" target="_self">'
        f"{escape(words(f'{page}.title'))}</a>"
        f"<span>{escape(words(f'start.other.{page}'))}</span></li>"
        for page in _of_graph(OTHERS)
    )
    heading = escape(words("start.others"))
    return f'<h2 class="section">{heading}</h2><ul class="others">{items}</ul>'


def _card(words: Words, page: str, example: Example | None) -> str:
    """A way into the graph: for whom, what for, an example, and the page itself."""
    shown = (
        f'<a class="example" href="{escape(example.href)}" target="_self">'
        f"<small>{escape(words('start.example'))}</small>{escape(example.says)}</a>"
        if example
        else ""
    )
    return (
        f'<section class="{page}"><small class="whom">{escape(words(f"start.{page}.whom"))}</small>'
        f"<h2>{escape(words(f'start.{page}.heading'))}</h2>"
        f"<p>{escape(words(f'start.{page}.what'))}</p>{shown}"
        f'<a href="{escape(address.link(page, words.language))}" target="_self">'
        f"{escape(words('start.open', page=words(f'{page}.title')))}</a></section>"
    )

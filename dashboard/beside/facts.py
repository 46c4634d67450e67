"""Rows of the card of a pair: terms, results, contacts and history of both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import get_args

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.links import web
from dashboard.text.words import Words
from graph.language.yen import decimal
from queries.overlap.compared_side import (
    ComparedSide,
    SideContact,
    SidePoint,
    SideRelative,
    SideResult,
    SideTerm,
    TermKind,
)
from queries.overlap.comparison import Comparison
from queries.sources import Source

_MOST = 12  # facts of a kind on a side


def terms(words: Words, card: Comparison) -> str:
    """A row a kind; what both say alike stands out."""
    rows = ""
    for kind in get_args(TermKind):
        a, b = ([term for term in side.terms if term.kind == kind] for side in (card.a, card.b))
        if not (a or b):
            continue
        alike = {_key(term) for term in a} & {_key(term) for term in b}
        cells = [
            _cell(words, [_term(words, term, _key(term) in alike) for term in of_side])
            for of_side in (a, b)
        ]
        rows += row(words(f"overlap_card.term.{kind}"), cells, bool(alike))
    return rows


def _key(term: SideTerm) -> tuple[object, ...]:
    return term.kind, term.yen, term.share, term.japanese if term.yen is None else None


def _term(words: Words, term: SideTerm, same: bool) -> str:
    said = naming.in_language(words, term.japanese, term.english)
    frame = f"{term.frame}: " if term.frame else ""
    return chip(words, f"{frame}{said}", term.sources, same)


def results(words: Words, card: Comparison) -> str:
    """What each counts, its years side by side."""
    return _both(
        words, card, "results", lambda side: [_result(words, each) for each in side.results]
    )


def _result(words: Words, result: SideResult) -> str:
    name = " ".join(filter(None, (result.kind, result.name))) or "–"
    points = words.listed([point_text(words, point) for point in result.points])
    places = [source for point in result.points for source in point.sources]
    return chip(words, f"{name} ({words.name(result.unit)}) {points}", places)


def point_text(words: Words, point: SidePoint) -> str:
    """What a year aimed at and what came of it."""
    said = " ".join(
        words(f"overlap_card.{what}", value=decimal(value))
        for what, value in (("aim", point.target), ("result", point.result))
        if value is not None
    )
    year = words("overlap_card.year", year=point.year) if point.year else ""
    return f"{year} {said}".strip()


def contacts(words: Words, card: Comparison) -> str:
    """Whom to ask on each side; that none is printed is said. Addresses of pages are links."""
    return _both(words, card, "contacts", lambda side: _contacts(words, side))


def _contacts(words: Words, side: ComparedSide) -> list[str]:
    asked = [each for each in side.contacts if each.name or each.phones or each.emails]
    facts = [_contact(words, each) for each in asked]
    if not facts:
        facts = [f'<span class="quiet">{escape(words("overlap_card.no_contact"))}</span>']
    pages = dict.fromkeys(each.url for each in side.contacts if each.url)
    return [*facts, *(_page(words, url) for url in pages)]


def _contact(words: Words, contact: SideContact) -> str:
    text = " ".join(filter(None, (contact.name, *contact.phones, *contact.emails)))
    return chip(words, text, contact.sources)


def _page(words: Words, url: str) -> str:
    """A link where it is an address of the web, else as printed."""
    if not web(url):
        return chip(words, url, ())
    named = escape(words("overlap_card.described"))
    return f'<a class="fact" href="{escape(url)}" target="_blank" title="{escape(url)}">{named}</a>'


def history(words: Words, card: Comparison) -> str:
    """First and last year, predecessors and successors, and what pays for what."""

    def of_side(side: ComparedSide) -> list[str]:
        years = f"{side.first_year or '?'}–{side.last_year or ''}"
        return [
            f'<span class="fact">{years}</span>',
            *(_relative(words, each) for each in side.history),
        ]

    paid = _both(
        words,
        card,
        "pays",
        lambda side: [chip(words, each.name, each.sources) for each in side.paid_from],
    )
    return _both(words, card, "history", of_side) + paid


def _relative(words: Words, relative: SideRelative) -> str:
    how = words.of("overlap_card.saying", relative.relation)
    told = (
        ""
        if relative.sources
        else words.listed(
            [figures.day(words, naming.document_short(words, each)) for each in relative.documents]
        )
    )
    text = f"{how} {relative.name} ({relative.id}) {told}".strip()
    return chip(words, text, relative.sources)


# --- cells ----------------------------------------------------------------------------------------


def _both(
    words: Words, card: Comparison, about: str, of_side: Callable[[ComparedSide], Sequence[str]]
) -> str:
    sides = [of_side(side) for side in (card.a, card.b)]
    if not any(sides):
        return ""
    cells = [_cell(words, facts) for facts in sides]
    return row(words(f"overlap_card.{about}"), cells)


def _cell(words: Words, facts: Sequence[str]) -> str:
    shown = " ".join(facts[:_MOST]) or "–"
    if len(facts) <= _MOST:
        return shown
    more = escape(words("overlap_card.more", n=len(facts) - _MOST))
    rest = " ".join(facts[_MOST:])
    return f"{shown} <details><summary>{more}</summary>{rest}</details>"


def row(name: str, cells: Sequence[str], shared: bool = False) -> str:
    """A row of the table of both sides; `shared`: it stands out."""
    marked = " class=shared" if shared else ""
    body = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<tr{marked}><td>{escape(name)}</td>{body}</tr>"


def chip(words: Words, text: str, sources: Sequence[Source], same: bool = False) -> str:
    """A fact with its places."""
    where = escape(naming.places(words, list(dict.fromkeys(sources)))) if sources else ""
    marked = " same" if same else ""
    return f'<span class="fact{marked}">{escape(text)}<small>{where}</small></span>'

"""One document or published table in full: what it is, what it states and what was found, facts by
kind, what was refused and corrected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.frame import title
from dashboard.reading import excerpt, naming
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.sorted_tables import by_address
from dashboard.widgets.tables import Cell, Table, Value
from graph.phrases.phrases import said
from queries.overview.quality import DocumentQuality
from queries.sources import Source


def show(words: Words, quality: DocumentQuality, named: str) -> None:
    """All of it; `named`: what it is called."""
    held = quality.document
    title.of_page(words, named)
    st.html(f'<div class="measure-title">{escape(named)}</div>')
    about: list[list[Value]] = [
        [words("sources.column.id"), held.id],
        [words("sources.column.publisher"), held.publisher],
        [words("sources.column.date"), figures.day(words, held.date)],
        [
            words("sources.column.url"),
            _published(words, held.url),
        ],
        [words("sources.column.terms"), held.terms_of_use],
        [words("sources.column.lines"), held.lines],
        [words("sources.column.file"), held.file],
        [words("sources.column.digest"), held.sha256],
        [words("sources.column.at_hand"), _at_hand(words, held.id)],
    ]
    tables.show_stacked(Table([], about))
    left, right = st.columns(2, gap="medium")
    with left:
        _section(words, "states")
        st.caption(words("sources.states_help"))
        tables.show(_counts(words, quality))
    with right:
        _section(words, "by_kind")
        if quality.facts:
            st.caption(words("sources.by_kind_help"))
            facts = by_address(_facts(words, [quality]), "sources", "facts", words.language)
            tables.show_listing(words, facts, 420)
        else:
            st.caption(words("sources.by_kind_none"))
    _section(words, "refused")
    if quality.refused:
        tables.show_listing(words, _refused(words, quality), 420)
    else:
        st.caption(words("sources.refused_none"))
    _section(words, "corrections")
    if quality.corrections:
        tables.show_stacked(_corrections(words, quality))
    else:
        st.caption(words("sources.corrections_none"))


def _published(words: Words, url: str | None) -> Cell:
    """A link where it is an address of the web, else as printed."""
    web = bool(url) and str(url).startswith(("https://", "http://"))
    return Cell(url or words("sources.no_url"), url if web else None)


def counted(words: Words, counts: Mapping[str, int | str]) -> str:
    """What a document states of itself, in one line: 施策 155、府省庁 13."""
    return words.listed(
        [f"{words.of('sources.counts', name)} {_number(count)}" for name, count in counts.items()]
    )


def _number(count: int | str) -> str:
    return f"{count:,}" if isinstance(count, int) else count


def _section(words: Words, name: str) -> None:
    st.html(f'<div class="section">{escape(words(f"sources.{name}"))}</div>')


def _at_hand(words: Words, document: str) -> str:
    if excerpt.is_another(document):
        return words("sources.is_another")
    return words("sources.at_hand" if excerpt.file_of(document) else "sources.not_at_hand")


def _counts(words: Words, quality: DocumentQuality) -> Table:
    stated, found = quality.document.states, quality.document.found
    rows = [
        [
            words.of("sources.counts", name),
            *(Cell(_number(counts[name])) if name in counts else "" for counts in (stated, found)),
        ]
        for name in dict.fromkeys((*stated, *found))
    ]
    headings = ["", words("sources.column.stated"), words("sources.column.found")]
    return Table(headings, rows, frozenset({1, 2}))


def _facts(words: Words, listed: Sequence[DocumentQuality]) -> Table:
    rows: list[list[Value]] = [
        [naming.relation(words, fact.type), fact.count]
        for quality in listed
        for fact in quality.facts
    ]
    headings = [words("sources.column.kind"), words("sources.column.count")]
    return Table(headings, rows, frozenset({1}))


def _refused(words: Words, quality: DocumentQuality) -> Table:
    rows: list[list[Value]] = [
        [naming.lines(words, [Source(quality.document.id, each.line)]), each.what]
        for each in quality.refused
    ]
    return Table([words("place.heading"), words("sources.column.what")], rows)


def _corrections(words: Words, quality: DocumentQuality) -> Table:
    rows: list[list[Value]] = [
        [
            naming.lines(words, [Source(quality.document.id, each.line)]),
            words.of("sources.field", each.field),
            each.before or "–",
            each.after or "–",
            said(each.reason, words.language),
        ]
        for each in quality.corrections
    ]
    names = ("field", "before", "after", "reason")
    headings = [words("place.heading"), *(words(f"sources.column.{name}") for name in names)]
    return Table(headings, rows)


def facts_file(words: Words, every: Sequence[DocumentQuality]) -> Table:
    """A row a document and kind of fact."""
    rows: list[list[Value]] = [
        [one.document.id, one.document.title, naming.relation(words, fact.type), fact.count]
        for one in every
        for fact in one.facts
    ]
    return Table(_headings(words, "id", "document", "kind", "count"), rows)


def refused_file(words: Words, every: Sequence[DocumentQuality]) -> Table:
    """A row a line that was left out."""
    rows: list[list[Value]] = [
        [one.document.id, *_place(one, each.line), each.what]
        for one in every
        for each in one.refused
    ]
    return Table([*_headings(words, "id"), *_places(words), *_headings(words, "what")], rows)


def corrections_file(words: Words, every: Sequence[DocumentQuality]) -> Table:
    """A row a corrected value."""
    rows: list[list[Value]] = [
        [
            one.document.id,
            *_place(one, each.line),
            words.of("sources.field", each.field),
            each.before,
            each.after,
            said(each.reason, words.language),
        ]
        for one in every
        for each in one.corrections
    ]
    headings = _headings(words, "field", "before", "after", "reason")
    return Table([*_headings(words, "id"), *_places(words), *headings], rows)


def _headings(words: Words, *names: str) -> list[str]:
    return [words(f"sources.column.{name}") for name in names]


def _places(words: Words) -> list[str]:
    return [words("place.page_column"), words("place.line_column")]


def _place(quality: DocumentQuality, line: int) -> list[Value]:
    return [naming.page(Source(quality.document.id, line)), line]

"""施策: everything known of one measure, each fact with its document and lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from html import escape

import streamlit as st

from dashboard.frame import title
from dashboard.reading import excerpt, naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.measure import calls, listing, onward, years
from dashboard.views.measure.facts import GROUPS, Fact, facts, used_lines
from dashboard.widgets import tables
from dashboard.widgets.saving import save, save_csv
from dashboard.widgets.tables import Table
from queries.measure.appearance import AppearanceCard
from queries.measure.card import MeasureCard, measure_card

_HALVES = (("runs", "for", "more"), ("money", "terms", "bonus"))


def show(words: Words) -> None:
    """The whole page."""
    _search(words)
    if not (measure := address.read("id")):
        listing.show(words, address.read("q"))
        return
    card = ask(measure_card, measure)
    title.of_page(words, card.title)
    known = facts(words, card)
    _title(words, card)
    onward.show(words, card.id)
    calls.show(words, card.id)
    years.show(words, card)
    if any(excerpt.file_of(page.document) for page in card.appearances):
        left, right = st.columns([1.5, 1], gap="medium")
        with left:
            _facts(words, known, GROUPS, linked=True)
        with right:
            _pages(words, card, known)
    else:
        _pages(words, card, known)
        for column, groups in zip(st.columns(2, gap="medium"), _HALVES, strict=True):
            with column:
                _facts(words, known, groups, linked=False)
    _saves(words, card, known)


def _search(words: Words) -> None:
    """The field for any name of a measure; what it finds takes the place of the measure shown."""
    st.text_input(
        words("measure.search"),
        key=fill("measure_q", address.read("q")),
        placeholder=words("measure.placeholder"),
        on_change=lambda: address.write({"q": value("measure_q").strip(), "id": ""}),
    )


def _title(words: Words, card: MeasureCard) -> None:
    tags = [
        naming.node_name(words, office.id, office.name)
        for office in (*card.ministries, *card.agencies)
        if office.current
    ]
    tags += [
        naming.node_name(words, link.id, link.name)
        for link in (*card.targets, *card.instruments)
        if link.current
    ]
    if card.pillar:
        tags.insert(0, naming.node_name(words, card.pillar.id, card.pillar.name))
    if any(page.highlighted for page in card.appearances):
        tags.append(words("measure.highlighted"))
    explorer = address.link("explorer", words.language, id=card.id)
    st.html(
        f'<div class="measure-title">{escape(card.title)}</div><div class="tags">'
        + "".join(f"<span>{escape(tag)}</span>" for tag in tags)
        + f'</div><div style="margin-top:.5rem"><a href="{escape(explorer)}"'
        f' target="_self">{escape(words("measure.explorer"))}</a></div>' + years.chips(words, card)
    )


def _facts(words: Words, known: Sequence[Fact], groups: Sequence[str], linked: bool) -> None:
    """The facts of some groups; `linked`: their places lead to the lines beside them."""
    for group in groups:
        rows = _rows(words, [fact for fact in known if fact.group == group], linked)
        if rows:
            st.html(f'<div class="section">{escape(words(f"measure.group.{group}"))}</div>')
            tables.show_stacked(
                Table(
                    [words("measure.about"), words("measure.value"), words("place.heading")],
                    rows,
                    even=True,
                    names=frozenset({2}),
                )
            )


def _saves(words: Words, card: MeasureCard, known: Sequence[Fact]) -> None:
    if card.terms:
        terms = words.listed([term.term for term in card.terms])
        st.caption(f"{words('measure.key_terms')} {plain(terms)}")
    table = Table(
        [
            words("measure.group_heading"),
            words("measure.about"),
            words("measure.value"),
            words("measure.note"),
            words("place.document"),
            words("place.heading"),
        ],
        [_line(words, fact) for fact in known],
    )
    file = f"shisaku-{card.id.partition(':')[2]}"
    with st.container(horizontal=True, gap="medium"):
        save_csv(table, file, words("save.csv"))
        save(
            words("save.json"),
            f"{file}.json",
            lambda: json.dumps(asdict(card), ensure_ascii=False, indent=1),
        )


def _rows(words: Words, known: Sequence[Fact], linked: bool) -> list[list[tables.Value]]:
    """The rows of a group; what a fact is about is said once for those that follow each other."""
    rows: list[list[tables.Value]] = []
    before = None
    for fact in known:
        place = naming.places(words, fact.sources)
        first = next((source for source in fact.sources if source.line), None)
        rows.append(
            [
                "" if fact.about == before else fact.about,
                fact.value,
                tables.Cell(
                    place,
                    (
                        f"#{excerpt.anchor(first.document, first.line)}"
                        if linked and first and first.line
                        else None
                    ),
                ),
            ]
        )
        before = fact.about
    return rows


def _line(words: Words, fact: Fact) -> list[tables.Value]:
    value = fact.value.value if fact.value.value is not None else fact.value.text
    documents = words.listed(
        [
            naming.document_title(document)
            for document in dict.fromkeys(source.document for source in fact.sources)
        ]
    )
    return [
        words(f"measure.group.{fact.group}"),
        fact.about,
        value,
        fact.value.note,
        documents,
        " ".join(str(source.line) for source in fact.sources if source.line),
    ]


def _pages(words: Words, card: MeasureCard, known: Sequence[Fact]) -> None:
    """Every page; what is to be done for lines that cannot be shown is said once."""
    for page in card.appearances:
        _page(words, page, known)
    if any(excerpt.is_another(page.document) for page in card.appearances):
        st.warning(words("measure.another_source", variable=excerpt.VARIABLE))
    elif any(excerpt.file_of(page.document) is None for page in card.appearances):
        st.caption(words("measure.no_source", variable=excerpt.VARIABLE))


def _page(words: Words, page: AppearanceCard, known: Sequence[Fact]) -> None:
    """Where the measure stands in a document, and the lines themselves where the file
    is at hand.
    """
    number = [words("place.page", page=page.page)] if page.page else []
    span = words("place.span", start=page.line_start, end=page.line_end)
    st.html(
        f'<div class="section">{escape(page.document_title)} <span'
        f' class="quiet">{escape(figures.day(words, page.date))}</span></div><div'
        f' class="quiet">{escape(words.listed([*number, span]))}</div>'
    )
    path = excerpt.file_of(page.document)
    if path is None:
        return
    start, end = page.line_start, page.line_end
    used = [line for line in used_lines(known, page.document) if start <= line <= end]
    st.html(excerpt.html(path, page.document, start, end, used))
    st.caption(words("measure.excerpt"))

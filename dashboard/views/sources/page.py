"""出典とデータ品質: all documents and tables, the chosen one in full, what a person settled, and
the measured figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.sources import document, reading, settled
from dashboard.views.sources.titles import titles
from dashboard.widgets import tables
from dashboard.widgets.sorted_tables import by_address
from dashboard.widgets.tables import Cell, Table, Value
from dashboard.widgets.workbook import save_tables
from queries.documents import is_about_one_call
from queries.overview.quality import DocumentQuality, data_quality

_COLUMNS = ("document", "publisher", "date", "lines", "facts", "stated", "refused", "corrected")
_ANSWERS = 420  # pixels of the list


def show(words: Words) -> None:
    """The whole page."""
    every = ask(data_quality)
    named = titles(every)
    _answer(words, every)
    _chosen(words, every, named)
    st.caption(words("sources.sort_help"))
    for name, listed in _by_part(every).items():
        if listed:
            st.html(f'<div class="section">{escape(words(f"sources.{name}"))}</div>')
            shown = by_address(_table(words, listed, named), "sources", name, words.language)
            if name == "answers":
                tables.show_listing(words, shown, _ANSWERS)
            else:
                tables.show_stacked(shown)
    _save(words, every, named)
    settled.show(words)
    reading.show(words)


def _by_part(every: Sequence[DocumentQuality]) -> dict[str, list[DocumentQuality]]:
    """Documents, the tables of review sheets, and the answers that are about one call each."""
    parts: dict[str, list[DocumentQuality]] = {"documents": [], "tables": [], "answers": []}
    for one in every:
        sheet = naming.is_review_sheet(one.document.id)
        answer = is_about_one_call(one.document.found)
        parts["tables" if sheet else "answers" if answer else "documents"].append(one)
    return parts


def _answer(words: Words, every: Sequence[DocumentQuality]) -> None:
    """What there is, and whether all of it could be read."""
    parts = _by_part(every)
    refused = sum(len(one.refused) for one in every)
    corrected = sum(len(one.corrections) for one in every)
    differing = [one.document.title for one in every if one.differs]
    said = words(
        "sources.sentence",
        documents=len(parts["documents"]),
        tables=len(parts["tables"]),
        facts=f"{sum(one.cited for one in every):,}",
    )
    answers = len(parts["answers"])
    lines = [
        *([words("sources.answers_too", n=f"{answers:,}")] if answers else []),
        words("sources.refused_some", n=f"{refused:,}")
        if refused
        else words("sources.refused_none"),
        words("sources.corrected", n=f"{corrected:,}"),
        words("sources.differs", names=words.listed(differing))
        if differing
        else words("sources.agrees"),
    ]
    rest = "<br>".join(escape(line) for line in lines)
    st.html(f'<div class="beside"><b>{escape(said)}</b><br>{rest}</div>')


def _table(words: Words, listed: Sequence[DocumentQuality], named: Mapping[str, str]) -> Table:
    rows: list[list[Value]] = [
        [
            Cell(
                named[one.document.id],
                address.link("sources", words.language, id=one.document.id),
            ),
            one.document.publisher,
            Cell(figures.day(words, one.document.date), value=one.document.date),
            one.document.lines,
            one.cited,
            document.counted(words, one.document.states),
            len(one.refused),
            len(one.corrections),
        ]
        for one in listed
    ]
    headings = [words(f"sources.column.{name}") for name in _COLUMNS]
    numbers, together = frozenset({3, 4, 6, 7}), frozenset({2})
    return Table(headings, rows, numbers, together=together)


def _save(words: Words, every: Sequence[DocumentQuality], named: Mapping[str, str]) -> None:
    names = ("id", "document", "publisher", "date", "url", "file", "digest", "lines", "facts")
    rows = [
        [
            one.document.id,
            named[one.document.id],
            one.document.publisher,
            one.document.date,
            one.document.url,
            one.document.file,
            one.document.sha256,
            one.document.lines,
            one.cited,
            document.counted(words, one.document.states),
            document.counted(words, one.document.found),
            len(one.refused),
            len(one.corrections),
            one.document.terms_of_use,
        ]
        for one in every
    ]
    more = ("stated", "found", "refused", "corrected", "terms")
    table = Table([words(f"sources.column.{name}") for name in (*names, *more)], rows)
    save_tables(
        words,
        "shisaku-sources",
        [(words("asked.page"), words("sources.title"))],
        [
            (words("sources.documents"), table),
            (words("sources.by_kind"), document.facts_file(words, every)),
            (words("sources.refused"), document.refused_file(words, every)),
            (words("sources.corrections"), document.corrections_file(words, every)),
            (words("sources.settled"), settled.table(words)),
            (words("sources.reading"), reading.table(words)),
        ],
    )


def _chosen(words: Words, every: Sequence[DocumentQuality], named: Mapping[str, str]) -> None:
    """The document that the address names."""
    by_id = {one.document.id: one for one in every}
    wanted = address.read("id").removeprefix("document:")
    if wanted and wanted not in by_id:
        st.warning(plain(words("sources.no_such", name=wanted)))
    chosen = wanted if wanted in by_id else ""
    st.selectbox(
        words("sources.choose"),
        ["", *by_id],
        format_func=lambda each: named[each] if each else words("sources.none"),
        key=fill("sources_id", chosen),
        on_change=lambda: address.write({"id": value("sources_id")}),
    )
    if chosen:
        document.show(words, by_id[chosen], named[chosen])

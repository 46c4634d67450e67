"""出典とデータ品質: all documents and tables, the chosen one in full, and the measured figures."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.sources import document, reading
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table, Value
from dashboard.widgets.workbook import save_tables
from queries.overview.quality import DocumentQuality, data_quality

_COLUMNS = ("document", "publisher", "date", "lines", "facts", "stated", "refused", "corrected")


def show(words: Words) -> None:
    """The whole page."""
    every = ask(data_quality)
    _answer(words, every)
    printed = [one for one in every if not naming.is_review_sheet(one.document.id)]
    sheets = [one for one in every if naming.is_review_sheet(one.document.id)]
    _chosen(words, every)
    for name, listed in (("documents", printed), ("tables", sheets)):
        if listed:
            st.html(f'<div class="section">{escape(words(f"sources.{name}"))}</div>')
            tables.show_stacked(_table(words, listed))
    _save(words, every)
    reading.show(words)


def _answer(words: Words, every: Sequence[DocumentQuality]) -> None:
    """What there is, and whether all of it could be read."""
    sheets = sum(naming.is_review_sheet(one.document.id) for one in every)
    refused = sum(len(one.refused) for one in every)
    corrected = sum(len(one.corrections) for one in every)
    differing = [one.document.title for one in every if one.differs]
    said = words(
        "sources.sentence",
        documents=len(every) - sheets,
        tables=sheets,
        facts=f"{sum(one.cited for one in every):,}",
    )
    lines = [
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


def _table(words: Words, listed: Sequence[DocumentQuality]) -> Table:
    rows: list[list[Value]] = [
        [
            Cell(one.document.title, address.link("sources", words.language, id=one.document.id)),
            one.document.publisher,
            figures.day(words, one.document.date),
            one.document.lines,
            one.cited,
            document.counted(words, one.document.states),
            len(one.refused),
            len(one.corrections),
        ]
        for one in listed
    ]
    headings = [words(f"sources.column.{name}") for name in _COLUMNS]
    return Table(headings, rows, frozenset({3, 4, 6, 7}), headed=True)


def _save(words: Words, every: Sequence[DocumentQuality]) -> None:
    names = ("id", "document", "publisher", "date", "url", "file", "digest", "lines", "facts")
    rows = [
        [
            one.document.id,
            one.document.title,
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
            (words("sources.reading"), reading.table(words)),
        ],
    )


def _chosen(words: Words, every: Sequence[DocumentQuality]) -> None:
    """The document that the address names."""
    by_id = {one.document.id: one for one in every}
    wanted = address.read("id").removeprefix("document:")
    if wanted and wanted not in by_id:
        st.warning(plain(words("sources.no_such", name=wanted)))
    chosen = wanted if wanted in by_id else ""
    st.selectbox(
        words("sources.choose"),
        ["", *by_id],
        format_func=lambda each: by_id[each].document.title if each else words("sources.none"),
        key=fill("sources_id", chosen),
        on_change=lambda: address.write({"id": value("sources_id")}),
    )
    if chosen:
        document.show(words, by_id[chosen])

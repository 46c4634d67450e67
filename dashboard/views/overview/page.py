"""全体像: what is in the graph, who runs what under which pillar, and the money."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.links import web
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overview import government, heat_map, money
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.bonus.rule_book.certifications import all_certifications
from queries.documents import DocumentCounts, is_about_one_call
from queries.overview.overview import overview
from queries.overview.pillars import (
    MeasureRow,
    documents_with_pillars,
    measures_of_cell,
    ministries_by_pillar,
)

# what is counted → the page that shows it, and in which state; of budgets its place on this page
_FIRST = {
    "Measure": ("measure", {}),
    "Ministry": ("overlap", {}),
    "Body": ("overlap", {"tab": "connectors"}),
    "Certification": ("bonus", {}),
    "BonusRule": ("bonus", {}),
    "Budget": ("", {}),
}

SCOPES = ("companies", "all")


def show(words: Words) -> None:
    """The whole page, about support for companies or about the whole government."""
    if _scope(words) == "all":
        government.show(words)
        return
    _counts(words)
    left, right = st.columns([1.55, 1], gap="medium")
    with left:
        heat_map.show(words)
    with right:
        _cell(words)
    money.show(words)
    _documents(words)
    _types(words)


def _scope(words: Words) -> str:
    """The scope that is chosen: the one in the address, else support for companies; of a graph
    without measures the whole government.
    """
    if not naming.holds("Measure"):
        return "all"
    scope = address.read("scope") if address.read("scope") in SCOPES else SCOPES[0]
    st.session_state["overview_scope"] = scope
    st.segmented_control(
        words("government.scope"),
        SCOPES,
        format_func=lambda each: words(f"government.scopes.{each}"),
        key="overview_scope",
        required=True,
        on_change=lambda: address.write({"scope": st.session_state["overview_scope"]}),
        label_visibility="collapsed",
    )
    return scope


def _counts(words: Words) -> None:
    counts = {counted.type: counted.count for counted in ask(overview).nodes}
    # the graph knows every ministry there is; what counts here are those that run something
    counts["Ministry"] = len(
        {
            cell.ministry
            for document in ask(documents_with_pillars)
            for cell in ask(ministries_by_pillar, document)
        }
    )
    # it knows certifications, too, that no document names
    known = ask(all_certifications)
    counts["Certification"] = sum(certification.in_documents for certification in known)
    beyond = {"Certification": len(known) - counts["Certification"]}
    tiles = [_tile(words, name, counts[name], beyond.get(name, 0)) for name in _FIRST]
    st.html(f'<div class="figures">{"".join(tiles)}</div>')


def _tile(words: Words, name: str, count: int, beyond: int) -> str:
    """A number with its caption, as a link; `beyond`: how many there are that it does not count."""
    rest = f"<small>{words(f'overview.beyond.{name}', n=beyond)}</small>" if beyond else ""
    page, state = _FIRST[name]
    href = escape(address.link(page, words.language, **state)) if page else f"#{money.ANCHOR}"
    return (
        f'<a href="{href}" target="_self"><b>{count:,}</b>'
        f"<span>{words(f'overview.tile.{name}')}</span>{rest}</a>"
    )


def _cell(words: Words) -> None:
    """The measures of the cell that was clicked, or of the fullest one."""
    cells = ask(ministries_by_pillar, heat_map.chosen_document())
    chosen = next(
        (
            cell
            for cell in cells
            if (cell.ministry, cell.pillar) == (address.read("ministry"), address.read("pillar"))
        ),
        None,
    )
    cell = chosen or max(cells, key=lambda cell: cell.measures, default=None)
    if cell is None:
        return
    rows = sorted(
        ask(measures_of_cell, cell.ministry, cell.pillar),
        key=lambda row: (row.source.document, row.source.line or 0, row.id),
    )
    title = (
        f"{naming.node_name(words, cell.ministry, cell.ministry_name)} × "
        f"{naming.node_name(words, cell.pillar, cell.pillar_name)}"
    )
    st.html(
        f'<div class="section">{escape(title)} <span'
        f' class="quiet">{words("overview.measures", n=len(rows))}</span></div>'
    )
    # a pillar stands in one document, so all of the cell do
    documents = " ".join(dict.fromkeys(naming.document_title(row.source.document) for row in rows))
    where = plain(documents)
    st.caption(where if chosen else f"{where} · {words('overview.fullest')}")
    table = Table(
        [words("measure.title"), words("overview.page_begins")],
        [_row(words, row) for row in rows],
        frozenset({1}),
    )
    tables.show_listing(words, table, 430)
    save_csv(_cell_file(words, rows), "measures", words("save.csv"))


def _cell_file(words: Words, rows: list[MeasureRow]) -> Table:
    lines: list[list[tables.Value]] = [
        [
            row.id,
            row.title,
            naming.document_title(row.source.document),
            row.source.line,
            _marks(words, row),
        ]
        for row in rows
    ]
    return Table(
        [words(f"list_file.{heading}") for heading in ("id", "title", "document", "line", "note")],
        lines,
    )


def _row(words: Words, row: MeasureRow) -> list[tables.Value]:
    return [
        Cell(
            row.title, address.link("measure", words.language, id=row.id), note=_marks(words, row)
        ),
        naming.lines(words, [row.source]),
    ]


def _marks(words: Words, row: MeasureRow) -> str:
    return words.listed(
        [
            words(f"overview.{mark}")
            for mark, holds in (("lead", row.lead), ("derived", row.derived))
            if holds
        ]
    )


def _documents(words: Words) -> None:
    st.html(f'<div class="section">{words("documents.heading")}</div>')
    rows: list[list[tables.Value]] = [
        [
            Cell(document.title, web(document.url), note=document.file),
            document.publisher,
            figures.day(words, document.date),
            _states(words, document),
            _found(words, document),
            document.terms_of_use,
        ]
        for document in ask(overview).documents
        if not is_about_one_call(document.found)
    ]
    table = Table(
        [
            words(f"documents.{name}")
            for name in ("title", "publisher", "date", "states", "found", "terms")
        ],
        rows,
    )
    tables.show_stacked(table)
    if of_one := sum(is_about_one_call(each.found) for each in ask(overview).documents):
        st.caption(words("call.answers", n=of_one))
    save_csv(table, "documents", words("save.csv"))


def _states(words: Words, document: DocumentCounts) -> str:
    return words.listed([_count(words, key, value) for key, value in document.states.items()])


def _found(words: Words, document: DocumentCounts) -> str:
    return words.listed([_count(words, key, value) for key, value in document.found.items()])


def _count(words: Words, key: str, value: int | str) -> str:
    shown = (
        figures.budget(words, value)
        if key in ("yen", "available_yen") and isinstance(value, int)
        else f"{value:,}"
        if isinstance(value, int)
        else value
    )
    return f"{words.of('count', key)} {shown}"


def _types(words: Words) -> None:
    counted = ask(overview)
    with st.expander(words("overview.types")):
        for column, title, counts in zip(
            st.columns(2),
            ("overview.nodes", "overview.relationships"),
            (counted.nodes, counted.relationships),
            strict=True,
        ):
            table = Table(
                [words(title), words("overview.number")],
                [
                    [naming.relation(words, count.type), count.count]
                    for count in counts
                    if count.count
                ],
                frozenset({1}),
            )
            with column:
                tables.show(table)
                save_csv(table, title.partition(".")[2], words("save.csv"))

"""Ministry × pillar as a heat map whose cells lead to their measures."""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.widgets import heat_table
from dashboard.widgets.heat_table import Grid, HeatCell
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Table
from queries.overview.pillars import Cell, documents_with_pillars, ministries_by_pillar


def chosen_document() -> str | None:
    """The document whose pillars are shown: the one in the address, else the latest that has
    pillars; None where none has.
    """
    documents = ask(documents_with_pillars)
    wanted = address.read("document")
    return wanted if wanted in documents else next(iter(documents), None)


def show(words: Words) -> None:
    """The heat map with its heading, the choice of a document, and its file."""
    document = chosen_document()
    cells = ask(ministries_by_pillar, document)
    st.html(f'<div class="section">{words("heat.heading")}</div>')
    _choice(words, document)
    st.caption(words("heat.help"))
    names = _names(words, cells)
    st.html(heat_table.html(_grid(words, document, cells, names)))
    save_csv(_table(words, cells, names), "ministries-by-pillar", words("save.csv"))


def _choice(words: Words, document: str | None) -> None:
    """One of the documents with pillars, the latest first; nothing to choose where there is only
    one.
    """
    documents = ask(documents_with_pillars)
    if len(documents) > 1:
        st.selectbox(
            words("heat.document"),
            documents,
            documents.index(document),
            key="heat_document",
            format_func=naming.document_title,
            label_visibility="collapsed",
            on_change=lambda: address.write(
                {"document": st.session_state["heat_document"], "ministry": None, "pillar": None}
            ),
        )


def _names(words: Words, cells: tuple[Cell, ...]) -> dict[str, str]:
    pairs = {cell.ministry: cell.ministry_name for cell in cells} | {
        cell.pillar: cell.pillar_name for cell in cells
    }
    return {node: naming.node_name(words, node, name) for node, name in pairs.items()}


def _ministries(cells: tuple[Cell, ...]) -> list[str]:
    """Those with the most measures first."""
    sums = {cell.ministry: 0 for cell in cells}
    for cell in cells:
        sums[cell.ministry] += cell.measures
    return sorted(sums, key=lambda ministry: (-sums[ministry], ministry))


def _grid(
    words: Words, document: str | None, cells: tuple[Cell, ...], names: dict[str, str]
) -> Grid:
    pillars = sorted(
        {cell.pillar for cell in cells},
        key=lambda pillar: naming.by_number(
            next(cell.pillar_name for cell in cells if cell.pillar == pillar)
        ),
    )
    return Grid(
        [_cell(words, document, cell, names) for cell in cells],
        [names[ministry] for ministry in _ministries(cells)],
        [names[pillar] for pillar in pillars],
        f"{words('heat.ministry')} × {words('heat.pillar')}",
    )


def _cell(words: Words, document: str | None, cell: Cell, names: dict[str, str]) -> HeatCell:
    shown = {"document": document or "", "ministry": cell.ministry, "pillar": cell.pillar}
    return HeatCell(
        names[cell.ministry],
        names[cell.pillar],
        cell.measures,
        str(cell.measures),
        address.link("overview", words.language, **shown),
        (cell.ministry, cell.pillar) == (address.read("ministry"), address.read("pillar")),
        {
            words("heat.ministry"): names[cell.ministry],
            words("heat.pillar"): names[cell.pillar],
            words("heat.measures"): str(cell.measures),
            words("heat.derived"): str(cell.derived),
        },
    )


def _table(words: Words, cells: tuple[Cell, ...], names: dict[str, str]) -> Table:
    return Table(
        [
            words("heat.ministry"),
            words("heat.pillar"),
            words("heat.measures"),
            words("heat.derived"),
        ],
        [[names[cell.ministry], names[cell.pillar], cell.measures, cell.derived] for cell in cells],
    )

"""Ministry × pillar as a heat map; a click on a cell puts it into the address."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboard import address, naming, reading, tables
from dashboard.picture.labels import wrapped
from dashboard.tables import Table
from dashboard.texts import Words
from queries.overview import Cell, documents_with_pillars, ministries_by_pillar

_KEY = "heat_map"
_NARROW, _PHONE = 1300, 640  # pixels: windows below the first have no room for heads that lie, below the second for long names of rows
_LYING = 7  # more heads than these have no room to lie, however wide the window is
_LINE, _ROW = 13, 34  # pixels: from line to line of a label, from row to row
_SCALES = {"light": ("#E3EEF9", "#0B4A8A"), "dark": ("#22384F", "#8CC8FF")}
_INK = {"light": ("#12263A", "#FFFFFF"), "dark": ("#E6EBF0", "#0C1824")}


def chosen_document() -> str | None:
    """The document whose pillars are shown: the one in the address, else the latest that has pillars; None where none has."""
    there = reading.ask(documents_with_pillars)
    asked = address.read("document")
    return asked if asked in there else next(iter(there), None)


def show(words: Words) -> None:
    """The heat map with its heading, the choice of a document, and its file."""
    document = chosen_document()
    cells = reading.ask(ministries_by_pillar, document)
    st.html(f'<div class="section">{words("heat.heading")}</div>')
    _choice(words, document)
    st.caption(words("heat.help"))
    names = _names(words, cells)
    st.altair_chart(_chart(words, cells, names), key=f"{_KEY}-{words.language}-{document}",
                    on_select=partial(_clicked, f"{_KEY}-{words.language}-{document}"), selection_mode="cell", width="stretch")
    tables.download(_table(words, cells, names), "ministries-by-pillar", words("save.csv"))


def _choice(words: Words, document: str | None) -> None:
    """One of the documents with pillars, the latest first; nothing to choose where there is only one."""
    there = reading.ask(documents_with_pillars)
    if len(there) > 1:
        st.selectbox(words("heat.document"), there, there.index(document), key="heat_document", format_func=naming.document_title, label_visibility="collapsed",
                     on_change=lambda: address.write({"document": st.session_state["heat_document"], "ministry": None, "pillar": None}))


def _clicked(key: str) -> None:
    picked: list[dict[str, Any]] = st.session_state[key].selection.cell
    if picked:
        address.write({"ministry": picked[0]["ministry"], "pillar": picked[0]["pillar"]})


def _names(words: Words, cells: tuple[Cell, ...]) -> dict[str, str]:
    pairs = {cell.ministry: cell.ministry_name for cell in cells} | {cell.pillar: cell.pillar_name for cell in cells}
    return {node: naming.node_name(words, node, name) for node, name in pairs.items()}


def _ministries(cells: tuple[Cell, ...]) -> list[str]:
    """Those with the most measures first."""
    sums = {cell.ministry: 0 for cell in cells}
    for cell in cells:
        sums[cell.ministry] += cell.measures
    return sorted(sums, key=lambda ministry: (-sums[ministry], ministry))


def _chart(words: Words, cells: tuple[Cell, ...], names: dict[str, str]) -> alt.LayerChart:
    dark = st.context.theme.type == "dark"
    low, high = _SCALES["dark" if dark else "light"]
    faint, strong = _INK["dark" if dark else "light"]
    most = max((cell.measures for cell in cells), default=1)
    pillars = sorted({cell.pillar for cell in cells}, key=lambda pillar: _by_number(next(cell.pillar_name for cell in cells if cell.pillar == pillar)))
    frame = pd.DataFrame([{"ministry": cell.ministry, "pillar": cell.pillar, "row": names[cell.ministry],
                           "column": names[cell.pillar], "measures": cell.measures, "derived": cell.derived} for cell in cells])
    rows, columns = [names[ministry] for ministry in _ministries(cells)], [names[pillar] for pillar in pillars]
    # asked of the window, not of the chart: its width depends on the labels, so that these must not depend on it
    narrow, phone = (f"windowSize()[0] < {width}" for width in (_NARROW, _PHONE))
    upright = "true" if len(pillars) > _LYING else narrow
    heads = f"{upright} ? {_switch(columns, 11, 2)} : {_switch(columns, 7, 3)}"
    offices = f"{phone} ? {_switch(rows, 13.5, 2)} : {_switch(rows, 19, 2)}"
    base = alt.Chart(frame).encode(
        x=alt.X("column:N", sort=columns, title=None,
                axis=alt.Axis(orient="top", labelAngle=alt.expr(f"{upright} ? -90 : 0"), labelAlign=alt.expr(f"{upright} ? 'left' : 'center'"),
                              labelBaseline=alt.expr(f"{upright} ? 'middle' : 'bottom'"), labelExpr=heads, labelLimit=160, labelOverlap=False,
                              labelFontSize=12, labelColor=faint, ticks=False, domain=False)),
        y=alt.Y("row:N", sort=rows, title=None, axis=alt.Axis(labelExpr=offices, labelLimit=280, labelOverlap=False,
                                                              labelFontSize=alt.expr(f"{phone} ? 11 : 12.5"), labelOffset=_centred(offices), labelColor=faint, ticks=False, domain=False, labelPadding=8)),
        tooltip=[alt.Tooltip("row:N", title=words("heat.ministry")), alt.Tooltip("column:N", title=words("heat.pillar")),
                 alt.Tooltip("measures:Q", title=words("heat.measures")), alt.Tooltip("derived:Q", title=words("heat.derived"))])
    cell = alt.selection_point(name="cell", fields=["ministry", "pillar"], empty=False)
    boxes = base.mark_rect(cornerRadius=3, cursor="pointer").encode(
        color=alt.Color("measures:Q", scale=alt.Scale(range=[low, high], domain=[1, most], type="sqrt"), legend=None),
        stroke=alt.condition(cell, alt.value("#E08A00"), alt.value("transparent")), strokeWidth=alt.value(2.5)).add_params(cell)
    numbers = base.mark_text(fontSize=13, cursor="pointer").encode(
        text="measures:Q", color=alt.condition(alt.datum.measures > 1 + (most - 1) * 0.3, alt.value(strong), alt.value(faint)))
    return (boxes + numbers).properties(height=alt.Step(_ROW)).configure_scale(bandPaddingInner=0.06).configure_view(stroke=None)


def _by_number(name: str) -> tuple[int, str]:
    """Pillars by the number in front of their names: （２）… before （１０）…."""
    number = re.match(r"[(（]?(\d+)", name)
    return (int(number.group(1)) if number else 0, name)


def _centred(label: str) -> dict[str, Any]:
    """An offset along the axis that sets labels of two lines in the middle: Vega sets the first line there."""
    return {"condition": {"test": f"length({label}) > 1", "value": -_LINE / 2}, "value": 0}


def _switch(labels: list[str], limit: float, lines: int) -> str:
    """A Vega expression that gives each label in at most `lines` lines of about `limit` full-width characters."""
    broken = {label: wrapped(label, limit, lines).split("\n") for label in labels}
    return f"({json.dumps(broken, ensure_ascii=False)})[datum.label]"


def _table(words: Words, cells: tuple[Cell, ...], names: dict[str, str]) -> Table:
    return Table([words("heat.ministry"), words("heat.pillar"), words("heat.measures"), words("heat.derived")],
                 [[names[cell.ministry], names[cell.pillar], cell.measures, cell.derived] for cell in cells])

"""A heat map that can be clicked: rows and columns of names, a number in each cell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboard.picture.labels import wrapped

_NARROW, _PHONE = (
    1300,
    640,
    # pixels: windows below the first have no room for heads that lie, below the second for long names
    # of rows
)
_LYING, _OF_TWO_LINES = (
    7,
    13,
)  # more heads than these have no room to lie, nor to take two lines, however wide the window is
_LINE, _ROW = 13, 34  # pixels: from line to line of a label, from row to row
_SCALES = {"light": ("#E3EEF9", "#0B4A8A"), "dark": ("#22384F", "#8CC8FF")}
_INK = {"light": ("#12263A", "#FFFFFF"), "dark": ("#E6EBF0", "#0C1824")}


@dataclass(frozen=True)
class Grid:
    """What is drawn: `cells` have `row` and `column` (names, in the order of `rows` and `columns`),
    the column `value` (what the colour says), `shown` (the number as it is written), `chosen`
    (whether a frame stands around it), the `keys` (what a click gives), and the columns of `tips`
    (column → its heading).
    """

    cells: Sequence[dict[str, Any]]
    rows: Sequence[str]
    columns: Sequence[str]
    keys: tuple[str, str]
    tips: dict[str, str]


def chart(grid: Grid) -> alt.LayerChart:
    """The chart; its selection is called `cell`."""
    dark = st.context.theme.type == "dark"
    low, high = _SCALES["dark" if dark else "light"]
    faint, strong = _INK["dark" if dark else "light"]
    most, least = (
        max((cell["value"] for cell in grid.cells), default=1),
        min((cell["value"] for cell in grid.cells), default=0),
    )
    # asked of the window, not of the chart: its width depends on the labels, so that these must not
    # depend on it
    narrow, phone = (f"windowSize()[0] < {width}" for width in (_NARROW, _PHONE))
    upright = "true" if len(grid.columns) > _LYING else narrow
    narrow_heads = _switch(grid.columns, 18, 1)
    upright_heads = (
        f"({phone} ? {narrow_heads} : {_switch(grid.columns, 14, 2)})"
        if len(grid.columns) <= _OF_TWO_LINES
        else narrow_heads
    )
    heads = f"{upright} ? {upright_heads} : {_switch(grid.columns, 7, 3)}"
    offices = f"{phone} ? {_switch(grid.rows, 13.5, 2)} : {_switch(grid.rows, 19, 2)}"
    base = alt.Chart(pd.DataFrame(grid.cells)).encode(
        x=alt.X(
            "column:N",
            sort=grid.columns,
            scale=alt.Scale(domain=grid.columns),
            title=None,
            axis=alt.Axis(
                orient="top",
                labelAngle=alt.expr(f"{upright} ? -90 : 0"),
                labelAlign=alt.expr(f"{upright} ? 'left' : 'center'"),
                labelBaseline=alt.expr(f"{upright} ? 'middle' : 'bottom'"),
                labelExpr=heads,
                labelLimit=240,
                labelOverlap=False,
                labelFontSize=12,
                labelColor=faint,
                ticks=False,
                domain=False,
            ),
        ),
        y=alt.Y(
            "row:N",
            sort=grid.rows,
            scale=alt.Scale(domain=grid.rows),
            title=None,
            axis=alt.Axis(
                labelExpr=offices,
                labelLimit=280,
                labelOverlap=False,
                labelFontSize=alt.expr(f"{phone} ? 11 : 12.5"),
                labelOffset=_centred(offices),
                labelColor=faint,
                ticks=False,
                domain=False,
                labelPadding=8,
            ),
        ),
        tooltip=[
            alt.Tooltip(name, type="nominal", title=title) for name, title in grid.tips.items()
        ],
    )
    cell = alt.selection_point(name="cell", fields=list(grid.keys), empty=False)
    boxes = (
        base.mark_rect(cornerRadius=3, cursor="pointer")
        .encode(
            color=alt.Color(
                "value:Q",
                scale=alt.Scale(range=[low, high], domain=[min(1, least), most], type="sqrt"),
                legend=None,
            ),
            stroke=alt.condition(alt.datum.chosen, alt.value("#E08A00"), alt.value("transparent")),
            strokeWidth=alt.value(2.5),
        )
        .add_params(cell)
    )
    numbers = base.mark_text(fontSize=alt.expr(f"{phone} ? 9.5 : 13"), cursor="pointer").encode(
        text="shown:N",
        color=alt.condition(
            alt.datum.value > 1 + (most - 1) * 0.3, alt.value(strong), alt.value(faint)
        ),
    )
    return (
        (boxes + numbers)
        .properties(height=alt.Step(_ROW))
        .configure_scale(bandPaddingInner=0.06)
        .configure_view(stroke=None)
    )


def _centred(label: str) -> dict[str, Any]:
    """An offset along the axis that sets labels of two lines in the middle: Vega sets the first
    line there.
    """
    return {"condition": {"test": f"length({label}) > 1", "value": -_LINE / 2}, "value": 0}


def _switch(labels: Sequence[str], limit: float, lines: int) -> str:
    """A Vega expression that gives each label in at most `lines` lines of about `limit` full-width
    characters.
    """
    broken = {label: wrapped(label, limit, lines).split("\n") for label in labels}
    return f"({json.dumps(broken, ensure_ascii=False)})[datum.label]"

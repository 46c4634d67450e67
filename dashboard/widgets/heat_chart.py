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

# Vega expressions: a window too narrow for heads that lie, and one for long names of rows. Asked of
# the window, not of the chart: its width depends on the labels, so that these must not depend on it
_NARROW, _PHONE = "windowSize()[0] < 1300", "windowSize()[0] < 640"
# more heads than these have no room to lie, nor to take two lines, however wide the window is
_LYING, _OF_TWO_LINES = 7, 13
_LINE, _ROW = 13, 34  # pixels: from line to line of a label, from row to row
_SCALES = {"light": ["#E3EEF9", "#0B4A8A"], "dark": ["#22384F", "#8CC8FF"]}
_INK = {"light": ("#12263A", "#FFFFFF"), "dark": ("#E6EBF0", "#0C1824")}


@dataclass(frozen=True)
class Grid:
    """What is drawn.

    A cell holds `row` and `column` (its names), `value` (the number that its colour says), `shown`
    (that number as it is written), `chosen` (whether a frame stands around it), and what `keys` and
    `tips` name.
    """

    cells: Sequence[dict[str, Any]]
    """The cells, each as said above."""
    rows: Sequence[str]
    """The names of the rows, from the top."""
    columns: Sequence[str]
    """The names of the columns, from the left."""
    keys: tuple[str, str]
    """What a click gives of a cell."""
    tips: dict[str, str]
    """What is shown of a cell on hover -> its heading."""


def chart(grid: Grid) -> alt.LayerChart:
    """The chart; its selection is called `cell`."""
    ground = "dark" if st.context.theme.type == "dark" else "light"
    faint, strong = _INK[ground]
    numbers = [cell["value"] for cell in grid.cells]
    least, most = min(numbers, default=0), max(numbers, default=1)
    base = alt.Chart(pd.DataFrame(grid.cells)).encode(
        x=_columns(grid.columns, faint),
        y=_rows(grid.rows, faint),
        tooltip=[
            alt.Tooltip(name, type="nominal", title=title) for name, title in grid.tips.items()
        ],
    )
    clicked = alt.selection_point(name="cell", fields=list(grid.keys), empty=False)
    boxes = base.mark_rect(cornerRadius=3, cursor="pointer").encode(
        color=alt.Color(
            "value:Q",
            scale=alt.Scale(range=_SCALES[ground], domain=[min(1, least), most], type="sqrt"),
            legend=None,
        ),
        stroke=alt.condition(alt.datum.chosen, alt.value("#E08A00"), alt.value("transparent")),
        strokeWidth=alt.value(2.5),
    )
    ink = alt.condition(alt.datum.value > 1 + (most - 1) * 0.3, alt.value(strong), alt.value(faint))
    written = base.mark_text(fontSize=alt.expr(f"{_PHONE} ? 9.5 : 13"), cursor="pointer").encode(
        text="shown:N", color=ink
    )
    layers: alt.LayerChart = boxes.add_params(clicked) + written
    drawn: alt.LayerChart = (
        layers.properties(height=alt.Step(_ROW))
        .configure_scale(bandPaddingInner=0.06)
        .configure_view(stroke=None)
    )
    return drawn


def _columns(names: Sequence[str], ink: str) -> alt.X:
    """The heads of the columns: they lie where there is room, else they stand upright."""
    upright = "true" if len(names) > _LYING else _NARROW
    of_one_line = _switch(names, 18, 1)
    upright_heads = (
        f"({_PHONE} ? {of_one_line} : {_switch(names, 14, 2)})"
        if len(names) <= _OF_TWO_LINES
        else of_one_line
    )
    return alt.X(
        "column:N",
        sort=names,
        scale=alt.Scale(domain=names),
        title=None,
        axis=alt.Axis(
            orient="top",
            labelAngle=alt.expr(f"{upright} ? -90 : 0"),
            labelAlign=alt.expr(f"{upright} ? 'left' : 'center'"),
            labelBaseline=alt.expr(f"{upright} ? 'middle' : 'bottom'"),
            labelExpr=f"{upright} ? {upright_heads} : {_switch(names, 7, 3)}",
            labelLimit=240,
            labelOverlap=False,
            labelFontSize=12,
            labelColor=ink,
            ticks=False,
            domain=False,
        ),
    )


def _rows(names: Sequence[str], ink: str) -> alt.Y:
    labels = f"{_PHONE} ? {_switch(names, 13.5, 2)} : {_switch(names, 19, 2)}"
    return alt.Y(
        "row:N",
        sort=names,
        scale=alt.Scale(domain=names),
        title=None,
        axis=alt.Axis(
            labelExpr=labels,
            labelLimit=280,
            labelOverlap=False,
            labelFontSize=alt.expr(f"{_PHONE} ? 11 : 12.5"),
            labelOffset=_centred(labels),
            labelColor=ink,
            ticks=False,
            domain=False,
            labelPadding=8,
        ),
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

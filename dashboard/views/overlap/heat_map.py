"""Office × office as a heat map of pairs whose cells list them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import files
from dashboard.views.overlap.state import GRADES, VALUES, State, change, link
from dashboard.widgets import heat_table
from dashboard.widgets.heat_table import Grid, HeatCell
from queries.overlap.matrix import MatrixCell, OverlapMatrix, overlap_matrix

MOST = 16  # offices; more cannot be read in one map
_VALUES: dict[str, Callable[[MatrixCell], float]] = {
    "count": lambda cell: cell.count,
    "score": lambda cell: cell.score,
}


def show(words: Words, state: State) -> None:
    """The heat map with its heading, what its cells say, what is chosen in it, and its file."""
    matrix = ask(overlap_matrix, state.pair_filter, state.things)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    ):
        st.html(f'<div class="section">{words(f"overlap.map.{state.mode}")}</div>')
        fill("overlap_value", state.value)
        st.segmented_control(
            words("overlap.value_label"),
            VALUES,
            format_func=lambda name: words(f"overlap.value.{name}"),
            key="overlap_value",
            required=True,
            on_change=lambda: change(value=value("overlap_value")),
            label_visibility="collapsed",
        )
    st.caption(words("overlap.map_help"))
    if not matrix.cells:
        st.info(words("overlap.none"))
        return
    st.html(heat_table.html(_grid(words, state, matrix)))
    if len(matrix.offices) > MOST:
        st.caption(words("overlap.map_left_out", n=len(matrix.offices) - MOST))
    if matrix.in_no_cell:
        st.caption(plain(words("overlap.map_no_cell", n=matrix.in_no_cell)))
    files.of_matrix(words, state)


def _grid(words: Words, state: State, matrix: OverlapMatrix) -> Grid:
    names = {
        office.id: naming.in_language(words, office.name, office.english)
        for office in matrix.offices[:MOST]
    }
    drawn = [
        (row, column, cell)
        for cell in matrix.cells
        for row, column in sorted({(cell.office_a, cell.office_b), (cell.office_b, cell.office_a)})
        if row in names and column in names
    ]
    return Grid(
        [_cell(words, state, names, row, column, cell) for row, column, cell in drawn],
        list(names.values()),
        list(names.values()),
        words(f"overlap.map.{state.mode}"),
    )


def _cell(
    words: Words, state: State, names: dict[str, str], row: str, column: str, cell: MatrixCell
) -> HeatCell:
    number = _VALUES[state.value](cell)
    return HeatCell(
        names[row],
        names[column],
        number,
        f"{number:,.0f}" if number >= 10 or number == int(number) else f"{number:.1f}",
        link(words, state, one=row, other=column, page=1),
        bool(state.other) and {row, column} == {state.one, state.other},
        {
            words("overlap.one"): names[row],
            words("overlap.other"): names[column],
            words("overlap.value.count"): str(cell.count),
            **{words(f"grade.{grade}"): str(cell.by_grade[grade]) for grade in GRADES},
            words("overlap.value.score"): f"{cell.score:.2f}",
            words("overlap.money_of_cell"): (
                words.listed(figures.totals(words, cell.money)) or words("overlap.no_money")
            ),
        },
    )

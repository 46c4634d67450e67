"""How far readers are with the pairs of the page: a bar at its head, and by ministries."""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.overlap.state import State, link
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.overlap.marks import STATUSES, VERDICTS
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import scored_pairs
from queries.overlap.progress import Counted, counted_of


def show(words: Words, state: State, marks: CurrentMarks) -> None:
    """Of the pairs that grade, score and pillar leave; nothing where there are none, or where the
    marks are not known.
    """
    if marks.error:
        return
    total = counted_of(ask(scored_pairs, state.pair_filter), marks.by_pair)
    if not total.pairs:
        return
    of = {"checked": total.checked, "checking": total.checking}
    parts = "".join(
        f'<i class="{name}" style="width:{100 * count / total.pairs:.2f}%"></i>'
        for name, count in of.items()
    )
    said = words(
        "progress.line",
        checked=total.checked,
        pairs=total.pairs,
        share=f"{total.checked / total.pairs:.0%}",
        checking=total.checking,
        unchecked=total.unchecked,
        agree=total.agree,
        not_overlap=total.not_overlap,
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(
            f'<div class="progress"><div aria-hidden="true">{parts}</div><span>{said}</span></div>',
            width="content",
        )
        with st.popover(words("progress.by_offices"), type="tertiary"):
            _by_offices(words, state, marks)


def _by_offices(words: Words, state: State, marks: CurrentMarks) -> None:
    """A row for each two offices, those with most pairs first; it leads to their pairs."""
    matrix = ask(overlap_matrix, state.pair_filter)
    names = {
        office.id: naming.in_language(words, office.name, office.english)
        for office in matrix.offices
    }
    cells = sorted(matrix.cells, key=lambda cell: (-cell.count, cell.office_a, cell.office_b))
    rows: list[list[tables.Value]] = [
        [
            Cell(
                f"{names[cell.office_a]} × {names[cell.office_b]}",
                link(words, state, tab="pairs", one=cell.office_a, other=cell.office_b, page=1),
            ),
            *_figures(counted_of(cell.pairs, marks.by_pair)),
        ]
        for cell in cells
    ]
    headings = [
        words("progress.offices"),
        words("progress.pairs"),
        *(words(f"remark.status_of.{status}") for status in STATUSES),
        *(words.of("remark.short", verdict) for verdict in VERDICTS),
    ]
    tables.show_listing(words, Table(headings, rows, frozenset(range(1, 7)), headed=True), 360)


def _figures(of: Counted) -> tuple[int, ...]:
    return of.pairs, of.unchecked, of.checking, of.checked, of.agree, of.not_overlap

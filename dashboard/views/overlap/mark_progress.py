"""How far readers are with the pairs of the page: a bar at its head, and by ministries."""

from __future__ import annotations

from itertools import product

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.overlap.state import State, link
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.overlap.brief import brief_list
from queries.overlap.marks import STATUSES, VERDICTS
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import ScoredPair, scored_pairs
from queries.overlap.progress import Counted, counted_of


def show(words: Words, state: State, marks: CurrentMarks) -> None:
    """Of the pairs that grade, score and pillar leave, also with budget programmes; nothing where
    there are none, or where the marks are not known.
    """
    if marks.error:
        return
    if state.things == "measures":
        pairs = ask(scored_pairs, state.pair_filter)
        cells = tuple(
            ((cell.office_a, cell.office_b), cell.pairs)
            for cell in ask(overlap_matrix, state.pair_filter).cells
        )
    else:
        pairs, cells = _with_programmes(state)
    total = counted_of(pairs, marks.by_pair)
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
            _by_offices(words, state, cells, marks)


Cells = tuple[tuple[tuple[str, str], tuple[ScoredPair, ...]], ...]


def _with_programmes(state: State) -> tuple[tuple[ScoredPair, ...], Cells]:
    """The pairs with budget programmes, and those of each two ministries (ids)."""
    listed = ask(brief_list, state.pair_filter, state.things, state.sort)
    of_two: dict[tuple[str, str], list[ScoredPair]] = {}
    pairs = []
    for each in listed:
        pair = ScoredPair(each.a.id, each.b.id, each.score, each.grade)
        pairs.append(pair)
        two = {(min(x, y), max(x, y)) for x, y in product(each.a.ministries, each.b.ministries)}
        for a, b in {(x, y) for x, y in two if x != y} or two:
            of_two.setdefault((f"ministry:{a}", f"ministry:{b}"), []).append(pair)
    return tuple(pairs), tuple((two, tuple(of_cell)) for two, of_cell in of_two.items())


def _by_offices(words: Words, state: State, cells: Cells, marks: CurrentMarks) -> None:
    """A row for each two offices, those with most pairs first; it leads to their pairs."""
    ranked = sorted(cells, key=lambda cell: (-len(cell[1]), cell[0]))
    rows: list[list[tables.Value]] = [
        [
            Cell(
                " × ".join(naming.node_name(words, of, of.partition(":")[2]) for of in offices),
                link(words, state, tab="pairs", one=offices[0], other=offices[1], page=1),
            ),
            *_figures(counted_of(pairs, marks.by_pair)),
        ]
        for offices, pairs in ranked
    ]
    headings = [
        words("progress.offices"),
        words("progress.pairs"),
        *(words(f"remark.status_of.{status}") for status in STATUSES),
        *(words.of("remark.short", verdict) for verdict in VERDICTS),
    ]
    tables.show_listing(words, Table(headings, rows, frozenset(range(1, 7))), 360)


def _figures(of: Counted) -> tuple[int, ...]:
    return of.pairs, of.unchecked, of.checking, of.checked, of.agree, of.not_overlap

"""府省庁の重なり: which measures of different ministries do much the same for the same people, and
what holds them together.
"""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import (
    all_things,
    communities,
    connectors,
    heat_map,
    listing,
    mark_progress,
    pair,
    remark_views,
)
from dashboard.views.overlap.state import GRADES, MODES, TABS, THINGS, TOLD, State, change, current
from graph.errors import NotFound
from queries.overlap.brief import SORTS
from queries.overlap.filter import PairFilter
from queries.overlap.left_out import YEARS
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.pairs import LeftOut, left_out, scored_pairs
from queries.overview.pillars import documents_with_pillars, ministries_by_pillar

_STEP = 0.05  # of the score


def show(words: Words) -> None:
    """The whole page."""
    try:
        ask(scored_pairs, PairFilter(grade=0, mode="both"), 1)
    except NotFound as error:
        st.info(words("overlap.unscored"))
        st.caption(plain(words("empty.details", message=error)))
        return
    state = current()
    if state.wrong:
        st.warning(plain(words("overlap.wrong_address", part=words.listed(list(state.wrong)))))
    remarks = remark_views.read(words)
    if state.pair:
        pair.show(words, state, remarks)
        return
    _controls(words, state)
    _left_out(words, state)
    match state.tab:
        case "communities":
            communities.show(words, state, remarks)
        case "connectors":
            connectors.show(words, state)
        case "remarks":
            remark_views.show_all(words, remarks)
        case _ if state.things != "measures":
            mark_progress.show(words, state, remarks)
            heat_map.show(words, state)
            all_things.show(words, state, remarks)
        case _:
            mark_progress.show(words, state, remarks)
            _pairs(words, state, remarks)


def _pairs(words: Words, state: State, remarks: CurrentMarks) -> None:
    with st.container(key="overlap_pairs"):
        left, right = st.columns([1.15, 1], gap="medium")
    with left:
        heat_map.show(words, state)
    with right:
        listing.show(words, state, remarks)


def _controls(words: Words, state: State) -> None:
    """Which pairs: these hold for every tab."""
    for name in ("tab", "mode", "grade", "score"):
        fill(f"overlap_{name}", getattr(state, name))
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    ):
        st.segmented_control(
            words("overlap.tab_label"),
            TABS,
            format_func=lambda tab: words(f"overlap.tab.{tab}"),
            key="overlap_tab",
            required=True,
            wrap=True,
            on_change=_set,
            args=("tab",),
            label_visibility="collapsed",
        )
        if state.tab == "remarks":
            return
        st.segmented_control(
            words("overlap.mode_label"),
            MODES,
            format_func=lambda name: words(f"overlap.mode.{name}"),
            key="overlap_mode",
            required=True,
            wrap=True,
            help=words("overlap.mode_help"),
            on_change=_set,
            args=("mode",),
        )
    if state.tab == "pairs" and naming.holds("BudgetProgramme"):
        _things(words, state)
    _limits(words, state)


def _things(words: Words, state: State) -> None:
    """Whether budget programmes are listed, too, and in which order."""
    fill("overlap_things", state.things)
    fill("overlap_sort", state.sort)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            words("overlap_card.things_label"),
            THINGS,
            format_func=lambda name: words(f"overlap_card.things.{name}"),
            key="overlap_things",
            required=True,
            wrap=True,
            help=words("overlap_card.things_help"),
            on_change=_set,
            args=("things",),
        )
        st.selectbox(
            words("overlap_card.sort_label"),
            SORTS,
            format_func=lambda name: words(f"overlap_card.sort.{name}"),
            key="overlap_sort",
            help=words("overlap_card.sort_help"),
            on_change=_set,
            args=("sort",),
            width=240,
        )


def _limits(words: Words, state: State) -> None:
    """How much the pairs have to share, under which pillar, and whether history is among them."""
    grade, score, pillar, told = st.columns(4, gap="medium")
    fill("overlap_told", state.told)
    told.segmented_control(
        words("overlap.told_label"),
        TOLD,
        format_func=lambda name: words(f"overlap.told.{name}"),
        key="overlap_told",
        required=True,
        wrap=True,
        help=words("overlap.told_help", years=YEARS),
        on_change=_set,
        args=("told",),
    )
    grade.select_slider(
        words("overlap.grade_label"),
        GRADES,
        format_func=lambda grade: f"{grade} {words(f'grade.{grade}')}",
        key="overlap_grade",
        help=words("overlap.grade_help"),
        on_change=_set,
        args=("grade",),
    )
    score.slider(
        words("overlap.score_label"),
        0.0,
        1.0,
        step=_STEP,
        format="%.2f",
        key="overlap_score",
        help=words("overlap.score_help"),
        on_change=_set,
        args=("score",),
    )
    names = _pillars(words)
    fill("overlap_pillar", state.pillar or None)
    pillar.selectbox(
        words("overlap.pillar_label"),
        list(names),
        format_func=names.__getitem__,
        key="overlap_pillar",
        index=None,
        placeholder=words("overlap.pillar_all"),
        help=words("overlap.pillar_help"),
        on_change=_set,
        args=("pillar",),
    )


def _left_out(words: Words, state: State) -> None:
    """What no list, map or community shows."""
    counted = ask(left_out, state.pair_filter)
    if state.tab != "remarks" and counted != LeftOut(0, 0, 0):
        st.caption(
            plain(
                words(
                    "overlap.left_out",
                    superseded=counted.superseded,
                    heading=counted.heading,
                    earlier=counted.earlier,
                    years=YEARS,
                )
            )
        )


def _set(name: str) -> None:
    change(**{name: value(f"overlap_{name}") or State.__dataclass_fields__[name].default})


def _pillars(words: Words) -> dict[str, str]:
    """Pillar by id, those of the latest document first; the document is named where several have
    pillars.
    """
    documents = ask(documents_with_pillars)
    return {
        cell.pillar: " · ".join(
            [
                naming.node_name(words, cell.pillar, cell.pillar_name),
                *([naming.document_short(words, document)] if len(documents) > 1 else []),
            ]
        )
        for document in documents
        for cell in sorted(
            ask(ministries_by_pillar, document),
            key=lambda cell: naming.by_number(cell.pillar_name),
        )
    }

"""The ranked pairs of the chosen offices, a page at a time."""

from __future__ import annotations

import math
from dataclasses import replace

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import files
from dashboard.views.overlap.remark_views import filtered, sign
from dashboard.views.overlap.state import GRADES, MARKED, State, cells, change
from dashboard.widgets import pager
from queries.overlap.brief import sorted_pairs
from queries.overlap.cards import PairCard, pair_cards
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import ScoredPair, scored_pairs

_PAGE = 20  # pairs
BADGES = {0: "gray", 1: "blue", 2: "orange", 3: "red"}


def chosen(state: State, remarks: CurrentMarks) -> tuple[ScoredPair, ...]:
    """The pairs that the controls, the offices and the filter of remarks leave, best first."""
    if state.one or state.other:
        pairs = tuple(
            sorted(
                {pair for cell in cells(state) for pair in cell.pairs},
                key=lambda pair: (-pair.score, -pair.grade, pair.a, pair.b),
            )
        )
    else:
        pairs = ask(scored_pairs, state.pair_filter)
    if state.sort != "score":
        pairs = ask(sorted_pairs, pairs, state.sort)
    return filtered(state.marked, pairs, remarks)


def show(words: Words, state: State, remarks: CurrentMarks) -> None:
    """The list with its heading, the choice of offices, and its files."""
    pairs = chosen(state, remarks)
    st.html(
        f'<div class="section">{words("overlap.pairs")} <span'
        f' class="quiet">{words("overlap.pair_count", n=len(pairs))}</span></div>'
    )
    _choices(words, state, remarks)
    _cell(words, state)
    if not pairs:
        weakest = replace(state, grade=GRADES[0], score=0.0, marked=MARKED[0])
        st.info(words("overlap.none" if chosen(weakest, remarks) else "overlap.none_at_all"))
        return
    pages = math.ceil(len(pairs) / _PAGE)
    page = min(state.page, pages)
    with st.container(height=430, border=False, key="overlap_list"):
        for card in ask(pair_cards, pairs[(page - 1) * _PAGE : page * _PAGE]):
            st.button(
                label(words, card, remarks),
                key=f"pair-{card.a.id}-{card.b.id}",
                type="tertiary",
                on_click=change,
                kwargs={"pair": (card.a.id, card.b.id)},
            )
    pager.show(words, "overlap", page, pages, change)
    files.of_pairs(words, state, pairs, remarks)


def label(words: Words, card: PairCard, remarks: CurrentMarks) -> str:
    """Score, grade, both titles, both offices, and what a reader remarks."""
    offices = " × ".join(
        words.listed(
            [
                naming.in_language(words, office.name, office.english)
                for office in card.offices(side)
            ]
        )
        or "–"
        for side in (card.a, card.b)
    )
    mark = sign(words, remarks.by_pair.get((card.a.id, card.b.id)))
    return (
        f"**{card.score:.2f}** :{BADGES[card.grade]}-badge[{card.grade}"
        f" {words(f'grade.{card.grade}')}]"
        f" {mark}{plain(card.a.title)} ⇄ {plain(card.b.title)} :gray[{plain(offices)}]"
    )


def _choices(words: Words, state: State, remarks: CurrentMarks) -> None:
    """The offices, for those who do not click in the map, and the filter of remarks (which lets all
    pass while these cannot be read).
    """
    names = {
        office.id: naming.in_language(words, office.name, office.english)
        for office in ask(overlap_matrix, state.pair_filter).offices
    }
    for name in ("one", "other"):  # of the address, where the filters leave none of its pairs
        if (office := getattr(state, name)) and office not in names:
            names[office] = naming.node_name(words, office, office.partition(":")[2])
    for column, name in zip(st.columns(3), ("one", "other", "marked"), strict=True):
        if name == "marked":
            fill("overlap_marked", MARKED[0] if remarks.error else state.marked)
            column.selectbox(
                words("overlap.marked_label"),
                MARKED,
                format_func=lambda name: words(f"overlap.marked.{name}"),
                key="overlap_marked",
                on_change=_set,
                args=(name,),
                disabled=bool(remarks.error),
            )
        else:
            fill(f"overlap_{name}", getattr(state, name) or None)
            column.selectbox(
                words(f"overlap.{name}"),
                list(names),
                format_func=names.__getitem__,
                key=f"overlap_{name}",
                index=None,
                placeholder=words("overlap.any_office"),
                on_change=_set,
                args=(name,),
            )


def _set(name: str) -> None:
    change(**{name: value(f"overlap_{name}") or ""})


def _cell(words: Words, state: State) -> None:
    """The figures of the two offices that are chosen."""
    if not (state.one and state.other):
        return
    for cell in cells(state):
        grades = words.listed(
            [
                f"{words(f'grade.{grade}')} {cell.by_grade[grade]}"
                for grade in GRADES
                if cell.by_grade[grade]
            ]
        )
        money = words.listed(figures.totals(words, cell.money)) or words("overlap.no_money")
        st.caption(
            plain(words("overlap.cell", grades=grades, score=f"{cell.score:.1f}", money=money))
        )

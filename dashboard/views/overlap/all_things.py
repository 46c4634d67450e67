"""The list of pairs with budget programmes, a page at a time: by score, money or execution."""

from __future__ import annotations

import math

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap.remark_views import passes, sign
from dashboard.views.overlap.state import MARKED, State, change
from dashboard.widgets import pager
from dashboard.widgets.saving import save
from graph.files.csv_file import csv_bytes
from graph.files.spreadsheets import Sheet, xlsx_bytes
from queries.overlap.brief import BriefPair, brief_list
from queries.overlap.brief_sides import BriefSide
from queries.overlap.brief_table import brief_sheet, question
from queries.overlap.marks import pair_ids
from queries.overlap.marks_file import CurrentMarks

_PAGE = 20  # pairs
_BADGES = {0: "gray", 1: "blue", 2: "orange", 3: "red"}


def chosen(state: State, marks: CurrentMarks) -> tuple[BriefPair, ...]:
    """The pairs that the controls, the ministries and the filter of marks leave, in the order that
    is chosen.
    """
    if state.things == "measures":
        return ()
    pairs = ask(brief_list, state.pair_filter, state.things, state.sort)
    wanted = [office.partition(":")[2] for office in (state.one, state.other) if office]
    return tuple(
        pair
        for pair in pairs
        if _is_of(pair, wanted) and passes(state.marked, (pair.a.id, pair.b.id), marks)
    )


def _is_of(pair: BriefPair, wanted: list[str]) -> bool:
    """Whether each of the ministries is of a side of its own."""
    a, b = pair.a.ministries, pair.b.ministries
    if len(wanted) < 2:
        return all(name in a or name in b for name in wanted)
    first, second = wanted
    return (first in a and second in b) or (first in b and second in a)


def show(words: Words, state: State, marks: CurrentMarks) -> None:
    """The list with the choice of ministries, and its file."""
    pairs = chosen(state, marks)
    count = escaped(words("overlap.pair_count", n=f"{len(pairs):,}"))
    st.html(
        f'<div class="section">{words("overlap_card.pairs")} <span class="quiet">{count}</span>'
        "</div>"
    )
    _ministries(words, state, marks)
    if not pairs:
        st.info(words("overlap_card.none"))
        return
    pages = math.ceil(len(pairs) / _PAGE)
    page = min(state.page, pages)
    with st.container(border=False, key="overlap_all_things"):
        for pair in pairs[(page - 1) * _PAGE : page * _PAGE]:
            st.button(
                _label(words, pair, marks),
                key=f"pair-{pair.a.id}-{pair.b.id}",
                type="tertiary",
                on_click=change,
                kwargs={"pair": (pair.a.id, pair.b.id)},
            )
    pager.show(words, "overlap", page, pages, change)
    with st.container(horizontal=True, gap="medium"):
        save(words("save.csv"), "overlap-all.csv", lambda: _csv(words, state, pairs))
        save(words("save.xlsx"), "overlap-all.xlsx", lambda: _xlsx(words, state, pairs))


def escaped(text: str) -> str:
    return text.replace("<", "&lt;")


def _ministries(words: Words, state: State, marks: CurrentMarks) -> None:
    one, other, marked = st.columns(3)
    pairs = ask(brief_list, state.pair_filter, state.things, state.sort)
    names: dict[str, str] = {}
    for pair in pairs:
        for side in (pair.a, pair.b):
            for name, english in zip(side.ministries, side.english, strict=True):
                names[f"ministry:{name}"] = naming.in_language(words, name, english)
    options = sorted(names, key=names.__getitem__)
    for column, name in ((one, "one"), (other, "other")):
        held = getattr(state, name)
        if held and held not in names:
            names[held] = naming.node_name(words, held, held.partition(":")[2])
            options.append(held)
        fill(f"overlap_all_{name}", held or None)
        column.selectbox(
            words(f"overlap.{name}"),
            options,
            format_func=names.__getitem__,
            key=f"overlap_all_{name}",
            index=None,
            placeholder=words("overlap.any_office"),
            on_change=_set,
            args=(name,),
        )
    fill("overlap_all_marked", MARKED[0] if marks.error else state.marked)
    marked.selectbox(
        words("overlap.marked_label"),
        MARKED,
        format_func=lambda name: words(f"overlap.marked.{name}"),
        key="overlap_all_marked",
        on_change=_set,
        args=("marked",),
        disabled=bool(marks.error),
    )


def _set(name: str) -> None:
    change(**{name: value(f"overlap_all_{name}") or ""})


def _label(words: Words, pair: BriefPair, marks: CurrentMarks) -> str:
    badge = f":{_BADGES[pair.grade]}-badge[{pair.grade} {words(f'grade.{pair.grade}')}]"
    sides = " ⇄ ".join(_side(words, side) for side in (pair.a, pair.b))
    mark = sign(words, marks.by_pair.get(pair_ids(pair.a.id, pair.b.id)))
    return f"**{pair.score:.2f}** {badge} {mark}{sides}"


def _side(words: Words, side: BriefSide) -> str:
    ministries = side.ministries if words.language == "ja" else side.english
    facts = [words.listed(list(ministries)) or "–"]
    if side.yen is not None:
        year = words("overlap_card.year", year=side.year) if side.year else ""
        facts.append(f"{year} {figures.about(words, side.yen)}".strip())
    if side.execution is not None:
        rate = f"{side.execution:.0%}"
        facts.append(words("overlap_card.executed", rate=rate, year=side.execution_year))
    return f"{plain(side.name)} :gray[{plain(words.listed(facts))}]"


def _sheet(words: Words, state: State, pairs: tuple[BriefPair, ...]) -> Sheet:
    asked = question(state.pair_filter, state.things, state.sort, len(pairs), words.language)
    return brief_sheet(pairs, asked, words.language)


def _xlsx(words: Words, state: State, pairs: tuple[BriefPair, ...]) -> bytes:
    return xlsx_bytes([_sheet(words, state, pairs)])


def _csv(words: Words, state: State, pairs: tuple[BriefPair, ...]) -> bytes:
    sheet = _sheet(words, state, pairs)
    return csv_bytes(sheet.headings, sheet.rows)

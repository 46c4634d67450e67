"""Readers' marks: read once for the whole page; signs and filter of the list, the list of all, and
marks from files.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import files
from dashboard.views.overlap.mark_form import SIGNS, UNKEPT, WHY, by, mark_line, path, when
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from graph.errors import ShisakuError
from queries.measure.former_ids import former_ids
from queries.overlap import marks_file
from queries.overlap.marks import STATUSES, Mark, pair_ids, status_of
from queries.overlap.marks_completed import completed, known_of
from queries.overlap.marks_exchange import Merged, ids_in, offered_in, take_in
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.marks_refused import NoMark
from queries.overlap.pairs import ScoredPair

_SHOWN = 5  # lines that are skipped or refused
_TAKEN = "overlap_taken_in"


def read(words: Words) -> CurrentMarks:
    """What readers say of pairs; one line on the page where that cannot be read, of lines that are
    skipped, and as long as something could not be kept.
    """
    marks = marks_file.current(path(), ask(former_ids))
    if marks.error:
        st.error(plain(words("remark.damaged", message=marks.error)))
    elif st.session_state.get(UNKEPT):
        st.error(plain(words("remark.failed", message=st.session_state[WHY])))
    if marks.damaged:
        st.warning(plain(words("remark.skipped", lines=_some(words, _told(words, marks.damaged)))))
    return marks


def _told(words: Words, lines: Sequence[NoMark]) -> list[str]:
    return [line.japanese if words.language == "ja" else str(line) for line in lines]


def _some(words: Words, lines: Sequence[str]) -> str:
    more = len(lines) - _SHOWN
    return "; ".join([*lines[:_SHOWN], *([words("remark.more", n=more)] if more > 0 else [])])


def filtered(
    marked: str, pairs: Sequence[ScoredPair], marks: CurrentMarks
) -> tuple[ScoredPair, ...]:
    """The pairs that a filter of marks (state.MARKED) leaves: all of them while the marks are not
    known.
    """
    return tuple(pair for pair in pairs if passes(marked, (pair.a, pair.b), marks))


def passes(marked: str, ids: tuple[str, str], marks: CurrentMarks) -> bool:
    """Whether a filter of marks lets the pair of these two through."""
    if marked == "all" or marks.error:
        return True
    mark = marks.by_pair.get(pair_ids(*ids))
    if marked in STATUSES:
        return status_of(mark) == marked
    return bool(mark) if marked == "marked" else not mark or mark.verdict != "not_overlap"


def sign(words: Words, mark: Mark | None) -> str:
    """For a list: how far a reader is with a pair, and what is made of it; empty where nobody said
    anything.
    """
    if not mark:
        return ""
    note = f" {SIGNS[None]}" if mark.text else ""
    return (
        f"**{plain(mark_line(words, mark))}{note}** {f'({plain(mark.who)}) ' if mark.who else ''}"
    )


def show_all(words: Words, marks: CurrentMarks) -> None:
    """All that is said, the latest first, its files, and marks from a file; nothing where that
    cannot be read.
    """
    if marks.error:
        return
    latest_first = sorted(
        marks.by_pair.items(), key=lambda item: (item[1].at, item[0]), reverse=True
    )
    st.html(
        f'<div class="section">{words("remark.all")} <span'
        f' class="quiet">{words("overlap.pair_count", n=len(latest_first))}</span></div>'
    )
    st.caption(plain(words("remark.help", file=path(), variable=marks_file.VARIABLE)))
    if latest_first:
        rows: list[list[tables.Value]] = [
            [
                mark_line(words, mark),
                Cell(
                    f"{mark.title_a or pair[0]} ⇄ {mark.title_b or pair[1]}",
                    address.link("overlap", words.language, pair=pair),
                ),
                mark.text,
                f"{mark.grade} {words(f'grade.{mark.grade}')} · {mark.score:.2f}",
                by(words, mark),
                when(mark),
            ]
            for pair, mark in latest_first
        ]
        columns = ("verdict", "pair", "text", "then", "who", "at")
        headings = [words(f"remark.column.{name}") for name in columns]
        tables.show_listing(words, Table(headings, rows), 560)
        files.of_remarks(words, latest_first, tuple(chain(*marks.histories.values())))
    _take_in(words)


def _take_in(words: Words) -> None:
    """Marks from a file: merged with those that are kept."""
    with st.expander(words("remark.import")):
        st.caption(plain(words("remark.import_help")))
        given = st.file_uploader(
            words("remark.import"),
            type=["jsonl", "csv"],
            key="overlap_marks_given",
            max_upload_size=marks_file.LARGEST_FILE // 1024**2,
            label_visibility="collapsed",
        )
        st.button(
            words("remark.import_now"),
            key="overlap_marks_take_in",
            disabled=given is None,
            on_click=_taken_in,
            args=(words,),
        )
        if told_ := st.session_state.pop(_TAKEN, None):
            how, text = told_
            {"all": st.success, "some": st.warning, "none": st.error}[how](plain(text))


def _taken_in(words: Words) -> None:
    given = st.session_state["overlap_marks_given"]
    try:
        offer = offered_in(given.getvalue(), given.name)
        ids = ids_in(offer.marks, present := ask(former_ids))
        known = ask(known_of, ids)
        merged = take_in(path(), completed(offer, present, known), present)
        unknown = tuple(id_ for id_ in ids if id_ not in known.titles)
    except ShisakuError as error:
        st.session_state[_TAKEN] = ("none", words("remark.import_failed", message=error))
    else:
        how = "some" if merged.refused else "all"
        st.session_state[_TAKEN] = (how, _merged(words, merged, unknown))


def _merged(words: Words, merged: Merged, unknown: Sequence[str]) -> str:
    said = [
        words(
            "remark.imported",
            new=merged.new,
            older=merged.older,
            known=merged.known,
            refused=len(merged.refused),
        )
    ]
    if merged.refused:
        said.append(_some(words, _told(words, merged.refused)))
    if unknown:
        said.append(words("remark.unknown", ids=_some(words, unknown)))
    return " ".join(said)

"""Readers' remarks: read once for the whole page; the form beside a pair, signs and filter of the
list, the list of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import files as overlap_saves
from dashboard.views.overlap import remarks_file
from dashboard.views.overlap.remarks_file import Remark, Said
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from graph.errors import ShisakuError
from graph.opening import store_uri
from queries.measure.former_ids import former_ids
from queries.overlap.cards import PairCard
from queries.overlap.pairs import ScoredPair

_LONGEST = 1000  # characters
_SIGNS = {"agree": "✓", "not_overlap": "✕", None: "✎"}
_UNKEPT, _WHY = (
    "overlap_unkept",
    "overlap_unkept_why",
)  # what could not be kept, by the widget that says it; why the last of it could not


def read(words: Words) -> Said:
    """What readers say of pairs; one line on the page where that cannot be read, or as long as
    something could not be kept.
    """
    said = remarks_file.said(remarks_file.remarks_file(store_uri()), ask(former_ids))
    if said.error:
        st.error(plain(words("remark.damaged", message=said.error)))
    elif st.session_state.get(_UNKEPT):
        st.error(plain(words("remark.failed", message=st.session_state[_WHY])))
    return said


def left(marked: str, pairs: Sequence[ScoredPair], said: Said) -> tuple[ScoredPair, ...]:
    """The pairs that a filter of remarks (overlap_state.MARKED) leaves: all of them while it is not
    known what is said.
    """
    if marked == "all" or said.error:
        return tuple(pairs)
    if marked == "marked":
        return tuple(pair for pair in pairs if (pair.a, pair.b) in said.by_pair)
    refused = {ids for ids, remark in said.by_pair.items() if remark.verdict == "not_overlap"}
    return tuple(pair for pair in pairs if (pair.a, pair.b) not in refused)


def sign(words: Words, remark: Remark | None) -> str:
    """A sign for a list: a reader agrees, does not, or wrote something; empty where nobody did."""
    return (
        f"**{_SIGNS[remark.verdict]} {words.of('remark.short', remark.verdict or 'note')}** "
        if remark
        else ""
    )


def show(words: Words, card: PairCard, said: Said) -> None:
    """The verdict and the text on a pair; each is kept as soon as it is changed. What could not be
    kept stays in its field, to be tried again.
    """
    pair = (card.a.id, card.b.id)
    remark = said.by_pair.get(pair)
    unkept, seen = st.session_state.setdefault(_UNKEPT, {}), remark.text if remark else ""
    verdict, text = f"remark-{pair[0]}-{pair[1]}-verdict", f"remark-{pair[0]}-{pair[1]}-text"
    fill(verdict, unkept.get(verdict, remark.verdict if remark else None))
    fill(text, unkept.get(text, seen))
    st.html(f'<div class="section">{words("remark.heading")}</div>')
    st.segmented_control(
        words("remark.verdict"),
        remarks_file.VERDICTS,
        format_func=lambda each: f"{_SIGNS[each]} {words(f'remark.{each}')}",
        key=verdict,
        on_change=_changed,
        args=(card, {"verdict": verdict}, seen),
        disabled=bool(said.error),
        label_visibility="collapsed",
    )
    st.text_area(
        words("remark.text"),
        key=text,
        max_chars=max(_LONGEST, len(seen)),
        height=110,
        placeholder=words("remark.placeholder"),
        on_change=_changed,
        args=(card, {"text": text}, seen),
        disabled=bool(said.error),
    )
    if again := {
        what: key for what, key in (("verdict", verdict), ("text", text)) if key in unkept
    }:
        st.button(
            words("remark.again"),
            key="remark_again",
            on_click=_changed,
            args=(card, again, seen),
            disabled=bool(said.error),
        )
    else:
        st.caption(
            words("remark.kept", when=_when(remark.at))
            if remark
            else words("remark.nothing", file=plain(str(remarks_file.remarks_file(store_uri()))))
        )


def _changed(card: PairCard, changed: Mapping[str, str], seen: str) -> None:
    """Keeps what the widgets say of a verdict or a text; `seen` is the text that stood there."""
    told = {
        what: (value(key) or "").strip() if what == "text" else value(key)
        for what, key in changed.items()
    }
    pair = Remark(
        a=card.a.id,
        b=card.b.id,
        title_a=card.a.title,
        title_b=card.b.title,
        score=card.score,
        grade=card.grade,
        at=remarks_file.now(),
    )
    unkept = st.session_state[_UNKEPT]
    try:
        remarks_file.change(
            remarks_file.remarks_file(store_uri()), pair, ask(former_ids), told, seen
        )
    except ShisakuError as error:
        unkept |= {changed[what]: said for what, said in told.items()}
        st.session_state[_WHY] = str(error)
    else:
        for key in changed.values():
            unkept.pop(key, None)


def _when(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def show_all(words: Words, said: Said) -> None:
    """All that is said, the latest first, and its files; nothing where that cannot be read."""
    if said.error:
        return
    there = sorted(said.by_pair.items(), key=lambda each: (each[1].at, each[0]), reverse=True)
    st.html(
        f'<div class="section">{words("remark.all")} <span'
        f' class="quiet">{words("overlap.pair_count", n=len(there))}</span></div>'
    )
    st.caption(
        plain(
            words(
                "remark.help",
                file=remarks_file.remarks_file(store_uri()),
                variable=remarks_file.VARIABLE,
            )
        )
    )
    if not there:
        return
    rows: list[list[tables.Value]] = [
        [
            (
                f"{_SIGNS[remark.verdict]}"
                f" {words(f'remark.{remark.verdict}') if remark.verdict else ''}"
            ),
            Cell(
                f"{remark.title_a} ⇄ {remark.title_b}",
                address.link("overlap", words.language, pair=pair),
            ),
            remark.text,
            f"{remark.grade} {words(f'grade.{remark.grade}')} · {remark.score:.2f}",
            _when(remark.at),
        ]
        for pair, remark in there
    ]
    tables.show_listing(
        words,
        Table(
            [words(f"remark.column.{name}") for name in ("verdict", "pair", "text", "then", "at")],
            rows,
        ),
        560,
    )
    overlap_saves.remarks(words, there)

"""Readers' remarks: read once for the whole page; the form beside a pair, signs and filter of the
list, the list of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import files, remarks_file
from dashboard.views.overlap.remarks_file import CurrentRemarks, Remark
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from graph.errors import ShisakuError
from graph.opening import store_uri
from queries.measure.former_ids import former_ids
from queries.overlap.cards import PairCard
from queries.overlap.pairs import ScoredPair

_LONGEST = 1000  # characters
_SIGNS = {"agree": "✓", "not_overlap": "✕", None: "✎"}
# what could not be kept, by the widget that says it; why the last of it could not
_UNKEPT, _WHY = "overlap_unkept", "overlap_unkept_why"


def read(words: Words) -> CurrentRemarks:
    """What readers say of pairs; one line on the page where that cannot be read, or as long as
    something could not be kept.
    """
    remarks = remarks_file.current(_path(), ask(former_ids))
    if remarks.error:
        st.error(plain(words("remark.damaged", message=remarks.error)))
    elif st.session_state.get(_UNKEPT):
        st.error(plain(words("remark.failed", message=st.session_state[_WHY])))
    return remarks


def filtered(
    marked: str, pairs: Sequence[ScoredPair], remarks: CurrentRemarks
) -> tuple[ScoredPair, ...]:
    """The pairs that a filter of remarks (state.MARKED) leaves: all of them while the remarks are
    not known.
    """
    if marked == "all" or remarks.error:
        return tuple(pairs)
    if marked == "marked":
        return tuple(pair for pair in pairs if (pair.a, pair.b) in remarks.by_pair)
    refused = {ids for ids, remark in remarks.by_pair.items() if remark.verdict == "not_overlap"}
    return tuple(pair for pair in pairs if (pair.a, pair.b) not in refused)


def sign(words: Words, remark: Remark | None) -> str:
    """A sign for a list: a reader agrees, does not, or wrote something; empty where nobody did."""
    return (
        f"**{_SIGNS[remark.verdict]} {words.of('remark.short', remark.verdict or 'note')}** "
        if remark
        else ""
    )


def show(words: Words, card: PairCard, remarks: CurrentRemarks) -> None:
    """The verdict and the text on a pair; each is kept as soon as it is changed. What could not be
    kept stays in its field, to be tried again.
    """
    pair = (card.a.id, card.b.id)
    remark = remarks.by_pair.get(pair)
    unkept = st.session_state.setdefault(_UNKEPT, {})
    seen = remark.text if remark else ""
    verdict, text = f"remark-{pair[0]}-{pair[1]}-verdict", f"remark-{pair[0]}-{pair[1]}-text"
    fill(verdict, unkept.get(verdict, remark.verdict if remark else None))
    fill(text, unkept.get(text, seen))
    st.html(f'<div class="section">{words("remark.heading")}</div>')
    st.segmented_control(
        words("remark.verdict"),
        remarks_file.VERDICTS,
        format_func=lambda name: f"{_SIGNS[name]} {words(f'remark.{name}')}",
        key=verdict,
        on_change=_changed,
        args=(card, {"verdict": verdict}, seen),
        disabled=bool(remarks.error),
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
        disabled=bool(remarks.error),
    )
    if again := {
        what: key for what, key in (("verdict", verdict), ("text", text)) if key in unkept
    }:
        st.button(
            words("remark.again"),
            key="remark_again",
            on_click=_changed,
            args=(card, again, seen),
            disabled=bool(remarks.error),
        )
    else:
        st.caption(
            words("remark.kept", when=_when(remark.at))
            if remark
            else words("remark.nothing", file=plain(str(_path())))
        )


def _changed(card: PairCard, changed: Mapping[str, str], seen: str) -> None:
    """Keeps what the widgets say of a verdict or a text; `seen` is the text that stood there."""
    new = {
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
        remarks_file.change(_path(), pair, ask(former_ids), new, seen)
    except ShisakuError as error:
        unkept |= {changed[what]: entry for what, entry in new.items()}
        st.session_state[_WHY] = str(error)
    else:
        for key in changed.values():
            unkept.pop(key, None)


def _path() -> Path:
    """The file of the remarks on this graph."""
    return remarks_file.path_of(store_uri())


def _when(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def show_all(words: Words, remarks: CurrentRemarks) -> None:
    """All that is said, the latest first, and its files; nothing where that cannot be read."""
    if remarks.error:
        return
    latest_first = sorted(
        remarks.by_pair.items(), key=lambda item: (item[1].at, item[0]), reverse=True
    )
    st.html(
        f'<div class="section">{words("remark.all")} <span'
        f' class="quiet">{words("overlap.pair_count", n=len(latest_first))}</span></div>'
    )
    st.caption(plain(words("remark.help", file=_path(), variable=remarks_file.VARIABLE)))
    if not latest_first:
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
        for pair, remark in latest_first
    ]
    tables.show_listing(
        words,
        Table(
            [words(f"remark.column.{name}") for name in ("verdict", "pair", "text", "then", "at")],
            rows,
        ),
        560,
    )
    files.of_remarks(words, latest_first)

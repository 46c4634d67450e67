"""Readers' remarks: the form beside a pair, and the list of all."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from dashboard import address, reading, remarks, tables
from dashboard.remarks import Remark
from dashboard.tables import Cell, Table
from dashboard.texts import Words
from dashboard.views import overlap_said, overlap_saves
from dashboard.views.explorer_card import plain
from dashboard.views.overlap_state import State
from graph.errors import ShisakuError
from graph.store import store_uri
from queries.former_ids import former_ids
from queries.overlap_cards import PairCard

_LONGEST = 1000  # characters


def show(words: Words, card: PairCard, readable: bool) -> None:
    """The verdict and the text on a pair; each is kept as soon as it is changed."""
    pair = (card.a.id, card.b.id)
    remark = overlap_said.said().get(pair)
    key = f"remark-{pair[0]}-{pair[1]}"
    st.session_state[f"{key}-verdict"], st.session_state[f"{key}-text"] = (remark.verdict, remark.text) if remark else (None, "")
    st.html(f'<div class="section">{words("remark.heading")}</div>')
    st.segmented_control(words("remark.verdict"), remarks.VERDICTS, format_func=lambda each: f"{overlap_said.SIGNS[each]} {words(f'remark.{each}')}", key=f"{key}-verdict",
                         on_change=_changed, args=(card, "verdict", f"{key}-verdict"), disabled=not readable, label_visibility="collapsed")
    st.text_area(words("remark.text"), key=f"{key}-text", max_chars=_LONGEST, height=110, placeholder=words("remark.placeholder"), on_change=_changed,
                 args=(card, "text", f"{key}-text"), disabled=not readable)
    st.caption(words("remark.kept", when=_when(remark.at)) if remark else words("remark.nothing", file=plain(str(remarks.remarks_file(store_uri())))))


def _changed(card: PairCard, what: str, key: str) -> None:
    value = st.session_state[key]
    pair = Remark(a=card.a.id, b=card.b.id, title_a=card.a.title, title_b=card.b.title, score=card.score, grade=card.grade, at=remarks.now())
    try:
        remarks.change(remarks.remarks_file(store_uri()), pair, reading.ask(former_ids), {what: value.strip() if what == "text" else value})
    except ShisakuError as error:
        st.session_state[overlap_said.FAILED] = str(error)


def _when(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def show_all(words: Words, state: State) -> None:
    """All that is said, the latest first, and its files."""
    there = sorted(overlap_said.said().items(), key=lambda each: (each[1].at, each[0]), reverse=True)
    st.html(f'<div class="section">{words("remark.all")} <span class="quiet">{words("overlap.pair_count", n=len(there))}</span></div>')
    st.caption(plain(words("remark.help", file=remarks.remarks_file(store_uri()), variable=remarks.VARIABLE)))
    if not there:
        return
    rows: list[list[tables.Value]] = [
        [f"{overlap_said.SIGNS[remark.verdict]} {words(f'remark.{remark.verdict}') if remark.verdict else ''}",
         Cell(f"{remark.title_a} ⇄ {remark.title_b}", address.link("overlap", words.language, pair=pair)), remark.text,
         f"{remark.grade} {words(f'grade.{remark.grade}')} · {remark.score:.2f}", _when(remark.at)] for pair, remark in there]
    tables.show_listing(words, Table([words(f"remark.column.{name}") for name in ("verdict", "pair", "text", "then", "at")], rows), 560)
    overlap_saves.remarks(words, there)

"""The calls of a measure: open now until when."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.bonus.windows import today
from queries.calls.calls import Call, CallOnDay, calls_of

_AREAS = 3  # prefectures that a cell names
_SHOWN = 12  # calls, the open ones first


def show(words: Words, measure: str) -> None:
    """The calls of a measure as they stand today; nothing where there is none."""
    answer = ask(calls_of, measure, today())
    if not answer.calls:
        return
    shown = answer.calls[:_SHOWN]
    st.html(f'<div class="section">{escape(words("call.heading"))}</div>')
    tables.show(
        Table(
            [words(f"call.{name}") for name in ("state", "title", "cap", "area")],
            [_row(words, each) for each in shown],
            numeric=frozenset({2}),
        )
    )
    saved = max(each.call.fetched_at for each in shown)[:10]
    rest = len(answer.calls) - len(shown)
    more = [words("call.more", n=rest)] if rest else []
    source = words("call.source", day=figures.day(words, saved))
    st.caption(plain(words.listed([*more, source])))


def _row(words: Words, each: CallOnDay) -> list[tables.Value]:
    call = each.call
    return [
        state_text(words, each),
        Cell(call.title, call.url, note=call.code),
        "" if call.cap is None else figures.yen(words, call.cap),
        _where(words, call),
    ]


def state_text(words: Words, each: CallOnDay) -> str:
    """公募中（2026年9月9日 17:00 まで）, open now until …, or how else it stands."""
    call = each.call
    until = figures.day(words, call.closes) if call.closes else ""
    if each.state == "open":
        return words("call.open", until=" ".join(filter(None, (until, call.closes_at))))
    if each.state == "opens" and call.opens:
        return words("call.opens", day=figures.day(words, call.opens))
    if each.state == "closed":
        return words("call.closed", day=until)
    return words("call.not_told")


def _where(words: Words, call: Call) -> str:
    if call.is_nationwide:
        return words("call.nationwide")
    rest = len(call.areas) - _AREAS
    more = [words("call.more", n=rest)] if rest > 0 else []
    return words.listed([*call.areas[:_AREAS], *more])

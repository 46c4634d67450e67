"""The recipients that the filters leave, a page at a time, with what each ministry paid them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.recipients import matrix
from dashboard.views.recipients.state import State, change, choose
from dashboard.widgets import choices, pager, tables
from dashboard.widgets.saving import save
from dashboard.widgets.tables import Table, csv_bytes
from graph.language.fold import fold
from queries.programmes.paid import PaidRecipient, group_of, paid_recipients

_PAGE = 20  # recipients
_FILE = ("name", "kind", "number", "year", "sum", "ministries", "ministry", "paid")


def chosen(state: State) -> tuple[PaidRecipient, ...]:
    """The recipients that the controls ask for, the one paid most first, or of one ministry the one
    that it paid most.
    """
    searched = [fold(word) for word in state.words.split()]
    found = [
        each
        for each in ask(paid_recipients)
        if group_of(each) == state.group
        and len(each.ministries) >= state.least
        and (not state.ministry or state.ministry in dict(each.ministries))
        and all(word in fold(f"{each.name}\n{each.corporate_number or ''}") for word in searched)
    ]
    if state.ministry:
        found.sort(key=lambda each: -dict(each.ministries)[state.ministry])
    return tuple(found)


def show(words: Words, state: State) -> None:
    """How many there are, the matrix, and its file."""
    found = chosen(state)
    st.html(f'<div class="section">{words("recipients.count", n=f"{len(found):,}")}</div>')
    if not found:
        st.info(words("recipients.none"))
        return
    years = {each.sheet - 1 for each in found}
    st.caption(plain(words("recipients.help", year="・".join(map(str, sorted(years))))))
    pages = math.ceil(len(found) / _PAGE)
    page = min(state.page, pages)
    shown = found[(page - 1) * _PAGE : page * _PAGE]
    choices.show(matrix.html(words, state, shown), "recipients_hits", choose)
    pager.show(words, "recipients", page, pages, change)
    save(words("save.csv"), "recipients.csv", lambda: csv_bytes(_file(words, found)))


def _file(words: Words, found: Sequence[PaidRecipient]) -> Table:
    """A row a recipient and ministry."""
    lines: list[list[tables.Value]] = [
        [
            each.name,
            words.of("recipient_kind", each.kind),
            each.corporate_number,
            each.sheet - 1,
            each.yen,
            len(each.ministries),
            naming.ministry_name(words, ministry),
            yen,
        ]
        for each in found
        for ministry, yen in each.ministries
    ]
    return Table([words(f"recipients_file.{heading}") for heading in _FILE], lines)

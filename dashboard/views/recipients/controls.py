"""The search field and the filters above the list of recipients."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.words import Words
from dashboard.views.recipients.state import LEAST, State, change
from queries.programmes.paid import GROUPS, group_of, paid_recipients


def show(words: Words, state: State) -> None:
    """All of them; what was changed is put into the address."""
    search, ministry, least = st.columns([2.4, 1, 1])
    with search:
        st.text_input(
            words("recipients.search"),
            key=fill("recipients_words", state.words),
            placeholder=words("recipients.placeholder"),
            on_change=lambda: change(words=value("recipients_words").strip()),
        )
    with ministry:
        _ministries(words, state)
    with least:
        st.selectbox(
            words("recipients.least"),
            LEAST,
            format_func=lambda n: (
                words("recipients.least_of_one") if n == 1 else words("recipients.least_of", n=n)
            ),
            key=fill("recipients_least", state.least if state.least in LEAST else LEAST[0]),
            on_change=lambda: change(least=value("recipients_least")),
        )
    counts = Counter(group_of(each) for each in ask(paid_recipients))
    st.segmented_control(
        words("recipients.kinds"),
        GROUPS,
        format_func=lambda group: words(
            "sheets.counted", name=words(f"recipients.group.{group}"), n=f"{counts[group]:,}"
        ),
        key=fill("recipients_group", state.group),
        required=True,
        on_change=lambda: change(group=value("recipients_group")),
        label_visibility="collapsed",
    )


def _ministries(words: Words, state: State) -> None:
    """Those that pay most recipients first."""
    counts = Counter(name for each in ask(paid_recipients) for name, _ in each.ministries)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    st.selectbox(
        words("recipients.ministry"),
        ordered,
        format_func=lambda name: words(
            "sheets.counted", name=naming.ministry_name(words, name), n=f"{counts[name]:,}"
        ),
        key=fill("recipients_ministry", state.ministry or None),
        index=None,
        placeholder=words("sheets.any"),
        on_change=lambda: change(ministry=value("recipients_ministry") or ""),
    )

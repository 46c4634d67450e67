"""The search field and the filters above the list of programmes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.words import Words
from dashboard.views.programmes.state import (
    EXECUTIONS,
    ONLY,
    ORDERS,
    SIZES,
    State,
    change,
    clear,
)
from queries.programmes.listing import ListedProgramme, all_programmes

_LAWS = 200  # laws that the choice offers
Choices = Mapping[str, str]  # what is chosen -> how it is called


def show(words: Words, state: State) -> None:
    """All of them; what was changed is put into the address."""
    programmes = ask(all_programmes)
    with st.container(key="programme_search"):
        search, order = st.columns([3, 1])
        with search:
            _typed(words, state.words)
        with order:
            _one(words("programmes.sort"), "order", state.order, _orders(words), None)
    chosen = {
        "office": (state.office, _offices(words, programmes)),
        "law": (state.law, _laws(words, programmes, state.law)),
        "method": (state.method, _counted(words, _methods(programmes), _method(words))),
        "size": (state.size, {size: words(f"size.{size}") for size in SIZES}),
        "executed": (state.executed, {each: words(f"execution.{each}") for each in EXECUTIONS}),
        "verdict": (state.verdict, _counted(words, _verdicts(programmes), _verdict(words))),
    }
    with st.container(key="programme_filters"):
        for column, (name, (now, choices)) in zip(
            st.columns(len(chosen)), chosen.items(), strict=True
        ):
            with column:
                _one(words(f"programmes.{name}"), name, now, choices, words("sheets.any"))
    fill("programmes_only", list(state.only))
    st.pills(
        words("programmes.only_label"),
        ONLY,
        selection_mode="multi",
        format_func=lambda each: words(f"programmes.only.{each}"),
        key="programmes_only",
        on_change=lambda: change(only=tuple(value("programmes_only"))),
        label_visibility="collapsed",
        wrap=True,
    )
    if state.filter != State().filter:
        st.button(
            words("programmes.reset"), key="programmes_reset", type="tertiary", on_click=clear
        )


def _typed(words: Words, now: str) -> None:
    fill("programmes_words", now)
    st.text_input(
        words("programmes.search"),
        key="programmes_words",
        placeholder=words("programmes.placeholder"),
        on_change=lambda: change(words=value("programmes_words").strip()),
    )


def _one(label: str, name: str, now: str, choices: Choices, none: str | None) -> None:
    """A choice of one; `none`: what stands for no choice, where that may be."""
    key = f"programmes_{name}"
    fill(key, now or None)
    st.selectbox(
        label,
        list(choices),
        format_func=choices.__getitem__,
        key=key,
        index=None if none else 0,
        placeholder=none or "",
        on_change=lambda: change(**{name: value(key) or ""}),
    )


def _orders(words: Words) -> Choices:
    return {order: words(f"programmes.order.{order}") for order in ORDERS}


def _offices(words: Words, programmes: Iterable[ListedProgramme]) -> Choices:
    """Ministries first, then agencies, each with the most programmes first."""
    offices = {office.id: office for each in programmes for office in each.offices}
    counts = Counter(office.id for each in programmes for office in each.offices)
    ordered = sorted(offices, key=lambda id_: (offices[id_].type != "Ministry", -counts[id_], id_))
    return _counted(
        words,
        {id_: counts[id_] for id_ in ordered},
        lambda id_: naming.node_name(words, id_, offices[id_].name),
    )


def _laws(words: Words, programmes: Iterable[ListedProgramme], now: str) -> Choices:
    """Those of the most programmes, and the one that is chosen: a list of all is slow to show. The
    others are found by words.
    """
    names = dict(law for each in programmes for law in each.laws)
    counts = Counter(law for each in programmes for law, _ in each.laws)
    ordered = _most_first(counts)
    offered = dict(islice(ordered.items(), _LAWS)) | ({now: counts[now]} if now else {})
    return _counted(words, offered, names.__getitem__)


def _methods(programmes: Iterable[ListedProgramme]) -> Mapping[str, int]:
    return _most_first(Counter(method for each in programmes for method in each.methods))


def _method(words: Words) -> Callable[[str], str]:
    return lambda method: words.of("method", method)


def _verdicts(programmes: Iterable[ListedProgramme]) -> Mapping[str, int]:
    return _most_first(Counter(each.verdict for each in programmes if each.verdict))


def _verdict(words: Words) -> Callable[[str], str]:
    return lambda verdict: words.of("verdict", verdict)


def _most_first(counts: Mapping[str, int]) -> Mapping[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _counted(words: Words, counts: Mapping[str, int], name: Callable[[str], str]) -> Choices:
    return {
        each: words("sheets.counted", name=name(each), n=f"{count:,}")
        for each, count in counts.items()
    }

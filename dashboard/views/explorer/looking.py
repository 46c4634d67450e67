"""Looking for the thing that the explorer starts from, and for the one to which a way leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.reading.examples import EXAMPLES
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.explorer.state import EXPLORER, HOPS, State
from graph.errors import NotFound
from queries.search.search import Hit, find, near_names

_HITS = 20  # that are listed
_TALL = 112  # pixels of their list before it is scrolled


def first(state: State) -> State:
    """The first thing that the words find; without words, the first example that is in
    the graph.
    """
    for words in [state.words] if state.words else EXAMPLES:
        if hits := _hits_of(words):
            return state.start(hits[0].id)
    return state


def _hits_of(words: str) -> tuple[Hit, ...]:
    try:
        return ask(find, words, None, None)
    except NotFound:  # nothing to look for is left of the words
        return ()


def show(words: Words, state: State) -> None:
    """The fields above the picture, and what was found."""
    fill("explorer_words", state.words)
    fill("explorer_goal", state.goal)
    fill("explorer_hops", state.hops)
    fill("explorer_hubs", state.hubs)
    start, goal, hops, hubs = st.columns(
        [1.6, 1.6, 0.9, 1], gap="small", vertical_alignment="bottom"
    )
    start.text_input(
        words("explorer.search"),
        key="explorer_words",
        placeholder=words("explorer.placeholder"),
        on_change=_searched,
    )
    goal.text_input(
        words("explorer_picture.way_to"),
        key="explorer_goal",
        placeholder=words("explorer_picture.way_placeholder"),
        on_change=_sought,
        disabled=not state.opened,
    )
    hops.segmented_control(
        words("explorer.hops"), HOPS, key="explorer_hops", required=True, on_change=_widened
    )
    hubs.toggle(
        words("explorer.hubs"),
        key="explorer_hubs",
        help=words("explorer.hubs_help"),
        on_change=_widened,
    )
    _found(words, state)


def _found(words: Words, state: State) -> None:
    if hits := _hits_of(state.words) if state.words else ():
        _hits(words, state, hits)
    elif near := ask(near_names, state.words) if state.words else []:
        _offer(words("explorer.near"), near)
    elif state.words:
        _hits(words, state, hits)
    else:
        _offer(words("explorer.examples"), EXAMPLES)


def _offer(caption: str, names: Sequence[str]) -> None:
    """Words to look for at a click."""
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="center", key="explorer_examples"
    ):
        st.caption(caption, width="content")
        for name in names:
            st.button(
                plain(name),
                key=f"example-{name}",
                type="tertiary",
                on_click=_look_for,
                args=(name,),
            )


def _hits(words: Words, state: State, hits: tuple[Hit, ...]) -> None:
    lines = sum(12 + len(hit.name) for hit in hits[:_HITS]) // 90 + 1
    with (
        st.container(height=min(44 + 30 * lines, _TALL), border=False, key="explorer_hits"),
        st.container(
            horizontal=True, gap="medium", vertical_alignment="center", key="explorer_found"
        ),
    ):
        st.caption(words("explorer.hits", n=f"{len(hits):,}"), width="content")
        for hit in hits[:_HITS]:
            name = naming.node_name(words, hit.id, hit.name)
            label = f"**{plain(name)}**" if hit.id == state.root else plain(name)
            st.button(
                f"{label} :gray[{naming.type_name(words, hit.type)}]",
                key=f"hit-{hit.id}",
                type="tertiary",
                on_click=EXPLORER.change,
                args=(partial(State.start, node=hit.id),),
            )
        if len(hits) > _HITS:
            rest = f"{len(hits) - _HITS:,}"
            st.caption(words("explorer_picture.more_hits", n=rest), width="content")


def _searched() -> None:
    _look_for(value("explorer_words"))


def _look_for(words: str) -> None:
    EXPLORER.change(
        lambda before: first(State(words=words.strip(), hops=before.hops, hubs=before.hubs))
    )


def _sought() -> None:
    EXPLORER.change(partial(State.seek, goal=value("explorer_goal").strip()))


def _widened() -> None:
    hops, hubs = value("explorer_hops"), value("explorer_hubs")
    EXPLORER.change(lambda state: replace(state, hops=hops, hubs=hubs))

"""グラフ: search, a picture of what hangs together, and the card of what was clicked."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import partial
from typing import Any

import streamlit as st

from dashboard.picture import component
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.explorer import card, looking, picture, ways
from dashboard.views.explorer.parts import Subgraph, subgraph
from dashboard.views.explorer.state import EXPLORER, Opening, State
from dashboard.widgets.saving import save
from queries.search.nodes import node_card

HEIGHT = 590


def show(words: Words) -> None:
    """The whole page."""
    state = EXPLORER.current()
    state = _with_present_ids(state) if state.opened else looking.first(state)
    EXPLORER.show(state)
    looking.show(words, state)
    if not state.opened:
        st.info(plain(words("explorer.nothing", words=state.words)))
        return
    left, right = st.columns([3, 1.05], gap="small")
    with left:
        shown = _way(words, state) if state.goal else None
        if not shown:
            state = replace(state, goal="")
            shown = _around(words, state)
    with right:
        card.show(words, state, shown, EXPLORER.change)


def _with_present_ids(state: State) -> State:
    """The state with the ids that things have now: an address may hold a former id, or a name.
    Raises NotFound.
    """
    present = [replace(opening, node=ask(node_card, opening.node).id) for opening in state.opened]
    return replace(
        state, opened=tuple(dict.fromkeys(present)), chosen=ask(node_card, state.chosen).id
    )


def _around(words: Words, state: State) -> Subgraph:
    """The picture of what hangs together."""
    shown = subgraph(state)
    data = picture.data(words, state, shown)
    component.show(data, "explorer_picture", HEIGHT, _picked)
    if shown.left_out:
        st.caption(words("explorer_picture.left_out", n=f"{shown.left_out:,}"))
    if apart := picture.among(shown, data["edges"]):
        st.caption(words("explorer_picture.among", n=f"{apart:,}"))
    st.caption(words("explorer.help"))
    _files(words, data, shown)
    return shown


def _way(words: Words, state: State) -> Subgraph | None:
    """The picture of the ways to the goal; None, and why, where there are none."""
    found = ways.ways(state)
    start = ask(node_card, state.root)
    said = ways.found_line(words, naming.node_name(words, start.id, start.name), found)
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        if found.found:
            st.caption(plain(said), width="content")
        else:
            st.info(plain(said))
        st.button(
            words("explorer_picture.way_back"),
            key="explorer_way_back",
            type="tertiary",
            on_click=EXPLORER.change,
            args=(partial(State.seek, goal=""),),
        )
    if not found.found:
        return None
    data = ways.data(words, state, found)
    component.show(data, "explorer_picture", HEIGHT, _picked)
    shown = found.shown
    _files(words, data, shown)
    return shown


def _files(words: Words, data: dict[str, Any], shown: Subgraph) -> None:
    with st.container(horizontal=True, gap="medium"):
        save(words("save.json"), f"{data['file']}.json", lambda: _as_json(shown))


def _picked() -> None:
    picked = component.picked("explorer_picture")
    if not picked:
        return
    if picked.act == "pin":
        EXPLORER.change(partial(replace, pins=picked.pins))
    elif picked.kind == "edge":
        EXPLORER.change(partial(_line, edge=picked.id))
    elif part := picture.of_more(picked.id):
        EXPLORER.change(partial(_more, part=part))
    elif picture.is_thing(picked.id):
        act = {"expand": State.expand, "collapse": State.collapse}.get(picked.act, State.select)
        EXPLORER.change(partial(act, node=picked.id))


def _line(state: State, edge: str) -> State:
    """With the card of a relationship; as before for a piece of line that is none."""
    return state if edge.startswith(picture.WAY) else state.select_edge(edge)


def _more(state: State, part: str) -> State:
    """With the next part of a relation; `part`: the opening that it goes on from."""
    return state.open(state.after(Opening.read(part)))


def _as_json(shown: Subgraph) -> str:
    return json.dumps(
        {
            "nodes": [asdict(node) for node in shown.nodes.values()],
            "edges": [asdict(edge) for edge in shown.edges.values()],
        },
        ensure_ascii=False,
        indent=1,
    )

"""グラフ: search, a picture of what hangs together, and the card of what was clicked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from html import escape

import streamlit as st

from dashboard.picture import component
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.reading.examples import EXAMPLES
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.explorer import card, picture
from dashboard.views.explorer.picture import Subgraph
from dashboard.views.explorer.state import EXPLORER, HOPS, State
from dashboard.widgets.saving import save
from graph.errors import NotFound
from graph.schema.schema import schema
from queries.search.nodes import node_card
from queries.search.search import Hit, find, near_names

HEIGHT = 660


def show(words: Words) -> None:
    """The whole page."""
    state = EXPLORER.current()
    state = _with_present_ids(state) if state.opened else _first(state)
    EXPLORER.show(state)
    left, middle, right = st.columns([0.85, 3, 1.25], gap="small")
    with left:
        _search(words, state)
    if not state.opened:
        middle.info(words("explorer.nothing", words=state.words))
        return
    shown = picture.subgraph(state)
    with middle:
        _picture(words, state, shown)
    with right:
        card.show(words, state, shown, EXPLORER.change)


def _first(state: State) -> State:
    """The first thing that the words find; without words, the first example that is in
    the graph.
    """
    for words in [state.words] if state.words else EXAMPLES:
        if hits := _hits_of(words):
            return state.start(hits[0].id)
    return state


def _hits_of(words: str) -> tuple[Hit, ...]:
    try:
        return ask(find, words)
    except NotFound:  # nothing to look for is left of the words
        return ()


def _with_present_ids(state: State) -> State:
    """The state with the ids that things have now: an address may hold a former id, or a name.
    Raises NotFound.
    """
    return replace(
        state,
        opened=tuple(dict.fromkeys(ask(node_card, node).id for node in state.opened)),
        chosen=ask(node_card, state.chosen).id,
    )


def _search(words: Words, state: State) -> None:
    fill("explorer_words", state.words)
    st.text_input(
        words("explorer.search"),
        key="explorer_words",
        placeholder=words("explorer.placeholder"),
        on_change=_searched,
    )
    if hits := _hits_of(state.words) if state.words else ():
        _hits(words, state, hits)
    elif near := ask(near_names, state.words) if state.words else []:
        _offer(words("explorer.near"), near)
    elif state.words:
        _hits(words, state, hits)
    else:
        _offer(words("explorer.examples"), EXAMPLES)
    fill("explorer_hops", state.hops)
    fill("explorer_hubs", state.hubs)
    st.segmented_control(
        words("explorer.hops"), HOPS, key="explorer_hops", required=True, on_change=_widened
    )
    st.toggle(
        words("explorer.hubs"),
        key="explorer_hubs",
        help=words("explorer.hubs_help"),
        on_change=_widened,
    )


def _offer(caption: str, names: Sequence[str]) -> None:
    """Words to look for at a click."""
    st.caption(caption)
    for name in names:
        st.button(
            plain(name), key=f"example-{name}", type="tertiary", on_click=_look_for, args=(name,)
        )


def _hits(words: Words, state: State, hits: tuple[Hit, ...]) -> None:
    st.caption(words("explorer.hits", n=len(hits)))
    with st.container(height=min(44 + 48 * len(hits), 400), border=False, key="explorer_hits"):
        for hit in hits:
            name = naming.node_name(words, hit.id, hit.name)
            label = f"**{plain(name)}**" if hit.id in state.opened[:1] else plain(name)
            st.button(
                f"{label} :gray[{naming.type_name(words, hit.type)}]",
                key=f"hit-{hit.id}",
                type="tertiary",
                on_click=EXPLORER.change,
                args=(partial(State.start, node=hit.id),),
            )


def _searched() -> None:
    _look_for(value("explorer_words"))


def _look_for(words: str) -> None:
    EXPLORER.change(
        lambda before: _first(State(words=words.strip(), hops=before.hops, hubs=before.hubs))
    )


def _widened() -> None:
    hops, hubs = value("explorer_hops"), value("explorer_hubs")
    EXPLORER.change(lambda state: replace(state, hops=hops, hubs=hubs))


def _picked() -> None:
    picked = component.picked("explorer_picture")
    if not picked:
        return
    if picked.kind == "edge":
        EXPLORER.change(partial(State.select_edge, edge=picked.id))
    else:
        act = State.expand if picked.act == "expand" else State.select
        EXPLORER.change(partial(act, node=picked.id))


def _picture(words: Words, state: State, shown: Subgraph) -> None:
    data = picture.data(words, state, shown)
    component.show(data, "explorer_picture", HEIGHT, _picked)
    _legend(words, shown)
    if shown.left_out:
        st.caption(words("explorer.left_out", n=shown.left_out))
    st.caption(words("explorer.help"))
    with st.container(horizontal=True, gap="medium"):
        save(words("save.html"), f"{data['file']}.html", lambda: component.page(data, data["file"]))
        save(words("save.json"), f"{data['file']}.json", lambda: _as_json(shown))


def _legend(words: Words, shown: Subgraph) -> None:
    present = {node.type for node in shown.nodes.values()}
    marks = "".join(
        "<span><i"
        f' style="background:light-dark({declared.colour.light},{declared.colour.dark})"></i>'
        f"{escape(naming.type_name(words, name))}</span>"
        for name, declared in schema().nodes.items()
        if name in present
    )
    st.html(f'<div class="legend">{marks}</div>')


def _as_json(shown: Subgraph) -> str:
    return json.dumps(
        {
            "nodes": [asdict(node) for node in shown.nodes.values()],
            "edges": [asdict(edge) for edge in shown.edges.values()],
        },
        ensure_ascii=False,
        indent=1,
    )

"""The card beside the picture: what the chosen node or relationship is, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.explorer.picture import Part
from dashboard.views.explorer.state import State
from dashboard.widgets import tables
from dashboard.widgets.tables import Table
from graph.language.yen import decimal
from queries.search.nodes import NodeCard, PictureEdge, node_card

Go = Callable[[Callable[[State], State]], None]
HIDDEN = frozenset(
    {
        "id",
        "type",
        "name",
        "hub",
        "english",
        "title",
        "former_ids",
        "requires",
        "sha256",
        "file",
        "field_lines",
        "caps",
        "rates",
        "thresholds",
        "scheme",
        "windows",
        "legal_basis",
        "figures",
        "related",
        "states",
        "found",
        "document",
        "line_start",
        "line_end",
        "line_count",
        "lines",
        "documents",
        "in_documents",
        "rank",
        "exclusive_group",
        "condition_mode",
        "not_restated",
        "bonuses",
        "limits",
        "way",
        "shared_items",
    }
)
_DATES = frozenset({"date", "since", "as_of"})
_CODES = {
    "benefit": "benefit",
    "status": "status",
    "last_status": "status",
    "kind": "kind",
    "role": "role",
    "of": "of",
}
_NEIGHBOURS = 40


def show(words: Words, state: State, shown: Part, go: Go) -> None:
    """The card of the relationship that was clicked last, else of the chosen node."""
    with st.container(height=760, border=False, key="explorer_card"):
        if edge := shown.edges.get(state.edge):
            _edge(words, edge, shown, go)
        else:
            _node(words, ask(node_card, state.chosen), state, shown, go)


def _head(words: Words, type_name: str, colour: str, name: str) -> None:
    st.html(
        f'<div class="kind"><i style="background:{colour}"></i>{escape(type_name)}</div><div'
        f' class="card-name">{escape(name)}</div>'
    )


def _node(words: Words, card: NodeCard, state: State, shown: Part, go: Go) -> None:
    declared = naming.node_type(card.id)
    name = naming.node_name(words, card.id, card.name)
    _head(
        words,
        naming.type_name(words, card.type),
        f"light-dark({declared.colour.light},{declared.colour.dark})",
        name,
    )
    if name != card.name:
        st.caption(card.name)
    _facts(words, card)
    _buttons(words, card, state, go)
    _neighbours(words, card, shown, go)


def _buttons(words: Words, card: NodeCard, state: State, go: Go) -> None:
    if card.type == "Measure":
        st.html(
            f'<a href="{escape(address.link("measure", words.language, id=card.id))}"'
            f' target="_self">{words("card.measure")}</a>'
        )
    expand, only = st.columns(2)
    if card.id not in state.opened:
        expand.button(
            words("card.expand"),
            on_click=go,
            args=(partial(State.expand, node=card.id),),
            key="expand",
            width="stretch",
        )
    elif card.id != state.opened[0]:
        expand.button(
            words("card.collapse"),
            on_click=go,
            args=(partial(State.collapse, node=card.id),),
            key="collapse",
            width="stretch",
        )
    if state.opened != (card.id,):
        only.button(
            words("card.open"),
            on_click=go,
            args=(partial(State.start, node=card.id),),
            key="open",
            width="stretch",
        )


def _facts(words: Words, card: NodeCard) -> None:
    rows: list[list[tables.Value]] = [
        [words.of("field", name), _value(words, name, value)]
        for name, value in card.properties.items()
        if name not in HIDDEN and value not in (None, "", [], ())
    ]
    if card.sources:
        rows.append([words("place.heading"), naming.places(words, card.sources)])
    if rows:
        tables.show(Table((), rows))


def _value(words: Words, name: str, value: object) -> str:
    if isinstance(value, bool):
        return words("answer.yes" if value else "answer.no")
    if name in _DATES:
        return figures.day(words, str(value))
    if name in ("yen", "previous_yen") and isinstance(value, int):
        return figures.yen(words, value)
    if isinstance(value, (list, tuple)):
        return words.listed([words.name(str(each)) for each in value])
    if isinstance(value, float):
        return decimal(value)
    return words.of(_CODES[name], str(value)) if name in _CODES else words.name(str(value))


def _neighbours(words: Words, card: NodeCard, shown: Part, go: Go) -> None:
    """What hangs on the node, by relationship: those in the picture by name, the others counted."""
    edges = [edge for edge in shown.edges.values() if card.id in (edge.source, edge.target)]
    for name, degree in card.degrees:
        there = sorted(
            (edge for edge in edges if edge.type == name), key=lambda edge: edge.source != card.id
        )
        st.html(
            f'<div class="kind">{escape(naming.relation(words, name))} <span class="quiet">'
            f"{words('card.of', shown=len(there), all=degree)}</span></div>"
        )
        for edge in there[:_NEIGHBOURS]:
            arrow, other = (
                ("→", shown.nodes[edge.target])
                if edge.source == card.id
                else ("←", shown.nodes[edge.source])
            )
            st.button(
                f"{arrow} {plain(naming.node_name(words, other.id, other.name))}",
                key=f"to-{edge.id}",
                type="tertiary",
                on_click=go,
                args=(partial(State.select, node=other.id),),
            )


def _edge(words: Words, edge: PictureEdge, shown: Part, go: Go) -> None:
    source, target = shown.nodes[edge.source], shown.nodes[edge.target]
    _head(words, words("card.relationship"), "currentColor", naming.relation(words, edge.type))
    for node, label in ((source, "card.from"), (target, "card.to")):
        st.caption(f"{words(label)} · {naming.type_name(words, node.type)}")
        st.button(
            plain(naming.node_name(words, node.id, node.name)),
            key=f"end-{label}",
            type="tertiary",
            on_click=go,
            args=(partial(State.select, node=node.id),),
        )
    rows: list[list[tables.Value]] = [
        [words.of("field", name), _value(words, name, value)]
        for name, value in edge.properties.items()
        if name not in HIDDEN and value not in (None, "", [], ())
    ]
    if edge.sources:
        rows.append([words("place.heading"), naming.places(words, edge.sources)])
    if rows:
        tables.show(Table((), rows))

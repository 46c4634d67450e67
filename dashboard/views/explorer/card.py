"""The card beside the picture: what the chosen node or relationship is, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.explorer import headings
from dashboard.views.explorer.parts import PART, Subgraph
from dashboard.views.explorer.state import Opening, State
from dashboard.widgets import tables
from dashboard.widgets.tables import Table
from graph.bounds import OPENED_NODES
from graph.language.yen import decimal
from graph.schema.schema import Property, schema
from queries.search.nodes import NodeCard, PictureEdge, node_card
from queries.search.relations import relations
from queries.sources import Source

Go = Callable[[Callable[[State], State]], None]
# type of a node -> the page that shows all of one
_PAGES = {"Measure": "measure", "BudgetProgramme": "programmes", "Recipient": "recipients"}
_NEIGHBOURS = 40  # buttons of one relationship


def show(words: Words, state: State, shown: Subgraph, go: Go) -> None:
    """The card of the relationship that was clicked last, else of the chosen node."""
    with st.container(height=760, border=False, key="explorer_card"):
        if edge := shown.edges.get(state.edge):
            _edge(words, edge, shown, go)
        else:
            _node(words, ask(node_card, state.chosen), state, shown, go)


def _head(type_name: str, colour: str, name: str) -> None:
    st.html(
        f'<div class="kind"><i style="background:{colour}"></i>{escape(type_name)}</div><div'
        f' class="card-name">{escape(name)}</div>'
    )


def _node(words: Words, card: NodeCard, state: State, shown: Subgraph, go: Go) -> None:
    declared = naming.node_type(card.id)
    name = naming.node_name(words, card.id, card.name)
    _head(
        naming.type_name(words, card.type),
        f"light-dark({declared.colour.light},{declared.colour.dark})",
        name,
    )
    if name != card.name:
        st.caption(plain(card.name))
    _facts(words, declared.properties, card.properties, card.sources)
    _buttons(words, card, state, shown, go)
    _neighbours(words, card, shown, go)


def _buttons(words: Words, card: NodeCard, state: State, shown: Subgraph, go: Go) -> None:
    if page := _PAGES.get(card.type):
        st.html(
            f'<a href="{escape(address.link(page, words.language, id=card.id))}"'
            f' target="_self">{words(f"card.{page}")}</a>'
        )
    with st.container(horizontal=True, gap="small"):
        if card.id != state.root or state.goal:
            _button(words("card.open"), "open", go, partial(State.start, node=card.id))
        if card.id != state.root and not state.goal:
            _button(
                words("explorer_picture.way_here"), "way", go, partial(State.seek, goal=card.id)
            )
        if card.id != state.root and any(one.node == card.id for one in state.opened):
            _button(words("card.collapse"), "collapse", go, partial(State.collapse, node=card.id))
    if not state.goal:
        _menu(words, card, state, shown, go)


def _button(
    label: str,
    key: str,
    go: Go,
    step: Callable[[State], State],
    disabled: bool = False,
    **more: Any,
) -> None:
    st.button(label, key=key, on_click=go, args=(step,), disabled=disabled, **more)


def _menu(words: Words, card: NodeCard, state: State, shown: Subgraph, go: Go) -> None:
    """What of the node can be added to the picture, by relation with how many, and taken out."""
    offered = []
    for relation in ask(relations, card.id, state.hubs):
        by = (relation.type, relation.outward, relation.kind)
        if rest := relation.count - len(shown.neighbours(card.id, by)):
            offered.append((by, rest))
    removed = [one for one in state.opened[1:] if one.relation]
    if not offered and not removed:
        return
    st.html(f'<div class="kind">{words("explorer_picture.add_label")}</div>')
    with st.container(key="explorer_menu", gap="small"):
        if len(offered) > 1 and Opening(card.id) not in state.opened:
            step = partial(State.expand, node=card.id)
            _button(words("card.expand"), "expand", go, step, state.full, help=_most(words, state))
        for by, rest in offered:
            label = words(
                "explorer_picture.add", heading=headings.heading(words, by, rest), n=f"{rest:,}"
            )
            opening = state.after(Opening(card.id, by))
            step = partial(State.open, opening=opening)
            _button(
                plain(label),
                f"add-{opening}",
                go,
                step,
                state.full,
                help=_most(words, state),
                type="tertiary",
            )
        for opening in removed:
            if opening.node == card.id and opening.relation:
                label = words(
                    "explorer_picture.remove",
                    heading=headings.heading(words, opening.relation, PART),
                )
                step = partial(State.close, opening=opening)
                _button(plain(label), f"remove-{opening}", go, step, type="tertiary")


def _most(words: Words, state: State) -> str | None:
    return words("card.expand_most", n=OPENED_NODES) if state.full else None


def _facts(
    words: Words,
    declared: Sequence[Property],
    values: Mapping[str, object],
    sources: Sequence[Source],
) -> None:
    """What a card lists of a node or relationship, in the declared order, and where it stands."""
    rows: list[list[tables.Value]] = [
        [words.of("field", p.name), _value(words, p, value)]
        for p in declared
        if p.listed and (value := values.get(p.name)) not in (None, "", [], ())
    ]
    if sources:
        rows.append([words("place.heading"), naming.places(words, sources)])
    if rows:
        tables.show(Table((), rows))


def _value(words: Words, declared: Property, value: object) -> str:
    if isinstance(value, bool):
        return words("answer.yes" if value else "answer.no")
    if declared.written == "date":
        return figures.day(words, str(value))
    if declared.written == "yen" and isinstance(value, int):
        return figures.budget(words, value)
    if isinstance(value, (list, tuple)):
        return words.listed([words.name(str(item)) for item in value])
    if isinstance(value, float):
        return decimal(value)
    if declared.codes:
        return words.of(declared.codes, str(value))
    return words.name(str(value))


def _neighbours(words: Words, card: NodeCard, shown: Subgraph, go: Go) -> None:
    """What hangs on the node, by relationship: those in the picture by name, the others counted."""
    edges = [edge for edge in shown.edges.values() if card.id in (edge.source, edge.target)]
    for name, degree in card.degrees:
        of_type = sorted(
            (edge for edge in edges if edge.type == name), key=lambda edge: edge.source != card.id
        )
        st.html(
            f'<div class="kind">{escape(naming.relation(words, name))} <span class="quiet">'
            f"{words('card.of', shown=len(of_type), all=degree)}</span></div>"
        )
        for edge in of_type[:_NEIGHBOURS]:
            outward = edge.source == card.id
            neighbour = shown.nodes[edge.target if outward else edge.source]
            st.button(
                f"{'→' if outward else '←'}"
                f" {plain(naming.node_name(words, neighbour.id, neighbour.name))}",
                key=f"to-{edge.id}",
                type="tertiary",
                on_click=go,
                args=(partial(State.select, node=neighbour.id),),
            )


def _edge(words: Words, edge: PictureEdge, shown: Subgraph, go: Go) -> None:
    source, target = shown.nodes[edge.source], shown.nodes[edge.target]
    _head(words("card.relationship"), "currentColor", naming.relation(words, edge.type))
    for node, label in ((source, "card.from"), (target, "card.to")):
        st.caption(f"{words(label)} · {naming.type_name(words, node.type)}")
        st.button(
            plain(naming.node_name(words, node.id, node.name)),
            key=f"end-{label}",
            type="tertiary",
            on_click=go,
            args=(partial(State.select, node=node.id),),
        )
    declared = schema().relationships[edge.type].properties
    _facts(words, declared, edge.properties, edge.sources)

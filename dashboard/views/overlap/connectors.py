"""What connects ministries and communities: bodies that several ministries use, and measures that
stand between communities.
"""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.views.overlap.colours import group_name
from dashboard.views.overlap.state import State, link
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.overlap.communities import Member, communities
from queries.overlap.shared_bodies import SharedBody, shared_bodies


def show(words: Words, state: State) -> None:
    """The tab."""
    with st.container(key="overlap_connectors"):
        left, right = st.columns([1, 1.1], gap="medium")
    with left:
        _bodies(words)
    with right:
        _bridges(words, state)


def _bodies(words: Words) -> None:
    st.html(f'<div class="section">{words("overlap.bodies")}</div>')
    st.caption(words("overlap.bodies_help"))
    table = Table(
        [words(f"overlap.column.{name}") for name in ("body", "ministries", "size")],
        [_body(words, body) for body in ask(shared_bodies)],
        frozenset({2}),
        names=frozenset({0, 1}),
    )
    tables.show_listing(words, table, 560)
    save_csv(table, "overlap-bodies", words("save.csv"))


def _body(words: Words, body: SharedBody) -> list[tables.Value]:
    ministries = [
        f"{naming.node_name(words, f'ministry:{name}', name)} {count}"
        for name, count in body.ministries
    ]
    return [
        Cell(
            naming.node_name(words, body.id, body.name),
            address.link("explorer", words.language, id=body.id),
        ),
        words.listed(ministries),
        len({measure.id for measure in body.measures}),
    ]


def _bridges(words: Words, state: State) -> None:
    st.html(f'<div class="section">{words("overlap.bridges")}</div>')
    st.caption(words("overlap.bridges_help"))
    alike = ask(communities, state.pair_filter)
    names = {
        community.number: Cell(
            group_name(words, community),
            link(words, state, tab="communities", community=community.number),
        )
        for community in alike.communities
    }
    table = Table(
        [
            words(f"overlap.column.{name}")
            for name in ("measure", "ministries", "community", "touches", "betweenness")
        ],
        [_bridge(words, member, names[member.community]) for member in alike.bridges],
        frozenset({3, 4}),
        names=frozenset({1}),
    )
    tables.show_listing(words, table, 560)
    save_csv(table, "overlap-bridges", words("save.csv"))


def _bridge(words: Words, member: Member, community: Cell) -> list[tables.Value]:
    return [
        Cell(member.title, address.link("measure", words.language, id=member.id)),
        words.listed(
            [naming.in_language(words, office.name, office.english) for office in member.ministries]
        ),
        community,
        words.listed([str(number) for number in member.touches]),
        Cell(f"{member.betweenness:.3f}", value=member.betweenness),
    ]

"""Communities of measures that are alike: their picture, what is chosen in it, and their table."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.picture import component
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import files as overlap_saves
from dashboard.views.overlap import listing as overlap_list
from dashboard.views.overlap import picture as overlap_network
from dashboard.views.overlap import state as overlap_state
from dashboard.views.overlap.remarks_file import Said
from dashboard.views.overlap.state import State
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.overlap.cards import pair_cards
from queries.overlap.communities import Communities, Community, Member, communities

HEIGHT = 640
_PAIRS = 12  # of a measure, beside the picture
_NAMES = 5  # terms and ministries in a row of the table


def show(words: Words, state: State, said: Said) -> None:
    """The tab."""
    found = ask(communities, state.asked)
    if not found.communities:
        st.info(words("overlap.none"))
        return
    with st.container(key="overlap_network"):
        left, right = st.columns([2.6, 1], gap="medium")
    with left:
        component.show(
            overlap_network.data(words, state, found), "overlap_picture", HEIGHT, _picked
        )
        _legend(words, state, found)
    with right:
        _choices(words, state, found)
        _chosen(words, state, found, said)
    _table(words, found)
    overlap_saves.groups(words, state)


def _picked() -> None:
    picked = value("overlap_picture").picked
    if not picked:
        return
    if picked["kind"] == "edge":
        overlap_state.change(pair=tuple(picked["id"].split("~")))
    elif group := overlap_network.group_of(picked["id"]):
        overlap_state.change(community=group, measure="")
    else:
        overlap_state.change(measure=picked["id"])


def _legend(words: Words, state: State, found: Communities) -> None:
    if state.colour == "ministry":
        told = [
            (overlap_network.colour(place), naming.in_language(words, office.name, office.english))
            for place, office in enumerate(overlap_network.ministries(found))
        ]
        marks = "".join(
            "<span><i"
            f' style="background:light-dark({tone["light"]},{tone["dark"]})"></i>{escape(name)}</span>'
            for tone, name in told
        )
        st.html(f'<div class="legend">{marks}</div>')
    if not state.community and (n := overlap_network.left_out(found)):
        st.caption(words("overlap.network_left_out", n=n))
    st.caption(words("overlap.network_help"))


def _choices(words: Words, state: State, found: Communities) -> None:
    names = {each.number: overlap_network.group_name(words, each) for each in found.communities}
    fill("overlap_community", state.community if state.community in names else None)
    fill("overlap_colour", state.colour)
    st.selectbox(
        words("overlap.community"),
        list(names),
        format_func=names.__getitem__,
        key="overlap_community",
        index=None,
        placeholder=words("overlap.community_all", n=len(names)),
        on_change=lambda: overlap_state.change(
            community=value("overlap_community") or 0, measure=""
        ),
    )
    st.segmented_control(
        words("overlap.colour_label"),
        overlap_state.COLOURS,
        format_func=lambda each: words(f"overlap.colour.{each}"),
        key="overlap_colour",
        required=True,
        on_change=lambda: overlap_state.change(colour=value("overlap_colour")),
    )


def _chosen(words: Words, state: State, found: Communities, said: Said) -> None:
    """The measure that was clicked, else the chosen community."""
    members = {member.id: member for community in found.communities for member in community.members}
    if member := members.get(state.measure):
        _measure(words, member, found, said)
    elif community := next(
        (each for each in found.communities if each.number == state.community), None
    ):
        _community(words, community)
    else:
        _all(words, found)


def _measure(words: Words, member: Member, found: Communities, said: Said) -> None:
    st.html(
        f'<div class="card-name">{escape(member.title)}</div><a'
        f' href="{escape(address.link("measure", words.language, id=member.id))}"'
        f' target="_self">{words("card.measure")}</a>'
    )
    st.caption(
        words.listed(
            [naming.in_language(words, office.name, office.english) for office in member.ministries]
        )
        + " · "
        + words("overlap.of_community", n=member.community)
    )
    own = [pair for pair in found.pairs if member.id in (pair.a, pair.b)]
    st.html(
        f'<div class="kind">{words("overlap.pairs")} <span'
        f' class="quiet">{words("overlap.shown_of", shown=min(len(own), _PAIRS), all=len(own))}</span></div>'
    )
    with st.container(height=380, border=False, key="overlap_measure"):
        for card in ask(pair_cards, tuple(own[:_PAIRS])):
            st.button(
                overlap_list.label(words, card, said),
                key=f"near-{card.a.id}-{card.b.id}",
                type="tertiary",
                on_click=overlap_state.change,
                kwargs={"pair": (card.a.id, card.b.id)},
            )


def _all(words: Words, found: Communities) -> None:
    with st.container(height=480, border=False, key="overlap_groups"):
        for each in found.communities:
            st.button(
                f"{plain(overlap_network.group_name(words, each))} :gray[{len(each.members)}]",
                key=f"group-{each.number}",
                type="tertiary",
                on_click=overlap_state.change,
                kwargs={"community": each.number},
            )


def _community(words: Words, community: Community) -> None:
    st.html(f'<div class="card-name">{escape(overlap_network.group_name(words, community))}</div>')
    with st.container(height=420, border=False, key="overlap_members"):
        for member in community.members:
            st.button(
                plain(member.title),
                key=f"member-{member.id}",
                type="tertiary",
                on_click=overlap_state.change,
                kwargs={"measure": member.id},
            )


def _table(words: Words, found: Communities) -> None:
    st.html(
        f'<div class="section">{words("overlap.communities")} <span'
        f' class="quiet">{words("overlap.community_count", n=len(found.communities))}</span></div>'
    )
    names = ("number", "about", "size", "ministries", "terms", "best", "score", "money")
    tables.show_listing(
        words,
        Table(
            [words(f"overlap.column.{name}") for name in names],
            [_row(words, each) for each in found.communities],
            frozenset({2, 6}),
        ),
        520,
    )


def _row(words: Words, community: Community) -> list[tables.Value]:
    offices = [
        f"{naming.in_language(words, office.name, office.english)} {count}"
        for office, count in community.ministries
    ]
    rest = [words("place.more", n=len(offices) - _NAMES)] if len(offices) > _NAMES else []
    return [
        community.number,
        words.listed([words.name(name) for name, _ in community.problems[:3]]),
        len(community.members),
        words.listed([*offices[:_NAMES], *rest]),
        words.listed([words.name(term) for term, _ in community.terms[:_NAMES]]),
        Cell(community.best.title, address.link("measure", words.language, id=community.best.id)),
        Cell(f"{community.score:.1f}", note=words("overlap.pair_count", n=community.pairs)),
        words.listed(figures.totals(words, community.money)) or "–",
    ]

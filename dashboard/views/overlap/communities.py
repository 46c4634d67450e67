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
from dashboard.views.overlap import colours, files, listing, picture
from dashboard.views.overlap.state import COLOURS, State, change
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.overlap.cards import pair_cards
from queries.overlap.communities import Communities, Community, Member, communities
from queries.overlap.marks_file import CurrentMarks

HEIGHT = 700
_PAIRS = 12  # of a measure, beside the picture
_NAMES = 5  # terms and ministries in a row of the table


def show(words: Words, state: State, remarks: CurrentMarks) -> None:
    """The tab."""
    alike = ask(communities, state.pair_filter)
    if not alike.communities:
        st.info(words("overlap.none"))
        return
    with st.container(key="overlap_network"):
        left, right = st.columns([2.6, 1], gap="medium")
    with left:
        data = picture.data(words, state, alike)
        component.show(data, "overlap_picture", HEIGHT, _picked)
        _said(words, state, data["left_out"])
    with right:
        _choices(words, state, alike)
        _chosen(words, state, alike, remarks)
    _table(words, alike)
    files.of_communities(words, state)


def _picked() -> None:
    picked = component.picked("overlap_picture")
    if not picked:
        return
    if picked.act == "pin":
        change(pin=picked.pins)
    elif picked.kind == "edge":
        if ends := picture.ends(picked.id):
            change(pair=ends)
    elif group := picture.group_of(picked.id):
        change(community=group, measure="")
    else:
        change(measure=picked.id)


def _said(words: Words, state: State, left_out: int) -> None:
    if left_out:
        st.caption(words("overlap.network_left_out", n=left_out))
    st.caption(words("overlap.network_help_one" if state.community else "overlap.network_help"))


def _choices(words: Words, state: State, alike: Communities) -> None:
    names = {group.number: colours.group_name(words, group) for group in alike.communities}
    fill("overlap_community", state.community if state.community in names else None)
    fill("overlap_colour", state.colour)
    st.selectbox(
        words("overlap.community"),
        list(names),
        format_func=names.__getitem__,
        key="overlap_community",
        index=None,
        placeholder=words("overlap.community_all", n=len(names)),
        on_change=lambda: change(community=value("overlap_community") or 0, measure=""),
    )
    if state.community:
        st.button(
            words("overlap.network_all"),
            key="overlap_all",
            type="tertiary",
            on_click=change,
            kwargs={"community": 0, "measure": ""},
        )
    st.segmented_control(
        words("overlap.colour_label"),
        COLOURS,
        format_func=lambda name: words(f"overlap.colour.{name}"),
        key="overlap_colour",
        required=True,
        on_change=lambda: change(colour=value("overlap_colour")),
    )


def _chosen(words: Words, state: State, alike: Communities, remarks: CurrentMarks) -> None:
    """The measure that was clicked, else the chosen community."""
    members = {member.id: member for community in alike.communities for member in community.members}
    if member := members.get(state.measure):
        _measure(words, member, alike, remarks)
    elif community := next(
        (group for group in alike.communities if group.number == state.community), None
    ):
        _community(words, community)
    else:
        _all(words, alike)


def _measure(words: Words, member: Member, alike: Communities, remarks: CurrentMarks) -> None:
    st.html(
        f'<div class="card-name">{escape(member.title)}</div><a'
        f' href="{escape(address.link("measure", words.language, id=member.id))}"'
        f' target="_self">{words("card.measure")}</a>'
    )
    st.caption(
        plain(
            words.listed(
                [
                    naming.in_language(words, office.name, office.english)
                    for office in member.ministries
                ]
            )
        )
        + " · "
        + plain(words("overlap.of_community", n=member.community))
    )
    pairs = [pair for pair in alike.pairs if member.id in (pair.a, pair.b)]
    shown = words("overlap.shown_of", shown=min(len(pairs), _PAIRS), all=len(pairs))
    st.html(f'<div class="kind">{words("overlap.pairs")} <span class="quiet">{shown}</span></div>')
    with st.container(height=380, border=False, key="overlap_measure"):
        for card in ask(pair_cards, tuple(pairs[:_PAIRS])):
            st.button(
                listing.label(words, card, remarks),
                key=f"near-{card.a.id}-{card.b.id}",
                type="tertiary",
                on_click=change,
                kwargs={"pair": (card.a.id, card.b.id)},
            )


def _all(words: Words, alike: Communities) -> None:
    with st.container(height=480, border=False, key="overlap_groups"):
        for group in alike.communities:
            st.button(
                f"{plain(colours.group_name(words, group))} :gray[{len(group.members)}]",
                key=f"group-{group.number}",
                type="tertiary",
                on_click=change,
                kwargs={"community": group.number},
            )


def _community(words: Words, community: Community) -> None:
    st.html(f'<div class="card-name">{escape(colours.group_name(words, community))}</div>')
    with st.container(height=420, border=False, key="overlap_members"):
        for member in community.members:
            st.button(
                plain(member.title),
                key=f"member-{member.id}",
                type="tertiary",
                on_click=change,
                kwargs={"measure": member.id},
            )


def _table(words: Words, alike: Communities) -> None:
    st.html(
        f'<div class="section">{words("overlap.communities")} <span'
        f' class="quiet">{words("overlap.community_count", n=len(alike.communities))}</span></div>'
    )
    names = ("number", "about", "size", "ministries", "terms", "best", "score", "money")
    tables.show_listing(
        words,
        Table(
            [words(f"overlap.column.{name}") for name in names],
            [_row(words, group) for group in alike.communities],
            frozenset({0, 2, 6}),
            names=frozenset({3}),
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

"""What the measures of the communities' picture are coloured by, and its legend."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import NamedTuple

from dashboard.picture import component
from dashboard.picture.network import Colour
from dashboard.picture.palette import palette
from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.views.overlap.state import State
from graph.schema.schema import SHAPES
from queries.overlap.communities import Communities, Community, Member
from queries.overlap.offices import Office

GROUP, MORE = "community:", "more|community:"  # what begins the ids of headings, and of the rest


class Look(NamedTuple):
    """How a box is told from those of other things."""

    colour: Colour
    """Its colour, for a light and a dark ground."""
    shape: str
    """Its outline, one of the schema's SHAPES."""


def look(place: int) -> Look:
    """The look of the place-th of many things: a colour of its own among those that all people tell
    apart; once these are used up each again, with another outline.
    """
    colours = palette()
    used_up, at = divmod(place, len(colours))
    return Look(colours[at], SHAPES[used_up % len(SHAPES)])


_QUIET = Look({"light": "#808080", "dark": "#909090"}, SHAPES[-1])


def ministries(alike: Communities) -> tuple[Office, ...]:
    """The ministries of all measures, those with the most first: the order of their looks."""
    counted = Counter(
        chain.from_iterable(
            member.ministries[:1] for community in alike.communities for member in community.members
        )
    )
    return tuple(sorted(counted, key=lambda office: (-counted[office], office.id)))


def group_name(words: Words, community: Community) -> str:
    """A community by its number and the problems that its pairs share most, else by its
    best-connected measure.
    """
    names = [words.name(name) for name, _ in community.problems[:2]]
    return f"{community.number} {words.listed(names) or community.best.title}"


def groups(state: State, members: dict[str, Member]) -> dict[str, str]:
    """What each measure is coloured by: its community, with the heading of that, or its first
    ministry.
    """
    if state.colour == "community":
        numbers = {member.community for member in members.values()}
        over = {f"{begin}{number}": number for number in numbers for begin in (GROUP, MORE)}
        own = {member.id: member.community for member in members.values()}
        return {node: f"{GROUP}{number}" for node, number in (over | own).items()}
    return {member.id: member.ministries[0].id for member in members.values() if member.ministries}


def legend(
    words: Words, state: State, alike: Communities, members: dict[str, Member]
) -> list[component.Entry]:
    """An entry for each ministry or community that is shown, in the order of their looks."""
    if state.colour == "community":
        shown = {member.community for member in members.values()}
        return [
            component.Entry(
                f"{GROUP}{group.number}", group_name(words, group), *look(group.number - 1)
            )
            for group in alike.communities
            if group.number in shown
        ]
    first = {member.ministries[0] for member in members.values() if member.ministries}
    return [
        component.Entry(
            office.id, naming.in_language(words, office.name, office.english), *look(place)
        )
        for place, office in enumerate(ministries(alike))
        if office in first
    ]


def look_of(state: State, member: Member, offices: dict[Office, int]) -> Look:
    """The look of a measure; `offices`: the place of each ministry among their looks."""
    if state.colour == "community":
        return look(member.community - 1)
    return look(offices[member.ministries[0]]) if member.ministries else _QUIET

"""The picture of the communities: all of them as discs of measures, or one with the names of its
measures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import Any

from dashboard.picture import component, discs, network
from dashboard.picture.labels import box, wrapped
from dashboard.picture.network import Colour
from dashboard.picture.palette import palette
from dashboard.picture.places import Point, placed
from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.views.overlap.state import State
from queries.overlap.communities import Communities, Community, Member
from queries.overlap.offices import Office
from queries.overlap.pairs import ScoredPair

MOST = 400  # measures; more cannot be drawn quickly, nor read
BRIDGES = 15  # measures that are marked as holding communities together
_APART, _GAP = 25.0, 62.0  # pixels: from node to node, from disc to disc
_GROUP = "community:"  # what begins the id of a heading
_JOINED = "~"  # what stands between two measures in the id of an edge


def colour(place: int) -> Colour:
    """The colour of the place-th of many things, for a light and a dark ground; those for which
    there is none that all people tell apart share the last.
    """
    colours = palette()
    return colours[min(place, len(colours) - 1)]


def ministries(alike: Communities) -> tuple[Office, ...]:
    """The ministries of all measures, those with the most first: the order of their colours."""
    counted = Counter(
        chain.from_iterable(
            member.ministries[:1] for community in alike.communities for member in community.members
        )
    )
    return tuple(sorted(counted, key=lambda office: (-counted[office], office.id)))


def group_of(node: str) -> int:
    """The community that a node of the picture stands for; 0 for a measure."""
    return int(node.removeprefix(_GROUP)) if node.startswith(_GROUP) else 0


def ends(edge: str) -> tuple[str, ...]:
    """The ids of the two measures that an edge of the picture joins."""
    return tuple(edge.split(_JOINED))


def group_name(words: Words, community: Community) -> str:
    """A community by its number and the problems that its pairs share most, else by its
    best-connected measure.
    """
    names = [words.name(name) for name, _ in community.problems[:2]]
    return f"{community.number} {words.listed(names) or community.best.title}"


def data(words: Words, state: State, alike: Communities) -> dict[str, Any]:
    """The picture as the component takes it: of the chosen community, or of all."""
    chosen = next((group for group in alike.communities if group.number == state.community), None)
    members = _members(alike, chosen)
    pairs = [pair for pair in alike.pairs if pair.a in members and pair.b in members]
    places = _one(chosen, pairs) if chosen else _all(alike, members)
    marked = {member.id for member in alike.bridges[:BRIDGES]}
    offices = {office: place for place, office in enumerate(ministries(alike))}
    nodes = [
        _node(
            words,
            member,
            places[member.id],
            _colour(state, member, offices),
            member.id in marked,
            named=chosen is not None,
        )
        for member in members.values()
    ]
    if not chosen:
        nodes += [
            _heading(words, group, places)
            for group in alike.communities
            if group.best.id in members
        ]
    return component.data(
        words,
        network.network(nodes, [_edge(words, pair, members) for pair in pairs]),
        name=f"{state.pair_filter}|{state.community}",
        selected=state.measure or None,
        root=chosen.best.id if chosen else "",
        file=f"shisaku-overlap-{state.community or 'communities'}",
        title=words("overlap.network"),
        groups=_groups(state, members),
        legend=_legend(words, state, alike),
        about=component.About(group_name(words, chosen) if chosen else words("overlap.network")),
    )


def _groups(state: State, members: dict[str, Member]) -> dict[str, str]:
    """What each measure is coloured by: its community, with the heading of that, or its first
    ministry.
    """
    if state.colour == "community":
        headings = {f"{_GROUP}{member.community}" for member in members.values()}
        return {heading: heading for heading in headings} | {
            member.id: f"{_GROUP}{member.community}" for member in members.values()
        }
    return {member.id: member.ministries[0].id for member in members.values() if member.ministries}


def _legend(words: Words, state: State, alike: Communities) -> list[component.Entry]:
    """An entry for each ministry or community, in the order of their colours."""
    if state.colour == "community":
        return [
            component.Entry(
                f"{_GROUP}{group.number}", group_name(words, group), colour(group.number - 1), "dot"
            )
            for group in alike.communities
        ]
    return [
        component.Entry(
            office.id, naming.in_language(words, office.name, office.english), colour(place), "dot"
        )
        for place, office in enumerate(ministries(alike))
    ]


def left_out(alike: Communities) -> int:
    """How many measures the picture of all communities has no room for."""
    return max(0, sum(len(community.members) for community in alike.communities) - MOST)


def _members(alike: Communities, chosen: Community | None) -> dict[str, Member]:
    """The measures that are drawn; of too many the best-connected of each community."""
    groups = [chosen] if chosen else alike.communities
    share = min(1.0, MOST / max(1, sum(len(group.members) for group in groups)))
    return {
        member.id: member
        for group in groups
        for member in group.members[: max(1, int(len(group.members) * share))]
    }


def _all(alike: Communities, members: dict[str, Member]) -> dict[str, Point]:
    groups = {
        group.number: [member.id for member in group.members if member.id in members]
        for group in alike.communities
    }
    ties: dict[tuple[int, int], float] = defaultdict(float)
    for pair in alike.pairs:
        if pair.a in members and pair.b in members:
            low, high = sorted((members[pair.a].community, members[pair.b].community))
            ties[low, high] += pair.score if low != high else 0
    centres = discs.centres(
        {number: discs.radius(len(ids), _APART) for number, ids in groups.items()}, ties, _GAP
    )
    return {
        member: spot
        for number, ids in groups.items()
        for member, spot in discs.sunflower(ids, centres[number], _APART).items()
    }


def _one(community: Community, pairs: list[ScoredPair]) -> dict[str, Point]:
    boxes = {member.id: box(wrapped(member.title)) for member in community.members}
    return placed(boxes, [(pair.a, pair.b) for pair in pairs], community.best.id, {})


def _colour(state: State, member: Member, offices: dict[Office, int]) -> Colour:
    if state.colour == "community":
        return colour(member.community - 1)
    return (
        colour(offices[member.ministries[0]])
        if member.ministries
        else {"light": "#808080", "dark": "#909090"}
    )


def _node(
    words: Words, member: Member, place: Point, tone: Colour, bridge: bool, named: bool
) -> network.Node:
    offices = words.listed(
        [naming.in_language(words, office.name, office.english) for office in member.ministries]
    )
    tip = "\n".join(
        filter(
            None,
            (
                member.title,
                offices,
                words("overlap.of_community", n=member.community),
                words("overlap.bridge") if bridge else "",
            ),
        )
    )
    if named:
        return network.Node(
            member.id,
            ("◆ " if bridge else "") + wrapped(member.title),
            tip,
            tone,
            "box",
            place,
            strong=bridge,
        )
    return network.Node(
        member.id,
        "",
        tip,
        tone,
        "diamond" if bridge else "dot",
        place,
        strong=bridge,
        size=round((11 if bridge else 6) + min(member.strength, 12) * 0.4, 1),
    )


def _heading(words: Words, community: Community, places: dict[str, Point]) -> network.Node:
    x = places[community.best.id][0]
    above = min(places[member.id][1] for member in community.members if member.id in places)
    return network.Node(
        f"{_GROUP}{community.number}",
        wrapped(group_name(words, community), 10, 2),
        words("overlap.open_community"),
        colour(community.number - 1),
        "text",
        (x, above - 44),
    )


def _edge(words: Words, pair: ScoredPair, members: dict[str, Member]) -> network.Edge:
    grade = f"{pair.grade} {words(f'grade.{pair.grade}')}"
    tip = f"{members[pair.a].title}\n⇄ {members[pair.b].title}\n{grade} · {pair.score:.2f}"
    return network.Edge(
        f"{pair.a}{_JOINED}{pair.b}",
        pair.a,
        pair.b,
        tip,
        relation=grade,
        dashed=members[pair.a].community != members[pair.b].community,
        width=round(0.4 + 5 * pair.score**2, 2),
        arrow=False,
    )

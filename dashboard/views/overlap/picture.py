"""The picture of the communities: all of them as discs of measures, or one with the names of its
measures.
"""

from __future__ import annotations

import colorsys
from collections import Counter
from functools import cache
from itertools import chain
from typing import Any

from dashboard.picture import discs, network
from dashboard.picture.labels import box, wrapped
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
_GROUP = "community:"
Colour = dict[str, str]


@cache
def colour(place: int) -> Colour:
    """The colour of the place-th of many things, for a light and a dark ground: each as far from
    the earlier ones as there is room.
    """
    hue = (0.58 + place * 0.618034) % 1
    tones = {"light": (0.42 if place % 2 else 0.5, 0.62), "dark": (0.62 if place % 2 else 0.7, 0.6)}
    return {
        ground: (
            "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, *tone))
        )
        for ground, tone in tones.items()
    }


def ministries(found: Communities) -> tuple[Office, ...]:
    """The ministries of all measures, those with the most first: the order of their colours."""
    counted = Counter(
        chain.from_iterable(
            member.ministries[:1] for community in found.communities for member in community.members
        )
    )
    return tuple(sorted(counted, key=lambda office: (-counted[office], office.id)))


def group_of(node: str) -> int:
    """The community that a node of the picture stands for; 0 for a measure."""
    return int(node.removeprefix(_GROUP)) if node.startswith(_GROUP) else 0


def group_name(words: Words, community: Community) -> str:
    """A community by its number and the problems that its pairs share most, else by its
    best-connected measure.
    """
    names = [words.name(name) for name, _ in community.problems[:2]]
    return f"{community.number} {words.listed(names) or community.best.title}"


def data(words: Words, state: State, found: Communities) -> dict[str, Any]:
    """The picture as the component takes it: of the chosen community, or of all."""
    chosen = next((each for each in found.communities if each.number == state.community), None)
    members = _members(found, chosen)
    pairs = [pair for pair in found.pairs if pair.a in members and pair.b in members]
    places = _one(chosen, pairs) if chosen else _all(found, members)
    marked = {member.id for member in found.bridges[:BRIDGES]}
    offices = {office: place for place, office in enumerate(ministries(found))}
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
            _heading(words, each, places) for each in found.communities if each.best.id in members
        ]
    name = f"{state.asked}|{state.community}"
    return {
        **network.as_data(network.network(nodes, [_edge(words, pair, members) for pair in pairs])),
        "picture": name,
        "selected": state.measure or None,
        "root": chosen.best.id if chosen else "",
        "file": f"shisaku-overlap-{state.community or 'communities'}",
        "words": (
            {each: words(f"picture.{each}") for each in ("nearer", "farther", "fit", "png")}
            | {"picture": words("overlap.network"), "outside": words("picture.outside", n="{n}")}
        ),
    }


def left_out(found: Communities) -> int:
    """How many measures the picture of all communities has no room for."""
    return max(0, sum(len(community.members) for community in found.communities) - MOST)


def _members(found: Communities, chosen: Community | None) -> dict[str, Member]:
    """The measures that are drawn; of too many the best-connected of each community."""
    groups = [chosen] if chosen else found.communities
    share = min(1.0, MOST / max(1, sum(len(group.members) for group in groups)))
    return {
        member.id: member
        for group in groups
        for member in group.members[: max(1, int(len(group.members) * share))]
    }


def _all(found: Communities, members: dict[str, Member]) -> dict[str, Point]:
    groups = {
        each.number: [member.id for member in each.members if member.id in members]
        for each in found.communities
    }
    ties: Counter[tuple[int, int]] = Counter()
    for pair in found.pairs:
        if pair.a in members and pair.b in members:
            one, other = sorted((members[pair.a].community, members[pair.b].community))
            ties[one, other] += pair.score if one != other else 0
    centres = discs.centres(
        {number: discs.radius(len(own), _APART) for number, own in groups.items()}, ties, _GAP
    )
    return {
        member: spot
        for number, own in groups.items()
        for member, spot in discs.sunflower(own, centres[number], _APART).items()
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
            False,
            place,
            strong=bridge,
        )
    return network.Node(
        member.id,
        "",
        tip,
        tone,
        False,
        place,
        strong=bridge,
        shape="diamond" if bridge else "dot",
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
        False,
        (x, above - 44),
        shape="text",
    )


def _edge(words: Words, pair: ScoredPair, members: dict[str, Member]) -> network.Edge:
    tip = (
        f"{members[pair.a].title}\n⇄ {members[pair.b].title}\n{pair.grade}"
        f" {words(f'grade.{pair.grade}')} · {pair.score:.2f}"
    )
    return network.Edge(
        f"{pair.a}~{pair.b}",
        pair.a,
        pair.b,
        tip,
        dashed=members[pair.a].community != members[pair.b].community,
        width=round(0.4 + 5 * pair.score**2, 2),
        arrow=False,
    )

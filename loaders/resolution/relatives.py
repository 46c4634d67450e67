"""What is a part of what, and what came after what: by the names, by what pages say of it, by a
judged pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.resolution.by_hand import Judged
from loaders.resolution.evidence import Telling, Weights
from loaders.resolution.index import Names
from loaders.resolution.names import bare
from loaders.text.lines import plain

Edge = tuple[int, int]
# what opens an item of a list, also in the middle of a line that two columns share
_ITEM = re.compile(r"(?:^\s*[●•⚫・■□◆◇○〇◯✓➢▶►]|[①-⑳➀-➉⑴-⒇]|[(（][0-9０-９]{1,2}[)）])")
_ONE_SUBJECT = 0.4  # cosine of the pages of a measure and of one that it lists
_SHORTEST_LISTED = 8  # letters of a name that is looked for in other pages


@dataclass(frozen=True)
class Kinship:
    """Edges between groups: (part, whole) and (later, earlier), sorted."""

    part_of: tuple[Edge, ...]
    succeeds: tuple[Edge, ...]


def kinship(
    tellings: Sequence[Telling],
    members: Sequence[Sequence[int]],
    judged: Sequence[Judged],
    weights: Weights,
    order: Mapping[str, int],
) -> Kinship:
    """The edges. `order` ranks the documents by date. What is judged different or the same is no
    kin, whatever the names say.
    """
    names = Names(tellings, members)
    group_of = {place: group for group, places in enumerate(members) for place in places}
    at = {telling.id: place for place, telling in enumerate(tellings)}
    verdicts = _verdicts(judged, at, group_of)
    settled = {frozenset(edge) for edge, _ in verdicts}
    groups = {group: [tellings[place] for place in places] for group, places in enumerate(members)}
    found = {
        edge
        for place, telling in enumerate(tellings)
        for edge in _parts(group_of[place], telling, names, groups, weights)
    }
    parts = {edge for edge in found if len(set(edge)) == 2 and frozenset(edge) not in settled}
    later = {
        edge
        for edge in _successors(tellings, group_of, order)
        if len(set(edge)) == 2 and frozenset(edge) not in settled
    }
    parts |= {edge for edge, verdict in verdicts if verdict == "part_of"}
    later |= {edge for edge, verdict in verdicts if verdict == "successor_of"}
    return Kinship(_without_circles(parts), _without_circles(later))


def _verdicts(
    judged: Sequence[Judged], at: Mapping[str, int], group_of: Mapping[int, int]
) -> list[tuple[Edge, str]]:
    return [
        ((group_of[at[row.a]], group_of[at[b]]), row.judged)
        for row in judged
        if row.a in at
        for b in row.b
        if b in at
    ]


def _without_circles(edges: set[Edge]) -> tuple[Edge, ...]:
    """The edges in order, without those that would lead back to where they came from."""
    above: dict[int, set[int]] = defaultdict(set)
    kept = []
    for low, high in sorted(edges):
        if low in above[high] or low == high:
            continue
        kept.append((low, high))
        below = {one for one, over in above.items() if low in over} | {low}
        for one in below:
            above[one] |= {high} | above[high]
    return tuple(kept)


# --- parts ----------------------------------------------------------------------------------------


def _parts(
    own: int,
    telling: Telling,
    names: Names,
    groups: Mapping[int, Sequence[Telling]],
    weights: Weights,
) -> Iterator[Edge]:
    """(part, whole) edges that the title and the page of a telling of group `own` give."""
    for whole in telling.name.wholes:
        yield from [
            (own, group) for group in names.groups_of(whole) if _may_be_kin(telling, groups[group])
        ][:1]
    for piece in telling.name.pieces:
        if (group := names.group_of(piece.title)) is not None and _may_be_kin(
            telling, groups[group]
        ):
            yield group, own
    for related in telling.appearance.related:
        if related.relation == "part_of" and (group := names.group_of(related.name)) is not None:
            yield own, group
    for name in _listed(telling):
        if (group := names.group_of(name)) is not None and _may_be_kin(telling, groups[group]):
            if max(weights.text(telling.id, other.id) for other in groups[group]) >= _ONE_SUBJECT:
                yield group, own


def _may_be_kin(telling: Telling, others: Sequence[Telling]) -> bool:
    """Whether no other ministry than the telling's own runs the others."""
    theirs = {ministry for other in others for ministry in other.ministries}
    return not theirs or not telling.ministries or bool(theirs & telling.ministries)


def _listed(telling: Telling) -> Iterator[str]:
    """The items of lists where the measure itself is told: what may be a measure of its own."""
    told = range(telling.appearance.line_start, telling.appearance.line_end + 1)
    for line in (line for line in telling.page.lines if line.number in told):
        for item in _ITEM.split(line.text)[1:]:
            if len(bare(item)) >= _SHORTEST_LISTED:
                yield plain(item).split("…")[0].strip()


# --- successors -----------------------------------------------------------------------------------


def _successors(
    tellings: Sequence[Telling], group_of: Mapping[int, int], order: Mapping[str, int]
) -> Iterator[Edge]:
    """(later, earlier): a course of one name that stands under another programme of the same
    ministry in a later document.
    """
    courses: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        if telling.name.course:
            courses[telling.name.course].append(place)
    for places in courses.values():
        for a in places:
            for b in places:
                one, other = tellings[a], tellings[b]
                if (
                    order[one.appearance.document] > order[other.appearance.document]
                    and one.ministries & other.ministries
                ):
                    yield group_of[a], group_of[b]

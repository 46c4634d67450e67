"""What is a part of what, and what came after what: by the names, by what pages say of it, by a
judged pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.evidence import NamedAppearance, Weights
from loaders.resolution.index import Names
from loaders.resolution.names import bare
from loaders.text.lines import plain

Edge = tuple[int, int]
# what opens an item of a list, also in the middle of a line that two columns share
_ITEM = re.compile(r"(?:^\s*[●•⚫・■□◆◇○〇◯✓➢▶►]|[①-⑳➀-➉⑴-⒇]|[(（][0-9０-９]{1,2}[)）])")
_ONE_SUBJECT = 0.4  # cosine of the pages of a measure and of one that it lists
_SHORTEST_LISTED = 8  # letters of a name that is looked for in other pages


@dataclass(frozen=True)
class Relatives:
    """Edges between groups of appearances, sorted."""

    part_of: tuple[Edge, ...]
    """Pairs of part and whole."""
    succeeds: tuple[Edge, ...]
    """Pairs of the later and the earlier."""


def relatives(
    named: Sequence[NamedAppearance],
    members: Sequence[Sequence[int]],
    by_hand: Sequence[HandVerdict],
    weights: Weights,
    order: Mapping[str, int],
) -> Relatives:
    """The edges. `order` ranks the documents by date. What is judged different or the same is
    never related, whatever the names say.
    """
    names = Names(named, members)
    group_of = {place: group for group, places in enumerate(members) for place in places}
    at = {entry.id: place for place, entry in enumerate(named)}
    verdicts = _verdicts(by_hand, at, group_of)
    settled = {frozenset(edge) for edge, _ in verdicts}
    groups = {group: [named[place] for place in places] for group, places in enumerate(members)}
    edges = {
        edge
        for place, entry in enumerate(named)
        for edge in _parts(group_of[place], entry, names, groups, weights)
    }
    parts = {edge for edge in edges if len(set(edge)) == 2 and frozenset(edge) not in settled}
    later = {
        edge
        for edge in (
            *_successors(named, group_of, order),
            *_said_to_succeed(named, group_of, names),
        )
        if len(set(edge)) == 2 and frozenset(edge) not in settled
    }
    parts |= {edge for edge, verdict in verdicts if verdict == "part_of"}
    later |= {edge for edge, verdict in verdicts if verdict == "successor_of"}
    return Relatives(_without_circles(parts), _without_circles(later))


def _verdicts(
    by_hand: Sequence[HandVerdict], at: Mapping[str, int], group_of: Mapping[int, int]
) -> list[tuple[Edge, str]]:
    return [
        ((group_of[at[row.a]], group_of[at[b]]), row.verdict)
        for row in by_hand
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
        below = {lower for lower, over in above.items() if low in over} | {low}
        for lower in below:
            above[lower] |= {high} | above[high]
    return tuple(kept)


# --- parts ----------------------------------------------------------------------------------------


def _parts(
    its_group: int,
    entry: NamedAppearance,
    names: Names,
    groups: Mapping[int, Sequence[NamedAppearance]],
    weights: Weights,
) -> Iterator[Edge]:
    """(part, whole) edges that the title and the page of an appearance of group `own` give."""
    for whole in entry.name.wholes:
        yield from [
            (its_group, group)
            for group in names.groups_of(whole)
            if _may_be_related(entry, groups[group])
        ][:1]
    for piece in entry.name.pieces:
        if (group := names.group_of(piece.title)) is not None and _may_be_related(
            entry, groups[group]
        ):
            yield group, its_group
    for related in entry.appearance.related:
        if related.relation == "part_of" and (group := names.group_of(related.name)) is not None:
            yield its_group, group
        if related.relation == "has_part" and (group := names.listed(related.name)) is not None:
            if _may_be_related(entry, groups[group]):
                yield group, its_group
    for name in _listed(entry):
        if (group := names.group_of(name)) is not None and _may_be_related(entry, groups[group]):
            if (
                max(weights.text(entry.id, entry_of_group.id) for entry_of_group in groups[group])
                >= _ONE_SUBJECT
            ):
                yield group, its_group


def _may_be_related(entry: NamedAppearance, named: Sequence[NamedAppearance]) -> bool:
    """Whether no other ministry than its own runs the others."""
    theirs = {ministry for other_entry in named for ministry in other_entry.ministries}
    return not theirs or not entry.ministries or bool(theirs & entry.ministries)


def _listed(entry: NamedAppearance) -> Iterator[str]:
    """The items of lists where the measure itself is told: what may be a measure of its own."""
    stretch = range(entry.appearance.line_start, entry.appearance.line_end + 1)
    for line in (line for line in entry.page.lines if line.number in stretch):
        for item in _ITEM.split(line.text)[1:]:
            if len(bare(item)) >= _SHORTEST_LISTED:
                yield plain(item).split("…")[0].strip()


# --- successors -----------------------------------------------------------------------------------


def _successors(
    named: Sequence[NamedAppearance], group_of: Mapping[int, int], order: Mapping[str, int]
) -> Iterator[Edge]:
    """(later, earlier): a course of one name that stands under another programme of the same
    ministry in a later document.
    """
    courses: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(named):
        if entry.name.course:
            courses[entry.name.course].append(place)
    for places in courses.values():
        for a in places:
            for b in places:
                later, earlier = named[a], named[b]
                if (
                    order[later.appearance.document] > order[earlier.appearance.document]
                    and later.ministries & earlier.ministries
                ):
                    yield group_of[a], group_of[b]


def _said_to_succeed(
    named: Sequence[NamedAppearance], group_of: Mapping[int, int], names: Names
) -> Iterator[Edge]:
    """(later, earlier): a measure whose page says what it was or has come from before."""
    for place, entry in enumerate(named):
        for related in entry.appearance.related:
            if related.relation == "succeeds":
                group = names.group_of(related.name)
                if group is not None:
                    yield group_of[place], group

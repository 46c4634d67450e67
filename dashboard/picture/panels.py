"""Where boxes stand by group, and how lines lead from one to another: groups under headings, in
columns of boxes of one width; lines run in the lanes between the columns, each net of lines with
one hub on a track of its own, and over the top from column to column, so none runs through a box.

Coordinates are pixels of the picture, x to the right and y down, the corner of the first column at
(0, 0).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Size = tuple[float, float]
TALL = 640.0  # that the columns become at most before they are filled evenly, so that all is seen
_ROW, _GROUP = 7.0, 15.0  # below a box or heading, and below a group
_TRACK, _BESIDE = 6.0, 13.0  # from track to track of a lane, and from its tracks to the boxes
_OVER = 12.0  # from the lowest track over the columns to their tops
_TOP = float("-inf")  # where a line on its way over the columns is


@dataclass(frozen=True)
class Group:
    """Boxes under a heading."""

    heading: str
    """The id of the heading."""
    members: Sequence[str]
    """The ids of the boxes, from the top."""
    again: str = ""
    """The id of the heading over those that stand in a further column; empty: all stay together."""


@dataclass
class Panels:
    """Groups as they were laid out."""

    places: dict[str, Point] = field(default_factory=dict)
    """The middle of each box and heading."""
    column: dict[str, int] = field(default_factory=dict)
    """The column that each stands in, from 0."""
    lanes: list[float] = field(default_factory=list)
    """Where the first track of the lane to the right of each column is."""
    tracks: dict[tuple[str, int], int] = field(default_factory=dict)
    """By hub and lane the track that the net of lines takes there, and over the columns in lane
    -1. The first of each is kept for `way` without a net.
    """

    def way(self, start: str, end: str, net: str = "") -> list[Point]:
        """The corners of the line from one box to another, without the boxes; with the tracks of
        the net of this hub, of itself those that are kept for what is chosen.
        """
        height = {_TOP: -_OVER - _TRACK * self.tracks.get((net, -1), 0)}
        return [
            (self.lanes[lane] + _TRACK * self.tracks.get((net, lane), 0), height.get(y, y))
            for lane, y in _stops(self, start, end)
        ]


def laid(
    groups: Sequence[Group],
    sizes: Mapping[str, Size],
    count: int,
    nets: Mapping[str, Iterable[str]] | None = None,
) -> Panels:
    """Groups in at most so many columns, from top to bottom, then to the right; `sizes`: width and
    height of every box and heading; `nets`: for each hub the boxes to which lines lead from it.
    """
    done = Panels()
    columns = _columns(groups, sizes, count)
    for number, column in enumerate(columns):
        _stack(done, number, column, sizes)
    used = _tracks(done, nets or {})
    left = 0.0
    for number, column in enumerate(columns):
        wide = max(sizes[box][0] for panel in column for box in (panel.heading, *panel.members))
        for panel in column:
            for box in (panel.heading, *panel.members):
                done.places[box] = (left + sizes[box][0] / 2, done.places[box][1])
        done.lanes.append(left + wide + _BESIDE)
        left += wide + 2 * _BESIDE + _TRACK * used.get(number, 0)
    return done


def fits(groups: Sequence[Group], sizes: Mapping[str, Size], count: int) -> bool:
    """Whether so many columns hold the groups within TALL."""
    return len(_filled(groups, sizes, TALL)) <= count


def height(column: Sequence[Group], sizes: Mapping[str, Size]) -> float:
    """How high a column of groups is."""
    return sum(_tall(group, sizes) for group in column)


def _tall(group: Group, sizes: Mapping[str, Size]) -> float:
    return sum(sizes[box][1] + _ROW for box in (group.heading, *group.members)) + _GROUP


def _columns(groups: Sequence[Group], sizes: Mapping[str, Size], count: int) -> list[list[Group]]:
    """The groups in as few columns as keep within TALL, else in all of them, as low as can be."""
    whole = height(groups, sizes)
    most = max(TALL, whole / count)
    while len(parted := _filled(groups, sizes, most)) > count:
        most *= 1.02
    return parted


def _filled(groups: Sequence[Group], sizes: Mapping[str, Size], most: float) -> list[list[Group]]:
    """The groups in columns that are no higher than `most`, but for a group that is by itself."""
    columns: list[list[Group]] = [[]]
    rest = list(reversed(groups))
    while rest:
        group = rest.pop()
        room = most - height(columns[-1], sizes)
        if _tall(group, sizes) <= room:
            columns[-1].append(group)
            continue
        fits = _fitting(group, sizes, room) if group.again else 0
        if fits:
            columns[-1].append(Group(group.heading, group.members[:fits]))
            rest.append(Group(group.again, group.members[fits:], f"{group.again}+"))
        elif columns[-1]:
            rest.append(group)
        else:
            columns[-1].append(group)
            continue
        columns.append([])
    return [column for column in columns if column]


def _fitting(group: Group, sizes: Mapping[str, Size], room: float) -> int:
    """How many members of a group there is room for, so that two are left at least on each side;
    0: none.
    """
    fits = len(group.members) - 2
    while fits >= 2 and _tall(Group(group.heading, group.members[:fits]), sizes) > room:
        fits -= 1
    return fits if fits >= 2 else 0


def _stack(done: Panels, number: int, column: Sequence[Group], sizes: Mapping[str, Size]) -> None:
    top = 0.0
    for group in column:
        for box in (group.heading, *group.members):
            done.places[box] = (0.0, round(top + sizes[box][1] / 2, 1))
            done.column[box] = number
            top += sizes[box][1] + _ROW
        top += _GROUP


def _stops(done: Panels, start: str, end: str) -> list[tuple[int, float]]:
    """The lanes and heights where the line between two boxes turns."""
    here, there = done.column[start], done.column[end]
    first, last = done.places[start][1], done.places[end][1]
    # the lane beside the box that is towards the other one
    out = here if there >= here else here - 1
    into = there if there <= here else there - 1
    if out == into:
        return [(out, first), (into, last)]
    return [(out, first), (out, _TOP), (into, _TOP), (into, last)]


def _tracks(done: Panels, nets: Mapping[str, Iterable[str]]) -> dict[int, int]:
    """Gives each net the first track of each lane where it meets no other; how many tracks each
    lane has.
    """
    taken: dict[int, list[tuple[int, float, float]]] = defaultdict(list)
    used: dict[int, int] = defaultdict(int)
    for hub, ends in nets.items():
        for lane, (low, high) in sorted(_spans(done, hub, ends).items()):
            busy = {track for track, a, b in taken[lane] if a <= high and b >= low}
            track = next(each for each in range(1, len(taken[lane]) + 2) if each not in busy)
            taken[lane].append((track, low, high))
            done.tracks[hub, lane] = track
            used[lane] = max(used[lane], track)
    return used


def _spans(done: Panels, hub: str, ends: Iterable[str]) -> dict[int, tuple[float, float]]:
    """The part of each lane that a net takes, from top to bottom; over the columns (-1) from lane
    to lane.
    """
    reached: dict[int, list[float]] = defaultdict(list)
    for end in ends:
        stops = _stops(done, hub, end)
        for lane, y in stops:
            reached[lane].append(y)
        if len(stops) > 2:
            reached[-1] += [float(lane) for lane, _ in stops]
    return {lane: (min(at), max(at)) for lane, at in reached.items()}

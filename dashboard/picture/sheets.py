"""Where things stand that hang on one another: each opened thing heads a sheet, below it its
neighbours in columns, by relation under a heading each. Lines run along the gutters between the
columns, so none runs through a box; a further sheet stands to the right of those before, so that
nothing moves.

Coordinates are pixels of the picture, x to the right and y down, the first sheet's corner at
(0, 0).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.picture.labels import LINE, PADDING, PIXELS, box, wrapped

Point = tuple[float, float]
Size = tuple[float, float]
Frame = tuple[float, float, float, float]  # left, top, right, bottom

WIDE = 246.0  # of the boxes in a column
TALL = 640.0  # of a sheet, so that all of it can be read at once
IN_LINE = (WIDE - PADDING[0]) / PIXELS  # full-width characters in a line of a label
_LINES = 3  # of a label
INDENT = 34.0  # from a column's line to its boxes
GUTTER = 26.0  # between the boxes of a column and the line of the next
_STEM = 16.0  # from a column's line to the line of a group
_ROW, _GROUP, _HEAD = 7.0, 13.0, 15.0  # below a box, a group, the head of a sheet
_ABOVE = 14.0  # from the top of the sheets to the way over them
_APART = 56.0  # between two sheets
MOST_COLUMNS = 3


def in_lines(text: str, wide: float = WIDE) -> str:
    """A text as it stands in a box of so many pixels."""
    return wrapped(text, (wide - PADDING[0]) / PIXELS, _LINES)


def room_for(groups: Iterable[Sequence[str]]) -> bool:
    """Whether one sheet holds groups of boxes with these texts, each under a heading."""
    talls = [
        sum(box(in_lines(text))[1] + _ROW for text in group) + LINE + _ROW + _GROUP
        for group in groups
    ]
    full = [0.0] * MOST_COLUMNS
    for tall in sorted(talls, reverse=True):
        full[full.index(min(full))] += tall
    return max(full) <= TALL - 2 * LINE - PADDING[1] - 2 * _HEAD


@dataclass(frozen=True)
class Group:
    """Neighbours by one relation."""

    heading: str
    """The id of the heading over them."""
    members: Sequence[str]
    """The ids of the boxes, from the top; the last one may say how many more there are."""
    unjoined: frozenset[str] = frozenset()
    """Those of them that no line leads to."""


@dataclass(frozen=True)
class Sheet:
    """What was opened from one thing."""

    head: str
    """The id of the box that stands over the groups."""
    groups: Sequence[Group]
    """The groups, in the order of reading."""
    origin: str = ""
    """The id of the box on another sheet from which a line leads to the head; none if empty."""
    tall: float = TALL
    """So high it may become before it takes another column."""


@dataclass
class Laid:
    """Sheets as they were laid out."""

    places: dict[str, Point] = field(default_factory=dict)
    """The middle of each box."""
    frames: list[Frame] = field(default_factory=list)
    """The room that each sheet takes."""
    stems: dict[str, Point] = field(default_factory=dict)
    """For each joined member: where the line of its group passes it."""
    pieces: dict[tuple[Point | str, Point | str], None] = field(default_factory=dict)
    """Pieces of line, each from a point or box to another."""
    gutters: dict[str, float] = field(default_factory=dict)
    """For each box of a column: the x of the free way to the right of it."""

    def way(self, *stops: Point | str) -> None:
        """A line over these stops."""
        self.pieces |= dict.fromkeys((a, b) for a, b in pairwise(stops) if a != b)

    def between(self, start: str, end: str) -> list[Point | str]:
        """The stops of a free way from one box to another, the boxes themselves among them: along
        the gutter, where they are in two columns over the top.
        """
        here, there = self.out(start), self.out(end)
        over = min((frame[1] for frame in self.frames), default=0.0) - _ABOVE
        stops = (
            [here, there]
            if here[0] == there[0]
            else [here, (here[0], over), (there[0], over), there]
        )
        ends = (self.places[start], self.places[end])
        return [start, *(stop for stop in stops if stop not in ends), end]

    def out(self, box: str) -> Point:
        """Where a box reaches the free way beside it, or, of a head, above it."""
        x, y = self.places[box]
        return (self.gutters.get(box, x), y)


def columns(sheet: Sheet, sizes: Mapping[str, Size]) -> list[list[Group]]:
    """The groups in as few columns as keep the sheet within its height, at most MOST_COLUMNS, each
    in the order given.
    """
    for count in range(1, MOST_COLUMNS + 1):
        parted = _parted(sheet.groups, sizes, count)
        if height(parted, sizes) <= sheet.tall - sizes[sheet.head][1] - _HEAD:
            break
    return parted


def height(parted: Iterable[Sequence[Group]], sizes: Mapping[str, Size]) -> float:
    """How high the highest of some columns is."""
    return max((sum(_tall(group, sizes) for group in column) for column in parted), default=0.0)


def laid(sheets: Sequence[Sheet], sizes: Mapping[str, Size]) -> Laid:
    """The sheets beside each other; `sizes`: width and height of every box, headings included."""
    done = Laid()
    left = 0.0
    for place, sheet in enumerate(sheets):
        parted = columns(sheet, sizes)
        _lay(done, sheet, parted, sizes, left)
        if sheet.origin in done.places:
            _join(done, sheet, left, place)
        left = done.frames[-1][2] + _APART
    return done


def _parted(groups: Sequence[Group], sizes: Mapping[str, Size], count: int) -> list[list[Group]]:
    """The highest groups first, each to the column that is least full."""
    full = [0.0] * count
    chosen: dict[str, int] = {}
    for group in sorted(groups, key=lambda one: (-_tall(one, sizes), one.heading)):
        chosen[group.heading] = full.index(min(full))
        full[chosen[group.heading]] += _tall(group, sizes)
    order = list(dict.fromkeys(chosen[group.heading] for group in groups))
    return [[group for group in groups if chosen[group.heading] == column] for column in order]


def _tall(group: Group, sizes: Mapping[str, Size]) -> float:
    return sum(sizes[box][1] + _ROW for box in (group.heading, *group.members)) + _GROUP


def _lay(
    done: Laid,
    sheet: Sheet,
    parted: Sequence[Sequence[Group]],
    sizes: Mapping[str, Size],
    left: float,
) -> None:
    """Puts the boxes of one sheet in their places, and its lines."""
    wide, tall = sizes[sheet.head]
    if sheet.head not in done.places:
        done.places[sheet.head] = (left + wide / 2, tall / 2)
    bar, bottom, right = tall + _HEAD, tall, left
    stops: list[Point] = [(left + wide / 2, bar)]
    for column in parted:
        line, top = right + (GUTTER if right > left else 6), bar + _HEAD / 2
        boxes = [sizes[box][0] for group in column for box in group.members]
        right = line + INDENT + max([WIDE, *boxes])
        for group in column:
            top = _put(done, group, sizes, line, top, right)
        done.way((line, bar), (line, done.places[column[-1].heading][1]))
        stops.append((line, bar))
        bottom = max(bottom, top - _GROUP - _ROW)
    right = max(right, left + wide)
    if parted:
        start = (left + wide / 2, tall) if sheet.origin else sheet.head  # no line below a heading
        done.way(start, stops[0])
        done.way((min(x for x, _ in stops), bar), (max(x for x, _ in stops), bar))
    done.frames.append((left, 0.0, right, bottom))


def _put(
    done: Laid, group: Group, sizes: Mapping[str, Size], line: float, top: float, right: float
) -> float:
    """Puts a group below `top`; gives where the next may begin."""
    wide, tall = sizes[group.heading]
    middle = top + tall / 2
    done.places[group.heading] = (line + _STEM / 2 + wide / 2, middle)
    done.way((line, middle), (line + _STEM / 2 - 2, middle))
    top += tall + _ROW
    stem, last = line + _STEM, top
    for member in group.members:
        wide, tall = sizes[member]
        done.places[member] = (line + INDENT + wide / 2, top + tall / 2)
        done.gutters[member] = right + GUTTER / 2
        if member not in group.unjoined:
            last = top + tall / 2
            done.stems[member] = (stem, last)
        top += tall + _ROW
    if any(member in done.stems for member in group.members):
        done.way((stem, middle + sizes[group.heading][1] / 2), (stem, last))
    return top + _GROUP


def _join(done: Laid, sheet: Sheet, left: float, place: int) -> None:
    """The line from where a sheet was opened to its head, over the top of the sheets."""
    x, y = done.out(sheet.origin)
    over, before = -_ABOVE - 6 * place, left - _APART / 3
    _, middle = done.places[sheet.head]
    beside = [(x, y)] if sheet.origin in done.gutters else []
    done.way(sheet.origin, *beside, (x, over), (before, over), (before, middle), (left - 4, middle))

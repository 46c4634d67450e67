"""Groups in columns, and lines in the lanes between them."""

from __future__ import annotations

import itertools

import pytest

from dashboard.picture.panels import TALL, Group, Panels, Size, fits, laid
from tests.dashboard.picture.crossings import Frame, runs_through

WIDE, HEIGHT = 200.0, 30.0


def _groups(*counts: int, again: bool = True) -> tuple[list[Group], dict[str, Size]]:
    groups = [
        Group(f"g{number}", [f"{number}-{each}" for each in range(count)], again * f"g{number}+")
        for number, count in enumerate(counts)
    ]
    sizes = {member: (WIDE, HEIGHT) for group in groups for member in group.members}
    headings = [group.heading + "+" * more for group in groups for more in range(4)]
    return groups, sizes | dict.fromkeys(headings, (90.0, 20.0))


def _frames(panels: Panels, sizes: dict[str, Size]) -> dict[str, Frame]:
    return {
        box: (
            x - sizes[box][0] / 2,
            y - sizes[box][1] / 2,
            x + sizes[box][0] / 2,
            y + sizes[box][1] / 2,
        )
        for box, (x, y) in panels.places.items()
    }


def _apart(one: Frame, other: Frame) -> bool:
    return one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_boxes_and_headings_stand_apart_and_a_long_group_goes_on_under_a_heading() -> None:
    groups, sizes = _groups(20, 7, 3)
    panels = laid(groups, sizes, 3)
    frames = _frames(panels, sizes)
    assert all(_apart(a, b) for a, b in itertools.combinations(frames.values(), 2))
    assert max(bottom for *_, bottom in frames.values()) <= TALL
    assert panels.column["g0"] == 0 and panels.column["g0+"] == 1
    assert {panels.column[f"0-{each}"] for each in range(20)} == {0, 1}
    assert set(sizes) - set(panels.places) == {
        node for node in sizes if "+" in node and node != "g0+"
    }, "every box has a place, and no heading more than there are parts"


def test_groups_that_stay_together_do_even_where_they_are_too_high() -> None:
    groups, sizes = _groups(30, 2, 2, 2, again=False)
    panels = laid(groups, sizes, 2)
    assert {panels.column[member] for member in groups[0].members} == {0}
    assert {panels.column[group.heading] for group in groups[1:]} == {1}
    assert not fits(groups, sizes, 1) and fits(groups, sizes, 2)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_no_line_runs_through_a_box_whatever_it_joins(count: int) -> None:
    groups, sizes = _groups(9, 8, 8, 5)
    members = [member for group in groups for member in group.members]
    nets = {hub: [other for other in members if other > hub] for hub in members[::5]}
    panels = laid(groups, sizes, count, nets)
    frames = _frames(panels, sizes)
    ways = [(hub, end, hub) for hub, ends in nets.items() for end in ends]
    ways += [(a, b, "") for a, b in itertools.permutations(members[::3], 2)]
    for start, end, net in ways:
        stops = [panels.places[start], *panels.way(start, end, net), panels.places[end]]
        others = [frame for box, frame in frames.items() if box not in (start, end)]
        for a, b in itertools.pairwise(stops):
            assert a[0] == b[0] or a[1] == b[1]
            assert not any(runs_through(a, b, frame) for frame in others), (start, end)


def test_nets_that_meet_in_a_lane_have_tracks_of_their_own_and_the_chosen_ones_another() -> None:
    groups, sizes = _groups(6, 6, again=False)
    nets = {"0-0": ["1-5"], "0-1": ["1-4", "1-3"], "0-5": ["0-4"], "1-0": ["0-0"]}
    sizes |= {"0-0": (WIDE, 300.0)}  # two columns
    panels = laid(groups, sizes, 2, nets)
    assert panels.column["1-0"] == 1
    at = {hub: panels.way(hub, ends[0], hub)[0][0] for hub, ends in nets.items()}
    assert len({at["0-0"], at["0-1"], at["1-0"], panels.way("0-0", "1-5")[0][0]}) == 4
    assert at["0-1"] == panels.way("0-1", "1-3", "0-1")[0][0], "lines of one hub share a track"


def test_the_same_groups_stand_the_same_each_time_whatever_is_chosen() -> None:
    groups, sizes = _groups(14, 9, 4)
    nets = {"0-0": ["1-1", "2-2"]}
    one, other = laid(groups, sizes, 3, nets), laid(groups, sizes, 3, nets)
    assert one == other
    other.way("0-0", "2-3")
    assert one == other

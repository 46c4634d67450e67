"""Sheets: groups in columns under headings, lines along the gutters, and nothing that moves."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from dashboard.picture.sheets import TALL, WIDE, Group, Laid, Sheet, laid, room_for
from tests.dashboard.picture.crossings import Frame, runs_through

SIZES = {"root": (WIDE, 44.5), "over": (90.0, 20.0)}
SIZES |= {f"h{number}": (150.0, 20.0) for number in range(9)}
SIZES |= {
    f"{letter}{number}": (WIDE, 28.0 + 16.25 * (number % 3))
    for letter in "abcdefx"
    for number in range(12)
}


def _groups(letters: str, each: int, first: int = 0) -> list[Group]:
    return [
        Group(f"h{first + place}", [f"{letter}{number}" for number in range(each)])
        for place, letter in enumerate(letters)
    ]


FIRST = Sheet("root", _groups("abcd", 7))
SECOND = Sheet("over", _groups("ef", 9, 4), origin="b3")
UNRELATED = Sheet("h8", _groups("x", 2, 7))


def _frames(done: Laid) -> dict[str, Frame]:
    return {
        box: (
            x - SIZES[box][0] / 2,
            y - SIZES[box][1] / 2,
            x + SIZES[box][0] / 2,
            y + SIZES[box][1] / 2,
        )
        for box, (x, y) in done.places.items()
    }


def _through(done: Laid, stops: list[tuple[float, float] | str]) -> list[tuple[object, str]]:
    """The pieces of a line over some stops that run through boxes besides its ends."""
    at = [done.places[stop] if isinstance(stop, str) else stop for stop in stops]
    ends = {stop for stop in stops if isinstance(stop, str)}
    return [
        (piece, box)
        for piece in pairwise(at)
        for box, frame in _frames(done).items()
        if box not in ends and runs_through(*piece, frame)
    ]


@pytest.mark.parametrize("sheets", [[FIRST], [FIRST, SECOND], [FIRST, SECOND, UNRELATED]])
def test_no_box_touches_another_and_no_line_runs_through_one(sheets: list[Sheet]) -> None:
    done = laid(sheets, SIZES)
    assert set(done.places) == {
        *(sheet.head for sheet in sheets),
        *(group.heading for sheet in sheets for group in sheet.groups),
        *(member for sheet in sheets for group in sheet.groups for member in group.members),
    }
    for (one, a), (other, b) in combinations(_frames(done).items(), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one, other)
    assert not [found for piece in done.pieces for found in _through(done, list(piece))]
    for member, stem in done.stems.items():
        assert not _through(done, [stem, member])


def test_any_two_boxes_can_be_joined_without_running_through_a_third() -> None:
    done = laid([FIRST, SECOND], SIZES)
    boxes = [box for box in done.places if not box.startswith(("h", "over"))]
    for one, other in combinations(boxes, 2):
        stops = done.between(one, other)
        assert (stops[0], stops[-1]) == (one, other)
        assert not _through(done, stops), (one, other)


def test_a_line_leads_from_where_a_sheet_was_opened_to_its_head() -> None:
    done = laid([FIRST, SECOND], SIZES)
    joined = {stop for piece in done.pieces for stop in piece}
    assert "b3" in joined
    left = done.frames[1][0]
    ends = [stop for stop in joined if not isinstance(stop, str) and left - 5 <= stop[0] < left]
    assert ends == [(left - 4, done.places["over"][1])]


def test_what_is_there_stays_where_it_is_when_more_is_opened() -> None:
    before, after = laid([FIRST], SIZES), laid([FIRST, SECOND, UNRELATED], SIZES)
    assert {box: after.places[box] for box in before.places} == before.places
    assert before.pieces.keys() <= after.pieces.keys()


def test_a_sheet_takes_another_column_before_it_is_too_high() -> None:
    low, high = (
        laid([Sheet("root", _groups("ab", 3))], SIZES),
        laid([Sheet("root", _groups("abc", 7))], SIZES),
    )
    assert low.frames[0][2] == pytest.approx(WIDE + 40)
    assert high.frames[0][2] > 2 * WIDE and high.frames[0][3] <= TALL


def test_groups_are_read_in_their_order_down_each_column_and_from_left_to_right() -> None:
    places = laid([FIRST], SIZES).places
    read = sorted((f"h{number}" for number in range(4)), key=lambda box: places[box])
    assert read[0] == "h0"
    for one, other in combinations(["h0", "h1", "h2", "h3"], 2):
        if places[one][0] == places[other][0]:
            assert places[one][1] < places[other][1]


def test_an_offer_of_more_is_placed_but_not_joined() -> None:
    done = laid([Sheet("root", [Group("h0", ["a0", "a1", "over"], frozenset({"over"}))])], SIZES)
    assert set(done.stems) == {"a0", "a1"}
    assert done.places["over"][1] > done.places["a1"][1]


def test_a_thing_without_neighbours_stands_alone() -> None:
    done = laid([Sheet("root", [])], SIZES)
    assert (list(done.places), list(done.pieces)) == (["root"], [])


def test_there_is_room_for_few_lines_and_not_for_many() -> None:
    assert room_for([["ちいさな町の相談窓口"] * 9] * 3)
    assert not room_for([["ちいさな町の相談窓口"] * 40])
    assert room_for([])

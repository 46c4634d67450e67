"""Pictures in columns: nothing touches, what belongs together stays together, the same each time,
few lines cross.
"""

from __future__ import annotations

import itertools

from dashboard.picture.labels import box, wrapped
from dashboard.picture.layers import Column, layered

LEFT = [["t3", "t2", "t1"], ["a"], ["b"], ["c"]]
MIDDLE = [[f"m{number}"] for number in range(9)]
RIGHT = [[f"r{number}"] for number in range(5)]
EDGES = [
    ("c", "m0"),
    ("c", "m1"),
    ("b", "m2"),
    ("t1", "m3"),
    ("t2", "m4"),
    ("t3", "m5"),
    ("a", "m6"),
    ("a", "m7"),
    ("b", "m8"),
    *((f"m{number}", f"r{number % 5}") for number in range(9)),
]
BOXES = {
    node: box(wrapped(node * 9, 12, 1 + place % 3))
    for place, node in enumerate(node for group in (*LEFT, *MIDDLE, *RIGHT) for node in group)
}
COLUMNS = [Column(LEFT), Column(MIDDLE), Column(RIGHT)]


def test_boxes_do_not_touch_and_columns_stand_beside_each_other() -> None:
    places = layered(COLUMNS, EDGES, BOXES)
    assert set(places) == set(BOXES)
    for a, b in itertools.combinations(BOXES, 2):
        apart = [
            abs(places[a][axis] - places[b][axis]) - (BOXES[a][axis] + BOXES[b][axis]) / 2
            for axis in (0, 1)
        ]
        assert max(apart) > 0, (a, b)
    assert max(places[node][0] for group in LEFT for node in group) < min(
        places[node][0] for group in MIDDLE for node in group
    )


def test_a_ladder_stays_in_its_order_with_nothing_between() -> None:
    places = layered(COLUMNS, EDGES, BOXES)
    down = sorted((node for group in LEFT for node in group), key=lambda node: places[node][1])
    first = down.index("t3")
    assert down[first : first + 3] == ["t3", "t2", "t1"]


def test_neighbours_are_brought_to_the_same_height() -> None:
    crossed = layered(
        [Column([["a"], ["b"]]), Column([["x"], ["y"]])],
        [("a", "y"), ("b", "x")],
        dict.fromkeys("abxy", (40.0, 20.0)),
    )
    assert (crossed["a"][1] < crossed["b"][1]) == (crossed["y"][1] < crossed["x"][1])


def test_the_same_columns_give_the_same_places() -> None:
    assert layered(COLUMNS, EDGES, BOXES) == layered(COLUMNS, EDGES, BOXES)


def test_nothing_to_show_is_no_places() -> None:
    assert layered([Column([]), Column([]), Column([])], [], {}) == {}

"""A treemap's boxes fill what they stand in, in proportion to their sums."""

from __future__ import annotations

import pytest

from dashboard.widgets.treemap import Tile, html, squarified

ROUNDED = 1e-3  # pixels


@pytest.mark.parametrize(
    ("sizes", "box"),
    [
        ([1.0], (0.0, 0.0, 100.0, 50.0)),
        ([6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], (0.0, 0.0, 600.0, 400.0)),
        ([1e12, 5e8, 3e8, 1.0], (10.0, 20.0, 360.0, 900.0)),
    ],
)
def test_areas_are_in_proportion_and_fill_the_box_without_overlap(
    sizes: list[float], box: tuple[float, float, float, float]
) -> None:
    left, top, width, height = box
    placed = squarified(sizes, box)
    scale = width * height / sum(sizes)
    assert [w * h for _, _, w, h in placed] == pytest.approx([size * scale for size in sizes])
    for x, y, w, h in placed:
        assert left - ROUNDED <= x and x + w <= left + width + ROUNDED
        assert top - ROUNDED <= y and y + h <= top + height + ROUNDED
    for number, (x, y, w, h) in enumerate(placed):
        for a, b, c, d in placed[:number]:
            apart = (
                x + w <= a + ROUNDED
                or a + c <= x + ROUNDED
                or y + h <= b + ROUNDED
                or b + d <= y + ROUNDED
            )
            assert apart


def test_boxes_are_near_squares() -> None:
    placed = squarified([6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], (0.0, 0.0, 600.0, 400.0))
    assert max(max(w / h, h / w) for _, _, w, h in placed) < 3


def test_nothing_and_no_room_give_no_error() -> None:
    assert squarified([], (0.0, 0.0, 10.0, 10.0)) == []
    assert squarified([2.0, 1.0], (0.0, 0.0, 0.0, 10.0)) == [(0.0, 0.0, 0.0, 0.0)] * 2


def test_text_is_escaped_and_links_can_be_picked() -> None:
    part = Tile("<b>", 1, "1円", "programmes?id=a&b", colour="executed-1")
    drawn = html([Tile("省", 3, "3円", "?office=x", "ministry:x", parts=(part,))], "金額")
    assert drawn.count('data-pick="ministry:x"') == 2, "once wide, once narrow"
    assert "&lt;b&gt;" in drawn and "programmes?id=a&amp;b" in drawn and "<b>" not in drawn

"""A heat map is a table of links, shaded by its numbers."""

from __future__ import annotations

from itertools import pairwise

from dashboard.widgets.heat_table import LEVELS, Grid, HeatCell, html, level


def test_every_cell_is_a_link_that_says_its_row_column_and_number() -> None:
    cells = [
        HeatCell("甲省", "一の柱", 9, "9", "overview?ministry=a", True, {"施策": "9"}),
        HeatCell("乙<省", "二の柱", 1, "1", "overview?ministry=b"),
    ]
    shown = html(Grid(cells, ["甲省", "乙<省"], ["一の柱", "二の柱"], "府省庁 × 柱"))
    assert 'href="overview?ministry=a" target="_self" aria-label="甲省 × 一の柱: 9"' in shown
    assert shown.count("<a ") == 2 and shown.count('aria-current="true"') == 1
    assert shown.count("<td></td>") == 2, "no pair, no link"
    assert "乙&lt;省" in shown and "乙<省" not in shown
    assert 'scope="row"' in shown and 'scope="col"' in shown


def test_heads_stand_upright_where_there_are_many() -> None:
    few, many = (html(Grid([], ["甲省"], [str(n) for n in range(count)], "")) for count in (3, 12))
    assert "upright" in many and "upright" not in few


def test_shades_grow_with_the_number_and_use_the_whole_scale() -> None:
    shades = [level(value, 100) for value in range(101)]
    assert shades[0] == 0 and shades[-1] == LEVELS - 1
    assert all(before <= after for before, after in pairwise(shades))
    assert level(0, 0) == 0

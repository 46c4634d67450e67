"""A heat map as a table: rows and columns of names, a number in each cell that is a link, so that
it is read, printed and reached by keyboard as any table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

LEVELS = 7  # shades that the style sheet knows, each with ink that can be read on it
_UPRIGHT = 7  # more heads than these stand upright


@dataclass(frozen=True)
class HeatCell:
    """A cell."""

    row: str
    """The name of its row."""
    column: str
    """The name of its column."""
    value: float
    """The number that its shade says, above 0."""
    shown: str
    """That number as it is written."""
    href: str
    """Where it leads."""
    chosen: bool = False
    """Whether a frame stands around it."""
    tips: Mapping[str, str] = field(default_factory=dict)
    """What is shown of it besides on hover, by heading."""


@dataclass(frozen=True)
class Grid:
    """What is shown."""

    cells: Sequence[HeatCell]
    """The cells, one at most for each row and column."""
    rows: Sequence[str]
    """The names of the rows, from the top."""
    columns: Sequence[str]
    """The names of the columns, from the left."""
    corner: str
    """What rows and columns are, for the empty corner."""


def html(grid: Grid) -> str:
    """The heat map as HTML; all text is escaped."""
    by_place = {(cell.row, cell.column): cell for cell in grid.cells}
    most = max((cell.value for cell in grid.cells), default=0)
    upright = ' class="upright"' if len(grid.columns) > _UPRIGHT else ""
    heads = "".join(
        f'<th scope="col"{upright} title="{escape(name)}"><span>{escape(name)}</span></th>'
        for name in grid.columns
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row)}</th>'
        + "".join(_cell(by_place.get((row, column)), most) for column in grid.columns)
        + "</tr>"
        for row in grid.rows
    )
    return (
        '<div class="table" tabindex="0"><table class="heat"><thead><tr><td><span>'
        f"{escape(grid.corner)}</span></td>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def level(value: float, most: float) -> int:
    """The shade of a number, 0 for the faintest: even steps of its square root up to `most`."""
    return min(LEVELS - 1, int((max(value, 0) / most) ** 0.5 * LEVELS)) if most > 0 else 0


def _cell(cell: HeatCell | None, most: float) -> str:
    if cell is None:
        return "<td></td>"
    tips = "\n".join(f"{heading}: {text}" for heading, text in cell.tips.items())
    chosen = ' aria-current="true"' if cell.chosen else ""
    name = escape(f"{cell.row} × {cell.column}: {cell.shown}")
    return (
        f'<td class="shade-{level(cell.value, most)}"><a href="{escape(cell.href)}"'
        f' target="_self" aria-label="{name}" title="{escape(tips)}"{chosen}>'
        f"{escape(cell.shown)}</a></td>"
    )

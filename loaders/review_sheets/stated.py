"""What a published year is known to hold (stated.yaml, counted by others), and our counts."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml
from loaders.review_sheets.draft import Sheet
from loaders.review_sheets.published import Published
from loaders.text.page import Problem

FILE = Path(__file__).parent / "stated.yaml"
_PROGRAMMES, _BUDGETS = "1-2", "2-1"  # the tables by which sheets are counted, and their money


class Stated(BaseModel):
    """What a year is known to hold."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    year: int
    """The year of the sheets."""
    rows: dict[str, int]
    """Table -> how many rows stand below its headings."""
    programmes: int
    """How many programmes."""
    offices: int
    """How many offices (府省庁) answer for them."""
    available_yen: int
    """歳出予算現額 of the year before the sheets' over all programmes, in yen: the last budget year
    that they close."""

    def of(self, number: str) -> dict[str, int]:
        """What a table is held to, by the names of `counted`."""
        known = {"rows": self.rows[number]} if number in self.rows else {}
        if number == _PROGRAMMES:
            known |= {"programmes": self.programmes, "offices": self.offices}
        return known | ({"available_yen": self.available_yen} if number == _BUDGETS else {})


@cache
def stated() -> dict[int, Stated]:
    """Year -> what it is known to hold."""
    return {known.year: known for known in read_yaml(FILE, tuple[Stated, ...])}


def counted(table: Published, sheets: Collection[Sheet]) -> dict[str, int]:
    """What a table that was read comes to; `sheets`: those of its year."""
    counts = {"rows": table.row_count}
    if table.table.number == _PROGRAMMES:
        counts["programmes"] = sum(sheet.line > 0 for sheet in sheets)
        counts["offices"] = len({sheet.office for sheet in sheets if sheet.line})
    if table.table.number == _BUDGETS:
        last = table.year - 1
        counts["available_yen"] = sum(
            money.available or 0 for sheet in sheets for money in sheet.money if money.year == last
        )
    return counts


def differences(table: Published, counts: dict[str, int]) -> list[Problem]:
    """A problem for each count that is another than is known of that table and year."""
    known = stated()[table.year].of(table.table.number) if table.year in stated() else {}
    return [
        Problem(
            table.id,
            table.lines,
            f"{counts[name]:,} {name} read up to the last line, {value:,} are known to be there",
        )
        for name, value in known.items()
        if counts[name] != value
    ]

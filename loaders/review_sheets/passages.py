"""Cells of sheets that speak of others alike, of merging, or of dividing roles: kept until it is
known whom they name, never stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import get_args

from loaders.catalogue.records.of_sheets import MentionedBy, Saying
from loaders.review_sheets.published import Row
from loaders.review_sheets.tables import table_named
from loaders.vocabulary.patterns import patterns

KINDS: tuple[Saying, ...] = get_args(Saying)
_PATTERNS = patterns(__file__)
_SAYS: dict[Saying, re.Pattern[str]] = {
    "alike": _PATTERNS["alike"],
    "overlap": _PATTERNS["overlap"],
    "merge": _PATTERNS["merge"],
    "divide_roles": _PATTERNS["divide_roles"],
    "coordinate": _PATTERNS["coordinate"],
}


@dataclass(frozen=True)
class Passage:
    """One such cell."""

    line: int
    """Its line in the table's CSV."""
    table: str
    """The number of the table."""
    heading: str
    """The heading of its column, as printed."""
    by: MentionedBy
    """Who says it."""
    review: str | None
    """What an earlier or other review is called, as printed."""
    year: int | None
    """When, where that is told."""
    text: str
    """What stands there."""


def passages(
    row: Row,
    table: str,
    columns: Iterable[str],
    by: MentionedBy,
    review: str | None = None,
    year: int | None = None,
) -> list[Passage]:
    """The cells of a row, of these columns of ours, that speak of any of KINDS."""
    return [
        Passage(row.line, table, _heading(table, column), by, review, year, row[column])
        for column in columns
        if _any_kind().search(row[column])
    ]


def kinds_in(text: str) -> list[tuple[int, Saying]]:
    """Where a text speaks of each of KINDS, by place."""
    return sorted((match.start(), kind) for kind in KINDS for match in _SAYS[kind].finditer(text))


@cache
def _any_kind() -> re.Pattern[str]:
    return re.compile("|".join(said.pattern for said in _SAYS.values()))


@cache
def _heading(table: str, column: str) -> str:
    known = table_named(table)
    return known.headings[column][0] if known else column

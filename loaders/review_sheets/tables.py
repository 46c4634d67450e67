"""The tables of the RS System: tables.yaml as types, and a table known by its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml
from loaders.text.lines import fold

FILE = Path(__file__).parent / "tables.yaml"
# the columns that every table begins with; 1-1 prints two of them in another way
COMMON: dict[str, tuple[str, ...]] = {
    "sheet": ("シート種別",),
    "year": ("事業年度",),
    "programme": ("予算事業ID",),
    "name": ("事業名",),
    "order": ("府省庁の建制順", "建制順"),
    "ministry": ("政策所管府省庁", "所管府省庁"),
    "office": ("府省庁",),
    "bureau": ("局・庁",),
    "department": ("部",),
    "division": ("課",),
    "section": ("室",),
    "group": ("班",),
    "unit": ("係",),
}
YEAR = re.compile(r"(?:19|20)\d\d")  # the heading of a column of targets over years, and a cell
_ALIKE = 0.5  # of the headings that a table or a file has, both must have more


class Table(BaseModel):
    """A table of the RS System."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    number: str
    """Its number in the names of files (2-1)."""
    title: str
    """Its title there."""
    gives: str
    """What is unknown without it, in a few words."""
    columns: dict[str, str | tuple[str, ...]] = {}
    """Our name of a column that is read -> its heading, or headings of which it bears one."""
    unread: tuple[str, ...] = ()
    """Headings that are known and left aside."""
    years: bool = False
    """Whether it has a column a year, whose heading is the year (2007, 2008 …), that is read."""

    @property
    def headings(self) -> dict[str, tuple[str, ...]]:
        """Our name of every column that is read, the common ones among them -> its headings."""
        return COMMON | {
            name: (given,) if isinstance(given, str) else given
            for name, given in self.columns.items()
        }


@cache
def tables() -> tuple[Table, ...]:
    """All of them, in the order of their numbers."""
    return read_yaml(FILE, tuple[Table, ...])


def table_named(number: str) -> Table | None:
    """The table of that number."""
    return next((table for table in tables() if table.number == number), None)


def table_of(headings: Sequence[str]) -> Table | None:
    """The table that has the most of these headings in common, of all that either has; None where
    they are of no table.
    """
    common = {fold(name) for names in COMMON.values() for name in names}
    printed = {fold(heading) for heading in headings if not YEAR.fullmatch(heading)} - common
    best, alike = None, _ALIKE
    for table in tables():
        own = [names for name, names in table.headings.items() if name not in COMMON]
        own += [(name,) for name in table.unread]
        there = sum(any(fold(name) in printed for name in names) for names in own)
        either = len(own) + len(printed) - there
        if own and there / either > alike:
            best, alike = table, there / either
    return best

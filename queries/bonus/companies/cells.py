"""The cells of a table of companies as spreadsheets write them, and the names that stand in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.errors import ProfileError
from graph.language.fold import plain

_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # ="0123", by which a spreadsheet keeps the zero
_SHORTENED = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d+")
_GROUPED = re.compile(r"[\d,\s]*\d(?:\.0+)?")


def content(cell: str) -> str:
    """What a cell says: that of ="…" without what keeps it as text."""
    if not cell.startswith('="') or not (match := _KEPT_AS_TEXT.fullmatch(cell)):
        return cell
    return match[1].replace('""', '"')


def company_number(cell: str) -> str:
    """The number of a company in one form, however wide and in whatever groups its digits stand.

    Raises ProfileError for one that a spreadsheet has shortened (1.23457E+12): others have become
    the same.
    """
    number = plain(cell).strip().removeprefix("'")  # by which a spreadsheet marks text
    if _SHORTENED.fullmatch(number):
        raise ProfileError(
            f"{number} is a number that a spreadsheet has shortened: its digits are lost",
            todo="make the column text before the table is saved",
        )
    if _GROUPED.fullmatch(number):
        return re.sub(r"[,\s]|\.0+$", "", number)
    return number


def between(separators: str) -> re.Pattern[str]:
    """What parts the names in a cell: these characters, but for those inside a number (3,000)."""
    one = f"[{re.escape(separators)}]"
    return re.compile(rf"(?<!\d){one}|{one}(?!\d)")


def names_in(cell: str, parting: re.Pattern[str], is_known: Callable[[str], bool]) -> list[str]:
    """The names in a cell. What is known as a whole is one name, whatever stands within it."""
    return list(_names(cell, parting, is_known))


def _names(cell: str, parting: re.Pattern[str], is_known: Callable[[str], bool]) -> Iterator[str]:
    starts, ends = [0], []
    for match in parting.finditer(cell):
        ends.append(match.start())
        starts.append(match.end())
    ends.append(len(cell))
    first = 0
    while first < len(starts):
        last = next(
            (
                last
                for last in range(len(ends) - 1, first, -1)
                if is_known(cell[starts[first] : ends[last]].strip())
            ),
            first,
        )
        if name := cell[starts[first] : ends[last]].strip():
            yield name
        first = last + 1

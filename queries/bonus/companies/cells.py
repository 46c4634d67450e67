"""The cells of a table of companies as spreadsheets write them, and the names that stand in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.bounds import NAME_PARTS, quoted
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
    if cell.isascii() and cell.isdigit():
        return cell
    number = plain(cell).strip().removeprefix("'")  # by which a spreadsheet marks text
    if _SHORTENED.fullmatch(number):
        raise ProfileError(
            f"{number} is a number that a spreadsheet has shortened: its digits are lost",
            todo="make the column text before the table is saved",
        )
    if _GROUPED.fullmatch(number):
        return re.sub(r"[,\s]|\.0+$", "", number)
    return number


def check_company_number(number: str, own: bool) -> None:
    """Raises ProfileError for what is no 法人番号, unless a company may go by a number of one's
    `own`; of those one that misses thirteen digits by one is refused, too.
    """
    digits = _digits(number)
    if digits in (12, 14) or not (own or digits == 13):
        raise ProfileError(
            f"{quoted(number)} is no 法人番号, which has thirteen digits",
            todo="was a digit lost or doubled?" if digits else "name the column of the 法人番号",
        )


def doubt_of(number: str) -> str | None:
    """What speaks against a 法人番号 of thirteen digits: its first is not the check digit of the
    other twelve. The row may still be the right company's, and no other is taken for it.
    """
    if _digits(number) != 13 or (right := check_digit(number[1:])) == int(number[0]):
        return None
    return f"{number} is no 法人番号: its check digit would be {right}; was a digit mistyped?"


def _digits(number: str) -> int:
    return len(number) if number.isascii() and number.isdigit() else 0


def check_digit(rest: str) -> int:
    """The first digit of a 法人番号 from the twelve after it (法人番号の指定等に関する省令 2条)."""
    total = sum(map(int, rest[::-2])) + 2 * sum(map(int, rest[-2::-2]))
    return 9 - total % 9


def between(separators: str) -> re.Pattern[str]:
    """What parts the names in a cell: these characters, but for those inside a number (3,000)."""
    one = f"[{re.escape(separators)}]"
    return re.compile(rf"(?<!\d){one}|{one}(?!\d)")


def names_in(cell: str, parting: re.Pattern[str], is_known: Callable[[str], bool]) -> list[str]:
    """The names in a cell. What is known as a whole is one name, whatever stands within it, up to
    NAME_PARTS times.
    """
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
                for last in range(min(len(ends) - 1, first + NAME_PARTS), first, -1)
                if is_known(cell[starts[first] : ends[last]].strip())
            ),
            first,
        )
        if name := cell[starts[first] : ends[last]].strip():
            yield name
        first = last + 1

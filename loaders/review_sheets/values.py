"""Values of cells: yen, years, marks, corporate numbers, and what rates and caps a cell prints."""

from __future__ import annotations

import re

from loaders.text.amounts import yen_amounts
from loaders.text.lines import plain
from loaders.text.shares import SHARE, rounded, share_of

_NUMBER = re.compile(r"-?\d+(?:\.0+)?")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
_NOTHING = re.compile(r"[-－―ー…]*")  # what stands in a cell that says nothing
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CORPORATE = re.compile(r"[1-9]\d{12}")
_DIGITS_LOST = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_FIXED = "定額"
_SHARES = re.compile(f"{SHARE}|{_FIXED}")


class UnreadableError(ValueError):
    """A cell that holds what its column cannot."""


def yen(cell: str) -> int | None:
    """Yen as a whole number (56000000.0 is one); None for an empty cell. Raises UnreadableError."""
    if not cell:
        return None
    if not _NUMBER.fullmatch(cell):
        raise UnreadableError(f"{cell[:40]!r} is no sum in yen")
    return int(cell.split(".")[0])


def year(cell: str) -> int | None:
    """A year as four digits; None for an empty cell. Raises UnreadableError."""
    if not cell:
        return None
    if not _YEAR.fullmatch(cell):
        raise UnreadableError(f"{cell[:40]!r} is no year")
    return int(cell)


def number(cell: str) -> float | None:
    """A plain number, a percent sign behind it or not (98.5% is 98.5); None for an empty cell or a
    dash. Raises UnreadableError.
    """
    if _NOTHING.fullmatch(cell):
        return None
    text = plain(cell).removesuffix("%").strip()
    if not _PLAIN_NUMBER.fullmatch(text):
        raise UnreadableError(f"{cell[:40]!r} is no number")
    return float(text.replace(",", ""))


def marked(cell: str) -> bool:
    """Whether a yes-or-no column is marked (1, TRUE)."""
    return cell.upper() in ("1", "TRUE")


def corporate_number(cell: str) -> str | None:
    """法人番号; None for an empty cell or what is none. Raises UnreadableError where a spreadsheet
    has taken digits away (1.23E+12).
    """
    if _DIGITS_LOST.fullmatch(cell):
        raise UnreadableError(f"{cell}: a spreadsheet took digits away from a corporate number")
    digits = cell.removesuffix(".0")
    return digits if _CORPORATE.fullmatch(digits) else None


def rates(cell: str) -> list[float | None]:
    """The shares that the cell prints, each once, in their order, and None for a fixed sum
    ('定額、1/2: [None, 0.5]).
    """
    text = plain(cell.removeprefix("'"))
    found: dict[float | None, None] = {}
    for match in _SHARES.finditer(text):
        if match[0] == _FIXED:
            found[None] = None
        elif (share := share_of(text[match.start() :])) is not None:
            found[rounded(share)] = None
    return list(found)


def caps(cell: str) -> list[int]:
    """The sums in yen that the cell prints, each once, in their order."""
    return list(dict.fromkeys(amount.yen for amount in yen_amounts(cell.removeprefix("'"))))

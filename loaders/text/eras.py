"""The Japanese eras: which Western year a year of theirs is."""

from __future__ import annotations

# the year before the era's first, by the name and the letter that documents print
_BEFORE = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}


def western_year(era: str, year: str) -> int:
    """The Western year of an era's year as printed (元 is the first): 令和 7 is 2025."""
    return _BEFORE[era] + (1 if year == "元" else int(year))

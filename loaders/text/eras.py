"""The Japanese eras: which Western year a year of theirs is."""

from __future__ import annotations

# the year before the era's first, by the name and the letter that documents print
_BEFORE = {
    **dict.fromkeys(("令和", "令", "R"), 2018),
    **dict.fromkeys(("平成", "平", "H"), 1988),
}


def western_year(era: str, year: str) -> int:
    """The Western year of an era's year as printed (元 is the first): 令和 7 is 2025."""
    return _BEFORE[era] + (1 if year == "元" else int(year))


def era_of(year: int) -> str:
    """The letter of the era of a Western year: R for 2025; of 2019 that of its end."""
    return "R" if year > _BEFORE["R"] else "H"

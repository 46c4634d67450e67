"""Numbers of a company that a table tells by a band (301～500人), and which numbers of a band an
answer can turn on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.bounds import NUMERAL, quoted
from graph.errors import ProfileError
from graph.language.fold import plain
from queries.bonus.profile import count_of

_UNITS = "[人名円]"
_NUMERAL = rf"[\d,.]+\s*[千万億兆]*\s*{_UNITS}?"
_BETWEEN = re.compile(
    rf"(?P<low>{_NUMERAL})\s*(?:(?:以上|(?P<over>超|を超え))\s*[~〜、,]?|[~〜\-–—ー‐−])\s*"
    rf"(?P<high>{_NUMERAL})\s*(?P<below>未満)?(?:以下)?"
)
_FROM = re.compile(rf"(?P<low>{_NUMERAL})\s*(?:(?P<over>超|を超える)|以上|[~〜])")
_TO = re.compile(rf"[~〜]?\s*(?P<high>{_NUMERAL})\s*(?:(?P<below>未満)|以下|まで)")
_TO_BARE = re.compile(rf"[~〜]\s*(?P<high>{_NUMERAL})(?P<below>)")


class Band(NamedTuple):
    """What a table tells of a number: from one to another, in heads or yen."""

    low: int
    """The least that it can be."""
    high: int | None
    """The most that it can be, None where the band has no end."""


def band_of(name: str, cell: str) -> Band:
    """The band that a cell tells of a number of NUMBERS, a number being the band of itself alone:
    80人, 301～500人, 5,001人以上, 10人未満, 1億円超.

    Raises ProfileError for what is no number and no band, and for one that ends before it begins.
    """
    text = plain(cell).strip() if len(cell) <= 2 * NUMERAL else ""
    if match := _BETWEEN.fullmatch(text):
        low, high = match["low"], _end(name, match["high"], match["below"])
        unit = re.search(rf"(?<![千万億兆])[千万億兆]*{_UNITS}?$", match["high"].strip())
        if not re.search(rf"[千万億兆]|{_UNITS}", low) and unit:
            low += unit.group()  # 1～3億円
        band = Band(count_of(name, low) + bool(match["over"]), high)
        if band.low > high:
            raise ProfileError(f"{quoted(cell)} ends before it begins", todo="correct the band")
        return band
    if match := _FROM.fullmatch(text):
        return Band(count_of(name, match["low"]) + bool(match["over"]), None)
    if match := _TO.fullmatch(text) or _TO_BARE.fullmatch(text):
        return Band(0, _end(name, match["high"], match["below"]))
    count = count_of(name, cell)
    return Band(count, count)


def _end(name: str, numeral: str, below: str | None) -> int:
    return count_of(name, numeral) - bool(below)


def turning_points(band: Band, limits: Sequence[float]) -> tuple[int, ...]:
    """The numbers that stand for all of the band (`representative`), the least first."""
    last = band.high if band.high is not None else max(band.low, *map(int, limits), 0) + 1
    near = (int(limit) + step for limit in limits for step in (-1, 0, 1))
    inside = {representative(point, limits) for point in near if band.low < point < last}
    return tuple(sorted({representative(band.low, limits), *inside, representative(last, limits)}))


def representative(number: int, limits: Sequence[float]) -> int:
    """The same for all numbers between which no answer turns: the number itself where it is one of
    the limits (sorted), else the least above the limit below it.
    """
    place = bisect_left(limits, number)
    if place < len(limits) and limits[place] == number:
        return number
    return int(limits[place - 1]) + 1 if place else 0

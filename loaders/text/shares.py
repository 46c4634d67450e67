"""Shares of a whole as documents print them: 2/3, 3分の2, 12.5%, ８割."""

from __future__ import annotations

import re
from fractions import Fraction

from graph.language.numerals import number

_SHARE = re.compile(
    r"(?:最大|上限)?"
    r"(?:(?P<over>\d{1,2})/(?P<under>\d{1,2})(?![\d/.])"
    r"|(?P<under_first>\d|[二三四五六])分の(?P<over_last>\d|[一二三])"
    r"|(?P<percent>\d{1,3}(?:\.\d{1,4})?)%|(?P<tenths>\d)割)"
)
_FINEST = 20  # no share that is paid has more parts; what is printed like one is a day (4/30)


def share_of(printed: str) -> Fraction | None:
    """The share that the text begins with (plain; 最大 may stand before it), above nought and at
    most the whole; None for what is printed like one and is none (3/0, 2/30, 150%), and for any
    other text.
    """
    match = _SHARE.match(printed)
    if match is None:
        return None
    if match["percent"]:
        share = Fraction(match["percent"]) / 100
    elif match["tenths"]:
        share = Fraction(int(match["tenths"]), 10)
    else:
        over, under = (
            number(match[over] or match[beside] or "")
            for over, beside in (("over", "over_last"), ("under", "under_first"))
        )
        if over is None or not under or under > _FINEST:
            return None
        share = Fraction(int(over), int(under))
    return share if 0 < share <= 1 else None

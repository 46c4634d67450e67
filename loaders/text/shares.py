"""Shares of a whole as documents print them: 2/3, ½, 3分の2, 12.5%, ８割, 7割5分, 半額."""

from __future__ import annotations

import re
from fractions import Fraction

from graph.language.numerals import is_cut_off, number

_KANJI = "一二三四五六七八九十"
# a share as a piece of larger patterns over `plain` text; to read it, use `share_of`
SHARE = (
    r"(?<![\d/.])(?:\d{1,3}/\d{1,3}(?![\d/年月日])"
    rf"|(?:\d{{1,2}}|[{_KANJI}]{{1,3}})分の(?:\d{{1,2}}|[{_KANJI}]{{1,3}})"
    r"|\d{1,3}(?:\.\d{1,4})?(?:%|パーセント)"
    rf"|[\d{_KANJI}]割(?:[\d{_KANJI}]分(?!の))?|半額|半分|全額)"
)
_SHARE = re.compile(
    r"(?:最大|上限)?"
    r"(?:(?P<over>\d{1,3})/(?P<under>\d{1,3})(?![\d/.])"
    rf"|(?P<under_first>\d{{1,2}}|[{_KANJI}]{{1,3}})分の(?P<over_last>\d{{1,2}}|[{_KANJI}]{{1,3}})"
    r"|(?P<percent>\d{1,3}(?:\.\d{1,4})?)(?:%|パーセント)"
    rf"|(?P<tenths>[\d{_KANJI}])割(?:(?P<hundredths>[\d{_KANJI}])分(?!の))?"
    r"|(?P<half>半額|半分)|(?P<all>全額))"
)
_LONGEST = 16  # characters that a share has at most
_FINEST = 20  # no share that is paid has more parts, hundredths apart; what has is a day (4/30)


def share_of(printed: str) -> Fraction | None:
    """The share that the text begins with (plain; 最大 may stand before it), above nought and at
    most the whole; None for what is printed like one and is none (3/0, 150%), and for any other
    text.
    """
    match = _SHARE.match(printed)
    if match is None:
        return None
    if match["half"] or match["all"]:
        return Fraction(1, 2) if match["half"] else Fraction(1)
    if match["percent"]:
        share = Fraction(match["percent"]) / 100
    elif match["tenths"]:
        share = Fraction(_whole(match["tenths"]), 10)
        share += Fraction(_whole(match["hundredths"] or "0"), 100)
    else:
        over = _whole(match["over"] or match["over_last"])
        under = _whole(match["under"] or match["under_first"])
        if not under or (match["over"] and under > _FINEST and under != 100):
            return None
        share = Fraction(over, under)
    return share if 0 < share <= 1 else None


def read_share(text: str, start: int) -> Fraction | None:
    """The share that begins at `start`; None where that is none, or but the end of a longer number
    (1,5/2).
    """
    return None if is_cut_off(text, start) else share_of(text[start : start + _LONGEST])


def no_share(text: str, start: int, end: int) -> str:
    """What a refusal says of what stands from `start` to `end`, like a share, and is none; with the
    digits from which it is cut off.
    """
    while start and (text[start - 1].isdigit() or text[start - 1] in ".,・"):
        start -= 1
    return f"「{text[start:end]}」 is no share"


def _whole(printed: str) -> int:
    return int(number(printed) or 0)


def rounded(share: Fraction) -> float:
    """The share as records hold it: a fraction of 1 with four decimals (1/3 is 0.3333)."""
    return round(float(share), 4)

"""Reading sums of yen as Japanese documents print them.

4億5千万円, 1,000億円, ２０億円, 0.26億円, 50百万円, 975千円, 三千万円, and the same wrapped over
lines or with a blank before the unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.language.numerals import GAP, NUMERAL, value

# a sum of money as a piece of larger patterns over `plain` text; to read it, use `yen_amounts`
MONEY = r"[\d.,]+\s*(?:[億千百万]+\s*(?:[\d.,]+\s*[千百万]*\s*)?)?円"

_NO_NUMBER_BEFORE = r"(?<![\d.,，．数])(?<!\d\n)"
# 円 also begins words that are no money (円滑 …)
_YEN = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?P<numeral>{NUMERAL}){GAP}円(?![滑卓安高形熟満])(?!\n?借款)"
)
_NO_BEGINNING = re.compile(
    r"(?:^|[※*＊注第(（RHＲＨ]|令和|平成)\s*\d+$"
)  # a page number, a note's number, a year: not cut numbers
_LINE_FEED_IN_DIGITS = re.compile(r"(?<=\d)\n(?=\d)")


@dataclass(frozen=True)
class Amount:
    """A sum of money, and where the text prints it (`text[start:end] == printed`)."""

    yen: int
    """The sum in yen."""
    start: int
    """The offset of its first character."""
    end: int
    """The offset behind its last character."""
    printed: str
    """Its characters."""


def yen_amounts(text: str) -> list[Amount]:
    """Every sum that the text prints, in the order of the text, in yen.

    A bare unit (単位：百万円), an unsaid number (数億円, ○億円) and words that begin with 円 are no
    sums. A number may be cut by a line feed; a page number, a note's (※1) or a year's (令和7) at
    the end of a line is not taken for the beginning of the next line's.
    """
    amounts = []
    for match in _YEN.finditer(text):
        start = _after_a_number_of_its_own(text, match.start("numeral"), match.end("numeral"))
        yen = value(text[start : match.end("numeral")]).to_integral_value()
        amounts.append(Amount(int(yen), start, match.end(), text[start : match.end()]))
    return amounts


def _after_a_number_of_its_own(text: str, start: int, end: int) -> int:
    for feed in _LINE_FEED_IN_DIGITS.finditer(text, start, end):
        line_start = text.rfind("\n", 0, feed.start()) + 1
        if _NO_BEGINNING.search(text[line_start : feed.start()]):
            start = feed.end()
    return start

"""Reading sums of yen and plain numbers as Japanese documents print them.

4億5千万円, 1,000億円, ２０億円, 0.26億円, 50百万円, 975千円, 三千万円, and the same wrapped over lines or with a blank before the unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# a sum of money as a piece of larger patterns over `plain` text; to read it, use `yen_amounts`
MONEY = r"[\d.,]+\s*(?:[億千百万]+\s*(?:[\d.,]+\s*[千百万]*\s*)?)?円"

_GAP = r"[ \t\u3000]*\n?[ \t\u3000]*"  # a unit may stand off from its number, or on the next line
_DIGITS = r"\d(?:\n?\d)*"
_GROUPED = r"\d(?:\n?\d){0,2}(?:\n?[,，]\n?\d\n?\d\n?\d)+(?!\n?\d)"
_ARABIC = rf"(?:{_GROUPED}|{_DIGITS})(?:\n?[.．]\n?{_DIGITS})?"
_KANJI = r"[一二三四五六七八九〇]+"
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_BIG = {"万": 10**4, "億": 10**8, "憶": 10**8, "兆": 10**12}  # 憶 is a common slip for 億
_NUM = rf"(?:{_ARABIC}|{_KANJI})"
_SECTION = rf"{_NUM}(?:{_GAP}[十百千](?:\n?{_NUM}{_GAP}[十百千])*(?:\n?{_NUM})?)?"  # what stands before 万, 億, 兆 or 円
_NUMERAL = rf"{_SECTION}(?:{_GAP}[兆億憶万]\n?{_SECTION})*(?:{_GAP}[兆億憶万])?"
_NO_NUMBER_BEFORE = r"(?<![\d.,，．数])(?<!\d\n)"
# 円 also begins words that are no money (円滑 …)
_YEN = re.compile(rf"{_NO_NUMBER_BEFORE}(?P<numeral>{_NUMERAL}){_GAP}円(?![滑卓安高形熟満])(?!\n?借款)")
_NUMBER = re.compile(_NUMERAL)
_TOKEN = re.compile(rf"(?P<arabic>{_ARABIC})|(?P<kanji>{_KANJI})|(?P<small>[十百千])|(?P<big>[兆億憶万])")
_KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_NO_BEGINNING = re.compile(r"(?:^|[※*＊注第(（RHＲＨ]|令和|平成)\s*\d+$")  # a page number, a note's number, a year: not cut numbers
_LINE_FEED_IN_DIGITS = re.compile(r"(?<=\d)\n(?=\d)")


@dataclass(frozen=True)
class Amount:
    """A sum in yen, and where the text prints it (`text[start:end] == printed`)."""

    yen: int
    start: int
    end: int
    printed: str


def yen_amounts(text: str) -> list[Amount]:
    """Every sum that the text prints, in the order of the text, in yen.

    A bare unit (単位：百万円), an unsaid number (数億円, ○億円) and words that begin with 円 are no sums. A number may be cut by a line
    feed; a page number, a note's (※1) or a year's (令和7) at the end of a line is not taken for the beginning of the next line's.
    """
    found = []
    for match in _YEN.finditer(text):
        start = _after_a_number_of_its_own(text, match.start("numeral"), match.end("numeral"))
        value = _value(text[start:match.end("numeral")])
        found.append(Amount(int(value.to_integral_value()), start, match.end(), text[start:match.end()]))
    return found


def number(text: str) -> float | None:
    """The number that the text is (2,000, ３千, 1.5万, 十二); None where it is anything else."""
    text = text.strip()
    if re.fullmatch(r"[一二三四五六七八九]?十[一二三四五六七八九]?", text):  # 十 needs no digit before it
        text = text if text[0] != "十" else "一" + text
    return float(_value(text)) if _NUMBER.fullmatch(text) else None


def _after_a_number_of_its_own(text: str, start: int, end: int) -> int:
    for feed in _LINE_FEED_IN_DIGITS.finditer(text, start, end):
        line_start = text.rfind("\n", 0, feed.start()) + 1
        if _NO_BEGINNING.search(text[line_start:feed.start()]):
            start = feed.end()
    return start


def _value(numeral: str) -> Decimal:
    """The value of a numeral: parts below 万 are summed, then multiplied by the 万, 億 or 兆 that follows."""
    total, part, pending = Decimal(0), Decimal(0), Decimal(0)
    for match in _TOKEN.finditer(numeral):
        text = match.group()
        match match.lastgroup:
            case "arabic":
                part += pending
                pending = Decimal(re.sub(r"[,，\n]", "", text).replace("．", "."))
            case "kanji":
                part += pending
                pending = Decimal(text.translate(_KANJI_DIGITS))
            case "small":
                part += pending * _SMALL[text]
                pending = Decimal(0)
            case "big":
                total += (part + pending) * _BIG[text]
                part = pending = Decimal(0)
    return total + part + pending

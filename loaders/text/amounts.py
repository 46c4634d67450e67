"""Reading sums of yen as Japanese documents print them.

4億5千万円, 1,000億円, ２０億円, 0.26億円, 50百万円, 975千円, 十五億円, 1億 2,500万円, 1・5億円,
￥30,000,000, and the same wrapped over lines. A sum is first seen as a whole, as far as characters
of a number reach on either side, and then read: what cannot be read as a whole is no sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.language.numerals import GAP, NUMERAL, value

# a sum of money as a piece of larger patterns over `plain` text; to read it, use `yen_amounts`
MONEY = r"[\d.,]+\s*(?:[億千百万]+\s*(?:[\d.,]+\s*[千百万]*\s*)?)?円"

_DIGIT, _UNIT = r"[\d〇一二三四五六七八九壱弐参拾萬]", r"[十百千万億憶兆]"
_BIG = "万億憶兆"
# a stretch of digits, marks within them and units, as long as can be
_STRETCH = re.compile(
    rf"(?:[¥￥]{GAP})?(?:{_DIGIT}|{_UNIT})"
    rf"(?:\n?{_DIGIT}|\n?[.．,，]+\n?{_DIGIT}|(?<={_DIGIT})[、・·]{_DIGIT}"
    rf"|{GAP}{_UNIT}|(?<=[兆億憶万]){GAP}{_DIGIT})*+"
)
# 円 also begins words that are no money (円滑 …)
_YEN = re.compile(rf"{GAP}円(?![滑卓安高形熟満])(?!\n?借款)")
_BARE = re.compile(
    rf"(?!{GAP}円)(?=[ \t]*(?:\n|$|[()、。/※】」>]|以内|以下|まで|程度|の内数|を(?!超)|です"
    r"|が(?:上限|限度)))"
)
_READABLE = re.compile(NUMERAL)
_ONLY_UNITS = re.compile(rf"{_UNIT}+")
_UNIT_HEADING = re.compile(r"(?:単位[:：は]?|[(（/])\s*\Z")
_NUMBER_LEFT_OUT = re.compile(r"[数何幾]\Z")  # 数億円, 数百万円
_UNSAID = re.compile(r"[○〇●◯□△×]\Z")  # ○億円
# a mark in the place of a digit: ?2.5億円, 12?5億円, 予算額 ■2.5億円 (not before an item)
_MARK_FOR_A_DIGIT = re.compile(r"(?:[?？〓_]|・・|(?<=[^\s)\]】>])[ \t]*[■◆*＊])\Z")
# a mark between its digits, or one with nothing before it (.5億円; 1億円,500万円 are two sums)
_CUT_OFF = re.compile(r"(?:\d[.．,，、・·'’][ \t]*|(?<![A-Za-z\d円])[.．,，])\Z")
# 3 0 万 円 and 3 000万円: digits that a blank keeps from those before them (not 1/2 500万円)
_APART = re.compile(r"\d[ \t]|0[万億憶兆]|\d{3}(?!\d)")
_DIGIT_BEFORE = re.compile(r"(?<![\d※*＊注第和成RH(（/])[\d,.]{1,3}[ \t]\Z")
_PIECES = re.compile(r"\d[\d.．,，、・·'’]*(?:[ \t]+\d[\d.．,，、・·'’]*)*[ \t]*\Z")
_LEADING_ZERO = re.compile(r"0\n?\d")  # of a number that a blank or a sign has cut in two
_DECIMAL_DOT = re.compile(r"(\d)[・·](\d{1,2})(?!\d)")
_GROUPING_COMMA = re.compile(r"(?<![\d,、])([1-9]\d{0,2})、(?=\d{3}(?![\d億憶兆]))")
# a note's number, a year, and (on a line of its own) a page number: not cut numbers
_NO_BEGINNING = re.compile(r"(?:[※*＊注第(（RHＲＨ]|令和|平成)\s*\d+$")
_PAGE_NUMBER = re.compile(r"\d+$")
_SEAM = re.compile(r"(?<=\d)[\n、](?=\d)")


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


@dataclass(frozen=True)
class Unread:
    """What is printed like a sum and cannot be read as one."""

    start: int
    """The offset of its first character in the text."""
    end: int
    """The offset behind its last character."""
    printed: str
    """Its characters."""


def yen_amounts(text: str, *, bare: bool = False) -> list[Amount]:
    """Every sum that the text prints, in the order of the text, in yen.

    A bare unit (単位：百万円), an unsaid number (数億円, ○億円, ?2.5億円) and words that begin
    with 円 are no sums. A number may be cut by a line feed; a page number, a note's (※1) or a
    year's (令和7) at the end of a line is not taken for the beginning of the next line's. `bare`:
    the text holds no other large numbers than sums, so that 3億 is one.
    """
    return [amount for amount in _printed(text, bare) if isinstance(amount, Amount)]


def unread_amounts(text: str, *, bare: bool = False) -> list[Unread]:
    """Every stretch of the text that is printed like a sum and none of `yen_amounts`, in its order:
    1,2兆3,000億円, 1.2.3億円, 1、5億円, 数億円, a sum whose beginning is cut off.
    """
    return [amount for amount in _printed(text, bare) if isinstance(amount, Unread)]


def bare_amount(text: str, at: int) -> Amount | Unread | None:
    """The sum without 円 (3,000万) that begins at `at`, where a label announces one; None for what
    has no unit of its own (3,000) or counts something else (3万人).
    """
    match = _STRETCH.match(text, at)
    if match is None or match.group()[-1] not in _BIG or not _BARE.match(text, match.end()):
        return None
    return _read(text, match.start(), match.end(), match.end(), whole=True)


def _printed(text: str, bare: bool) -> list[Amount | Unread]:
    amounts: list[Amount | Unread] = []
    for match in _STRETCH.finditer(text):
        yen = _YEN.match(text, match.end())
        is_sum = (
            yen or match.group().startswith(("¥", "￥")) or (bare and match.group()[-1] in _BIG)
        )
        if not is_sum:
            continue
        start = _after_a_number_of_its_own(text, match.start(), match.end())
        whole = start > match.start() or not (
            _CUT_OFF.search(text, max(0, start - 12), start)
            or _MARK_FOR_A_DIGIT.search(text, max(0, start - 12), start)
        )
        if amount := _read(text, start, match.end(), yen.end() if yen else match.end(), whole):
            amounts.append(amount)
    return amounts


def _read(
    text: str, start: int, end: int, end_with_yen: int, whole: bool
) -> Amount | Unread | None:
    """The sum whose numeral stands from `start` to `end`; None for a unit that counts nothing.
    `whole`: nothing before it shows that its beginning is cut off.
    """
    before, numeral = text[max(0, start - 12) : start], text[start:end]
    if _NUMBER_LEFT_OUT.search(before) and re.match(_UNIT, numeral):
        start -= 1
        return Unread(start, end_with_yen, text[start:end_with_yen])
    if _ONLY_UNITS.fullmatch(numeral) and (
        len(numeral) == 1 or _UNIT_HEADING.search(before) or text[end_with_yen:].startswith("単位")
    ):
        return None
    if _UNSAID.search(before):
        return None
    numeral = numeral.lstrip("¥￥ \t\n")
    numeral = _GROUPING_COMMA.sub(r"\1,", _DECIMAL_DOT.sub(r"\1.\2", numeral))
    whole = whole and not (_APART.match(numeral) and _DIGIT_BEFORE.search(before))
    if not whole or _LEADING_ZERO.match(numeral) or not _READABLE.fullmatch(numeral):
        cut = _PIECES.search(text, max(0, start - 12), start)
        start = cut.start() if cut else start
        return Unread(start, end_with_yen, text[start:end_with_yen])
    yen = value(numeral)
    if yen == 0 and not numeral[0].isascii():
        return None  # 〇億円 says no number
    return Amount(int(yen.to_integral_value()), start, end_with_yen, text[start:end_with_yen])


def _after_a_number_of_its_own(text: str, start: int, end: int) -> int:
    for seam in _SEAM.finditer(text, start, end):
        line_start = text.rfind("\n", 0, seam.start()) + 1
        before = text[line_start : seam.start()]
        if _NO_BEGINNING.search(before) or (
            seam.group() == "\n" and _PAGE_NUMBER.fullmatch(before.strip())
        ):
            start = seam.end()
    return start

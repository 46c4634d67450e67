"""Numbers as Japanese writes them: 3,000, ３千, 1.5万, 4億5千万, 十二; also wrapped over lines, as
documents print them.
"""

from __future__ import annotations

import re
from decimal import Decimal

from graph.bounds import NUMERAL as NUMERAL_LENGTH

GAP = r"[ \t\u3000]*\n?[ \t\u3000]*"  # a unit may stand off from its number, or on the next line
_DIGITS = r"\d(?:\n?\d)*"
_GROUPED = r"\d(?:\n?\d){0,2}(?:\n?[,，]\n?\d\n?\d\n?\d)+(?!\n?\d)"
_ARABIC = rf"(?:{_GROUPED}|{_DIGITS})(?:\n?[.．]\n?{_DIGITS})?"
_KANJI = r"[一二三四五六七八九〇]+"
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_BIG = {"万": 10**4, "億": 10**8, "憶": 10**8, "兆": 10**12}  # 憶 is a common slip for 億
_NUM = rf"(?:{_ARABIC}|{_KANJI})"
_SECTION = (  # what stands before 万, 億, 兆 or 円; 十, 百 and 千 need no digit before them
    rf"(?:{_NUM}{GAP})?[十百千](?:\n?(?:{_NUM}{GAP})?[十百千])*(?:\n?{_NUM})?|{_NUM}"
)
NUMERAL = rf"(?:{_SECTION})(?:{GAP}[兆億憶万]{GAP}(?:{_SECTION}))*(?:{GAP}[兆億憶万])?"
_NUMBER = re.compile(NUMERAL)
_TOKEN = re.compile(
    rf"(?P<arabic>{_ARABIC})|(?P<kanji>{_KANJI})|(?P<small>[十百千])|(?P<big>[兆億憶万])"
)
_KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


_CUT = re.compile(r"(?<![\d/])\d+[ \t]*[.．,，、・·'’][ \t]*\Z")


def is_cut_off(text: str, start: int) -> bool:
    """Whether a number that begins at `start` is but the end of a longer one that is not written as
    a number is (of 1,5人 or 1.2.3億円 what stands behind a mark).
    """
    return bool(_CUT.search(text, max(0, start - 12), start))


def number(text: str) -> float | None:
    """The number that the text is (2,000, ３千, 1.5万, 十二); None where it is anything else."""
    text = text.strip()
    if len(text) > NUMERAL_LENGTH:
        return None
    return float(value(text)) if _NUMBER.fullmatch(text) else None


def value(numeral: str) -> Decimal:
    """The value of a numeral (what NUMERAL matches): parts below 万 are summed, then multiplied by
    the 万, 億 or 兆 that follows.
    """
    total, part = Decimal(0), Decimal(0)
    pending: Decimal | None = None  # the digits that no unit has followed yet
    for match in _TOKEN.finditer(numeral):
        text = match.group()
        match match.lastgroup:
            case "arabic":
                part += pending or 0
                pending = Decimal(re.sub(r"[,，\n]", "", text).replace("．", "."))
            case "kanji":
                part += pending or 0
                pending = Decimal(text.translate(_KANJI_DIGITS))
            case "small":
                part += (1 if pending is None else pending) * _SMALL[text]
                pending = None
            case "big":
                total += (part + (pending or 0)) * _BIG[text]
                part, pending = Decimal(0), None
    return total + part + (pending or 0)

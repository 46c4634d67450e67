"""To which parts of its measure a slide refers a label of its drawing: by the number before the
label (②補助), or by the numbers that stand alone over it (（１）～（５）).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from loaders.documents.slides_2025.parts import Part, half_width, part_at
from loaders.documents.slides_2025.scheme import Payment
from loaders.text.lines import Line
from loaders.text.page import Page

_NUMBER = re.compile(r"\((\d)\)|([①-⑨])")
_NUMBERS = re.compile(r"(?:\(\d\)|[①-⑨])(?:[、,・~～]?(?:\(\d\)|[①-⑨]))+")
_SPAN = re.compile("[~～]")
_ITEM = re.compile(r"(?P<number>[①-⑨])")
_ENDS_ITEM = re.compile(r"[①-⑨]|\(\d\)")
_BRACKET = re.compile(r"\((?P<ways>[^()]{2,14})\)$")


def referred(page: Page, named_parts: Sequence[Part], payment: Payment) -> str | None:
    """The names of the parts to which the slide refers the label of a payment, their numbers where
    they have no name; None where it refers it to none.
    """
    lines = [line for line in page.lines if not line.blank]
    if payment.mark:
        numbers = _counted(half_width(payment.mark))
        return _item(lines, named_parts, payment) or _names(named_parts, numbers)
    at = bisect_right([line.number for line in lines], payment.scheme.line)
    names = {part.name for part in named_parts}
    for line in reversed(lines[:at]):
        text = half_width(line.text.strip())
        if _NUMBERS.fullmatch(text):
            return _names(named_parts, _counted(text))
        if any(text.endswith(name) for name in names):
            return None
    return None


def _counted(printed: str) -> list[str]:
    """The numbers as the parts bear them, those between the ends of a span included."""
    numbers = [a or b for a, b in _NUMBER.findall(printed)]
    if not _SPAN.search(printed):
        return numbers
    first, last = ord(numbers[0]), ord(numbers[-1])
    return [chr(number) for number in range(first, last + 1)]


def _names(named_parts: Sequence[Part], numbers: Sequence[str]) -> str | None:
    named: Mapping[str, str] = {part.number: part.name for part in named_parts}
    told = [named.get(n, f"({n})" if n.isascii() else n) for n in numbers]
    return "・".join(told) or None


def _item(lines: Sequence[Line], named_parts: Sequence[Part], payment: Payment) -> str | None:
    """The part one of whose items bears the number of the label and says, alone of all, that it is
    paid in the label's way (②…（委託・補助）), with the number.
    """
    mark = half_width(payment.mark or "")
    if mark in {part.number for part in named_parts} or payment.scheme.how is None:
        return None
    way = payment.scheme.how.split("(")[0]
    found: list[str] = []
    for at, line in enumerate(lines):
        if not half_width(line.text.strip()).startswith(mark):
            continue
        text = half_width(line.text.strip())
        for more in lines[at + 1 :]:
            if _ENDS_ITEM.match(half_width(more.text.strip())) or _BRACKET.search(text):
                break
            text += half_width(more.text.strip())
        ways = _BRACKET.search(text)
        part = part_at(named_parts, line.number)
        if part and _ITEM.match(mark) and ways and way in ways["ways"]:
            found.append(f"{part}{mark}")
    return found[0] if len(found) == 1 else None

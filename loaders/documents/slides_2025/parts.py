"""The numbered parts that a slide names, and in which of them a line stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.documents.entry import readable
from loaders.text.page import Page

_PART = re.compile(
    r"^(?:\((?P<number>\d)\)|(?P<circle>[①-⑨])|(?P<roman>[ⅠⅡⅢⅣⅤＩ]+)\s)\s*(?P<rest>[^\s~～、,].*)$"
)
_NAMED = re.compile(r"^(?P<name>[^:。、]{3,40}?)(?::|$)")
_ENDS = re.compile(r"(?:事業費?|支援|型|枠|類型|補助金|給付金|措置)(?:等|\([^()]*\))?$")
_HALF_WIDTH = str.maketrans("（）０１２３４５６７８９：︓", "()0123456789::")


def half_width(text: str) -> str:
    """The text with brackets, digits and colons in half width; circled numbers stay."""
    return text.translate(_HALF_WIDTH)


@dataclass(frozen=True)
class Part:
    """A numbered part of the slide."""

    number: str
    """As printed."""
    name: str
    """What it is called."""
    lines: tuple[int, ...]
    """The lines that name it, or only its number."""


def parts(page: Page) -> list[Part]:
    """The numbered parts that the slide names (（１）…事業, ②…型：), in the order of
    their numbers.
    """
    names: dict[str, str] = {}
    lines: dict[str, list[int]] = {}
    printed = [line for line in page.lines if not line.blank]
    for at, line in enumerate(printed):
        match = _PART.match(half_width(line.text.strip()))
        if match is None:
            continue
        number = match["number"] or match["circle"] or match["roman"].replace("Ｉ", "Ⅰ")
        lines.setdefault(number, []).append(line.number)
        rest = readable(match["rest"])
        below = printed[at + 1].text.strip() if at + 1 < len(printed) else ""
        name = _name(rest) or _name(rest + readable(below))
        if name and number not in names:
            names[number] = name
    return [Part(number, name, tuple(lines[number])) for number, name in sorted(names.items())]


def _name(text: str) -> str | None:
    match = _NAMED.match(half_width(text).strip())
    if match is None or not (match.group().endswith(":") or _ENDS.search(match["name"])):
        return None
    return match["name"] if "補助率" not in match["name"] and "上限" not in match["name"] else None


def part_at(named_parts: Sequence[Part], line: int) -> str | None:
    """The name of the part that a line stands under: the last one whose name or number is printed
    at or above it.
    """
    stands = sorted((number, part.name) for part in named_parts for number in part.lines)
    at = bisect_right(stands, (line, "\uffff")) - 1
    return stands[at][1] if at >= 0 else None

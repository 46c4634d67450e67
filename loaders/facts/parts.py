"""The numbered parts of a measure that a page heads (①大型実証, (2)…事業, Ⅰ整備事業): in which of
them a number stands, and to which it is referred (①・②の場合は).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from loaders.catalogue.records import Cap, Rate, Threshold
from loaders.text.compact import Compact
from loaders.text.glyphs import as_printed
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_HEADING = _PATTERNS["heading"]
_NAME = _PATTERNS["name"]
_ENDS = _PATTERNS["ends"]
_NOTE = _PATTERNS["note"]
_LABEL = _PATTERNS["label"]
_MARKED = _PATTERNS["marked"]
_MARKED_BEHIND = _PATTERNS["marked_behind"]
_IN_NOTE = _PATTERNS["in_note"]
_CALLED = _PATTERNS["called"]
_BARE = _PATTERNS["bare"]
_CELLS = _PATTERNS["cell"]
_ROW = _PATTERNS["row"]
_REFERENCE = _PATTERNS["reference"]
_BRACKETED = _PATTERNS["bracketed"]
_NEW_ITEM = _PATTERNS["new_item"]
_REFERENCE_BEHIND = _PATTERNS["reference_behind"]
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
T = TypeVar("T", Cap, Rate, Threshold)
_LEAD = 60  # characters before a number in which a part is referred to
_WRAPPED = 4  # lines that the name of a part may take


@dataclass(frozen=True)
class Part:
    """A numbered part of a page."""

    form: str
    """How its number is written: one of (), circle, roman, dot, bare."""
    number: int
    """Its number, from 1."""
    name: str
    """What it is called."""
    start: int
    """The offset of its heading in the compact text."""
    end: int
    """The offset behind what belongs to it."""


def numbered_parts(compact: Compact) -> list[Part]:
    """The parts that the page numbers one after the other, two at least of one form, in the order
    of the text; a layout may have put the second first.
    """
    lines = list(_lines(compact))
    found = [
        part
        for at, (start, _) in enumerate(lines)
        if (part := _part(start, [text for _, text in lines[at : at + _WRAPPED]]))
    ]
    forms = {part.form for part in found}
    whole = {form for form in forms if _is_series(form, [p for p in found if p.form == form])}
    found = [part for part in found if part.form in whole]
    parts = [_bounded(part, found, lines) for part in found]
    aside = [] if "circle" in whole else _side_by_side(lines)
    return [*parts, *aside, *_called_by_number(compact.text, lines)]


def _side_by_side(lines: Sequence[tuple[int, str]]) -> list[Part]:
    """The parts whose headings stand in one line, over columns; what is for them is told by
    reference alone.
    """
    for start, line in lines:
        cells = list(_CELLS.finditer(line)) if _ROW.fullmatch(line) else []
        parts = [Part(*_numbered(cell["number"]), cell["name"], start, start) for cell in cells]
        if _is_series("circle", parts):
            return sorted(parts, key=lambda part: part.number)
    return []


def _called_by_number(text: str, lines: Sequence[tuple[int, str]]) -> list[Part]:
    """The parts that the page calls by their numbers (1の事業) and heads by a bare number, of which
    each must stand before one line; what is for them is told by reference alone.
    """
    called = set(_CALLED.findall(text))
    headed = [(int(m[1]), m[2], start) for start, line in lines if (m := _BARE.fullmatch(line))]
    numbers = [number for number, _, _ in headed if str(number) in called]
    return [
        Part("bare", number, name, start, start)
        for number, name, start in headed
        if len(called) > 1 and numbers.count(number) == 1
    ]


def part_at(parts: Sequence[Part], at: int) -> str | None:
    """The name of the part in which an offset of the compact text stands; None outside of all."""
    return next((part.name for part in reversed(parts) if part.start <= at < part.end), None)


def part_referred_to(parts: Sequence[Part], lead: str) -> str | None:
    """The names of the parts to which the words before a number refer, the last that they name; the
    printed number where no part of that number has a name.
    """
    lead = lead[lead.rfind("。") + 1 :]
    if (bracketed := _BRACKETED.search(lead)) and any(part.form == "()" for part in parts):
        return _name_of(parts, bracketed["first"])
    references = list(_REFERENCE.finditer(lead))
    if not references or _NEW_ITEM.search(lead, references[-1].end()):
        return None
    named = [group for group in references[-1].group("first", "second") if group]
    return "・".join(_name_of(parts, number) for number in named)


def with_parts(compact: Compact, facts: Sequence[tuple[T, int]]) -> list[T]:
    """The facts, each with the offset of its number, with the part as their frame where they have
    none: that to which the words before or a bracket behind refer, or that in which the number
    stands, where the numbers stand in several parts, on the part's heading or before the last part;
    in a note, the one frame that bears the note's mark.
    """
    parts = numbered_parts(compact)
    stands = {part_at(parts, at) for _, at in facts} - {None}
    heads = {compact.line_at(part.start) for part in parts}
    last = max((part.start for part in parts), default=0)
    result: list[T] = []
    for fact, at in facts:
        lead = compact.text[max(0, at - _LEAD) : at]
        part = part_referred_to(parts, lead)
        if part is None and (behind := _REFERENCE_BEHIND.match(compact.text, at)):
            part = _name_of(parts, behind["first"])
        if part is None and (len(stands) > 1 or at < last or compact.line_at(at) in heads):
            part = part_at(parts, at)
        if part is None:
            part = _marked(compact, at)
        named = fact.frame is None and part is not None
        result.append(fact.model_copy(update={"frame": part}) if named else fact)
    return result


def _marked(compact: Compact, at: int) -> str | None:
    """The frame whose mark (【港町枠※】, 5万円(港町)※1) leads to the note in which an offset
    stands.
    """
    text = compact.text
    note = _IN_NOTE.search(text, max(0, at - _LEAD), at)
    if note is None:
        return None
    inside = [(m["frame"], m["number"]) for m in _MARKED.finditer(text)]
    behind = [
        (m["frame"], m["number"])
        for m in _MARKED_BEHIND.finditer(text)
        if m.end() in compact.openings or not text[m.end() : m.end() + 1].isdigit()
    ]
    marked = [frame for frame, number in inside + behind if number == note["number"]]
    return marked[0] if len(marked) == 1 else None


def _name_of(parts: Sequence[Part], printed: str) -> str:
    """The name of the part of a number, which a ring around it tells from one in brackets."""
    bare = printed.isdecimal()
    number = int(printed) if bare else ord(printed) - ord("➀") + 1
    named = [part for part in parts if part.number == number]
    named.sort(key=lambda part: (part.form == "circle") == bare)
    return next((part.name for part in named), f"{printed}の事業" if bare else as_printed(printed))


def _lines(compact: Compact) -> Iterator[tuple[int, str]]:
    """The printed lines without blanks, with the offset of each."""
    starts = sorted(start for start in compact.openings if start < len(compact.text))
    for start, end in pairwise([*starts, len(compact.text)]):
        yield start, compact.text[start:end]


def _part(start: int, texts: Sequence[str]) -> Part | None:
    """The part that the first of some lines heads; its name may be wrapped, or stand below."""
    heading = _HEADING.fullmatch(texts[0])
    if heading is None:
        return None
    text = heading["rest"]
    for more in [*texts[1:], ""]:
        if name := _NAME.match(text):
            return Part(*_numbered(heading["number"]), name["name"], start, start)
        if not more or _HEADING.fullmatch(more) or not more[0].isalnum():
            return None
        text += more
    return None


def _numbered(printed: str) -> tuple[str, int]:
    bare = printed.strip("().")
    if bare in _ROMAN:
        return "roman", _ROMAN[bare]
    if bare.isdecimal():
        return ("dot" if printed.endswith(".") else "()"), int(bare)
    return "circle", ord(bare) - ord("➀") + 1 if len(bare) == 1 else 0


def _is_series(form: str, parts: Sequence[Part]) -> bool:
    """Whether they count from 1, each under one name, however often it is printed; points also
    number the document's chapters, in their order.
    """
    numbers = [number for number, _ in dict.fromkeys((part.number, part.name) for part in parts)]
    in_order = form != "dot" or numbers == sorted(numbers)
    return len(numbers) > 1 and in_order and sorted(numbers) == list(range(1, len(numbers) + 1))


def _bounded(part: Part, found: Sequence[Part], lines: Sequence[tuple[int, str]]) -> Part:
    """The part up to the next heading of its form or of one that began above it, a line that ends
    it, or a label (補助率) that it has had already; a note between two parts is the first one's.
    """
    forms = {other.form for other in found if other.start <= part.start}
    headings = {other.start for other in found if other.form in forms}
    labels: set[str] = set()
    below = [(start, text) for start, text in lines if start > part.start]
    for start, text in below:
        label = _LABEL.match(text)
        ends = _ENDS.match(text) and not (_NOTE.match(text) and start < max(headings))
        if start in headings or ends or (label and label["label"] in labels):
            return replace(part, end=start)
        if label:
            labels.add(label["label"])
    start, text = lines[-1]
    return replace(part, end=start + len(text))

"""The two columns told apart: policy items (①…) of the left one, measures (○ …) of the right one,
in the order of the flattened text.

On every page the text gives a piece of the left column, then what stands beside it. An item is
whole once its bracket of ministries has come; until then a new page goes on with the item,
afterwards with the measure that the page before left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.documents.followup_2024.pages import Section, Sheet
from loaders.documents.followup_2024.titles import (
    HEADING,
    Heading,
    Owners,
    has_mark,
    heading,
    joined,
    merged,
    owners,
)
from loaders.text.lines import Line
from loaders.text.page import Problem

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_BODY = re.compile(r"^[⚫➢※【\[［⑴-⒇＜<]|^[（(]※")  # not ・, which wrapped names begin with
_TITLE_LINES = 4  # a title is no longer
_REST = re.compile(r"^[（(]?再掲[）)]?$")


@dataclass
class Measure:
    """A measure under construction: the lines of its heading and of its text, and the page on which
    it begins.
    """

    heading: list[Line]
    page: int
    body: list[Line] = field(default_factory=list)

    @property
    def name(self) -> Heading:
        return heading(HEADING.sub("", joined(self.heading)))

    @property
    def lines(self) -> list[Line]:
        return [*self.heading, *self.body]


@dataclass
class Entry:
    """A policy item under construction: number, title, text of the left column, and its
    measures.
    """

    number: int
    section: Section
    page: int
    title: list[Line]
    text: list[Line] = field(default_factory=list)
    introduction: list[Line] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)

    @property
    def item_no(self) -> str:
        return _CIRCLED[self.number - 1]

    @property
    def name(self) -> Heading:
        return heading(joined(self.title).lstrip(_CIRCLED).strip())

    @property
    def lines(self) -> list[Line]:
        return [*self.title, *self.text]

    @property
    def owners(self) -> Owners | None:
        return merged(list(owners(self.text)))


def entries(document: str, sheets: Sequence[Sheet]) -> tuple[list[Entry], list[Problem]]:
    """The items in the order of the text with their measures, and the lines that belong to none."""
    found: list[Entry] = []
    problems: list[Problem] = []
    for sheet in sheets:
        left = (
            bool(found)
            and found[-1].owners is None
            and found[-1].section.number == sheet.section.number
        )
        for at, line in enumerate(sheet.columns):
            last = found[-1] if found else None
            before = last.number if last and last.section.number == sheet.section.number else 0
            if (number := _item_number(sheet.columns, at)) > before:
                found.append(Entry(number, sheet.section, sheet.number, [line]))
                left = True
            elif last is None:
                problems.append(Problem(document, line.number, "text before the first policy item"))
            elif HEADING.match(line.text.strip()) and not _inside_a_bracket(last, left):
                last.measures.append(Measure([line], sheet.number))
                left = False
            elif left:
                left = _with_left(last, line)
            elif last.measures:
                _with_right(last.measures[-1], line)
            else:
                (
                    last.text
                    if list(owners([line])) and not last.introduction
                    else last.introduction
                ).append(line)
    return found, problems


def _item_number(lines: Sequence[Line], at: int) -> int:
    """The number of the item that begins here, 0 where none does: its title ends soon in a bullet
    or a bracket.
    """
    text = lines[at].text.strip()
    if text[:1] not in _CIRCLED or not text:
        return 0
    following = lines[at + 1 : at + 1 + _TITLE_LINES]
    ends = next((line for line in following if _BODY.match(line.text.strip())), None)
    between = following[: following.index(ends)] if ends else following
    is_title = ends is not None and not any("。" in line.text for line in (lines[at], *between))
    return _CIRCLED.index(text[0]) + 1 if is_title else 0


def _inside_a_bracket(entry: Entry, left: bool) -> bool:
    """A ring behind an open bracket marks the leading ministry of a wrapped bracket."""
    if left or not entry.measures:
        tail = joined((entry.text or entry.title)[-2:])
    else:
        tail = joined(entry.measures[-1].lines[-2:])
    return max(tail.rfind(c) for c in "【［[") > max(tail.rfind(c) for c in "】］]")


def _with_left(entry: Entry, line: Line) -> bool:
    """Adds a line to the left column; whether the column goes on."""
    opened = entry.text or (
        _BODY.match(line.text.strip()) and not line.text.strip().startswith("【新規")
    )
    (entry.text if opened else entry.title).append(line)
    return entry.owners is None


def _with_right(measure: Measure, line: Line) -> None:
    words = joined(measure.heading)
    text = line.text.strip()
    goes_on = not measure.body and not has_mark(words) and not _BODY.match(text)
    (
        measure.heading if goes_on or (not measure.body and _REST.match(text)) else measure.body
    ).append(line)


def gaps(document: str, found: Sequence[Entry]) -> Iterator[Problem]:
    """What every item has and one lacks: its number's place in the row, a bracket of ministries."""
    for before, entry in zip([None, *found], found):
        expected = (
            before.number + 1 if before and before.section.number == entry.section.number else 1
        )
        if entry.number != expected:
            yield Problem(
                document,
                entry.title[0].number,
                f"item {entry.item_no} of section ({entry.section.number}) where"
                f" {_CIRCLED[expected - 1]} was expected",
            )
        if entry.owners is None:
            yield Problem(
                document,
                entry.title[0].number,
                f"no bracket of ministries closes item {entry.item_no} of section"
                f" ({entry.section.number})",
            )

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

from loaders.documents.followup_2024.pages import PageColumns, Section
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
from loaders.text.neighbours import with_before
from loaders.text.page import Problem

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_BODY = re.compile(r"^[⚫➢※【\[［⑴-⒇＜<]|^[（(]※")  # not ・, which wrapped names begin with
_TITLE_LINES = 4  # a title is no longer
_REST = re.compile(r"^[（(]?再掲[）)]?$")


@dataclass
class Measure:
    """A measure under construction."""

    heading: list[Line]
    """The lines of its heading."""
    page: int
    """The number of the page on which it begins."""
    body: list[Line] = field(default_factory=list)
    """The lines of its text."""

    @property
    def name(self) -> Heading:
        return heading(HEADING.sub("", joined(self.heading)))

    @property
    def lines(self) -> list[Line]:
        return [*self.heading, *self.body]


@dataclass
class PolicyItem:
    """A policy item under construction."""

    number: int
    """Its place in its section (from 1)."""
    section: Section
    """The section that it stands in."""
    page: int
    """The number of the page on which it begins."""
    title: list[Line]
    """The lines of its title, its circled number included."""
    text: list[Line] = field(default_factory=list)
    """The lines of the left column behind its title."""
    introduction: list[Line] = field(default_factory=list)
    """Lines of the right column before its first measure."""
    measures: list[Measure] = field(default_factory=list)
    """What came of it."""

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


def policy_items(
    document: str, pages: Sequence[PageColumns]
) -> tuple[list[PolicyItem], list[Problem]]:
    """The items in the order of the text with their measures, and the lines that belong to none."""
    items: list[PolicyItem] = []
    problems: list[Problem] = []
    for page in pages:
        left = (
            bool(items)
            and items[-1].owners is None
            and items[-1].section.number == page.section.number
        )
        for at, line in enumerate(page.columns):
            last = items[-1] if items else None
            before = last.number if last and last.section.number == page.section.number else 0
            if (number := _item_number(page.columns, at)) > before:
                items.append(PolicyItem(number, page.section, page.number, [line]))
                left = True
            elif last is None:
                problems.append(Problem(document, line.number, "text before the first policy item"))
            elif HEADING.match(line.text.strip()) and not _inside_a_bracket(last, left):
                last.measures.append(Measure([line], page.number))
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
    return items, problems


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


def _inside_a_bracket(item: PolicyItem, left: bool) -> bool:
    """A ring behind an open bracket marks the leading ministry of a wrapped bracket."""
    if left or not item.measures:
        tail = joined((item.text or item.title)[-2:])
    else:
        tail = joined(item.measures[-1].lines[-2:])
    return max(tail.rfind(c) for c in "【［[") > max(tail.rfind(c) for c in "】］]")


def _with_left(item: PolicyItem, line: Line) -> bool:
    """Adds a line to the left column; whether the column goes on."""
    opened = item.text or (
        _BODY.match(line.text.strip()) and not line.text.strip().startswith("【新規")
    )
    (item.text if opened else item.title).append(line)
    return item.owners is None


def _with_right(measure: Measure, line: Line) -> None:
    words = joined(measure.heading)
    text = line.text.strip()
    goes_on = not measure.body and not has_mark(words) and not _BODY.match(text)
    (
        measure.heading if goes_on or (not measure.body and _REST.match(text)) else measure.body
    ).append(line)


def gaps(document: str, items: Sequence[PolicyItem]) -> Iterator[Problem]:
    """What every item has and one lacks: its number's place in the row, a bracket of ministries."""
    for before, item in with_before(items):
        expected = (
            before.number + 1 if before and before.section.number == item.section.number else 1
        )
        if item.number != expected:
            yield Problem(
                document,
                item.title[0].number,
                f"item {item.item_no} of section ({item.section.number}) where"
                f" {_CIRCLED[expected - 1]} was expected",
            )
        if item.owners is None:
            yield Problem(
                document,
                item.title[0].number,
                f"no bracket of ministries closes item {item.item_no} of section"
                f" ({item.section.number})",
            )

"""Which stretches of the text are sides of a leaflet, and which sides make one leaflet.

The text has no form feeds: two or more empty lines stand between sides. A front calls out to those
whom it is for (…の皆様へ) or at least has no desk, address or course of the procedure: those stand
on the back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text.lines import Line
from loaders.text.page import Page, Problem

CALL = re.compile(r"^(?P<whom>.{0,40}?)の?\s?(?:皆様|皆さま|みなさま)(?:へ|$)")
_CALL_ALONE = re.compile(r"^.{2,40}(?:皆様|皆さま|みなさま)へ$|^令和\d{1,2}年度補正予算$")
_OVERLEAF = re.compile(r"裏面")
_DESK = re.compile(
    r"https?://|0\d{1,3}[-ー‐]\d{1,4}[-ー‐]\d{3,4}|@|ポータルサイト|事務局|(?:終了|完了)までの流れ|^事業の流れ$|電話番号"
)


@dataclass(frozen=True)
class Leaflet:
    """One leaflet."""

    page: Page
    """All its lines."""
    front: Page
    """The lines of its front."""
    backs: tuple[int, ...] = ()
    """The line on which each further side begins."""

    @property
    def back(self) -> tuple[Line, ...]:
        """The lines behind the front; none where the leaflet has one side."""
        return tuple(line for line in self.page.lines if line.number > self.front.end)


def sides(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The stretches between two or more empty lines, each from its first to its last
    printed line.
    """
    stretches: list[list[Line]] = []
    empty = 2
    for line in lines:
        if line.blank:
            empty += 1
            if stretches:
                stretches[-1].append(line)
            continue
        if empty >= 2 or (not empty and _begins(stretches[-1], line)):
            stretches.append([])
        stretches[-1].append(line)
        empty = 0
    return [_trimmed(side) for side in stretches]


def _begins(side: Sequence[Line], line: Line) -> bool:
    """Whether a leaflet begins at a line that follows another at once: it calls out, right behind
    the end of a back.
    """
    ended = re.search(r"。$|^https?://|\d-\d{3,4}(?:-\d{4})?$", side[-1].plain)
    return (
        ended is not None
        and bool(_CALL_ALONE.match(line.plain))
        and any(_DESK.search(close_digits(x.plain)) for x in side)
    )


def _trimmed(side: Sequence[Line]) -> tuple[Line, ...]:
    last = max(i for i, line in enumerate(side) if not line.blank)
    return tuple(side[: last + 1])


def is_front(side: Sequence[Line]) -> bool:
    """Whether a leaflet begins with the side."""
    printed = [line.plain for line in side if not line.blank]
    return (
        any(CALL.match(text) and len(text) <= 48 for text in printed) and not _tells_terms(printed)
    ) or not any(_DESK.search(close_digits(text)) for text in printed)


def _tells_terms(printed: Sequence[str]) -> bool:
    """A side with a heading of what is paid for or asked is a back, whomever it calls to in
    passing.
    """
    return any(
        re.search(r"(?:終了|完了)までの流れ$|^補助率と補助上限額?$|^補助事業概要$", text)
        for text in printed
    )


def close_digits(text: str) -> str:
    """The text with numbers that are set apart digit by digit (0 3 - 3 5 …) closed up."""
    return (
        re.sub(r"(?<=[\d-]) (?=[\d-])", "", text) if re.search(r"\d \d \d|\d - \d", text) else text
    )


def split(document: str, lines: Sequence[Line]) -> list[Leaflet]:
    """The leaflets in their order: a front, and the sides up to the next front."""
    groups: list[list[tuple[Line, ...]]] = []
    for side in sides(lines):
        if not groups or is_front(side):
            groups.append([])
        groups[-1].append(side)
    return [_leaflet(document, lines, group) for group in groups]


def _leaflet(document: str, lines: Sequence[Line], group: Sequence[tuple[Line, ...]]) -> Leaflet:
    first, last = group[0][0].number, group[-1][-1].number
    page = Page(document, tuple(line for line in lines if first <= line.number <= last))
    return Leaflet(
        page,
        page.part(group[0]),
        tuple(side[0].number for side in group[1:]),
    )


def gaps(leaflet: Leaflet) -> list[Problem]:
    """What shows that a side is missing: a front that points to a back that is not there, a further
    back without its front.
    """
    page = leaflet.page
    problems = [
        Problem(page.document, start, "a back whose front is missing")
        for start in leaflet.backs[1:]
    ]
    pointed = next(
        (line.number for line in leaflet.front.lines if _OVERLEAF.search(line.plain)), None
    )
    if pointed is not None and not leaflet.backs:
        problems.append(
            Problem(page.document, pointed, "the front points to a back, which is missing")
        )
    if not is_front([line for line in leaflet.front.lines if not line.blank]):
        problems.append(Problem(page.document, page.start, "a back whose front is missing"))
    return problems

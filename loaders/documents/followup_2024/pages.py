"""The furniture of the follow-up: where its pages begin, their section, their footnotes; what is
left are the two columns.

Every page bears the same head: the section (（３）…), its aim behind a bullet, and the line that
names the two columns. Before the head may stand what the page prints at its side: the chapter, the
theme and the page number, one under the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.text.lines import Line
from loaders.text.page import Problem

_COLUMNS = re.compile(r"^\S*取組方針\s+フォローアップ$")
_SECTION = re.compile(
    r"^[（(](?P<number>\d{1,2})[）)]\s*\S"
)  # on the line as printed: ⑴ is no section
_CHAPTER = re.compile(r"^\d{1,2}[.．]\s*[^。]{4,40}$")
_NUMBER = re.compile(r"^\d{1,3}$")
_FOOTNOTE = re.compile(r"^(?P<number>\d{1,2})\s*(?=[^\d\s.,、。/%])")
_ENDS = re.compile(r"[\])】。]$")
_HEAD = 12  # printed lines of a head, at most
_SIDE = 6  # printed lines at the side of a page, at most


@dataclass(frozen=True)
class Section:
    """A section's heading as its pages print it."""

    number: int
    """The number in brackets before it."""
    title: str
    """The heading as printed."""
    line: int
    """Its line."""


@dataclass(frozen=True)
class PageColumns:
    """A printed page without its furniture."""

    number: int
    """Its number, printed or counted on."""
    section: Section
    """The section that its head names."""
    columns: tuple[Line, ...]
    """The lines of both columns in the order of the text, blank ones left out."""
    footnotes: tuple[Line, ...] = ()
    """The lines of the notes at its foot."""


@dataclass(frozen=True)
class _Head:
    """The head of a page."""

    start: int
    """Index of the first line of furniture."""
    end: int
    """Index behind the line that names the columns."""
    section: Section
    """The section that it names."""
    number: int | None
    """The page's number, where it is printed."""


def is_follow_up(lines: Sequence[Line]) -> bool:
    """Whether pages of this family are there: two or more lines that name the two columns, each
    under a section.
    """
    return sum(1 for at in _column_lines(lines) if _section_before(lines, at) is not None) >= 2


def paper_name(lines: Sequence[Line]) -> str | None:
    """The paper's name as its pages print it above the columns."""
    return next((lines[at].plain for at in _column_lines(lines)), None)


def split(document: str, lines: Sequence[Line]) -> tuple[list[PageColumns], list[Problem]]:
    """The pages in the order of the text, and the heads and lines that belong to no page."""
    printed = [
        line for line in lines if line.text
    ]  # a line of blanks alone stays: it stands before footnotes
    heads: list[_Head] = []
    problems: list[Problem] = []
    for at in _column_lines(printed):
        if (head := _head(printed, at)) is None:
            problems.append(
                Problem(
                    document, printed[at].number, "a page head names its columns, but no section"
                )
            )
        else:
            heads.append(head)
    if not heads:
        return [], [
            *problems,
            Problem(document, 1, "no page head names a section and the two columns"),
        ]
    problems += [
        Problem(document, line.number, "text before the first page head")
        for line in printed[: heads[0].start]
        if not line.blank
    ][:1]
    pages: list[PageColumns] = []
    note = 0
    for head, stop in zip(heads, [*(h.start for h in heads[1:]), len(printed)], strict=True):
        counted = pages[-1].number + 1 if pages else 1
        columns, footnotes = _footnotes_apart(printed[head.end : stop], note)
        note = max(
            [
                note,
                *(int(number[1]) for line in footnotes if (number := _FOOTNOTE.match(line.plain))),
            ]
        )
        pages.append(PageColumns(head.number or counted, head.section, columns, footnotes))
    return pages, problems


def page_starts(pages: Sequence[PageColumns]) -> tuple[tuple[int, int], ...]:
    """The number of each page that bears text, and its first line below the head."""
    return tuple((page.number, page.columns[0].number) for page in pages if page.columns)


def _column_lines(lines: Sequence[Line]) -> Iterator[int]:
    return (at for at, line in enumerate(lines) if _COLUMNS.match(line.plain))


def _section_before(lines: Sequence[Line], at: int) -> tuple[int, Section] | None:
    """The section above the line that names the columns, with the index of its line; a page ends
    where another's columns are named.
    """
    seen = 0
    for i in range(at - 1, -1, -1):
        if lines[i].blank:
            continue
        title = lines[i].text.strip()
        if match := _SECTION.match(title):
            return i, Section(int(match["number"]), title, lines[i].number)
        seen += 1
        if seen > _HEAD or _COLUMNS.match(lines[i].plain):
            return None
    return None


def _head(lines: Sequence[Line], at: int) -> _Head | None:
    above = _section_before(lines, at)
    if above is None:
        return None
    index, section = above
    start, number = _side(lines, index)
    return _Head(start, at + 1, section, number)


def _side(lines: Sequence[Line], section: int) -> tuple[int, int | None]:
    """Where the furniture above the section's line begins, and the page number there."""
    above = [i for i in range(max(0, section - 4 * _SIDE), section) if not lines[i].blank][-_SIDE:]
    chapter = next((i for i in reversed(above) if _CHAPTER.match(lines[i].plain)), None)
    if chapter is None:
        return section, None
    between = [i for i in above if i > chapter]
    numbers = [i for i in between if _NUMBER.match(lines[i].plain)]
    if (
        between and not numbers
    ):  # a numbered line of the text: a side always ends with the page number
        return section, None
    return chapter, int(lines[numbers[-1]].plain) if numbers else None


def _footnotes_apart(lines: Sequence[Line], last: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The columns, and the notes at the foot to the end of the page: they are numbered through the
    paper (`last` was the one before).
    """
    before: Line | None = None
    for at, line in enumerate(lines):
        if line.blank:
            before = line
            continue
        stands_apart = before is not None and (before.blank or bool(_ENDS.search(before.plain)))
        number = _FOOTNOTE.match(line.plain)
        if (
            stands_apart
            and number
            and int(number[1]) == last + 1
            and not any(_opens_a_column(later) for later in lines[at:])
        ):
            return _printed(lines[:at]), _printed(lines[at:])
        before = line
    return _printed(lines), ()


def _opens_a_column(line: Line) -> bool:
    """What footnotes hold nowhere: bullets, headings, brackets of ministries."""
    return line.plain[:1] in "⚫○〇◯➢【"


def _printed(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not line.blank)

"""What was done, cut at its ○ headings: each names a measure, with the ministries of its own and
the budgets in brackets behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.catalogue.records import Budget
from loaders.documents.pillars_2022.budgets import CIRCLE, budgets_behind
from loaders.documents.pillars_2022.entries import Offices, offices
from loaders.documents.pillars_2022.line_kinds import CellLine, Kind
from loaders.text.lines import Flow, Line, plain
from loaders.text.page import Page
from loaders.vocabulary.ministries import ministries

_OWN = re.compile(r"\[([^\[\]]{2,40})\]\s*$")
_TITLE_LINES = 8  # printed lines over which a name may be wrapped


@dataclass(frozen=True)
class Heading:
    """A measure under its ○."""

    title: str
    """Its name as printed."""
    title_lines: tuple[int, ...]
    """The lines of the name (from 1)."""
    own: Offices | None
    """Offices of its own; None: those of the entry."""
    budgets: tuple[Budget, ...]
    """The sums in the brackets behind the name."""
    page: Page
    """All its lines."""
    text: Page
    """The lines behind the name and its budgets (the name's where there are none behind)."""


def headings(document: str, done: Sequence[CellLine]) -> tuple[list[Line], list[Heading]]:
    """The lines before the first heading, and the headings."""
    starts = [at for at, line in enumerate(done) if line.kind is Kind.CIRCLE]
    before = [line.line for line in done[: starts[0] if starts else len(done)]]
    blocks = pairwise([*starts, len(done)])
    return before, [_heading(document, done[start:end]) for start, end in blocks]


def _heading(document: str, block: Sequence[CellLine]) -> Heading:
    lines = tuple(line.line for line in block)
    page = Page(document, lines)
    size = _lines_of_title(block)
    name = Flow.of(lines[:size]).text
    behind = name.find("【")
    title = CIRCLE.sub("", name if behind < 0 else name[:behind]).strip()
    own_offices = None
    if match := _OWN.search(title):
        if ministries().find(match[1]):
            own_offices = offices(match[1], [lines[size - 1].number])
            title = title[: match.start()].strip()
    budgets, last = budgets_behind(page, title)
    text = [line for line in lines[size:] if line.number > last] or lines[:size]
    return Heading(
        title=_as_printed(lines[:size], title),
        title_lines=tuple(line.number for line in lines[:size]),
        own=own_offices,
        budgets=tuple(budgets),
        page=page,
        text=page.part(text),
    )


def _lines_of_title(block: Sequence[CellLine]) -> int:
    """Over how many lines the name runs: up to the bracket of a budget, a bullet, or the bracket of
    its own ministries.
    """
    for at, line in enumerate(block[:_TITLE_LINES]):
        text = line.line.plain
        if at and (line.kind is Kind.BULLET or text.startswith("【")):
            return at
        if "【" in text or _OWN.search(Flow.of([above.line for above in block[: at + 1]]).text):
            return at + 1
    return (
        len(block)
        if len(block) <= _TITLE_LINES and not any("。" in line.line.plain for line in block)
        else 1
    )


def _as_printed(lines: Sequence[Line], title: str) -> str:
    """The name with the characters that are printed (full width stays full width), where folding
    only changed characters one for one.
    """
    printed = (
        CIRCLE.sub("", "".join(line.text.strip() for line in lines))
        .partition("【")[0][: len(title)]
        .strip()
    )
    return printed if len(plain(printed)) == len(title) else title

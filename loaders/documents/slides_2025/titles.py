"""The head of a slide: the title over the budget line."""

from __future__ import annotations

import re

from loaders.documents.entry import Title, readable
from loaders.documents.slides_2025.pages import BUDGET, HEADLINE
from loaders.text.glyphs import BULLETS, CIRCLED
from loaders.text.lines import Line
from loaders.text.page import Page

MOST_LINES = 3  # of a title

_PART = re.compile(rf"^(?:\(\d+\)|[{CIRCLED}])")
_UNFINISHED = re.compile(r"(?:の|・|、|及び|並びに|又は|や|と|に向けた|による|のための|うち、?)$")
_NO_TITLE = re.compile(
    rf"[。:]$|^(?:国|\d{{1,3}}|[{BULLETS}※])|^(?:補助|委託|交付|\()|^事業(?:目的|概要|の内容)|^成果目標|企業等?国?$"
)


def budget_line(page: Page) -> Line | None:
    """The line under the title: of which budget, and how much."""
    return next((line for line in page.lines if BUDGET.match(line.plain)), None)


def title_of(page: Page, budget: Line) -> Title | None:
    """The lines over the budget line, up to an empty line; where a part of a measure is told of
    (…のうち、), the measure too.
    """
    above = [line for line in page.lines if line.number < budget.number]
    while above and above[-1].blank:
        above.pop()
    taken: list[Line] = []
    gap = False
    for line in reversed(above):
        if line.blank:
            gap = True
            continue
        text = line.plain
        if (
            len(taken) == MOST_LINES
            or (_NO_TITLE.search(text) and not _PART.match(text))
            or HEADLINE.match(text)
        ):
            break
        joins = (
            not taken
            or not gap
            or (_PART.match(taken[0].plain) is not None and _UNFINISHED.search(text) is not None)
        )
        if not joins:
            break
        taken.insert(0, line)
        gap = False
    return (
        Title("".join(readable(line.text) for line in taken), tuple(line.number for line in taken))
        if taken
        else None
    )

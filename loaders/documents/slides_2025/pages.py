"""Where one slide ends and the next begins.

The text has no form feeds. A slide begins at a line that begins with one blank, after two or more
empty lines, or at its headline (事業の内容 事業スキーム …); what settles it is that a slide has its
headings and its budget line once: the cuts are those that give, over the whole document, the slides
most like slides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.text.lines import Line
from loaders.text.page import Page

LONGEST = 400  # lines of a slide; none comes near, and it bounds the search

HEADLINE = re.compile(r"^(?:事業の内容|事業目的・概要)\s*事業スキーム|^事業形態、?対象者$")
PURPOSE = re.compile(r"^事業目的$")
OUTLINE = re.compile(r"^事業概要$")
_SUM = r"約?[\d,.]+\s*(?:兆|億|百万|千万|万|千)?円"
# the line under the title: of which budget, and how much
BUDGET = re.compile(
    rf"^(?:(?:令和|平成|R)\s*(?:\d+|元)\s*年度\S{{0,12}}?(?:予算"
    rf"|要求)\S{{0,8}}?額?等?\s*(?:総額)?|国庫債務負担行為\S{{0,8}}?総額)\s*{_SUM}"
)

_SIGNS = ((PURPOSE, 4.0), (OUTLINE, 4.0), (BUDGET, 6.0), (HEADLINE, 2.0))


def outlines(lines: Sequence[Line]) -> int:
    """How many lines head an outline (事業概要): each slide has one."""
    return sum(1 for line in lines if OUTLINE.match(line.plain))


def split(document: str, lines: Sequence[Line]) -> list[Page]:
    """The slides in their order, each from its first to its last printed line."""
    starts = _best_starts(lines) if lines else []
    pages = []
    for start, end in pairwise([*starts, len(lines)]):
        printed = [line for line in lines[start:end] if not line.blank]
        if printed:
            pages.append(
                Page(
                    document,
                    tuple(
                        line
                        for line in lines[start:end]
                        if printed[0].number <= line.number <= printed[-1].number
                    ),
                )
            )
    return pages


def _cuts(lines: Sequence[Line]) -> list[tuple[int, float]]:
    """The lines where a slide may begin, by index, with what it costs to begin one there."""
    cuts, empty = [(0, 0.0)], 0
    for i, line in enumerate(lines):
        if line.blank:
            empty += 1
            continue
        lead = len(line.text) - len(line.text.lstrip(" "))
        if i:
            if empty >= 2 or (lead == 1 and not empty):
                cuts.append((i, 0.0))
            elif HEADLINE.match(line.plain):
                cuts.append((i, 1.0))
            elif lead == 1:
                cuts.append((i, 3.0))
        empty = 0
    return cuts


def _best_starts(lines: Sequence[Line]) -> list[int]:
    cuts = _cuts(lines)
    ends = [at for at, _ in cuts] + [len(lines)]
    counts = [[0] for _ in _SIGNS]
    for line in lines:
        for (pattern, _), row in zip(_SIGNS, counts, strict=True):
            row.append(row[-1] + bool(pattern.match(line.plain)))
    best: list[tuple[float, int]] = [(0.0, -1)]
    for j in range(1, len(ends)):
        options = []
        for i in range(j - 1, -1, -1):
            if ends[j] - ends[i] > LONGEST and i < j - 1:
                break
            unlike = sum(
                weight * abs(row[ends[j]] - row[ends[i]] - 1)
                for (_, weight), row in zip(_SIGNS, counts, strict=True)
            )
            options.append((best[i][0] + cuts[i][1] + unlike, i))
        best.append(min(options))
    starts, at = [], len(ends) - 1
    while at > 0:
        at = best[at][1]
        starts.append(ends[at])
    return starts[::-1]

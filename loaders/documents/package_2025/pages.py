"""Where the pages of the booklet begin, and which of their lines are furniture (pillar label,
audience tag, page number …).

The text has no form feeds. A page begins at a line that begins with one blank, or after two or more
empty lines, but wrapped lines begin with a blank too. What settles it is that a page bears its
pillar's label once: the cuts are those that give, over the whole document, the pages most like
pages (least cost, found by dynamic programming).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from loaders.text.glyphs import BULLETS
from loaders.text.lines import Line, fold
from loaders.text.page import Page

_NUMBERED = re.compile(r"^\d{1,2}[.．]\S.{0,24}$")
SIZE = r"(?:大企業|中堅(?:企業)?|中小(?:企業)?|小規模(?:企業|事業者)?)"
TAG = re.compile(rf"{SIZE}(?:[・、/]{SIZE})*(?:[(（][※注*＊]\d?[)）])?$")
_CONTACT = re.compile(r"^お?(?:問合せ|問い合わせ|問い合せ)先?:|^お?問合せ先")
_HIGHLIGHT = re.compile(r"^概要ページ掲載施策$")
_NUMBER = re.compile(r"^\d{1,3}$")
_URL = re.compile(r"^(?:URL:?)?https?://\S+$")

_BULLET = re.compile(rf"^[{BULLETS}※]")

LARGE_PAGE = 80  # printed lines; more are rather two pages
LONGEST_PAGE = 400  # lines; no page comes near, and it bounds the search


class Kind(Enum):
    """What a line is to the page: furniture that every page bears, or text of its own."""

    LABEL = "label"
    TAG = "tag"
    CONTACT = "contact"
    HIGHLIGHT = "highlight"
    NUMBER = "number"
    URL = "url"
    TEXT = "text"


FURNITURE = {Kind.LABEL, Kind.TAG, Kind.HIGHLIGHT, Kind.NUMBER}


def pillar_labels(lines: Sequence[Line]) -> frozenset[str]:
    """The pillar labels, folded: numbered short lines that recur, numbered from 1 without a gap.

    Of several lines that recur under one number the most frequent is the label.
    """
    count = Counter(
        fold(line.text)
        for line in lines
        if _NUMBERED.match(line.plain) and not line.plain.endswith("。")
    )
    labels: set[str] = set()
    for number in range(1, 20):
        texts = [(n, text) for text, n in count.items() if text.startswith(f"{number}.") and n > 1]
        if not texts:
            break
        labels.add(max(texts)[1])
    return frozenset(labels)


def kind_of(line: Line, labels: frozenset[str]) -> Kind:
    """The kind of one line, given the document's pillar labels."""
    text = line.plain
    if fold(text) in labels:
        return Kind.LABEL
    for pattern, kind in (
        (_HIGHLIGHT, Kind.HIGHLIGHT),
        (TAG, Kind.TAG),
        (_CONTACT, Kind.CONTACT),
        (_NUMBER, Kind.NUMBER),
        (_URL, Kind.URL),
    ):
        if pattern.match(text):
            return kind
    return Kind.TEXT


@dataclass(frozen=True)
class _Cut:
    """A line where a page may begin."""

    at: int
    """Its index."""
    cost: float
    """What it costs to begin a page there."""
    skipped: float = 0.0
    """What it costs to begin none there."""


def _ends_a_page(line: Line, kind: Kind) -> bool:
    """Whether the last line of a page could read so: furniture, an address, the end of
    a sentence.
    """
    return kind in FURNITURE or kind is Kind.URL or line.plain.endswith("。")


def _another_in_block(lines: Sequence[Line], at: int) -> bool:
    """Whether a later line of the same block (no empty line between) begins with one blank, too."""
    for line in lines[at + 1 : at + 8]:
        if not line.text:
            return False
        if line.text.startswith(" ") and not line.text.startswith("  ") and not line.blank:
            return True
    return False


def _cuts(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[_Cut]:
    cuts = [_Cut(0, 0.0)]
    for i in range(1, len(lines)):
        if lines[i].blank:
            continue
        led = len(lines[i].text) - len(lines[i].text.lstrip(" "))
        above = lines[i - 1]
        if i > 1 and not above.text and not lines[i - 2].text:
            cuts.append(_Cut(i, 0.0, skipped=12.0))
        elif led and not above.blank:
            cost = 1.0 if _ends_a_page(above, kinds[i - 1]) else 2.0
            # a page may begin with its lead sentences, but so does a box that was drawn after the
            # page above
            cost += 1.0 if _BULLET.match(lines[i].plain) else 0.0
            cost += 3.0 if led > 1 else 0.0
            # of several such lines in one block the last begins the page: those before it are boxes
            # of the page above
            cost += 3.0 if _another_in_block(lines, i) else 0.0
            cost += 2.0 if kinds[i - 1] is Kind.CONTACT and "@" in lines[i].text else 0.0
            cost += 1.0 if kinds[i] is Kind.URL else 0.0
            cuts.append(_Cut(i, cost))
        elif kinds[i - 1] in FURNITURE and kinds[i] is Kind.TEXT and not above.blank:
            cuts.append(_Cut(i, 7.0))
    return cuts


class _Sums:
    """Running counts of lines by kind, so that any stretch is judged at once."""

    def __init__(self, lines: Sequence[Line], kinds: Sequence[Kind]) -> None:
        self.text = [0]
        self.count = {kind: [0] for kind in Kind}
        self.labels = [i for i, kind in enumerate(kinds) if kind is Kind.LABEL]
        self.folded = {i: fold(lines[i].text) for i in self.labels}
        for line, kind in zip(lines, kinds, strict=True):
            self.text.append(self.text[-1] + (not line.blank))
            for name, row in self.count.items():
                row.append(row[-1] + (kind is name and not line.blank))

    def of(self, kind: Kind, start: int, end: int) -> int:
        return self.count[kind][end] - self.count[kind][start]

    def lines(self, start: int, end: int) -> int:
        return self.text[end] - self.text[start]


def _page_cost(sums: _Sums, start: int, end: int) -> float:
    """How unlike a page the lines from `start` to `end` (exclusive) are."""
    labels, size = sums.of(Kind.LABEL, start, end), sums.lines(start, end)
    if labels == 1 and size == 1:
        return 1.0  # a divider
    cost = 0.0
    if labels == 0:
        # a long stretch may be a page that lost its label, a short one is a box of the page above
        cost += 1.0 if size >= 40 else 8.0
    elif labels > 1:
        distinct = {sums.folded[i] for i in sums.labels if start <= i < end}
        is_summary = len(distinct) > 1 and not sums.of(Kind.CONTACT, start, end)
        cost += 4.0 if is_summary else 9.0 * (labels - 1)
    else:
        label = next(i for i in sums.labels if i >= start)
        before, after = sums.lines(start, label), sums.lines(label + 1, end)
        # a label stands near the head or the foot of a page, not in the middle
        deep = min(before, after)
        cost += 0.03 * deep + 0.4 * max(0, deep - 8)
    contacts = sums.of(Kind.CONTACT, start, end)
    cost += 1.5 if contacts == 0 else 1.5 * (contacts - 1)
    cost += 1.0 * max(0, sums.of(Kind.TAG, start, end) - 1)
    cost += 4.0 if size < 5 else 0.12 * max(0, size - LARGE_PAGE)
    return cost


def _best_starts(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[int]:
    cuts, sums = _cuts(lines, kinds), _Sums(lines, kinds)
    ends = [cut.at for cut in cuts] + [len(lines)]
    best: list[tuple[float, int]] = [(0.0, -1)]
    for j in range(1, len(ends)):
        options, skipped = [], 0.0
        for i in range(j - 1, -1, -1):
            if i < j - 1:
                skipped += cuts[i + 1].skipped
            if ends[j] - ends[i] > LONGEST_PAGE and i < j - 1:
                break
            options.append(
                (best[i][0] + cuts[i].cost + skipped + _page_cost(sums, ends[i], ends[j]), i)
            )
        best.append(min(options))
    starts, at = [], len(ends) - 1
    while at > 0:
        at = best[at][1]
        starts.append(ends[at])
    return starts[::-1]


def split(document: str, lines: Sequence[Line]) -> list[Page]:
    """The pages of the booklet in their order, each from its first to its last printed line."""
    labels = pillar_labels(lines)
    kinds = [Kind.TEXT if line.blank else kind_of(line, labels) for line in lines]
    starts = _best_starts(lines, kinds) if lines else []
    pages = []
    for start, end in pairwise([*starts, len(lines)]):
        while end > start and lines[end - 1].blank:
            end -= 1
        if end > start:
            pages.append(Page(document, tuple(lines[start:end])))
    return pages

"""Where on its page the name of a measure stands.

Text boxes come out of the PDF in any order, so the name may be the first line, stand over or under
the lead sentences (⚫), beside the pillar's label or over the contact. Each stretch of one to three
lines that could be a name is weighed by where it stands and how it ends; the heaviest is the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml
from loaders.documents.package_2025.pages import FURNITURE, TAG, Kind, kind_of
from loaders.text.brackets import depth
from loaders.text.glyphs import BULLETS, CIRCLED, NOTES
from loaders.text.lines import Line, fold, plain
from loaders.text.page import Page
from loaders.vocabulary.ministries import ministries

LAYOUT = Path(__file__).with_name("layout.yaml")
LEAST = 4.0  # a page whose best candidate weighs less has no title that we could vouch for
LONGEST = 90  # characters of a folded name

_LEAD = re.compile(r"^[⚫➢●]")  # what leads a sentence; squares lead headings
_NO_TITLE = re.compile(
    rf"^(?:[{BULLETS}{NOTES}+＋→⇒←:：、。"
    rf")）」』%&]|[{CIRCLED}➀-➉]|[⑴-⒇]|[(（]?[0-9０-９]{{1,2}}[)）．.、"
    r"]\s*|[<＜【\[［]|[(（]|[(（]?(?:例|注|参考)|TEL|E-?mail|URL|https?:|(?:事業の|制度の)?(?:詳細|詳しく)は|[Ⅰ-Ⅻ][.．:]?$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:。"
    r"|です|ます|する|した|れる|いる|ある|こと|もの|ため|場合|など|以上|以下|以内|円|％|%|時間|日間|年|月|日|名|社|件|人|回|[0-9０-９])$"
)
_FIGURES = re.compile(
    r"[0-9,.]+\s*(?:億|百万|千万|万)?円|\d{2,4}-\d{2,4}-\d{4}|@|https?://|[:：]|\d+[%％]|令和\d|著作者|出典"
)
_ORGANISATION = re.compile(
    r"(?:\(内線[^)]*\)|機構|省|庁|局|課|室|銀行|公庫|協会|会社|大学|法人|団体|市町村|都道府県|企業|事業者|者)$"
)
_CREDIT = re.compile(r"^著作者|^出典[:：]")
_SPACED = re.compile(r"(?:\S\s){3,}\S")
_TAIL = re.compile(rf"[\s　]+{TAG.pattern}")
_BY_NAME = re.compile(r"^【([^【】]+)】$")
_MINISTRY_AFTER = re.compile(r"[(（][^()（）]{2,8}[省庁府][)）]$")


class Layout(BaseModel):
    """The words of layout.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
    headings: tuple[str, ...]
    """Lines that head a part of a page, which are no titles."""
    endings: tuple[str, ...]
    """With which names of measures end."""
    unfinished: tuple[str, ...]
    """With which a line ends whose name goes on."""
    continues: tuple[str, ...]
    """With which a line begins that goes on with the name above."""


@cache
def layout() -> Layout:
    """The words of layout. Raises VocabularyError where the file does not hold together."""
    return read_yaml(LAYOUT, Layout)


@dataclass(frozen=True)
class Title:
    """A stretch of lines that may be the page's title."""

    text: str
    """The name as printed, wrapped lines joined."""
    lines: tuple[int, ...]
    """The lines it stands on (from 1)."""
    weight: float
    """How much speaks for it."""


@dataclass(frozen=True)
class _Row:
    """A printed line of a page."""

    line: Line
    """Its number and text."""
    kind: Kind
    """What it is to the page."""
    gap: bool
    """An empty line stands above it."""


@cache
def _headings() -> frozenset[str]:
    return frozenset(fold(word) for word in layout().headings)


def _rows(page: Page, labels: frozenset[str]) -> list[_Row]:
    rows, gap = [], True
    for line in page.lines:
        if line.blank:
            gap = True
            continue
        if not _CREDIT.match(line.plain):
            rows.append(_Row(line, kind_of(line, labels), gap))
        gap = False
    return rows


def _is_heading(text: str) -> bool:
    return fold(re.sub(r"[(（].*?[)）]|[:：]", "", text)) in _headings()


def _could_be_title(row: _Row) -> bool:
    text = row.line.plain
    return row.kind is Kind.TEXT and not _NO_TITLE.match(text) and not _is_heading(text)


def _carries_on(first: str, second: _Row) -> bool:
    """Whether `second`, the very next line, belongs to the name that `first` began."""
    words = layout()
    text = second.line.plain
    if second.gap or second.kind is not Kind.TEXT:
        return False
    if (
        text.startswith(tuple(plain(w) for w in words.continues))
        or first.endswith(tuple(plain(w) for w in words.unfinished))
        or depth(first) > 0
    ):
        return True
    if (
        (by_name := _BY_NAME.match(text)) is not None
        and not _is_heading(by_name.group(1))
        and not ministries().find(text)
    ):
        return first.endswith(words.endings)
    # the lines of a narrow box
    if len(first) < 9 and len(text) < 9 and _could_be_title(second):
        return True
    if _MINISTRY_AFTER.search(first) and _MINISTRY_AFTER.search(text):
        return True
    return (
        _could_be_title(second)
        and not first.endswith(words.endings)
        and text.endswith(words.endings)
    )


def _joined(first: str, second: str) -> str:
    """Two lines as one: a blank only where both sides are letters of a Western word."""
    return (
        f"{first} {second}"
        if re.search(r"[A-Za-z]$", first) and re.match(r"[A-Za-z]", second)
        else first + second
    )


def _stretches(rows: Sequence[_Row]) -> Iterator[tuple[int, int, str]]:
    """Every stretch of rows that could be a name: first index, last index, text."""
    at = 0
    while at < len(rows):
        if not _could_be_title(rows[at]):
            at += 1
            continue
        end, text = at, rows[at].line.text.strip()
        while end - at < 3 and end + 1 < len(rows) and _carries_on(plain(text), rows[end + 1]):
            text = _joined(text, rows[end + 1].line.text.strip())
            end += 1
        yield at, end, _TAIL.sub("", text)
        at = end + 1


def _pairs(text: str) -> set[str]:
    folded = re.sub(r"[ぁ-ん()'・、/-]", "", fold(text))
    return {folded[i : i + 2] for i in range(len(folded) - 1)}


def _is_sentence(rows: Sequence[_Row], at: int) -> bool:
    """Whether a row and those that run on from it are long enough for a lead sentence."""
    length = len(rows[at].line.plain)
    for row in rows[at + 1 : at + 3]:
        if row.gap or _NO_TITLE.match(row.line.plain):
            break
        length += len(row.line.plain)
    return length >= 30


def _weight(
    rows: Sequence[_Row], first: int, last: int, text: str, rest: set[str], listed: frozenset[str]
) -> float:
    folded = fold(text)
    above = rows[first - 1] if first else None
    below = rows[last + 1] if last + 1 < len(rows) else None
    bare = re.sub(r"[(（〔【][^)）〕】]*[)）〕】]?", "", text)
    ends_well = plain(text).endswith(layout().endings) or plain(bare).endswith(layout().endings)
    weight = 2.0 if ends_well else 0.0
    if above is None:
        # a diagram's label has letters set apart under it, a name has not
        weight += (
            2.0
            if below is not None and _SPACED.search(below.line.text)
            else 5.0
            if ends_well
            else 3.0
        )
    else:
        weight += 1.5 if above.kind in FURNITURE else 0.0
        # the lead sentences may stand over the name: then a sentence ends right above it
        weight += 1.5 if above.line.plain.endswith(("。", "」")) else 0.0
    if below is None:
        weight += 0.5
    else:
        weight += (
            (3.0 if _is_sentence(rows, last + 1) else 1.0) if _LEAD.match(below.line.plain) else 0.0
        )
        weight += 1.5 if below.kind in FURNITURE else 0.0
        weight += 2.0 if below.kind is Kind.CONTACT else 0.0
        weight += (
            1.0 if re.match(r"[<＜【■]", below.line.plain) or _is_heading(below.line.plain) else 0.0
        )
        # lines that run on without a gap are a text box of their own
        weight -= (
            1.5
            if not below.gap and below.kind is Kind.TEXT and not _LEAD.match(below.line.plain)
            else 0.0
        )
    pairs = _pairs(text)
    weight += 2.5 * len(pairs & rest) / len(pairs) if pairs else 0.0
    weight += (
        3.0 if any(folded == name or (len(name) > 6 and name in folded) for name in listed) else 0.0
    )
    weight -= 4.0 if len(folded) < 4 else 0.0
    weight -= 3.0 if len(folded) > 60 else 0.0
    weight -= 4.0 if _SENTENCE.search(plain(text)) else 0.0
    weight -= 4.0 if _FIGURES.search(plain(text)) else 0.0
    weight -= 3.0 if _ORGANISATION.search(plain(text)) or _ORGANISATION.search(plain(bare)) else 0.0
    weight -= 4.0 if _SPACED.search(text) else 0.0
    weight -= 3.0 if depth(text) != 0 else 0.0
    return weight


def candidates(
    page: Page, labels: frozenset[str], listed: frozenset[str] = frozenset()
) -> list[Title]:
    """Every stretch that could be the page's title, heaviest first.

    `labels`: the document's pillar labels, folded. `listed`: names that the document's own summary
    lists, folded.
    """
    rows = _rows(page, labels)
    pairs = [_pairs(row.line.text) for row in rows]
    on_rows = Counter(pair for title_pairs in pairs for pair in title_pairs)
    titles = []
    for first, last, text in _stretches(rows):
        if len(fold(text)) > LONGEST:
            continue
        own_rows = Counter(pair for title_pairs in pairs[first : last + 1] for pair in title_pairs)
        rest = on_rows.keys() - {pair for pair, times in own_rows.items() if on_rows[pair] == times}
        weight = _weight(rows, first, last, text, rest, listed)
        titles.append(
            Title(text, tuple(row.line.number for row in rows[first : last + 1]), round(weight, 3))
        )
    return sorted(titles, key=lambda title: (-title.weight, title.lines))


def title_of(
    page: Page, labels: frozenset[str], listed: frozenset[str] = frozenset()
) -> Title | None:
    """The page's title, or None where no stretch of lines weighs enough."""
    best = next(iter(candidates(page, labels, listed)), None)
    return best if best is not None and best.weight >= LEAST else None

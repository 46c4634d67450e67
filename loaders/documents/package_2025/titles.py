"""Where on its page the name of a measure stands.

Text boxes come out of the PDF in any order, so the name may be the first line, stand over or under
the lead sentences (⚫), beside the pillar's label or over the contact. Each stretch of one to three
lines that could be a name is weighed by where it stands and how it ends; the heaviest is the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
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
    rf"^(?:[{BULLETS}{NOTES}+＋→⇒←:：、。)）」』%&]|[{CIRCLED}➀-➉]|[⑴-⒇]"
    r"|[(（]?[0-9０-９]{1,2}[)）．.、]\s*|[<＜【\[［]|[(（]|[(（]?(?:例|注|参考)"
    r"|TEL|E-?mail|URL|https?:|(?:事業の|制度の)?(?:詳細|詳しく)は|[Ⅰ-Ⅻ][.．:]?$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:。|です|ます|する|した|れる|いる|ある|こと|もの|ため|場合|など|以上|以下|以内"
    r"|円|％|%|時間|日間|年|月|日|名|社|件|人|回|[0-9０-９])$"
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


@dataclass(frozen=True)
class _Candidate:
    """A stretch of rows that could be the title, with its page around it."""

    rows: Sequence[_Row]
    """All rows of the page."""
    first: int
    """The index of its first row."""
    last: int
    """The index of its last row."""
    text: str
    """The name as printed, wrapped lines joined."""
    rest: set[str]
    """The pairs of letters that the other rows hold."""
    listed: frozenset[str]
    """Names that the document's own summary lists, folded."""

    @property
    def above(self) -> _Row | None:
        return self.rows[self.first - 1] if self.first else None

    @property
    def below(self) -> _Row | None:
        return self.rows[self.last + 1] if self.last + 1 < len(self.rows) else None

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def wordings(self) -> tuple[str, str]:
        """The name with its brackets, and without."""
        bare = re.sub(r"[(（〔【][^)）〕】]*[)）〕】]?", "", self.text)
        return plain(self.text), plain(bare)

    @cached_property
    def ends_well(self) -> bool:
        return any(wording.endswith(layout().endings) for wording in self.wordings)

    @property
    def over_letters_apart(self) -> bool:
        return self.below is not None and bool(_SPACED.search(self.below.line.text))

    @property
    def over_lead(self) -> bool:
        return self.below is not None and bool(_LEAD.match(self.below.line.plain))

    @property
    def over_heading(self) -> bool:
        return self.below is not None and (
            bool(re.match(r"[<＜【■]", self.below.line.plain)) or _is_heading(self.below.line.plain)
        )

    @property
    def runs_on(self) -> bool:
        below = self.below
        return below is not None and not below.gap and below.kind is Kind.TEXT

    @property
    def is_listed(self) -> bool:
        return any(
            self.folded == name or (len(name) > _SHORT_NAME and name in self.folded)
            for name in self.listed
        )

    def weight(self) -> float:
        """How much speaks for it."""
        pairs = _pairs(self.text)
        told_again = len(pairs & self.rest) / len(pairs) if pairs else 0.0
        return _TOLD_AGAIN * told_again + sum(sign.weight for sign in _SIGNS if sign.holds(self))


@dataclass(frozen=True)
class _Sign:
    """Something that speaks for a candidate, or against it."""

    why: str
    """What it is, in words."""
    weight: float
    """How much it speaks for it; below nought: against it."""
    holds: Callable[[_Candidate], bool]
    """Whether the candidate has it."""


_SHORT_NAME = 6  # characters; a listed name no longer than that may be a part of others
_TOLD_AGAIN = 2.5  # weight of a name all of whose pairs of letters stand elsewhere on the page too
_SIGNS = (
    _Sign("ends as names of measures do", 2.0, lambda c: c.ends_well),
    _Sign("first of its page", 3.0, lambda c: c.above is None and not c.over_letters_apart),
    _Sign(
        "first of its page, and ends as names do",
        2.0,
        lambda c: c.above is None and not c.over_letters_apart and c.ends_well,
    ),
    _Sign(
        "first of its page, but over letters set apart, as a diagram's label is and no name",
        2.0,
        lambda c: c.above is None and c.over_letters_apart,
    ),
    _Sign(
        "right under furniture of the page",
        1.5,
        lambda c: c.above is not None and c.above.kind in FURNITURE,
    ),
    _Sign(
        "right under the end of a sentence: the lead sentences may stand over the name",
        1.5,
        lambda c: c.above is not None and c.above.line.plain.endswith(("。", "」")),
    ),
    _Sign("last of its page", 0.5, lambda c: c.below is None),
    _Sign("over what leads a sentence", 1.0, lambda c: c.over_lead),
    _Sign(
        "over a sentence as long as the lead sentences are",
        2.0,
        lambda c: c.over_lead and _is_sentence(c.rows, c.last + 1),
    ),
    _Sign(
        "right over furniture of the page",
        1.5,
        lambda c: c.below is not None and c.below.kind in FURNITURE,
    ),
    _Sign(
        "right over the contact",
        2.0,
        lambda c: c.below is not None and c.below.kind is Kind.CONTACT,
    ),
    _Sign("right over a heading of a part of the page", 1.0, lambda c: c.over_heading),
    _Sign(
        "in a text box whose lines run on without a gap",
        -1.5,
        lambda c: c.runs_on and not c.over_lead,
    ),
    _Sign("listed in the document's own summary", 3.0, lambda c: c.is_listed),
    _Sign("shorter than names are", -4.0, lambda c: len(c.folded) < 4),
    _Sign("longer than names are", -3.0, lambda c: len(c.folded) > 60),
    _Sign("ends as sentences do", -4.0, lambda c: bool(_SENTENCE.search(c.wordings[0]))),
    _Sign("has figures or addresses", -4.0, lambda c: bool(_FIGURES.search(c.wordings[0]))),
    _Sign(
        "names an organisation",
        -3.0,
        lambda c: any(_ORGANISATION.search(wording) for wording in c.wordings),
    ),
    _Sign("has letters set apart", -4.0, lambda c: bool(_SPACED.search(c.text))),
    _Sign("leaves a bracket open", -3.0, lambda c: depth(c.text) != 0),
)


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
        weight = _Candidate(rows, first, last, text, rest, listed).weight()
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

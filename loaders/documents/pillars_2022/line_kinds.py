"""What a line of the flattened columns is: where a page, a row, an entry or a heading begins, and
what stands in place of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from loaders.documents.pillars_2022.numbering import page_number
from loaders.documents.pillars_2022.pages import COLUMNS
from loaders.text.lines import Line, plain

DASHES = "-‐‑‒–—―−ーｰ"
_CODE = re.compile(rf"[(]\s*(?P<circle>[①-⑳])\s*[{DASHES}]\s*(?P<number>\d{{1,2}})\s*[)]")
_CHAPTER = re.compile(r"^\d{1,2}[.．]\S")
_POLICY = re.compile(r"^■新たな\S*方針\S{0,3}$")
_INSTEAD = re.compile(
    r"^\((?:(?P<new>新規(?:項目)?)|(?P<here>[^()]{2,12})から移動|(?P<there>[^()]{2,12})に移動"
    r"|(?P<gone>[^()]{0,20}(?:削除|廃止|統合)))\)"
)
_LABEL_LINES = 3  # printed lines over which a label may be wrapped
# ・ begins no item here: it joins words, and a wrapped line may begin with it
_BULLETS = "•⚫●■□◆◇➢✓\uf06c\uf0b7"
_CIRCLES = "○〇◯"
# NFKC would turn ① into 1, and then ①－１ could not be told from 1-1
_KEPT = {ord("①") + i: 0xE100 + i for i in range(20)}
_BACK = {0xE100 + i: ord("①") + i for i in range(20)}


class Kind(Enum):
    """What a part begins, or that it goes on with what began before."""

    PAGE = "page"
    COLUMNS = "columns"
    CHAPTER = "chapter"
    POLICY = "policy"
    ENTRY = "entry"
    CODE = "code"
    NEW_ITEM = "new item"
    MOVED_HERE = "moved here"
    GONE = "gone"
    CIRCLE = "circle"
    BULLET = "bullet"
    TEXT = "text"


ROW_STARTS = {Kind.ENTRY, Kind.NEW_ITEM, Kind.MOVED_HERE}


@dataclass(frozen=True)
class CellLine:
    """One cell's share of a printed line."""

    kind: Kind
    """What it begins."""
    line: Line
    """Its number and the share of its text."""
    value: str | None = None
    """An entry's label, or the code that a moved cell comes from or goes to."""
    code: str | None = None
    """An entry's code, as printed."""


def with_circles(text: str) -> str:
    """`plain` text in which circled numbers stay circled."""
    return plain(text.translate(_KEPT)).translate(_BACK).strip()


def code_in(text: str) -> re.Match[str] | None:
    """The code in brackets with which the text begins."""
    return _CODE.match(with_circles(text))


def printed_code(text: str) -> str:
    """The code as printed, its brackets left off; the text must begin with one."""
    return re.split(r"[)）]", text.strip(), maxsplit=1)[0].lstrip("（(").strip()


def same_code(printed: str) -> str:
    """A code in one form (⑧-5), whatever its dash and digits."""
    return re.sub(rf"\s*[{DASHES}]\s*", "-", with_circles(printed))


def cell_lines(page: Sequence[Line]) -> list[CellLine]:
    """The page's parts in order, its number and empty lines left out."""
    printed = [line for line in page if not line.blank]
    if page_number(page) is not None:
        printed = printed[:-1]
    of_page: list[CellLine] = []
    skipped = 0
    for at in range(len(printed)):
        if skipped:
            skipped -= 1
            continue
        made, skipped = _cell_lines_of(printed, at, first=at == 0)
        of_page += made
    return of_page


def _cell_lines_of(printed: Sequence[Line], at: int, first: bool) -> tuple[list[CellLine], int]:
    """The parts of one line, and how many lines after it belong to its label."""
    line = printed[at]
    if first and _CHAPTER.match(line.plain):
        return [CellLine(Kind.CHAPTER, line)], 0
    for pattern, kind in ((COLUMNS, Kind.COLUMNS), (_POLICY, Kind.POLICY)):
        if pattern.match(line.plain):
            return [CellLine(kind, line)], 0
    made = list(_instead(line))
    rest = Line(line.number, _rest(line))
    if rest.blank:
        return made, 0
    if label := _label(printed, at, rest):
        entry_line, more = label
        return [*made, entry_line], more
    # a bullet that the text lost leaves the blank that stood behind it
    lost = line.text.startswith(" ") and not first and not made
    return [
        *made,
        CellLine(
            _kind(rest, lost), rest, code=printed_code(rest.text) if code_in(rest.text) else None
        ),
    ], 0


def _instead(line: Line) -> Iterator[CellLine]:
    """What stands in place of cells at the head of the line: (new item), (moved from …), (moved to
    …), (deleted).
    """
    text = line.text.strip()
    while match := _INSTEAD.match(with_circles(text)):
        end = bracket_end(text)
        share = Line(line.number, text[:end])
        text = text[end:].strip()
        if match["new"]:
            yield CellLine(Kind.NEW_ITEM, share)
        elif match["here"]:
            yield CellLine(Kind.MOVED_HERE, share, same_code(match["here"]))
        else:
            yield CellLine(Kind.GONE, share, same_code(match["there"]) if match["there"] else None)


def _rest(line: Line) -> str:
    text = line.text.strip()
    while _INSTEAD.match(with_circles(text)):
        text = text[bracket_end(text) :].strip()
    return text


def bracket_end(text: str) -> int:
    """The offset behind the first closing bracket; the text must have one."""
    return min(at for at in (text.find("）"), text.find(")")) if at >= 0) + 1


def _label(printed: Sequence[Line], at: int, rest: Line) -> tuple[CellLine, int] | None:
    """An entry's label in 【】 with the code that follows it, and over how many more lines the
    label runs.
    """
    if not rest.text.startswith("【"):
        return None
    text = rest.text
    for more in range(_LABEL_LINES):
        label, closed, behind = text.partition("】")
        if closed:
            after = behind.strip() or (
                printed[at + more + 1].text.strip() if at + more + 1 < len(printed) else ""
            )
            if code_in(after) is None:
                return None
            return CellLine(Kind.ENTRY, rest, label.lstrip("【").strip(), printed_code(after)), more
        if at + more + 1 >= len(printed):
            return None
        text += printed[at + more + 1].text.strip()
    return None


def _kind(line: Line, lost_bullet: bool) -> Kind:
    text = line.text.strip()
    if text[0] in _CIRCLES and text[1:].strip():
        return Kind.CIRCLE
    if text[0] in _BULLETS or lost_bullet:
        return Kind.BULLET
    return Kind.CODE if code_in(text) else Kind.TEXT

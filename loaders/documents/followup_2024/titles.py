"""What stands in brackets and headings of the follow-up: a measure's name with its fiscal mark, and
the ministries of a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.text.lines import Flow, Line, plain
from loaders.vocabulary.ministries import ministries

HEADING = re.compile(r"^(?:⚫\s*)?[○〇◯]\s*")
_ONE = re.compile(r"(?P<era>[RH]|令和|平成)\s*(?P<year>元|\d{1,2})[^RH令平]*?(?P<kind>当初|補)")
_YEAR = (
    r"(?:[RＲ]|令和|平成|[HＨ])\s*(?:元|\d{1,2})\s*(?:年度)?\s*(?:第\s*[\d一二三]\s*次)?"
    r"\s*(?:当初|補正?)(?:予算)?案?"
)
_MARK = re.compile(rf"\s*[（(]\s*(?P<mark>{_YEAR}(?:\s*[、，,・及び]+\s*{_YEAR})*)\s*[）)]")
_NEW = re.compile(r"\s*[【\[（(]新規[】\]）)]")
_BRACKET = re.compile(r"[【\[]([^【】\[\]]{2,80})[】\]]")
_BETWEEN = re.compile(r"[・、,\s○〇◯等及び]*")
_LEAD = re.compile(r"[○〇◯]\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading's words as printed, wrapped lines joined."""

    title: str
    """The name."""
    mark: str | None
    """Its fiscal mark without brackets."""
    new: bool = False
    """The measure or item is there for the first time (新規)."""


@dataclass(frozen=True)
class Owners:
    """The offices of a bracket, by formal name."""

    ministries: tuple[str, ...]
    """Those of ministry level, a parent for its agency."""
    agencies: tuple[str, ...]
    """The outer offices."""
    lead: str | None
    """The one marked with a ring."""
    line: int
    """Where the bracket opens."""
    end: int
    """The offset behind it."""


def joined(lines: Sequence[Line]) -> str:
    """Printed lines as one, without a joint; the blanks at the wrap belong to the page, not to the
    words.
    """
    return "".join(line.text.strip() for line in lines)


def heading(words: str) -> Heading:
    """The name and the mark of a heading: the mark stands at its end or before a remark (再掲)."""
    mark = _MARK.search(words)
    title = words[: mark.start()] if mark else words
    return Heading(
        _NEW.sub("", title).strip() if mark or _NEW.search(title) else title.strip(),
        mark["mark"] if mark else None,
        bool(_NEW.search(words)),
    )


def years(mark: str | None) -> frozenset[str]:
    """The budgets that a mark names, in the form of `Budget.fiscal` (R4補正, R5当初)."""
    return frozenset(_canonical(match) for match in _ONE.finditer(plain(mark or "")))


def _canonical(match: re.Match[str]) -> str:
    era = "R" if match["era"] in "R令和" else "H"
    year = 1 if match["year"] == "元" else int(match["year"])
    return f"{era}{year}{'補正' if match['kind'] == '補' else '当初'}"


def has_mark(words: str) -> bool:
    """Whether the words hold a whole fiscal mark: a heading ends with it."""
    return _MARK.search(words) is not None


def owners(lines: Sequence[Line]) -> Iterator[Owners]:
    """Every bracket of the lines that holds nothing but offices, in order; it may be wrapped."""
    flow = Flow.of(lines)
    for match in _BRACKET.finditer(flow.text):
        if (offices := _read(match[1])) is not None:
            yield Owners(*offices, line=flow.line_at(match.start()), end=match.end())


def merged(brackets: Sequence[Owners]) -> Owners | None:
    """Several brackets as one (【外務省】、【経産省】); None of none."""
    if not brackets:
        return None
    return Owners(
        tuple(dict.fromkeys(m for o in brackets for m in o.ministries)),
        tuple(dict.fromkeys(a for o in brackets for a in o.agencies)),
        next((o.lead for o in brackets if o.lead), None),
        brackets[0].line,
        brackets[-1].end,
    )


def _read(inside: str) -> tuple[tuple[str, ...], tuple[str, ...], str | None] | None:
    mentions = sorted(ministries().find(inside), key=lambda m: m.start)
    rest = inside
    for mention in reversed(mentions):
        rest = rest[: mention.start] + rest[mention.end :]
    if not mentions or not _BETWEEN.fullmatch(rest):
        return None
    levels = [m for m in mentions if m.kind in ("ministry", "agency")]
    lead = next((m.name for m in levels if _LEAD.search(inside[: m.start])), None)
    above = [m.name if m.kind == "ministry" else ministries().parent_of(m.name) for m in levels]
    return (
        tuple(dict.fromkeys(name for name in above if name)),
        tuple(dict.fromkeys(m.name for m in levels if m.kind == "agency")),
        lead,
    )

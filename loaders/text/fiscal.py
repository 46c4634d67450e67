"""Fiscal years and kinds of budget as documents print them: R6補正, 令和６年度補正予算,
令和７年度当初予算（案）, 2031年度, 令和13（2031）年度.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graph.language.numerals import number
from loaders.text.eras import era_of, western_year

_LETTERS = {"令和": "R", "平成": "H"}
_LATEST = 2060  # no budget is made for later years: a number that leads there is misread
_SUM = r"約?\d[\d,.]*[十百千万億兆]*円"  # R12:11億円
_DRAFT = r"\(?(?:政府|概算)?案\)?|概算要求"
_COUNT = r"元|\d{1,2}|[一二三四五六七八九十]{1,3}"  # of the years of an era
_WESTERN = r"(?<!\d)20\d\d"
_ERA = rf"(?P<era>令和|平成|(?<![A-Z])[RH])\.?(?P<year>{_COUNT})"
# the same year the other way, in brackets: before 年度 or behind it
_AGAIN = rf"(?:年?度?\((?:{_WESTERN}|(?:令和|平成|[RH])(?:{_COUNT}))(?:年?度?)\))"
_MARK = re.compile(
    rf"(?:{_ERA}|(?P<western>{_WESTERN}))(?P<again>{_AGAIN})?"
    rf"(?:年?度|FY|(?<=FY20\d\d)|(?=補正|当初|予算|\+)|年(?=補正|当初)|(?<=度\))"
    rf"|(?<=\d)(?=:{_SUM}))(?P<behind>{_AGAIN})?"
    rf"(?:第[\d一二三四]次|\d次)?"
    rf"(?P<kind>補正|当初)?(?P<budget>(?:(?:概算)?要求|予算)?(?:額|等)*)(?P<draft>{_DRAFT})?(?:額)?(?:{_DRAFT})?"
)
# what is a fiscal year of a budget, be it understood or not
_PRINTED_YEAR = re.compile(
    r"(?:令和|平成|昭和|(?<![A-Z])[RH])?[\d,.〇○●◯元一二三四五六七八九十・、~]*[\d〇○●◯元一二三四五六七八九十]"
    r"(?:\(\w{1,6}\))?年?度(?:\(\w{1,8}\))?"
    r"(?=(?:第.次|\d次)?(?:補正|当初|予算|概算要求)|:?約?\d[\d,.]*[十百千万億兆]*円)"
)


@dataclass(frozen=True)
class FiscalMark:
    """A fiscal year with its kind of budget."""

    canonical: str
    """The year and kind in one form: R6補正, R7当初 …"""
    year: int
    """The Western year in which it begins."""
    kind: Literal["initial", "supplementary"]
    """Initial or supplementary."""
    proposed: bool
    """The budget is a draft (案) or a request."""
    bare: bool
    """Nothing but the year is printed (令和７年度), without its kind of budget."""
    names_kind: bool
    """The kind is printed, or it is the government's draft of a year (予算案): the initial."""
    western: bool
    """The year is printed as a Western one alone, which targets and results bear as well."""
    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends there."""

    @property
    def printed_kind(self) -> Literal["initial", "supplementary"] | None:
        """The kind, None where none is printed."""
        return self.kind if self.names_kind else None

    @property
    def as_printed(self) -> str:
        """The one form without a kind that is not printed: R7年度."""
        return self.canonical if self.names_kind else self.canonical.replace("当初", "年度")


def fiscal_marks(text: str) -> list[FiscalMark]:
    """Every fiscal mark of the text (plain, without blanks), in its order; a year that is told
    twice is one, and none where the two differ.
    """
    return [mark for match in _MARK.finditer(text) if (mark := _mark(match))]


def unread_years(text: str) -> list[tuple[int, int]]:
    """Where the text (plain, without blanks) prints fiscal years of budgets that are none of its
    marks: 令和99,9年度補正予算, 令和●年度予算.
    """
    read = [(mark.start, mark.end) for mark in fiscal_marks(text)]
    return [
        match.span()
        for match in _PRINTED_YEAR.finditer(text)
        if not any(start <= match.start() and match.end() <= end for start, end in read)
    ]


def _mark(match: re.Match[str]) -> FiscalMark | None:
    year = _year_of(match["western"] or f"{match['era']}{match['year']}")
    for again in (match["again"], match["behind"]):
        if again and _year_of(re.sub(r"年|度|[()]", "", again)) != year:
            return None
    if year > _LATEST:
        return None
    letter = _LETTERS.get(match["era"], match["era"]) or era_of(year)
    if (of_era := year - western_year(letter, "1") + 1) < 1:
        return None  # an era has no year 0
    supplementary = match["kind"] == "補正"
    tail = match.group()[match.start("budget") - match.start() :]
    return FiscalMark(
        canonical=f"{letter}{of_era}{'補正' if supplementary else '当初'}",
        year=year,
        kind="supplementary" if supplementary else "initial",
        proposed="案" in tail or "要求" in tail,
        bare=not (match["kind"] or match["budget"] or match["draft"]),
        names_kind=bool(match["kind"]) or ("案" in tail and "要求" not in tail),
        western=bool(match["western"]) and not (match["again"] or match["behind"]),
        start=match.start(),
        end=match.end(),
    )


def _year_of(printed: str) -> int:
    """The Western year that 2031, 令和13, R13 or 令和元 is."""
    if printed.isdecimal():
        return int(printed)
    era = next(era for era in ("令和", "平成", "R", "H") if printed.startswith(era))
    count = printed.removeprefix(era)
    return western_year(era, count if count == "元" else str(round(number(count) or 0)))

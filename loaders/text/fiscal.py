"""Fiscal years and kinds of budget as documents print them: R6補正, 令和６年度補正予算,
令和７年度当初予算（案）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.text.eras import western_year

_LETTERS = {"令和": "R", "平成": "H"}
_DRAFT = r"\(?(?:政府|概算)?案\)?|概算要求"
_MARK = re.compile(
    rf"(?P<era>令和|平成|(?<![A-Z])[RH])(?P<year>元|\d{{1,2}})(?:年?度|(?=補正|当初|予算|\+)"
    rf"|年(?=補正|当初))(?:第[\d一二三四]次|\d次)?"
    rf"(?P<kind>補正|当初)?(?P<budget>(?:概算要求|予算)?(?:額|等)*)(?P<draft>{_DRAFT})?(?:額)?(?:{_DRAFT})?"
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
    """Nothing but the year is printed (令和７年度), which is read as the initial budget."""
    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends there."""


def fiscal_marks(text: str) -> list[FiscalMark]:
    """Every fiscal mark of the text (plain, without blanks), in its order."""
    return [_mark(match) for match in _MARK.finditer(text)]


def _mark(match: re.Match[str]) -> FiscalMark:
    letter = _LETTERS.get(match["era"], match["era"])
    year = 1 if match["year"] == "元" else int(match["year"])
    supplementary = match["kind"] == "補正"
    tail = match.group()[match.end("year") - match.start() :]
    return FiscalMark(
        canonical=f"{letter}{year}{'補正' if supplementary else '当初'}",
        year=western_year(letter, match["year"]),
        kind="supplementary" if supplementary else "initial",
        proposed="案" in tail or "概算要求" in tail,
        bare=not (match["kind"] or match["budget"] or match["draft"]),
        start=match.start(),
        end=match.end(),
    )

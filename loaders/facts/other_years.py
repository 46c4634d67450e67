"""A number that tells the same as the one before it, of another year: in a bracket
(12件(令和4年度:9件)), in a row (R3年度 9件→R4年度 12件), or one each (令和3年度及び令和4年度に、
それぞれ9件、12件).
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_BRACKET = _PATTERNS["bracket"]
_OF_THE_YEAR = _PATTERNS["of_the_year"]
_LABEL = _PATTERNS["label"]
_COUNT = _PATTERNS["count"]
_NO_MORE = _PATTERNS["no_more"]
_REAL = _PATTERNS["real"]
_NEXT = _PATTERNS["next"]
_DATED_BEHIND = _PATTERNS["dated_behind"]
_ROW = _PATTERNS["row"]
_RESPECTIVELY = _PATTERNS["respectively"]
_VALUE = _PATTERNS["value"]
_BEATEN = _PATTERNS["beaten"]
_OF_A_YEAR = _PATTERNS["of_a_year"]


@dataclass(frozen=True)
class OtherYear:
    """What a bracket says of the number in it that tells another year."""

    said: str
    """The words for the number; empty where it counts what the number before the bracket does."""
    is_year_before: bool
    """The bracket says 昨年度 or the like instead of a year."""
    is_real: bool
    """The bracket says that its number has come about (実績)."""


def in_bracket(stated: Stated) -> OtherYear | None:
    """What is said of a number that stands in a bracket with another year, right behind a number
    of the same unit; None of another number.
    """
    before = stated.before
    match = _BRACKET.search(before) if "(" in before else None
    if match is None or _NO_MORE.match(stated.behind) is None:
        return None
    if stated.unit not in before[: match.start("inside")]:
        return None
    inside = match["inside"]
    belongs = _OF_THE_YEAR.match(inside)
    label = _LABEL.search(_COUNT.sub("", inside), belongs.end() if belongs else 0)
    return OtherYear(
        said=label["said"].strip() if label else "",
        is_year_before=bool(match["last"]),
        is_real=bool(_REAL.search(inside)),
    )


def in_a_row(stated: Stated) -> bool:
    """Whether the number is one of a row over years, behind the number of a first."""
    before = stated.before
    return bool(
        _NEXT.search(before)
        or (_ROW.search(before) and _DATED_BEHIND.match(stated.behind))
        or (_OF_A_YEAR.search(before) and _BEATEN.match(stated.behind))
    )


def of_several(stated: Stated) -> tuple[str, int] | None:
    """The years of which numbers are told one each, and of which of them, from 0, the number is."""
    match = _RESPECTIVELY.search(stated.before)
    return (match["years"], len(_VALUE.findall(match["values"]))) if match else None

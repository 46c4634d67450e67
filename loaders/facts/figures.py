"""What a measure aims at (kpi) and what it has brought about (result), in numbers."""

from __future__ import annotations

import re
from typing import Literal

from graph.language.numerals import number
from loaders.catalogue.records import Figure
from loaders.facts.prose import running_text
from loaders.text.eras import western_year
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_YEAR = _PATTERNS["year"]
_VALUE = _PATTERNS["value"]
_GOAL_HEADING = _PATTERNS["goal_heading"]
_AIMED_BEFORE = _PATTERNS["aimed_before"]
_GOAL = _PATTERNS["goal"]
_OUTCOME = _PATTERNS["outcome"]
_NO_OUTCOME = _PATTERNS["no_outcome"]
_OWN_AIM = _PATTERNS["own_aim"]
_NO_COUNT = _PATTERNS["no_count"]
_TRILLIONS = _PATTERNS["trillions"]
_OWN_SALES = _PATTERNS["own_sales"]
_MONEY_NO_GOAL = _PATTERNS["money_no_goal"]
_COUNTED = _PATTERNS["counted"]
_BASE_OF_AN_AIM = _PATTERNS["base_of_an_aim"]
_COMPARED_WITH = _PATTERNS["compared_with"]
_GOAL_BEFORE = _PATTERNS["goal_before"]
_GOAL_ENDS = _PATTERNS["goal_ends"]
_BRACKET_BEHIND = _PATTERNS["bracket_behind"]
_GOAL_REACH = 260  # a heading's goals may run over so many characters


def figures(page: Page) -> list[Figure]:
    """The stated targets and outcomes: value and unit as printed (2兆円 is 2, 兆円; １万人 is
    10000, 人), the year where one stands by.

    Left out: money and rates that the measure pays, conditions, and what single companies did.
    """
    read: list[Figure] = []
    under_goal = 0
    for flow in running_text(page):
        text = flow.text
        if _GOAL_HEADING.search(text[:16]) and not _BASE_OF_AN_AIM.search(text):
            under_goal = _GOAL_REACH
        for match in _VALUE.finditer(text):
            if _NO_COUNT.search(text, max(0, match.start() - 12), match.start()):
                continue
            what, line = _what(text, match, under_goal > 0), flow.line_at(match.start())
            if what is None:
                continue
            value = _value(text, match)
            if value is None:
                page.refuse(line, f"a figure whose number cannot be read: {match.group()}")
                continue
            figure = Figure(
                what=what, value=value, unit=match["unit"], year=_year(text, match), line=line
            )
            if all(_key(figure) != _key(earlier) for earlier in read):
                read.append(figure)
        under_goal = 0 if _GOAL_ENDS.match(text) else under_goal - len(text)
    return read


def _key(figure: Figure) -> tuple[str, float, str, int | None]:
    return figure.what, figure.value, figure.unit, figure.year


def _what(text: str, match: re.Match[str], under_goal: bool) -> Literal["kpi", "result"] | None:
    start = max(text.rfind("。", 0, match.start()) + 1, match.start() - 110)
    stop = text.find("。", match.end())
    sentence = text[start : stop + 1 if stop >= 0 else len(text)][:220]
    before, after = text[start : match.start()], text[match.end() : match.end() + 50]
    stated = (
        bool(_GOAL.search(after))
        or bool(_GOAL_BEFORE.search(before))
        or bool(_AIMED_BEFORE.search(before))
    )
    counted = bool(_COUNTED.search(before)) and not stated
    if (under_goal or stated) and not counted:
        if (
            _MONEY_NO_GOAL.search(before[-30:])
            or _OWN_SALES.search(before)
            or _OWN_AIM.search(before[-60:] + after)
        ):
            return None
        compared = _BASE_OF_AN_AIM.search(after) or _COMPARED_WITH.search(before)
        return None if compared else "kpi"
    if _NO_OUTCOME.search(before[-24:] + match.group() + after[:14]):
        return None
    return "result" if (counted and under_goal) or _OUTCOME.search(sentence) else None


def _value(text: str, match: re.Match[str]) -> float | None:
    """The number in its unit; 3兆2,632億円 is one sum. None where it is not written as a number
    is.
    """
    value = number(match["number"] + (match["big"] or ""))
    trillions = (
        _TRILLIONS.search(text, max(0, match.start() - 8), match.start())
        if match["hundred_million_yen"]
        else None
    )
    if value is None or trillions is None:
        return value
    above = number(trillions[1])
    return None if above is None else value + 10_000 * above


def _year(text: str, match: re.Match[str]) -> int | None:
    """The year nearest before the number in its sentence, or in the brackets right behind it, in
    the western count.
    """
    start = text.rfind("。", 0, match.start()) + 1
    behind = _BRACKET_BEHIND.match(text, match.end())
    years = [
        *_YEAR.finditer(text, start, match.start()),
        *(_YEAR.finditer(behind.group()) if behind else ()),
    ]
    for year in reversed(years):
        if (western := _western(year)) is not None:
            return western
    return None


def _western(match: re.Match[str]) -> int | None:
    if match["era"]:
        return western_year(match["era"], match["year"])
    printed = match["year"]
    return int(printed) if printed.isdecimal() and 1990 <= int(printed) <= 2100 else None

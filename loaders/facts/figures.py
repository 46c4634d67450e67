"""What a measure aims at (kpi) and what it has brought about (result), in numbers, each with what
it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from graph.language.numerals import number
from loaders.catalogue.records import Figure
from loaders.facts.changes import begins_a_change, year_of_the_start
from loaders.facts.counted import SHARES, counted, counter
from loaders.facts.distinguished import distinguished
from loaders.facts.figure_years import Years
from loaders.facts.other_years import in_bracket
from loaders.facts.outcomes import heading, is_money, is_outcome
from loaders.facts.prose import running_text
from loaders.facts.stated import Stated
from loaders.text.lines import Flow
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_VALUE = _PATTERNS["value"]
_THINGS = _PATTERNS["things"]
_STOCK = _PATTERNS["stock"]
_OWN_WORD = _PATTERNS["own_word"]
_FEW_THINGS = _PATTERNS["few_things"]
_GOAL_HEADING = _PATTERNS["goal_heading"]
_AIMED_BEFORE = _PATTERNS["aimed_before"]
_GOAL = _PATTERNS["goal"]
_BY_THEN = _PATTERNS["by_then"]
_SHALL = _PATTERNS["shall"]
_DUE = _PATTERNS["due"]
_PLANNED = _PATTERNS["planned"]
_EVENT_SIZE = _PATTERNS["event_size"]
_EXPECTED = _PATTERNS["expected"]
_OWN_AIM = _PATTERNS["own_aim"]
_NO_COUNT = _PATTERNS["no_count"]
_TRILLIONS = _PATTERNS["trillions"]
_OWN_SALES = _PATTERNS["own_sales"]
_BUDGET_BEFORE = _PATTERNS["budget_before"]
_MONEY_NO_GOAL = _PATTERNS["money_no_goal"]
_COUNTED = _PATTERNS["counted"]
_BASE_OF_AN_AIM = _PATTERNS["base_of_an_aim"]
_COMPARED_WITH = _PATTERNS["compared_with"]
_GOAL_BEFORE = _PATTERNS["goal_before"]
_GOAL_ENDS = _PATTERNS["goal_ends"]
_AT_HEAD = _PATTERNS["at_head"]
_PRINTED_DIGIT = _PATTERNS["printed_digit"]
_YEAR_IN_A_NAME = _PATTERNS["year_in_a_name"]
_PARTS = _PATTERNS["parts"]
_TIME_OF_DAY = _PATTERNS["time_of_day"]
_GOAL_REACH = 260  # a heading's goals may run over so many characters
_SENTENCE = 220  # characters of a sentence that are looked at
_BEFORE = 110  # the like before a number


def figures(page: Page) -> list[Figure]:
    """The stated targets and outcomes: what each counts, value and unit as printed (2兆円 is 2,
    兆円; １万人 is 10000, 人), the fiscal year where one stands by.

    Left out: money and rates that the measure pays, conditions, and what single companies did.
    """
    read: list[tuple[Figure, Stated]] = []
    under_goal = 0
    above: str | None = None
    printed = {line.number: line.text for line in page.lines}
    years = Years(page)
    for flow in running_text(page):
        text = _TIME_OF_DAY.sub(lambda time: " " * len(time.group()), flow.text)
        years.enter(text)
        if _GOAL_HEADING.search(text[:16]) and not _BASE_OF_AN_AIM.search(text):
            under_goal = _GOAL_REACH
        name: str | None = None
        by_unit: dict[str, str | None] = {}
        after_another = False
        for match in _values(flow, printed):
            stated, line = _stated(text, match, above), flow.line_at(match.start())
            what = _what(stated, under_goal > 0, after_another)
            if what is None or (what == "result" and match.re is _FEW_THINGS):
                continue
            value = _value(text, match)
            if value is None:
                page.refuse(line, f"a figure whose number cannot be read: {match.group()}")
                continue
            called = _called(
                replace(stated, aimed=what == "kpi"), match, name, by_unit.get(stated.unit)
            )
            if called is None and what == "result" and match["unit"] in SHARES:
                continue  # a share of nothing that is said tells nothing
            if name is None or match["unit"] not in (*SHARES, "倍"):
                name = called  # a share is of what was counted before, and nothing is of it
            if stated.before.count("(") == stated.before.count(")"):
                by_unit[stated.unit] = called  # a part or another year's in a bracket leads no row
            after_another = True
            year = years.of(stated, what == "kpi")
            if begins_a_change(stated):
                year = year_of_the_start(stated, year)
            figure = Figure(
                what="result" if _is_base(stated, year, read) else what,
                name=called,
                value=value,
                unit=match["unit"],
                year=year,
                line=line,
            )
            if not any(_same(figure, earlier) for earlier, _ in read):
                read.append((figure, stated))
        under_goal = 0 if _GOAL_ENDS.match(text) else under_goal - len(text)
        above = heading(text)
    return distinguished(read)


def _called(
    stated: Stated, match: re.Match[str], previous: str | None, like: str | None
) -> str | None:
    """What the number counts: things by their own word, who comes to an event by their label, all
    else by the words of the sentence (`previous`, `like`: see `counted`).
    """
    if match.re is _OWN_WORD:
        return counter(stated.unit)
    event = _EVENT_SIZE.search(stated.before) if stated.aimed else None
    return event["counted"] if event else counted(stated, previous, like)


def _is_base(stated: Stated, year: int | None, read: Sequence[tuple[Figure, Stated]]) -> bool:
    """Whether a number of that year in a bracket behind an aim is what the aim starts from."""
    if in_bracket(stated) is None or year is None or not read:
        return False
    aim, _ = read[-1]
    return aim.year is not None and year < aim.year


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one, printed twice: their names share a word."""
    if (one.what, one.value, one.unit) != (other.what, other.value, other.unit):
        return False
    if one.year != other.year:
        return False
    ours, theirs = _named(one), _named(other)
    if one.unit in SHARES or not ours or not theirs:
        return one.name == other.name
    return any(ours[at : at + 2] in theirs for at in range(len(ours) - 1))


def _named(figure: Figure) -> str:
    """What a figure counts without the word for its unit, which says nothing (拠点数)."""
    return (figure.name or "").removesuffix("数").removesuffix(figure.unit)


def _values(flow: Flow, printed: Mapping[int, str]) -> Iterator[re.Match[str]]:
    """The numbers with a unit in the order of the text; ordinals, limits and the numbers of items
    are none. `printed`: line number -> the line as printed.
    """
    text = flow.text
    found = {
        match.start(): match
        for pattern in (_FEW_THINGS, _OWN_WORD, _STOCK, _THINGS, _VALUE)
        for match in pattern.finditer(text)
    }
    for at in sorted(found):
        is_item = _AT_HEAD.fullmatch(text, 0, at) and not _PRINTED_DIGIT.match(
            printed[flow.line_at(at)].strip()
        )
        meets = found[at]["unit"] == "回" and _PARTS.search(text, 0, at)
        in_name = _YEAR_IN_A_NAME.fullmatch(found[at].group())
        if not (is_item or meets or in_name or _NO_COUNT.search(text, max(0, at - 12), at)):
            yield found[at]


def _stated(text: str, match: re.Match[str], above: str | None) -> Stated:
    start = max(text.rfind("。", 0, match.start()) + 1, match.start() - _BEFORE)
    full_stop = text.find("。", match.end())
    stop = min(full_stop + 1 if full_stop >= 0 else len(text), start + _SENTENCE)
    return Stated(
        text,
        start,
        at=match.start(),
        end=match.end(),
        stop=max(stop, match.end()),
        unit=match["unit"],
        heading=above,
    )


def _what(stated: Stated, under_goal: bool, after_another: bool) -> Literal["kpi", "result"] | None:
    before, after = stated.before, stated.text[stated.end : stated.end + 50]
    if (other := in_bracket(stated)) and (other.is_real or not under_goal):
        return "result" if is_outcome(stated, after_another) else None
    aimed = (
        bool(_GOAL.search(after))
        or bool(_BY_THEN.search(before) and _SHALL.match(stated.ahead))
        or bool(_GOAL_BEFORE.search(before))
        or bool(_AIMED_BEFORE.search(before))
        or bool(_DUE.search(before) and _PLANNED.match(stated.ahead))
        or bool(_EVENT_SIZE.search(before) and _EXPECTED.match(stated.ahead))
    )
    is_counted = bool(_COUNTED.search(before)) and not aimed
    if (under_goal or aimed) and not is_counted:
        if (
            _MONEY_NO_GOAL.search(before[-30:])
            or (is_money(stated.unit) and _BUDGET_BEFORE.search(before))
            or _OWN_SALES.search(before)
            or _OWN_AIM.search(before[-60:] + after)
        ):
            return None
        if not (_BASE_OF_AN_AIM.search(after) or _COMPARED_WITH.search(before)):
            return "kpi"
    return "result" if is_outcome(stated, after_another) else None


def _value(text: str, match: re.Match[str]) -> float | None:
    """The number in its unit; 3兆2,632億円 is one sum. None where it is not written as a number
    is.
    """
    groups = match.groupdict()
    value = number(match["number"] + (groups.get("big") or ""))
    trillions = (
        _TRILLIONS.search(text, max(0, match.start() - 8), match.start())
        if groups.get("hundred_million_yen")
        else None
    )
    if value is None or trillions is None:
        return value
    above = number(trillions[1])
    return None if above is None else value + 10_000 * above

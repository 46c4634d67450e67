"""When one may apply, and until when a measure holds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from loaders.catalogue.records import Window
from loaders.facts.calls import calls
from loaders.facts.prose import running_text
from loaders.text.eras import western_year
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_DATE = _PATTERNS["date"]
_MONTH = _PATTERNS["month"]
_FIRST_MONTH = _PATTERNS["first_month"]
_MONTH_END = _PATTERNS["month_end"]
_YEAR_END = _PATTERNS["year_end"]
_WHAT = _PATTERNS["what"]
_TO = _PATTERNS["to"]
_BEGINS = _PATTERNS["begins"]
_ENDS = _PATTERNS["ends"]
_FOR_WHOM = _PATTERNS["for_whom"]
_VAGUE = _PATTERNS["vague"]
_DAY = _PATTERNS["day"]
_SLASHED_DAY = _PATTERNS["slashed_day"]
_DAY_OF_MONTH = _PATTERNS["day_of_month"]
_MONTH_ALONE = _PATTERNS["month_alone"]
_YEARLESS = _PATTERNS["yearless"]
_ONLY_END = _PATTERNS["only_end"]
_STAYS_OPEN = _PATTERNS["stays_open"]
_ENDLESS = _PATTERNS["endless"]
_FIRST = _PATTERNS["first"]
_ROUND = _PATTERNS["round"]
_NEXT_TIME = _PATTERNS["next_time"]
_DATED = _PATTERNS["dated"]
_LEFT_OVER = _PATTERNS["left_over"]
_ALWAYS = _PATTERNS["always"]
_EDGE = _PATTERNS["edge"]
_LAST = _PATTERNS["last"]
_UNTIL = _PATTERNS["until"]
_ACCEPTANCE = _PATTERNS["acceptance"]
_HEADED = 1  # a heading is a label with no more than a mark before it
_CELL = 60  # so far after a label its dates stand
_LEAP_YEAR = 2024  # a day that a leap year lacks is in no year
_HALF_A_YEAR = 6  # months: so long a call may reach into the next fiscal year
_APRIL = 4  # the month in which a fiscal year begins


@dataclass(frozen=True)
class _Span:
    """A time that a cell begins with."""

    opens: str | None
    """Its first day, ISO; its first month where no day is printed."""
    closes: str | None
    """Its last day or month, likewise."""
    end: int
    """Offset behind it in the cell."""


class _UnreadableTimeError(ValueError):
    """A time is printed that cannot be read; the words say what is wrong."""


def windows(page: Page) -> list[Window]:
    """The periods that the page names (申請受付, 公募, 適用期限 …) or its sentences tell (`calls`),
    with ISO dates where whole dates are printed, with ISO months where a year and a month are.

    An opening and a closing printed apart (申請受付開始 …, 申請受付締切 …) are one window. What is
    only roughly said (４月頃, 随時) has no dates, just what is printed. Under a heading (■公募時期)
    the period stands in the statement that follows. A closing day without a year is the first one
    after the opening, in the same fiscal year or within half a year.

    A period with a day that no calendar has, one that ends before it begins, one without an end
    (４月上旬～) where the page does not say that one may always apply, and days that are left
    unread are refused (`Page.refuse`).
    """
    read: list[Window] = []
    statements = running_text(page)
    always_open = any(_ALWAYS.search(flow.text) for flow in statements)
    for flow, next_flow in zip_longest(statements, statements[1:]):
        labels = [
            label
            for label in _WHAT.finditer(flow.text)
            if label.end() < len(flow.text) or label.start() <= _HEADED
        ]
        for label, following in zip_longest(labels, labels[1:]):
            where, start = flow, label.end()
            if label.end() == len(flow.text):
                if next_flow is None:
                    continue
                where, start = next_flow, 0
            cell = where.text[start : following.start() if following else len(where.text)][:_CELL]
            line = flow.line_at(label.start())
            try:
                for window, at in _windows(label, cell, line, always_open):
                    its_line = where.line_at(start + at) if at else line
                    read.append(window.model_copy(update={"line": its_line}))
            except _UnreadableTimeError as error:
                page.refuse(line, f"{error}: {label.group()}{cell}")
        if not labels and (always := _ALWAYS.search(flow.text)):
            read.append(
                Window(what="申請受付", printed=always.group(), line=flow.line_at(always.start()))
            )
    labelled = _joined(read)
    lines = {window.line for window in labelled}
    dated = {(window.what, window.closes) for window in labelled if window.closes}
    told = [
        window
        for window in calls(page)
        if window.line not in lines and (window.what, window.closes) not in dated
    ]
    return sorted([*labelled, *told], key=lambda window: window.line)


def _windows(
    label: re.Match[str], cell: str, line: int, always_open: bool
) -> Iterator[tuple[Window, int]]:
    """The windows that the label's cell tells one after the other, each with whom or which round it
    is for (間接補助事業者は …, 予算案事業 …); with the offset in the cell at which each begins.
    `line`: the label's.
    """
    what = "".join(label["what"].split())
    what = _EDGE.sub("", what) or what
    at = 0
    while at < len(cell):
        start = at
        time = _time(cell[at:], label.group(), always_open)
        if time is None and (whom := _FOR_WHOM.match(cell, at)):
            start = whom.end()
            time = _time(cell[start:], label.group(), always_open)
        if time is None:
            break
        end = start + time.end
        yield _window(what, time, cell[at:end] if at else label.group() + cell[:end], line), at
        at = of_round.end() if (of_round := _ROUND.match(cell, end)) else end
        if between := _NEXT_TIME.match(cell, at):
            at = between.end()
        elif not _FOR_WHOM.match(cell, at):
            break
    if not at and _DATED.match(cell):
        raise _UnreadableTimeError("a period that cannot be read")


def _window(what: str, time: _Span, printed: str, line: int) -> Window:
    return Window(
        what=what, opens=time.opens, closes=time.closes, printed=printed.strip(), line=line
    )


def _time(cell: str, label: str, always_open: bool) -> _Span | None:
    """What the cell begins with: days, or what is only roughly said."""
    span = _span(cell, label) or _roughly(cell)
    if span is None:
        return None
    if _LEFT_OVER.match(cell, span.end):
        raise _UnreadableTimeError("a period of which a day cannot be read")
    if open_end := _STAYS_OPEN.match(cell, span.end):
        return replace(span, end=open_end.end())
    if _ENDLESS.match(cell, span.end) and not (always_open or span.closes or _FIRST.search(label)):
        raise _UnreadableTimeError("a period without an end")
    return span


def _roughly(cell: str) -> _Span | None:
    """What is said of a time without a year."""
    only_end = _ONLY_END.match(cell)
    start = only_end.end() if only_end else 0
    if day := _DAY.match(cell, start) or _SLASHED_DAY.match(cell, start):
        opens = _iso_day(_LEAP_YEAR, day["month"], day["day"])
        if to := _TO.match(cell, day.end()):
            _day_at(cell, to.end(), opens)
    vague = _YEARLESS.match(cell, start) or _VAGUE.match(cell)
    return _Span(None, None, vague.end()) if vague else None


def _span(cell: str, label: str) -> _Span | None:
    """The dates at the beginning of the cell: from–to, or one that the label or まで shows to be an
    end.
    """
    if (only_end := _ONLY_END.match(cell)) and (last := _date_at(cell, only_end.end())):
        return _Span(None, *last)
    first = _date_at(cell, 0)
    if first is None:
        return None
    to = _TO.match(cell, first[1])
    second = _date_at(cell, to.end()) or _day_at(cell, to.end(), first[0]) if to else None
    if second:
        if second[0] < first[0][: len(second[0])]:
            raise _UnreadableTimeError("a period that ends before it begins")
        return _Span(first[0], second[0], second[1])
    begins = _BEGINS.match(cell, first[1])
    last = _date_at(cell, begins.end()) if begins else None
    if last and (ends := _ENDS.match(cell, last[1])):
        return _Span(first[0], last[0], ends.end())
    if _LAST.search(label) or _UNTIL.match(cell, first[1]):
        return _Span(None, first[0], first[1])
    roughly = _VAGUE.match(cell)  # the words behind a month that say so
    return _Span(first[0], None, max(first[1], roughly.end() if roughly else 0))


def _date_at(text: str, at: int) -> tuple[str, int] | None:
    """The ISO date printed at `at` and where it ends; None where there is none."""
    if match := _DATE.match(text, at):
        return _iso_day(_year(match), match["month"], match["day"]), match.end()
    if match := _MONTH_END.match(text, at):
        last = monthrange(_year(match), int(match["month"]))[1]
        return _iso_day(_year(match), match["month"], str(last)), match.end()
    if match := _YEAR_END.match(text, at):
        return f"{_year(match) + 1}-03-31", match.end()
    if match := _FIRST_MONTH.match(text, at) or _MONTH.match(text, at):
        return f"{_year(match)}-{int(match['month']):02}", match.end()
    return None


def _day_at(text: str, at: int, opens: str) -> tuple[str, int] | None:
    """A closing printed without its year (8月21日～8月22日, 12/1～1/30, ～6月頃) or month (～30日):
    the first such day or month after the opening. Raises _UnreadableTimeError where that is so far
    away that the period rather ends before it begins.
    """
    year = int(opens[:4])
    if match := _DAY_OF_MONTH.match(text, at):
        return _iso_day(year, opens[5:7], match["day"]), match.end()
    match = _DAY.match(text, at) or _SLASHED_DAY.match(text, at) or _MONTH_ALONE.match(text, at)
    if match is None:
        return None
    month, is_next_year = int(match["month"]), bool(match["next_year"])
    if is_next_year or _iso(match, year) < opens[: len(_iso(match, year))]:
        year += 1
        first = int(opens[5:7])
        fiscal_year_ends = first < _APRIL or month >= _APRIL
        if not is_next_year and fiscal_year_ends and month + 12 - first > _HALF_A_YEAR:
            raise _UnreadableTimeError("a period that ends before it begins")
    return _iso(match, year), match.end()


def _iso(match: re.Match[str], year: int) -> str:
    """The ISO date of a day without its year; the ISO month of a month without a day."""
    parts = match.groupdict()
    if parts.get("day"):
        return _iso_day(year, parts["month"], parts["day"])
    month = int(parts["month"])
    if parts.get("last"):
        return _iso_day(year, parts["month"], str(monthrange(year, month)[1]))
    return f"{year}-{month:02}"


def _iso_day(year: int, month: str, day: str) -> str:
    """The ISO date. Raises _UnreadableTimeError for a day that no calendar has."""
    try:
        return date(year, int(month), int(day)).isoformat()
    except ValueError as error:
        raise _UnreadableTimeError("a day that no calendar has") from error


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    return western_year(match["era"], match["era_year"])


def _one_name(a: str, b: str) -> bool:
    """Whether two labels name one window: the same, or 申請 beside 申請受付."""
    return a == b or _ACCEPTANCE.sub("", a) == _ACCEPTANCE.sub("", b) != ""


def _joined(windows: list[Window]) -> list[Window]:
    """Neighbours of one name, of which one opens and the next closes, as one."""
    joined: list[Window] = []
    for window in windows:
        last = joined[-1] if joined else None
        if (
            last
            and _one_name(last.what, window.what)
            and last.opens
            and not last.closes
            and window.closes
            and not window.opens
        ):
            joined[-1] = last.model_copy(
                update={"closes": window.closes, "printed": f"{last.printed}/{window.printed}"}
            )
        elif window not in joined:
            joined.append(window)
    return joined

"""Whether one can apply on a day: the periods that the pages of what a rule raises print."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from graph.bounds import quoted
from graph.errors import ProfileError
from graph.language.fold import fold, plain
from graph.store import Store
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard
from queries.calls.calls import all_calls
from queries.cypher import ask
from queries.sources import Source


@dataclass(frozen=True)
class CallWindow:
    """A period in which one may apply."""

    what: str
    """What it is for, as printed (公募, 申請受付)."""
    opens: str | None
    """First day or month, ISO; None where none is printed."""
    closes: str | None
    """Last day or month, ISO; None where none is printed."""
    source: Source
    """Where it stands."""
    always: bool = False
    """Whether the page says that one may apply at any time."""
    lines: tuple[int, int] = (0, 0)
    """The first and the last line of the page that tells it."""
    of_a_part: bool = False
    """Whether that page tells of several parts of its measure: it may hold for one alone."""
    frame: str | None = None
    """The part that the page says it is of; None: it names none."""

    def holds_at(self, place: Source) -> bool:
        """Whether it surely holds for what stands at a place: on its page, which has one part, or
        names the one that it is of.
        """
        if (
            (self.of_a_part and not self.frame)
            or place.document != self.source.document
            or place.line is None
        ):
            return False
        first, last = self.lines
        return first <= place.line <= last

    def is_of(self, frames: Collection[str | None]) -> bool:
        """Whether it may be of one of these parts: it is of none that another one is."""
        return self.frame is None or any(
            frame is None or fold(frame.partition("（")[0]) == fold(self.frame) for frame in frames
        )


@dataclass(frozen=True)
class OnDay:
    """How the periods of what a rule raises stand on a day."""

    state: Literal["open", "closed", "opens", "not_told"]
    """A period is open; all are over; one opens later; no page prints one with a date that
    settles it.
    """
    day: str | None
    """When it closes (open; None: one may apply at any time), closed or opens, as printed; None
    where that is not told."""
    source: Source | None
    """Where that stands."""


_Page = tuple[str, str, int, int, str]  # measure, document, first and last line, windows
_ALWAYS = ("随時", "いつでも", "通年", "常時")  # one may apply at any time
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}  # the year before the first
_DAY = re.compile(
    r"(?:(?P<era>令和|平成|R|H)(?P<of_era>\d{1,2}|元)|(?P<year>\d{4}))"
    r"[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
)
_OF_CALL = "公募"  # what the period of a call is of
_OF_TAX = "適用"  # what the period of a tax measure is of
_JAPAN = timezone(timedelta(hours=9))
NOT_TOLD = OnDay("not_told", None, None)


def call_windows(store: Store) -> dict[str, tuple[CallWindow, ...]]:
    """Measure → its periods with a date or at any time: of one that a rule raises those in all
    documents, and those of its calls for companies of the whole country.
    """
    frames: dict[_Page, set[str]] = defaultdict(set)
    for row in ask(store, "bonus/measure_windows"):
        page = (row["measure"], row["document"], row["line_start"], row["line_end"], row["windows"])
        of_page = frames[page]
        is_there = row["told_in"] == f"document:{row['document']}"
        if is_there and row["line_start"] <= row["line"] <= row["line_end"] and row["frame"]:
            of_page.add(row["frame"].partition("（")[0])  # without its band of heads
    windows: dict[str, list[CallWindow]] = defaultdict(list)
    for (measure, document, first, last, printed), on_page in frames.items():
        windows[measure] += [
            CallWindow(
                window["what"],
                window["opens"],
                window["closes"],
                Source(document, window["line"]),
                always,
                (first, last),
                len(on_page) > 1,
                window.get("frame"),
            )
            for window in json.loads(printed)
            for always in (any(word in window["printed"] for word in _ALWAYS),)
            if always or window["opens"] or window["closes"]
        ]
    for call in all_calls(store):
        if call.is_nationwide and (call.opens or call.closes):
            window = CallWindow(_OF_CALL, call.opens, call.closes, call.sources[0])
            for join in call.joins:
                windows[join.id].append(window)
    return {measure: tuple(dict.fromkeys(found)) for measure, found in windows.items()}


def of_rule(windows: Mapping[str, tuple[CallWindow, ...]], rule: RuleCard) -> list[CallWindow]:
    """The periods of all that a rule raises; of one for fiscal years alone, these."""
    if rule.years:
        return of_years(rule.years, rule.sources[0])
    return of_measures(
        windows,
        [raised.id for raised in rule.raises],
        rule.sources,
        [raised.frame for raised in rule.raises],
    )


def of_years(years: Iterable[int], source: Source) -> list[CallWindow]:
    """The periods that fiscal years are."""
    return [CallWindow("年度", f"{year}-04-01", f"{year + 1}-03-31", source) for year in years]


def of_measures(
    windows: Mapping[str, tuple[CallWindow, ...]],
    measures: Iterable[str],
    places: Collection[Source],
    frames: Collection[str | None] = (None,),
) -> list[CallWindow]:
    """The periods of measures, not those of other parts than these; that one may apply at any time
    counts for what stands at one of these `places` on its page, where that page tells of no two
    parts or names the part.
    """
    return [
        window
        for measure in measures
        for window in windows.get(measure, ())
        if window.is_of(frames)
        and (not window.always or any(window.holds_at(place) for place in places))
    ]


def of_whole(windows: Sequence[CallWindow], frame: str | None = None) -> list[CallWindow]:
    """The periods of a measure as a whole, or of a part: not that one may apply at any time where
    that may be so of another part.
    """
    in_parts = any(window.of_a_part for window in windows)
    return [
        window
        for window in windows
        if window.is_of([frame])
        and not (window.always and in_parts and (window.frame is None or frame is None))
    ]


def on_day(windows: Sequence[CallWindow], day: date, person: bool = False) -> OnDay:
    """How periods stand on a day: open goes before one that opens later, that before closed; of
    several open ones that which closes last, of those that open the first, of closed the last. Of
    a period that has begun and of which no end is printed nothing is told. Where one may apply at
    any time it is open, unless other periods, of another part say, are all over: then nothing is
    told. Pages print the period of a tax in business years; for a `person` it goes by calendar
    years, so that within the year of its first or last day nothing is told of the days outside it.
    """
    found: dict[str, list[tuple[date, str | None, Source]]] = defaultdict(list)
    always = [w for w in windows if w.always and not w.opens and not w.closes]
    for window in windows:
        if window in always:
            continue
        first = _first(window.opens) if window.opens else date.min
        last = _last(window.closes) if window.closes else date.max
        if person and window.what == _OF_TAX and _is_beside(day, first, last):
            continue
        if day < first:
            found["opens"].append((first, window.opens, window.source))
        elif day > last:
            found["closed"].append((last, window.closes, window.source))
        elif window.closes:
            found["open"].append((last, window.closes, window.source))
    if found["open"]:
        _, closes, source = max(found["open"], key=lambda each: each[0])
        return OnDay("open", closes, source)
    if always:
        return NOT_TOLD if found["closed"] else OnDay("open", None, always[-1].source)
    if found["opens"]:
        _, opens, source = min(found["opens"], key=lambda each: each[0])
        return OnDay("opens", opens, source)
    if found["closed"]:
        _, closed, source = max(found["closed"], key=lambda each: each[0])
        return OnDay("closed", closed, source)
    return NOT_TOLD


def closed_on(store: Store, book: RuleBook, day: date, person: bool = False) -> frozenset[str]:
    """Ids of the rules to whose programmes the calls that are told are over on a day."""
    windows = call_windows(store)
    return frozenset(
        rule.id
        for rule in book.rules.values()
        if on_day(of_rule(windows, rule), day, person).state == "closed"
    )


def _is_beside(day: date, first: date, last: date) -> bool:
    """Whether a day is outside a period, but in the year in which it begins or ends."""
    return not first <= day <= last and day.year in (first.year, last.year)


def today() -> date:
    """The day that it is in Japan."""
    return datetime.now(_JAPAN).date()


def day_of(text: str) -> date:
    """The day that a text names: 2025-04-01, 2025/4/1, 2025年4月1日, 令和7年4月1日. Raises
    ProfileError.
    """
    match = _DAY.fullmatch(plain(text).strip())
    try:
        if match is None:
            raise ValueError(text)
        year = int(match["year"] or match["of_era"].replace("元", "1"))
        year += _ERAS[match["era"]] if match["era"] else 0
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        raise ProfileError(f"{quoted(text)} is no day", todo="e.g. 2025-04-01") from None


def _first(printed: str) -> date:
    return date.fromisoformat(printed if len(printed) > 7 else f"{printed}-01")


def _last(printed: str) -> date:
    if len(printed) > 7:
        return date.fromisoformat(printed)
    year, month = map(int, printed.split("-"))
    return date(year, month, monthrange(year, month)[1])

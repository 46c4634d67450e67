"""Calls for applications that a sentence tells (…年２月から４月にかけて公募を行い), and until when
something is prolonged.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from loaders.catalogue.records import Window
from loaders.facts.prose import running_text
from loaders.text.eras import western_year
from loaders.text.lines import Flow
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_MOMENT = _PATTERNS["moment"]
_YEARLESS = _PATTERNS["yearless"]
_TO = _PATTERNS["to"]
_OVER = _PATTERNS["over"]
_AT = _PATTERNS["at"]
_TOLD = _PATTERNS["told"]
_CLOSING = _PATTERNS["closing"]
_KEPT_ON = _PATTERNS["kept_on"]
_BY_BUDGET = _PATTERNS["by_budget"]
_ROUGHLY = _PATTERNS["roughly"]
_TERM = _PATTERNS["term"]
_OPENS = ("開始", "公示", "公表")  # what is done once; a call that is held lasts
_MONTH = len("2031-05")
_NEXT_YEARS = 9  # a supplementary budget is passed in autumn: up to this month is the year after


class _BackwardsError(ValueError):
    """A call closes before it opens; the words are what is printed."""


def calls(page: Page) -> list[Window]:
    """The calls that the page's sentences tell, in order of place: ISO dates, of a month without a
    day the ISO month (2031-05). A moment without its year is the first one after the opening; a
    call that runs or comes in a fiscal year has no dates.

    A day that no calendar has is refused (`Page.refuse`).
    """
    return [window for flow in running_text(page) for window in _of(flow, page)]


def _of(flow: Flow, page: Page) -> Iterator[Window]:
    offsets = [at for at, sign in enumerate(flow.text) if not sign.isspace()]
    text = "".join(flow.text[at] for at in offsets)
    at = 0
    while moment := _MOMENT.search(text, at):
        line, at = flow.line_at(offsets[moment.start()]), moment.end()
        try:
            read = _call(text, moment) or _prolonged(text, moment)
        except _BackwardsError as error:
            page.refuse(line, f"a period that ends before it begins: {error}")
            continue
        except ValueError:
            page.refuse(line, f"a day that no calendar has: {moment.group()}")
            continue
        if read:
            what, opens, closes, printed, at = read
            yield Window(what=what, opens=opens, closes=closes, printed=printed, line=line)
    by_budget = list(_BY_BUDGET.finditer(text))
    for call in by_budget:
        year = _year(call) + (int(call["month"]) <= _NEXT_YEARS)
        yield Window(
            what=call["what"],
            opens=_iso(call, year),
            printed=text[call.start("month") : call.end()],
            line=flow.line_at(offsets[call.start("month")]),
        )
    for term in _TERM.finditer(text):
        line = flow.line_at(offsets[term.start()])
        try:
            closes = f"{_year(term) + 1}-03-31" if term["fiscal_end"] else _iso(term, _year(term))
        except ValueError:
            page.refuse(line, f"a day that no calendar has: {term.group()}")
            continue
        yield Window(what=term["what"][:2], closes=closes, printed=term.group(), line=line)
    for call in _ROUGHLY.finditer(text):
        if any(call.start() < dated.end() and dated.start() < call.end() for dated in by_budget):
            continue
        when, coming = call.span("when"), call.start("coming")
        yield Window(
            what=call["coming"] or call["running"] or call["planned"],
            printed=_printed(text, when, (coming, call.end())) if call["when"] else call.group(),
            line=flow.line_at(offsets[call.start()]),
        )


def _printed(text: str, time: tuple[int, int], call: tuple[int, int]) -> str:
    """The time and the call as printed; of what the sentence says between them only that there is
    something.
    """
    between = "…" if time[1] < call[0] else ""
    return text[slice(*time)] + between + text[slice(*call)]


_Read = tuple[str, str | None, str | None, str, int]  # what, opens, closes, printed, its end


def _call(text: str, moment: re.Match[str]) -> _Read | None:
    """The call that opens at this moment."""
    end, last = moment.end(), None
    if to := _TO.match(text, end):
        last = _MOMENT.match(text, to.end()) or _YEARLESS.match(text, to.end())
    behind = _OVER.match(text, last.end()) if last else _AT.match(text, end)
    told = _TOLD.match(text, behind.end()) if behind else None
    if told is None:
        return None
    opens = _iso(moment, _year(moment))
    last, end = last or _CLOSING.match(text, told.end()), told.end()
    closes = _later(last, opens) if last else None
    if last and closes and closes < opens[: len(closes)]:
        raise _BackwardsError(text[moment.start() : last.end()])
    if closes is None and told["does"] not in _OPENS and len(opens) == _MONTH:
        closes = opens  # the month in which it was held
    end = max(end, last.end() if last else 0)
    printed = _printed(text, (moment.start(), told.start()), (told.start("what"), end))
    return told["what"].removesuffix("の"), opens, closes, printed, end


def _prolonged(text: str, moment: re.Match[str]) -> _Read | None:
    """What is prolonged until this moment."""
    kept_on = _KEPT_ON.match(text, moment.end())
    if kept_on is None:
        return None
    printed = text[moment.start() : kept_on.end()]
    return kept_on["what"], None, _iso(moment, _year(moment)), printed, kept_on.end()


def _later(match: re.Match[str], opens: str) -> str:
    """The moment that a call closes: without its year the first one after the opening."""
    if _MOMENT.fullmatch(match.group()):
        return _iso(match, _year(match))
    iso = _iso(match, int(opens[:4]))
    shared = min(len(iso), len(opens))
    return _iso(match, int(opens[:4]) + 1) if iso[:shared] < opens[:shared] else iso


def _iso(match: re.Match[str], year: int) -> str:
    """Raises ValueError for a day that no calendar has."""
    month, groups = int(match["month"]), match.groupdict()
    if groups.get("last"):
        return date(year, month, monthrange(year, month)[1]).isoformat()
    if groups.get("day"):
        return date(year, month, int(match["day"])).isoformat()
    return date(year, month, 1).isoformat()[:_MONTH]


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    return western_year(match["era"], match["era_year"])

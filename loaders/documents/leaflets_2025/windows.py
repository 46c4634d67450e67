"""The periods of a leaflet, those printed without a year too: the year is that of the leaflet's
edition (令和７年５月時点版).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from loaders.catalogue.records import Window
from loaders.facts.windows import windows
from loaders.text.compact import Compact
from loaders.text.eras import western_year
from loaders.text.lines import Line
from loaders.text.page import Page

_EDITION = re.compile(
    r"(?:令和(?P<era>\d{1,2})|(?P<year>20\d\d))年(?P<month>1[0-2]|0?[1-9])月(?:\d{1,2}日)?(?:時点|改訂|現在|版)"
)
_YEARLESS = re.compile(
    r"(?P<what>(?:第\d+[次回])?(?:交付)?(?:申請|公募|応募|募集|受付)(?:受付)?)"
    r"(?P<edge>締切日?|開始日?|期限):?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_FROM = re.compile(
    r"(?:令和(?P<era>\d{1,2})|(?P<year>20\d\d))年(?P<month>\d{1,2})月(?P<day>\d{1,2})日以降、?"
    r"[^。]{0,24}?(?P<what>(?:登録)?申請)が可能"
)
_LATE = 3  # months: a month that lies so far before the edition's is next year's


def periods(page: Page) -> list[Window]:
    """The windows of the leaflet in the order of the lines, dates as ISO. One with a day that no
    calendar has is refused (`Page.refuse`).
    """
    compact = Compact.of(page)
    periods_read = list(windows(page))
    edition = _EDITION.search(compact.text)
    if edition:
        for match in _YEARLESS.finditer(compact.text):
            year = _year(edition) + (int(edition["month"]) - int(match["month"]) >= _LATE)
            if day := _iso(page, compact, year, match):
                last = match["edge"][:2] != "開始"
                periods_read.append(
                    Window(
                        what=match["what"],
                        opens=None if last else day,
                        closes=day if last else None,
                        printed=compact.printed(match.start(), match.end()),
                        line=compact.line_at(match.start()),
                    )
                )
    periods_read += [
        Window(
            what=match["what"],
            opens=day,
            printed=compact.printed(match.start(), match.end()),
            line=compact.line_at(match.start()),
        )
        for match in _FROM.finditer(compact.text)
        if (day := _iso(page, compact, _year(match), match))
    ]
    return sorted(periods_read, key=lambda window: window.line)


def latest_edition(lines: Sequence[Line]) -> str | None:
    """The month of the newest edition that the leaflets print (2025-05); None where they print
    none.
    """
    text = "".join("".join(line.plain.split()) for line in lines)
    return max(
        (f"{_year(match)}-{int(match['month']):02}" for match in _EDITION.finditer(text)),
        default=None,
    )


def _year(match: re.Match[str]) -> int:
    return int(match["year"]) if match["year"] else western_year("令和", match["era"])


def _iso(page: Page, compact: Compact, year: int, match: re.Match[str]) -> str | None:
    """The ISO date; None for a day that no calendar has, which is refused on the page."""
    try:
        return date(year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        page.refuse(compact.line_at(match.start()), f"a day that no calendar has: {match.group()}")
        return None

"""Of which fiscal year a figure is.

A year is a fiscal one, from April: a day or month of January to March belongs to the year before
(令和6年2月 is 2023). A year that is printed alone (2030年) is kept as printed. Of a span it is the
year of its end.
"""

from __future__ import annotations

import re
from operator import itemgetter

from loaders.facts.counted import is_right_behind
from loaders.facts.other_years import in_bracket, of_several
from loaders.facts.outcomes import ROW_DATED
from loaders.facts.stated import Stated
from loaders.text.eras import western_year
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_YEAR = _PATTERNS["year"]
_MONTH = _PATTERNS["month"]
_OF_A_BUDGET = _PATTERNS["of_a_budget"]
_OUT_OF_A_BUDGET = _PATTERNS["out_of_a_budget"]
_BRACKET_BEHIND = _PATTERNS["bracket_behind"]
_AS_OF_BEHIND = _PATTERNS["as_of_behind"]
_ANOTHER_VALUE = _PATTERNS["another_value"]
_BRACKETED_YEAR = _PATTERNS["bracketed_year"]
_LEADING = _PATTERNS["leading"]
_BLOCK_ENDS = _PATTERNS["block_ends"]
_AIMS_FOLLOW = _PATTERNS["aims_follow"]
_EVENT_DAY = _PATTERNS["event_day"]
_HELD_ON = _PATTERNS["held_on"]
_ERA_DIGITS = 2  # of a year in the count of an era
_PART = _PATTERNS["part"]
_OF_ALL_TIME = _PATTERNS["of_all_time"]


class Years:
    """The years that a page's statements are told under, statement by statement."""

    def __init__(self, page: Page):
        bracketed = _BRACKETED_YEAR.search(page.flow.text)
        self._bracketed = _fiscal(bracketed) if bracketed else None
        self._leading: int | None = None
        self._aimed: int | None = None
        self._last: int | None = None
        self._leads: list[tuple[int, int | None]] = []  # (where it ends, the year), in order

    def enter(self, statement: str) -> None:
        """Goes on to a statement. The year at the head of one leads those below it, too, up to
        another block or another year; so does the year of a term whose aims follow.
        """
        self._last = None
        leads = [*_EVENT_DAY.finditer(statement), *_LEADING.finditer(statement)]
        self._leads = sorted([(lead.end(), _fiscal(lead)) for lead in leads], key=itemgetter(0))
        years = [year for year in map(_fiscal, _YEAR.finditer(statement)) if year is not None]
        if match := _LEADING.match(statement):
            self._leading = _fiscal(match)
        elif _BLOCK_ENDS.match(statement) or years:
            self._leading = None
        if _AIMS_FOLLOW.search(statement) or _BLOCK_ENDS.match(statement):
            self._aimed = max(years, default=None) if _AIMS_FOLLOW.search(statement) else None

    def of(self, stated: Stated, is_aim: bool) -> int | None:
        """The year of the statement's next figure: the one nearest before the number in its
        sentence, or in the brackets right behind it, or the day as of which the sentence counts,
        or the year that leads the sentences before.

        A number that stands alone in a bracket behind another is of the year that a note on the
        page gives, one that tells a part (うち12社) of that of the whole, one in a bracket of the
        year before (昨年度：12社) of that before the first. Of several years named together
        (それぞれ) each number has its own.
        """
        year = self._of(stated, is_aim)
        if not (is_right_behind(stated) or in_bracket(stated)):
            self._last = year
        return year

    def _of(self, stated: Stated, is_aim: bool) -> int | None:
        if is_right_behind(stated):
            return self._bracketed
        other = in_bracket(stated)
        if other and other.is_year_before and self._last is not None:
            return self._last - 1
        if several := of_several(stated):
            years = [_fiscal(match) for match in _YEAR.finditer(several[0])]
            return years[several[1]] if several[1] < len(years) else None
        if (year := _in_sentence(stated)) is not None:
            return year
        sentence = stated.text[stated.start : stated.stop]
        if _PART.match(stated.before):
            return self._last
        if is_aim:
            return self._aimed
        if _OF_ALL_TIME.search(sentence):
            return None
        earlier = [year for end, year in self._leads if end <= stated.start]
        return earlier[-1] if earlier else self._leading


def _in_sentence(stated: Stated) -> int | None:
    text = stated.text
    start = text.rfind("。", 0, stated.at) + 1
    behind = ROW_DATED.match(text, stated.end) or _BRACKET_BEHIND.match(text, stated.end)
    years = [
        *(year for year in _YEAR.finditer(text, start, stated.at) if not _is_aside(year, stated)),
        *(
            year
            for year in (_YEAR.finditer(text, *behind.span()) if behind else ())
            if not _ANOTHER_VALUE.match(text, year.end())
        ),
    ]
    as_of = _as_of(stated)
    for year in reversed(years):
        if _OUT_OF_A_BUDGET.match(text, year.end()) and as_of:
            break
        if not _OF_A_BUDGET.match(text, year.end()) and (fiscal := _fiscal(year)) is not None:
            return fiscal
    dated = as_of or _HELD_ON.search(stated.behind)
    return _fiscal(dated) if dated else None


def _as_of(stated: Stated) -> re.Match[str] | None:
    """The year of the day as of which the sentence counts, in what follows the number."""
    text = stated.text
    dates = _AS_OF_BEHIND.finditer(text, stated.end, min(len(text), stated.stop + 24))
    return next((date for date in dates if not _ANOTHER_VALUE.match(text, date.end())), None)


def _is_aside(year: re.Match[str], stated: Stated) -> bool:
    """Whether the year stands in a bracket before the number, with a number of its own."""
    text = stated.text
    closes = text.find(")", year.end(), stated.at)
    opens = text.rfind("(", stated.start, year.start())
    inside = opens > text.rfind(")", stated.start, year.start())
    return closes >= 0 and inside and bool(_ANOTHER_VALUE.match(text[:closes], year.end()))


def _fiscal(match: re.Match[str]) -> int | None:
    """The fiscal year of a printed one; None where it is no year of a known count."""
    year = _western(match)
    month = _MONTH.match(match.string, match.end("year"))
    if year is None or month is None:
        return year
    first, last = int(month["first"]), int(month["last"] or month["first"])
    return year - 1 if first <= last <= 3 else year


def _western(match: re.Match[str]) -> int | None:
    era, printed = match["era"] or _era_before(match), match["year"]
    if era:
        return western_year(era, printed)
    return int(printed) if printed.isdecimal() and 1990 <= int(printed) <= 2100 else None


def _era_before(match: re.Match[str]) -> str | None:
    """The era of a later year of a row that is printed without it (令和10年度が…、11年度が…): that
    of the year before it in the sentence, to the count of which it adds one.
    """
    text, printed = match.string, match["year"]
    if not printed.isdecimal() or len(printed) > _ERA_DIGITS or "年度" not in match.group():
        return None
    start = text.rfind("。", 0, match.start()) + 1
    before = max(_YEAR.finditer(text, start, match.start()), key=re.Match.start, default=None)
    if before is None or not before["year"].isdecimal():
        return None
    follows = int(printed) == int(before["year"]) + 1
    return (before["era"] or _era_before(before)) if follows else None

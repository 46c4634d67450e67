"""When one may apply, and until when a measure holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from loaders.catalogue.records import Window
from loaders.facts.prose import running_text
from loaders.text.page import Page

_ERAS = {"令和": 2018, "平成": 1988, "R": 2018, "H": 1988}
_DATE = re.compile(
    r"(?:(?P<era>令和|平成)\s*(?P<era_year>\d{1,2}|元)|(?P<year>20\d\d))\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日(?:\s*\([月火水木金土日祝・]+\))?"
)
# 令和９年度末: the last day of March after it
_YEAR_END = re.compile(
    r"(?:(?P<era>令和|平成|[RH](?=\d))\s*(?P<era_year>\d{1,2}|元)|(?P<year>20\d\d))\s*年度末(?:\([^()]*\))?"
)
_WHAT = re.compile(
    r"(?P<what>(?:公募要領|募集要項)(?:の)?公開|(?:[一-龥]{0,4}申請|応募|公\s*募|募集|受付|申請受付|申込|申込受付|利用登録)(?:期間|期限|時期|開始日?|締切日?|締め切り|〆切|受付)?"
    r"|(?:要望調査|提出|手続)(?:時期|期限)|公示(?:時期|期限)?|適用(?:期限|期間)|(?:措置|実施)期限|会\s*期|開催(?:期間|時期))(?P<edge>開始日?|締切日?|締め切り|〆切)?\s*(?:(?:は、"
    r"?|[:>】])\s*|(?=(?:(?:令和|平成)\s*\d+|20\d\d)\s*年\s*\d+\s*月\s*\d+\s*日)|(?=$))"
)
_TO = re.compile(r"\s*(?:[~～\-－―]|から)\s*(?:予定)?\s*")
# 4月1日申込分より開始予定(翌年2月1日申込分まで): what begins with one day and ends with another,
# told apart
_BEGINS = re.compile(
    r"[^。~～]{0,24}?(?:より|から)(?:開始|受付|募集|実施)[^。"
    r"~～\d]{0,6}\(?\s*(?=(?:令和|平成|20\d\d))"
)
_ENDS = re.compile(r"[^。\d]{0,8}まで")
# for whom, or of which budget, a time is (間接補助事業者は…, 令和…年度補正予算事業 …)
_FOR = re.compile(r"(?:[^。、:;/]{2,24}?(?:は、?|(?:事業|分|枠|類型)\s+))")
_HEADED = 1  # a heading is a label with no more than a mark before it
_CELL = 60  # so far after a label its dates stand
_VAGUE = re.compile(
    r"(?:随時(?:応募|受付|募集|申請)?|常時(?:受付|募集|応募)?|通年|いつでも|(?:決まり|決定し|整い)次第[^。"
    r"、]{0,30}?(?:公表|公開|案内|お知らせ|掲載)"
    r"|(?:令和\d{1,2}年|20\d\d年|例年)?\s*\d{1,2}(?:[~～]\d{1,2})?月(?:[上中下]旬|頃|以降)?(?:に?(?:公募|実施)?(?:を?予定)?))"
)
_DAY = re.compile(
    r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日(?:\s*\([月火水木金土日祝・]+\))?"
)
_ALWAYS = re.compile(
    r"(?:随時公募受付|通年で受付|いつでも(?:オンライン)?申請|随時(?:応募|受付|申請|募集)|通年(?:で)?(?:公募|募集)|(?:公募|募集|申請|応募)[^。"
    r"、]{0,4}常時受付)"
)
_EDGE = re.compile(r"(?:開始日?|締切日?|締め切り|〆切|期間|期限|時期)+$")
_LAST = re.compile(r"期限|締切|締め切り|〆切")


@dataclass(frozen=True)
class _Span:
    opens: str | None
    closes: str | None
    end: int


def windows(page: Page) -> list[Window]:
    """The periods that the page names (申請受付, 公募, 適用期限 …), with ISO dates where whole
    dates are printed.

    An opening and a closing printed apart (申請受付開始 …, 申請受付締切 …) are one window. What is
    only roughly said (４月頃, 随時) has no dates, just what is printed. Under a heading (■公募時期)
    the period stands in the statement that follows.
    """
    found: list[Window] = []
    told = running_text(page)
    for flow, next_flow in zip(told, [*told[1:], None]):
        labels = list(_WHAT.finditer(flow.text))
        for label, following in zip(labels, [*labels[1:], None]):
            where, start = flow, label.end()
            if label.end() == len(flow.text):
                if label.start() > _HEADED or next_flow is None:
                    continue
                where, start = next_flow, 0
            cell = where.text[start : following.start() if following else len(where.text)][:_CELL]
            found += _windows(
                label,
                cell,
                flow.line_at(label.start()),
                lambda at, where=where, start=start: where.line_at(start + at),
            )
        if not labels and (always := _ALWAYS.search(flow.text)):
            found.append(
                Window(what="申請受付", printed=always.group(), line=flow.line_at(always.start()))
            )
    return _joined(found)


def _windows(
    label: re.Match[str], cell: str, line: int, line_at: Callable[[int], int]
) -> Iterator[Window]:
    """The window that the label's cell begins with, or those that it tells one for each
    (間接補助事業者は …, 予算案事業 …).
    """
    what = "".join(label["what"].split())
    what = _EDGE.sub("", what) or what
    if time := _time(cell, label.group()):
        yield Window(
            what=what,
            opens=time.opens,
            closes=time.closes,
            printed=(label.group() + cell[: time.end]).strip(),
            line=line,
        )
        return
    at = 0
    while (whom := _FOR.match(cell, at)) and (time := _time(cell[whom.end() :], label.group())):
        end = whom.end() + time.end
        yield Window(
            what=what,
            opens=time.opens,
            closes=time.closes,
            printed=(cell[at:end] if at else label.group() + cell[:end]).strip(),
            line=line_at(at) if at else line,
        )
        at = end


def _time(cell: str, label: str) -> _Span | None:
    """What the cell begins with: days, or what is only roughly said."""
    if span := _span(cell, label):
        return span
    vague = (
        None if _DATE.match(cell) else _VAGUE.match(cell)
    )  # a day that no calendar has is no rough date either
    return _Span(None, None, vague.end()) if vague else None


def _span(cell: str, label: str) -> _Span | None:
    """The dates at the beginning of the cell: from–to, or one that the label or まで shows to be an
    end.
    """
    first = _date_at(cell, 0)
    if first is None:
        return None
    to = _TO.match(cell, first[1])
    second = _date_at(cell, to.end()) or _day_at(cell, to.end(), first[0]) if to else None
    if second:
        return _Span(first[0], second[0], second[1])
    begins = _BEGINS.match(cell, first[1])
    last = _date_at(cell, begins.end()) if begins else None
    if last and (ends := _ENDS.match(cell, last[1])):
        return _Span(first[0], last[0], ends.end())
    if _LAST.search(label) or cell.startswith("まで", first[1]):
        return _Span(None, first[0], first[1])
    return _Span(first[0], None, first[1])


def _date_at(text: str, at: int) -> tuple[str, int] | None:
    """The ISO date printed at `at` and where it ends; None where there is none (or none that the
    calendar knows).
    """
    if match := _DATE.match(text, at):
        try:
            return (
                date(_year(match), int(match["month"]), int(match["day"])).isoformat(),
                match.end(),
            )
        except ValueError:
            return None
    if match := _YEAR_END.match(text, at):
        return f"{_year(match) + 1}-03-31", match.end()
    return None


def _day_at(text: str, at: int, opens: str) -> tuple[str, int] | None:
    """A closing day printed without its year (8月21日～8月22日): the year of the opening."""
    if not (match := _DAY.match(text, at)):
        return None
    try:
        return date(int(opens[:4]), int(match["month"]), int(match["day"])).isoformat(), match.end()
    except ValueError:
        return None


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    return _ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))


def _one_name(a: str, b: str) -> bool:
    """Whether two labels name one window: the same, or 申請 beside 申請受付."""
    return a == b or a.removesuffix("受付") == b.removesuffix("受付") != ""


def _joined(found: list[Window]) -> list[Window]:
    """Neighbours of one name, of which one opens and the next closes, as one."""
    joined: list[Window] = []
    for window in found:
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

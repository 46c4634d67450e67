"""Calls on a day, in words: of what bonus rules raise, and those of the portal."""

from __future__ import annotations

from collections.abc import Iterator

from commands.printing import counted, table
from graph.language.yen import yen_in_japanese
from graph.phrases.phrases import Phrases, say
from queries.bonus.dated import Calls
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.windows import OnDay
from queries.calls.calls import WHOLE_COUNTRY, Call, CallOnDay, CallsAnswer
from queries.sources import places

NOT_READ = "公募要領 were not read: points and periods of a call stand there, too, and go first"
_STATES = Phrases({"open": "open, closes", "closed": "closed", "opens": "opens"})


def call_text(rule: RuleCard, calls: Calls) -> str:
    """(as of 2025-02-28; on 2025-04-01 open, closes 2025-06-13)"""
    return say("(as of {as_of}{rule})", as_of=rule.as_of, rule=state_text(calls.of(rule), calls))


def state_text(told: OnDay, calls: Calls) -> str:
    """; on 2025-04-01 open, closes 2025-06-13; at any time by leaflets-2025:12; nothing
    where no page tells.
    """
    if told.state == "not_told":
        return ""
    if told.day is None:
        return say("; at any time by {value}", value=places([told.source] if told.source else []))
    return say(
        "; on {isoformat} {states} {day}",
        isoformat=calls.day.isoformat(),
        states=_STATES[told.state],
        day=told.day,
    )


_HEADS = ("on that day", "at most", "shares", "where", "number", "title")
SOURCE = "source: jGrants (デジタル庁), which names no ministry"


def call_lines(answer: CallsAnswer, top: int) -> Iterator[str]:
    """How many calls are open on the day, a row for each, the best `top`."""
    shown = answer.calls[:top]
    yield say(
        "{calls}, {number} open on {day}",
        calls=counted(len(answer.calls), "calls"),
        number=answer.open,
        day=answer.on,
    ) + (say("; the first {number}", number=len(shown)) if len(shown) < len(answer.calls) else "")
    if not shown:
        yield say("none: other words, another day (--on), or save answers and extract them")
        return
    heads = tuple(map(say, _HEADS))
    yield table([heads, *(_row(each) for each in shown)], right=[1])
    saved = max(each.call.fetched_at for each in shown)[:10]
    yield say(SOURCE) + (say("; saved on {saved}", saved=saved) if saved else "")


def _row(each: CallOnDay) -> tuple[str, ...]:
    call = each.call
    of = next((join for join in call.joins if join.type == "Measure"), None)
    return (
        window_text(each),
        "" if call.cap is None else yen_in_japanese(call.cap),
        " ".join(rate.printed for rate in call.rates),
        where_text(call),
        call.code,
        call.title + (f" → {of.name} ({of.id})" if of and of.name != call.title else ""),
    )


def window_text(each: CallOnDay) -> str:
    """open until 2026-09-09 17:00; opens 2026-10-01 10:00; closed 2026-08-01."""
    call = each.call
    until = " ".join(filter(None, (call.closes, call.closes_at)))
    match each.state:
        case "open":
            return say("open until {until}", until=until)
        case "opens":
            opens = " ".join(filter(None, (call.opens, call.opens_at)))
            return say("opens {opens}", opens=opens)
        case "closed":
            return say("closed {day}", day=call.closes)
        case "not_told":
            return say("not told")


def where_text(call: Call) -> str:
    """The whole country, or the areas; of many the first."""
    if call.is_nationwide:
        return WHOLE_COUNTRY
    return " ".join(call.areas[:2]) + (f" +{len(call.areas) - 2}" if len(call.areas) > 2 else "")

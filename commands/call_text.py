"""As of when a bonus rule is, and how the calls of what it raises stand on a day, in words."""

from __future__ import annotations

from graph.phrases.phrases import Phrases, say
from queries.bonus.dated import Calls
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.windows import OnDay
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

"""Answers about bonuses with the day: how the calls of what each rule raises stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from queries.bonus.for_programme import ProgrammeBonuses
from queries.bonus.records import Record, rule_record
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.windows import (
    CallWindow,
    OnDay,
    of_measures,
    of_rule,
    of_whole,
    of_years,
    on_day,
)
from queries.sources import Source


@dataclass(frozen=True)
class Calls:
    """The periods of what rules raise, looked at on one day."""

    windows: Mapping[str, tuple[CallWindow, ...]]
    """Measure → its periods."""
    day: date
    """The day."""
    person: bool = False
    """Whether a sole proprietor asks."""

    def of(self, rule: RuleCard) -> OnDay:
        """How those of what a rule raises stand on the day."""
        return on_day(of_rule(self.windows, rule), self.day, self.person)

    def closed(self, rules: Iterable[RuleCard]) -> frozenset[str]:
        """Ids of those to whose programmes the calls that are told are over on the day."""
        return frozenset(rule.id for rule in rules if self.of(rule).state == "closed")

    def of_measure(self, measure: str, frame: str | None = None) -> OnDay:
        """How those of a measure, or of a part of it, stand on the day."""
        return on_day(of_whole(self.windows.get(measure, ()), frame), self.day, self.person)


def dated(record: Record, calls: Calls) -> Record:
    """An answer as a record with `on` (the day), `guidelines_read` (false: no 公募要領 was) and at
    each of its rules `call` {state, day, source}.
    """
    for rule in _rules(record):
        raises = (rule["raises"] or {}, *rule["also_raises"])
        places = [Source(place["document"], place["line"]) for place in rule["sources"]]
        windows = of_years(rule["years"], places[0]) or of_measures(
            calls.windows,
            [raised.get("measure") or "" for raised in raises],
            places,
            [raised.get("frame") for raised in raises],
        )
        rule["call"] = asdict(on_day(windows, calls.day, calls.person))
    return record | {"on": calls.day.isoformat(), "guidelines_read": False}


def _rules(value: Any) -> Iterator[Record]:
    """The rules in a record, wherever they stand."""
    if isinstance(value, dict):
        if "also_raises" in value:
            yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from _rules(part)


def programme_record(answer: ProgrammeBonuses, calls: Calls) -> Record:
    """{names, on, guidelines_read, now: [{benefit, frame, size_class, open_to, aimed_at, base:
    [rule …], rules: [rule …]} …], over: [rule …]}, each rule with its `call`.
    """

    def rules(cards: tuple[RuleCard, ...]) -> list[Record]:
        return [rule_record(card) | {"call": asdict(calls.of(card))} for card in cards]

    return {
        "names": list(answer.names),
        "on": calls.day.isoformat(),
        "guidelines_read": False,
        "now": [
            {
                "benefit": group.benefit,
                "frame": group.frame,
                "size_class": group.size_class,
                "open_to": list(group.open_to),
                "aimed_at": list(group.aimed_at),
                "base": rules(group.base),
                "rules": rules(group.rules),
            }
            for group in answer.now
        ],
        "over": rules(answer.over),
    }

"""Answers about bonuses with the day: how the calls of what each rule raises stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from queries.bonus.for_programme import ProgrammeBonuses
from queries.bonus.records import Record, rule_record
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.windows import CallWindow, OnDay, of_rule, on_day


@dataclass(frozen=True)
class Calls:
    """The periods of what rules raise, looked at on one day."""

    windows: Mapping[str, tuple[CallWindow, ...]]
    """Measure → its periods."""
    day: date
    """The day."""

    def of(self, rule: RuleCard) -> OnDay:
        """How those of what a rule raises stand on the day."""
        return on_day(of_rule(self.windows, rule), self.day)


def dated(record: Record, calls: Calls) -> Record:
    """The answer for a company with `on` (the day), `guidelines_read` (false: no 公募要領 was) and
    at each rule `call` {state, day, source}.
    """
    groups: list[Any] = [record["unlocked"], *([r["rule"] for r in record[of]] for of in _NESTED)]
    for rule in (rule for rules in groups for rule in rules):
        measure = (rule["raises"] or {}).get("measure") or ""
        rule["call"] = asdict(on_day(calls.windows.get(measure, ()), calls.day))
    return record | {"on": calls.day.isoformat(), "guidelines_read": False}


_NESTED = ("almost", "depends", "others")


def programme_record(answer: ProgrammeBonuses, calls: Calls) -> Record:
    """{names, on, guidelines_read, now: [{benefit, frame, size_class, base: [rule …], rules: [rule
    …]} …], over: [rule …]}, each rule with its `call`.
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
                "base": rules(group.base),
                "rules": rules(group.rules),
            }
            for group in answer.now
        ],
        "over": rules(answer.over),
    }

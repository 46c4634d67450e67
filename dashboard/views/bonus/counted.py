"""How rules are counted, on all of the page alike: those in force, and beside them those that are
planned, considered or no longer restated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.views.bonus.unlocked import UnlockedRules
from queries.bonus.next import NextStep
from queries.bonus.rule_book.rules import RuleCard


@dataclass(frozen=True)
class Counted:
    """A number of rules."""

    now: int
    """Those in force."""
    other: int
    """The others."""

    def __str__(self) -> str:
        """5, or 5 + 8 where 8 more are not in force."""
        return f"{self.now} + {self.other}" if self.other else str(self.now)


def counted(rules: Iterable[RuleCard]) -> Counted:
    """How many they are."""
    in_force = [rule.status == "in_force" for rule in rules]
    return Counted(sum(in_force), len(in_force) - sum(in_force))


def with_access(unlocked: UnlockedRules, access: str) -> Counted:
    """The rules that have this access."""
    rules = unlocked.book.rules
    return counted(rules[rule] for rule, has in unlocked.access.items() if has == access)


def added(step: NextStep) -> Counted:
    """What a step adds, with all that it contains."""
    return counted(met.rule for met in step.adds)


def own(step: NextStep) -> Counted:
    """What of that no lower tier and nothing that comes before it adds already."""
    return counted(met.rule for met in step.new)

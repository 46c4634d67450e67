"""What access the company on the page has to each rule: unlocked, unlocked by the step that is
looked at, depending on a number, locked, for other sizes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from queries.bonus.company import Company, with_held
from queries.bonus.dated import Calls
from queries.bonus.eligibility import Eligibility
from queries.bonus.for_company import CompanyBonuses, bonuses_by
from queries.bonus.next import NextStep, next_by
from queries.bonus.profile import Profile
from queries.bonus.requirements import is_met
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Requirement

# what stands out most comes first
ACCESS = ("unlocked", "step", "depends", "locked", "other")
COLOURS = {
    "unlocked": {"light": "#2F7745", "dark": "#4CC38A"},
    "step": {"light": "#B47C0F", "dark": "#F7C55C"},
    "depends": {"light": "#2052B5", "dark": "#7E84F3"},
    "locked": {"light": "#7A8794", "dark": "#8B98A5"},
    "other": {"light": "#A9B3BD", "dark": "#5F6B77"},
}


@dataclass(frozen=True)
class UnlockedRules:
    """The rules as they are open to a company, now and after its next step."""

    book: RuleBook
    """What the documents say of bonuses."""
    answer: CompanyBonuses
    """What the company has now."""
    steps: tuple[NextStep, ...]
    """Its next certifications, best first."""
    step: NextStep | None
    """The one that is looked at; None where none adds anything."""
    gained: tuple[Eligibility, ...]
    """The rules that this one unlocks."""
    access: dict[str, str]
    """Rule → one of ACCESS."""
    calls: Calls
    """How the calls of what rules raise stand on the day."""

    @property
    def listed(self) -> list[Eligibility]:
        """What is unlocked, those in force first."""
        return sorted(self.answer.unlocked, key=lambda met: met.rule.status != "in_force")

    @property
    def company(self) -> Company:
        """The company as its profile says it."""
        return self.answer.company

    @cached_property
    def after(self) -> Company:
        """The company once it holds the next step as well, with what must be held before it."""
        if self.step is None:
            return self.company
        before = [certification.id for certification in self.step.needs]
        return with_held(self.book, self.company, [self.step.certification.id, *before])

    @cached_property
    def not_in_force(self) -> Counter[tuple[str, ...]]:
        """How many rules whose conditions are met are not in force, by their status (planned,
        considered, no longer restated).
        """
        return Counter(
            met.rule.status_history for met in self.answer.unlocked if met.rule.status != "in_force"
        )

    def access_by(self, requirement: Requirement) -> str:
        """Whether one thing that a rule asks for is there: unlocked, step or locked."""
        if is_met(requirement, self.company.holdings):
            return "unlocked"
        return "step" if is_met(requirement, self.after.holdings) else "locked"


def most_open(access: Iterable[str]) -> str:
    """The one of several accesses that stands out most; locked where there is none."""
    return min(access, key=ACCESS.index, default="locked")


def unlocked_rules(book: RuleBook, profile: Profile, step: str, calls: Calls) -> UnlockedRules:
    """The rules for a profile on the day of `calls`; `step`: a certification's id, empty for the
    first of the ranking. Raises ContradictionError.
    """
    answer = bonuses_by(book, profile)
    steps = next_by(book, profile, calls.closed(book.rules.values()))
    chosen = next(
        (ranked for ranked in steps if ranked.certification.id == step),
        next((ranked for ranked in steps if ranked.worthwhile), None),
    )
    gained = chosen.adds if chosen else ()
    access = dict.fromkeys(book.rules, "locked")
    for name, rules in (
        ("other", answer.other_size),
        ("depends", answer.depends),
        ("step", gained),
        ("unlocked", answer.unlocked),
    ):
        access |= {met.rule.id: name for met in rules}
    return UnlockedRules(book, answer, steps, chosen, gained, access, calls)

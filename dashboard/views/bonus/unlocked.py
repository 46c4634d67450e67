"""How each rule stands for the company on the page: unlocked, lit by the step that is looked at,
hanging on a number, locked, for other sizes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from queries.bonus.book import RuleBook
from queries.bonus.company import Company
from queries.bonus.eligibility import Standing
from queries.bonus.fit import is_met
from queries.bonus.for_company import CompanyBonuses, bonuses_by
from queries.bonus.next import NextStep, added, next_by, with_held
from queries.bonus.profile import Profile
from queries.bonus.rules import Requirement

LIGHTS = ("unlocked", "step", "depends", "locked", "other")  # what stands out most comes first
COLOURS = {
    "unlocked": {"light": "#1B7F3B", "dark": "#4CC38A"},
    "step": {"light": "#B86E00", "dark": "#F2B04C"},
    "depends": {"light": "#2F6DB5", "dark": "#7DB4F0"},
    "locked": {"light": "#7A8794", "dark": "#8B98A5"},
    "other": {"light": "#A9B3BD", "dark": "#5F6B77"},
}


@dataclass(frozen=True)
class Lights:
    """The company's answer, its next steps (best first) and the one looked at, and `of`: rule → its
    light.
    """

    book: RuleBook
    answer: CompanyBonuses
    steps: tuple[NextStep, ...]
    step: NextStep | None
    gained: tuple[Standing, ...]
    of: dict[str, str]

    @property
    def company(self) -> Company:
        return self.answer.company

    @cached_property
    def after(self) -> Company:
        """The company once it holds the next step as well, with what must be held before it."""
        if self.step is None:
            return self.company
        return with_held(
            self.book,
            self.company,
            [self.step.certification.id, *(each.id for each in self.step.needs)],
        )

    @cached_property
    def later(self) -> Counter[tuple[str, ...]]:
        """How many rules whose conditions are met are not in force, by their standing (planned,
        considered, no longer restated).
        """
        return Counter(s.rule.standing for s in self.answer.unlocked if s.rule.status != "in_force")

    def of_asked(self, asked: Requirement) -> str:
        """The light of one thing that a rule asks for."""
        return (
            "unlocked"
            if is_met(asked, self.company)
            else "step"
            if is_met(asked, self.after)
            else "locked"
        )


def brightest(lights: Iterable[str]) -> str:
    return min(lights, key=LIGHTS.index, default="locked")


def lights(book: RuleBook, profile: Profile, step: str) -> Lights:
    """The lights for a profile; `step`: a certification's id, empty for the first of the ranking.
    Raises Contradiction.
    """
    answer = bonuses_by(book, profile)
    steps = next_by(book, profile)
    chosen = next(
        (each for each in steps if each.certification.id == step),
        next((each for each in steps if each.worthwhile), None),
    )
    gained = (
        ()
        if chosen is None
        else added(book, answer.company, with_held(book, answer.company, [chosen.certification.id]))
    )
    found = dict.fromkeys(book.rules, "locked") | {s.rule.id: "other" for s in answer.other_size}
    found |= (
        {s.rule.id: "depends" for s in answer.depends}
        | {s.rule.id: "step" for s in gained}
        | {s.rule.id: "unlocked" for s in answer.unlocked}
    )
    return Lights(book, answer, steps, chosen, gained, found)

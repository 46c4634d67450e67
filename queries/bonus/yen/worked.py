"""An amount worked out step by step, or what is missing for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from graph.errors import ProfileError
from graph.language.fold import plain
from queries.bonus.eligibility import Eligibility
from queries.bonus.profile import count_of
from queries.sources import Source

StepKind = Literal[
    "rate",
    "added",
    "least",
    "times",
    "above",
    "cap",
    "cap_added",
    "at_most",
    "left",
    "carried",
    "if_of_cost",
    "if_of_subsidy",
]

_SHARE = re.compile(
    r"(?:.*税額控除)?(?:最大)?(?:(?P<over>\d+)/(?P<under>[1-9]\d*)|(?P<percent>\d+(?:\.\d+)?)%)"
    r"(?:以内|以下)?"
)
_YEN = re.compile(r"(?:最大|上限|補助上限)?\s*(?P<sum>\d[\d,.]*\s*[千万億]*円)")
_YEARS = re.compile(r"(?P<years>\d+)年間?の?繰り?越し?")


@dataclass(frozen=True)
class Step:
    """One step of a sum."""

    kind: StepKind
    """rate and added: the share that is paid; least: of which number
    how much is asked for; times: that of a number of the company; above: what
    it comes to where another share holds above a sum; cap and cap_added: the most that is paid;
    at_most: a limit that the sum meets; left: what is beyond that; carried: for how long;
    if_of_cost and if_of_subsidy: what it comes to where the sum at which the rate changes is one of
    the cost, or of the subsidy, of which the page does not say which.
    """
    by: str
    """Whose share or limit it is: the condition or the number; "" where it is the page's own."""
    share: Fraction | None = None
    """The share, where it is one."""
    printed: str | None = None
    """The share as printed."""
    yen: int | None = None
    """The sum, where it is one."""
    years: int | None = None
    """Of `carried`, for so many years."""
    sources: tuple[Source, ...] = ()
    """Where that stands."""


@dataclass(frozen=True)
class Worked:
    """An amount with its steps."""

    steps: tuple[Step, ...]
    """In their order, as far as they go."""
    yen: int | None
    """What it comes to; None where something is missing."""
    needs: tuple[str, ...] = ()
    """What is missing: a number of the profile (payroll_rise, training_cost, tax, investment,
    employees), `size`, `person` (it is paid to persons), or what no page prints for certain
    (part, rate, cap, value, tier, limit); `least`: more of the number than it states.
    """


@dataclass(frozen=True)
class Way:
    """What the amount would be with one step more."""

    by: str
    """What is missing for it, any of these."""
    rule: str
    """The id of the rule."""
    worked: Worked
    """The amount then."""


@dataclass(frozen=True)
class Amount:
    """What a company gets of one measure, or of one part of it."""

    kind: Literal["credit", "subsidy"]
    """A tax credit or a subsidy."""
    measure: str
    """The measure's id."""
    title: str
    """Its title."""
    frame: str | None
    """The part of it; None: all."""
    band: str | None
    """For what alone, where the page distinguishes what a profile does not tell; None: all."""
    size_class: str | None
    """The class of the company there, where the numbers are for one."""
    without: Worked | None
    """The amount without any of the uplifts; None where there is none without a step more."""
    now: Worked | None
    """The amount with what the company holds and does, where that raises it."""
    ways: tuple[Way, ...]
    """What one step more would make of it."""

    @property
    def gain(self) -> int | None:
        """By how much `now` is more than `without`, in yen; None where one is not known."""
        if self.now is None or self.without is None:
            return None
        if self.now.yen is None or self.without.yen is None:
            return None
        return self.now.yen - self.without.yen


def share_of(value: str | None) -> Fraction | None:
    """The share that a value is (2/3, 15%, 特別償却50%又は税額控除5%); None for any other."""
    match = _SHARE.fullmatch("".join(plain(value or "").split()))
    if match is None:
        return None
    if match["percent"]:
        return Fraction(match["percent"]) / 100
    return Fraction(int(match["over"]), int(match["under"]))


def yen_of(value: str | None) -> int | None:
    """The sum that a value is (1,000万円, 最大5億円); None for any other."""
    match = _YEN.fullmatch(plain(value or "").strip())
    try:
        return count_of("capital", match["sum"]) if match else None
    except ProfileError:
        return None  # more digits than a sum has


def years_of(value: str | None) -> int | None:
    """For how many years something is carried over, None for any other value."""
    match = _YEARS.fullmatch("".join(plain(value or "").split()))
    return int(match["years"]) if match else None


def of_share(share: Fraction, yen: int) -> int:
    """That share of a sum, in whole yen, the rest of a yen dropped."""
    return int(share * yen)


def number_or_need(numbers: Mapping[str, int], name: str) -> tuple[int | None, tuple[str, ...]]:
    """A number of the company, else that it is needed."""
    return (numbers[name], ()) if name in numbers else (None, (name,))


def asked(result: Eligibility) -> str:
    """What a rule asks for, as printed."""
    joint = " / " if result.rule.condition_mode == "any" else " + "
    return joint.join(result.rule.condition)


def missing(result: Eligibility) -> str:
    """What is missing for a rule that is one step away, any of these."""
    return " / ".join(way.name for way in result.missing[0])

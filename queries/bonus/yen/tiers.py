"""Rates for those alone who have a higher cap: one up to a sum, another for what lies above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from graph.language.fold import plain
from queries.bonus.eligibility import Eligibility
from queries.bonus.yen.parts import Part
from queries.bonus.yen.worked import Step, of_share, share_of, yen_of
from queries.measure.appearance import RateFact

_UP_TO = re.compile(r"(?:.*・)?(?P<sum>[^・]+?円)(?:以下|まで)の部分")
_ABOVE = re.compile(r"(?:.*・)?(?P<sum>[^・]+?円)(?:を?超える|超の)部分")


@dataclass(frozen=True)
class Tiers:
    """A rate up to a sum and another above it."""

    yen: int
    """The sum, which may be one of the cost or of the subsidy."""
    below: RateFact
    """The rate up to it."""
    above: RateFact
    """The rate above it."""


def has_rates_of_its_own(part: Part, with_: Sequence[Eligibility]) -> bool:
    """Whether the page prints other rates for those who have one of the higher caps."""
    return bool(_of_case(part, with_))


def tiers_of(part: Part, with_: Sequence[Eligibility]) -> Tiers | None:
    """Those rates, where they are one up to a sum and one above the same sum."""
    bands = [(plain(rate.band or ""), rate) for rate in _of_case(part, with_)]
    below = [(match["sum"], rate) for band, rate in bands if (match := _UP_TO.fullmatch(band))]
    above = [(match["sum"], rate) for band, rate in bands if (match := _ABOVE.fullmatch(band))]
    if len(below) != 1 or len(above) != 1 or below[0][0] != above[0][0]:
        return None
    yen = yen_of(below[0][0])
    shares = [share_of(rate.printed) for _, rate in (*below, *above)]
    return Tiers(yen, below[0][1], above[0][1]) if yen and all(shares) else None


def both_readings(tiers: Tiers, cost: int, most: int) -> tuple[Step, Step]:
    """What the tiers come to for a cost, cut at `most`: with the sum one of the cost, and one of
    the subsidy.
    """
    below, above = (share_of(rate.printed) or Fraction(0) for rate in (tiers.below, tiers.above))
    sources = (tiers.below.source, tiers.above.source)
    of_cost = of_share(below, min(cost, tiers.yen)) + of_share(above, max(0, cost - tiers.yen))
    paid_in_full = Fraction(tiers.yen) / below
    of_subsidy = of_share(below, min(cost, int(paid_in_full)))
    of_subsidy += int(above * max(Fraction(0), cost - paid_in_full))
    printed = f"{tiers.below.printed}, {tiers.above.printed}"
    return (
        Step("if_of_cost", "", printed=printed, yen=min(most, of_cost), sources=sources),
        Step("if_of_subsidy", "", printed=printed, yen=min(most, of_subsidy), sources=sources),
    )


def _of_case(part: Part, with_: Sequence[Eligibility]) -> list[RateFact]:
    asked = {
        plain(way.what)
        for result in with_
        if result.rule.benefit == "cap_uplift"
        for way in result.rule.requires
    }
    return [
        rate
        for rate in part.rates_of_cases
        if any(what in plain(rate.band or "") for what in asked)
    ]

"""Rates that change at a sum, of which the page does not say whether it is of the cost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from queries.bonus.eligibility import Eligibility
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.yen.parts import Part
from queries.bonus.yen.tiers import Tiers, both_readings, has_rates_of_its_own, tiers_of
from queries.measure.appearance import RateFact
from queries.sources import Source

CASE = "里山要件を満たす場合"


def rate(printed: str, band: str | None) -> RateFact:
    return RateFact(None, None, None, band, "stated", printed, None, Source("leaflet", 3))


BELOW, ABOVE = rate("1/2", f"{CASE}・100万円以下の部分"), rate("1/3", f"{CASE}・100万円超の部分")


def part(*cases: RateFact) -> Part:
    return Part(None, None, (), cases, None, (), (), None, ())


@pytest.fixture
def raised(book: RuleBook) -> Eligibility:
    rule = book.rules["rule:twenty heads"]
    asks = (replace(rule.requires[0], name="里山要件", what="里山要件"),)
    return Eligibility(replace(rule, requires=asks), True)


def test_the_rates_of_those_who_have_a_higher_cap(raised: Eligibility) -> None:
    tiers = tiers_of(part(BELOW, ABOVE), [raised])
    assert tiers == Tiers(1_000_000, BELOW, ABOVE)
    assert tiers_of(part(BELOW), [raised]) is None and has_rates_of_its_own(part(BELOW), [raised])
    of_others = part(
        rate("1/2", "港の者・100万円以下の部分"), rate("1/3", "港の者・100万円超の部分")
    )
    assert not has_rates_of_its_own(of_others, [raised])


@pytest.mark.parametrize(
    ("cost", "of_cost", "of_subsidy"),
    [
        (900_000, 450_000, 450_000),
        (1_500_000, 666_666, 750_000),
        (3_500_000, 1_333_333, 1_500_000),
        (9_000_000, 2_000_000, 2_000_000),
    ],
)
def test_what_a_cost_comes_to_in_both_readings(cost: int, of_cost: int, of_subsidy: int) -> None:
    first, second = both_readings(Tiers(1_000_000, BELOW, ABOVE), cost, 2_000_000)
    assert (first.yen, second.yen) == (of_cost, of_subsidy)

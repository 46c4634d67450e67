"""The parts of a measure as one page prints them, for one company: the rates and caps of its class
and heads, and what the page asks for besides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import ProfileError
from graph.language.fold import plain
from queries.bonus.bands import band_of
from queries.bonus.company import Company
from queries.bonus.company_size import SizeAtMeasure, in_size, size_at
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.yen.worked import yen_of
from queries.measure.appearance import AppearanceCard, CapFact, RateFact, Scope, ThresholdFact

_HEADS = "従業員数"
_EVERY = 99  # classes: more than there are
_PERSONS = frozenset(("個人・労働者", "学生", "外国人"))  # applicants that no company is
_ABOVE = re.compile(r"(?P<subsidy>補助(?:金額|額))?が?(?P<sum>.+?円)(?:を?超える|超の)部分")


@dataclass(frozen=True)
class Tier:
    """Another rate for what lies above a sum."""

    yen: int
    """The sum."""
    of_subsidy: bool
    """Whether the page says that it is one of the subsidy; else it may be one of the cost."""
    rate: RateFact
    """The rate above it."""


@dataclass(frozen=True)
class Part:
    """One part of a measure as one page prints it, for this company."""

    frame: str | None
    """The part; None: all of the measure."""
    band: str | None
    """For what alone, where that is nothing that a profile tells."""
    rates: tuple[RateFact, ...]
    """The shares of the cost that it may be."""
    rates_of_cases: tuple[RateFact, ...]
    """The shares of those alone of whom their bands tell."""
    above: Tier | None
    """The share of what lies above a sum, where another one holds for that."""
    caps: tuple[CapFact, ...]
    """The most that it may be."""
    raised_caps: tuple[CapFact, ...]
    """The most where a further condition is met."""
    least: ThresholdFact | None
    """The least investment for which there is any subsidy."""
    needs: tuple[str, ...]
    """What of the company the page asks for and the profile does not tell."""


def parts_for(book: RuleBook, company: Company, measure: str, card: AppearanceCard) -> list[Part]:
    """The parts of a measure of which the page prints a cap for the company."""
    kept_caps, needs_of_caps = _for_company(book, company, measure, card.caps)
    kept_rates, needs_of_rates = _for_company(book, company, measure, card.rates)
    caps = [card.caps[place] for place in sorted(kept_caps)]
    rates = [card.rates[place] for place in sorted(kept_rates)]
    plain_caps = [cap for cap in caps if not cap.with_uplift]
    bands: dict[str | None, set[str | None]] = defaultdict(set)
    for cap in plain_caps:
        bands[cap.frame].add(_other_band(cap.band))
    parts = []
    for frame, band in dict.fromkeys((cap.frame, _other_band(cap.band)) for cap in plain_caps):
        own = [r for r in rates if r.frame == frame] or [r for r in rates if r.frame is None]
        banded = [r for r in own if _other_band(r.band) == band]
        needs = (
            *(("person",) if _for_persons(card) else ()),
            *needs_of_caps.get(frame, ()),
            *needs_of_rates.get(frame, ()),
        )
        parts.append(
            Part(
                frame,
                band,
                tuple(banded or [r for r in own if _other_band(r.band) is None]),
                tuple(r for r in own if _other_band(r.band) not in (None, band)),
                next((tier for r in own if (tier := _tier(r))), None),
                tuple(c for c in plain_caps if (c.frame, _other_band(c.band)) == (frame, band)),
                tuple(
                    cap
                    for cap in caps
                    if cap.with_uplift
                    and cap.frame == frame
                    and (_other_band(cap.band) == band or _other_band(cap.band) not in bands[frame])
                ),
                _least(card, frame),
                tuple(dict.fromkeys(needs)),
            )
        )
    return parts


def _for_persons(card: AppearanceCard) -> bool:
    """Whether the page says that persons apply, and nobody else."""
    return bool(card.applicants) and {fact.value for fact in card.applicants} <= _PERSONS


def _least(card: AppearanceCard, frame: str | None) -> ThresholdFact | None:
    """The highest of the investments that the page asks for at least, for that part."""
    asked = [
        fact
        for fact in card.thresholds
        if (fact.of, fact.op, fact.unit) == ("investment", ">=", "円")
        and fact.amount
        and fact.frame in (None, frame)
        and fact.size_class is None
    ]
    return max(asked, key=lambda fact: fact.amount or 0, default=None)


def _for_company(
    book: RuleBook, company: Company, measure: str, facts: Sequence[Scope]
) -> tuple[set[int], dict[str | None, tuple[str, ...]]]:
    """The places of those facts that hold for a company of this size and head count, those for its
    own class instead of those for all; and by part what the profile does not tell for it.
    """
    at = size_at(book, company.size, measure)
    kept: list[int] = []
    needs: dict[str | None, tuple[str, ...]] = {}
    for place, fact in enumerate(facts):
        lacking = _open(book, company, at, fact)
        if lacking is not None:
            kept.append(place)
            needs[fact.frame] = tuple(dict.fromkeys((*needs.get(fact.frame, ()), *lacking)))
    innermost: dict[tuple[str | None, str | None], int] = {}
    for place in kept:
        key = facts[place].frame, facts[place].band
        innermost[key] = min(_width(book, facts[place]), innermost.get(key, _EVERY))
    return {
        place
        for place in kept
        if _width(book, facts[place]) == innermost[facts[place].frame, facts[place].band]
    }, needs


def _width(book: RuleBook, fact: Scope) -> int:
    """How many classes the one that a fact is for contains."""
    return len(book.sizes[fact.size_class]) if fact.size_class else _EVERY


def _open(
    book: RuleBook, company: Company, at: SizeAtMeasure, fact: Scope
) -> tuple[str, ...] | None:
    """What it hangs on that a fact holds for the company and the profile does not tell; None where
    it is for others. Where the class is told and a fact is for a class within it, the heads say.
    """
    questions = in_size(book, at, fact.size_class) if fact.size_class else ()
    heads = _heads(fact.band, company.size.numbers)
    if questions is None or heads is False:
        return None
    narrower = at.size is not None and "employees" not in company.size.numbers
    size = ["employees" if narrower else "size"] if questions else []
    return tuple(dict.fromkeys((*size, *(["employees"] if heads is None else []))))


def _heads(band: str | None, numbers: Mapping[str, int]) -> bool | None:
    """Whether the company is in a band of heads; None where it does not tell its own. A band of
    anything else is none.
    """
    if band is None or (heads := _head_band(band)) is None:
        return True
    if "employees" not in numbers:
        return None
    low, high = heads
    return low <= numbers["employees"] and (high is None or numbers["employees"] <= high)


def _head_band(band: str) -> tuple[int, int | None] | None:
    text = plain(band).removeprefix(_HEADS)
    if not any(unit in text for unit in "人名"):
        return None
    try:
        read = band_of("employees", text)
    except ProfileError:
        return None
    return read.low, read.high


def _other_band(band: str | None) -> str | None:
    """The band where it is none of heads."""
    return None if band is None or _head_band(band) else band


def _tier(rate: RateFact) -> Tier | None:
    match = _ABOVE.fullmatch(plain(rate.band or ""))
    yen = yen_of(match["sum"]) if match else None
    return Tier(yen, bool(match["subsidy"]), rate) if match and yen else None

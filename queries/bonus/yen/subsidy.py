"""The subsidy of a company: the rate and the cap that its page prints for it, and what is
raised.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from graph.errors import ProfileError
from graph.language.fold import fold, plain
from graph.store import Store
from queries.bonus.bands import band_of
from queries.bonus.company import Company
from queries.bonus.company_size import SizeAtMeasure, in_size, size_at
from queries.bonus.eligibility import Eligibility
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Raised
from queries.bonus.yen.formulas import times
from queries.bonus.yen.worked import (
    Amount,
    Step,
    Way,
    Worked,
    asked,
    missing,
    number_or_need,
    of_share,
    share_of,
    yen_of,
)
from queries.measure.appearance import (
    AppearanceCard,
    CapFact,
    RateFact,
    Scope,
    ThresholdFact,
    appearance_cards,
)

_HEADS = "従業員数"
_EVERY = 99  # classes: more than there are
_RANGE = re.compile("[~～〜]")
_ABOVE = re.compile(r"(?P<subsidy>補助(?:金額|額))?が?(?P<sum>.+?円)(?:を?超える|超の)部分")


@dataclass(frozen=True)
class _Tier:
    """Another rate for what lies above a sum."""

    yen: int
    """The sum."""
    of_subsidy: bool
    """Whether the page says that it is one of the subsidy; else it may be one of the cost."""
    rate: RateFact
    """The rate above it."""


@dataclass(frozen=True)
class _Part:
    """One part of a measure as one page prints it, for this company."""

    frame: str | None
    """The part; None: all of the measure."""
    band: str | None
    """For what alone, where that is nothing that a profile tells."""
    rates: tuple[RateFact, ...]
    """The shares of the cost that it may be."""
    above: _Tier | None
    """The share of what lies above a sum, where another one holds for that."""
    caps: tuple[CapFact, ...]
    """The most that it may be."""
    raised_caps: tuple[CapFact, ...]
    """The most where a further condition is met."""
    least: ThresholdFact | None
    """The least investment for which there is any subsidy."""
    needs: tuple[str, ...]
    """What of the company the page asks for and the profile does not tell."""


def subsidies(
    store: Store,
    book: RuleBook,
    company: Company,
    profile: Profile,
    raised: Raised,
    results: Sequence[Eligibility],
) -> list[Amount]:
    """The subsidy of each part of a measure, by the latest document that prints a cap or a rate,
    and what the rules that the company has or is one step away from make of it.

    subsidy = min(rate × cost, cap), the cost of the profile being taken to be eligible as a whole.
    """
    cards = [card for card in appearance_cards(store, raised.id) if card.caps or card.rates]
    latest = [card for card in cards if card.document == cards[0].document]
    found: dict[tuple[str | None, str | None], Amount] = {}
    for card in sorted(latest, key=lambda card: -len(card.caps)):
        for part in _parts(book, company, raised.id, card):
            key = (part.frame, part.band)
            if key not in found and part.caps:
                found[key] = _amount(part, raised, results, profile.money())
    return list(found.values())


def _parts(book: RuleBook, company: Company, measure: str, card: AppearanceCard) -> list[_Part]:
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
        needs = (*needs_of_caps.get(frame, ()), *needs_of_rates.get(frame, ()))
        parts.append(
            _Part(
                frame,
                band,
                tuple(banded or [r for r in own if _other_band(r.band) is None]),
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
    it is for others.
    """
    questions = in_size(book, at, fact.size_class) if fact.size_class else ()
    heads = _heads(fact.band, company.size.numbers)
    if questions is None or heads is False:
        return None
    return (*(["size"] if questions else []), *(["employees"] if heads is None else []))


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


def _tier(rate: RateFact) -> _Tier | None:
    match = _ABOVE.fullmatch(plain(rate.band or ""))
    yen = yen_of(match["sum"]) if match else None
    return _Tier(yen, bool(match["subsidy"]), rate) if match and yen else None


def _amount(
    part: _Part, raised: Raised, results: Sequence[Eligibility], numbers: Mapping[str, int]
) -> Amount:
    of_part = [r for r in results if _raises(r, raised, part)]
    had = [r for r in of_part if r.unlocked and r.outranked_by is None]
    number = times(f"{raised.name} {part.frame or ''}", None, is_tax=False)

    def worked(with_: Sequence[Eligibility]) -> Worked:
        return _worked(part, with_, of_part, numbers, number)

    ways = [
        Way(missing(r), r.rule.id, worked([*had, r]))
        for r in of_part
        if not r.unlocked and r.outranked_by is None
    ]
    facts = (*part.caps, *part.rates)
    size = next((fact.size_class for fact in facts if fact.size_class), None)
    return Amount(
        "subsidy",
        raised.id,
        raised.name,
        part.frame,
        part.band,
        size,
        worked(()),
        worked(had) if had else None,
        tuple(ways),
    )


def _raises(result: Eligibility, raised: Raised, part: _Part) -> bool:
    """Whether a rule raises the rate or the cap of this part: its value is one of the part's, or it
    is said of that part, or of all.
    """
    rule = result.rule
    if rule.benefit not in ("rate_uplift", "cap_uplift"):
        return False
    if rule.benefit == "cap_uplift" and any(c.source in rule.sources for c in part.raised_caps):
        return True
    frames = [each.frame for each in rule.raises if each.id == raised.id]
    return any(
        frame is None or (part.frame is not None and fold(part.frame) == fold(frame))
        for frame in frames
    )


def _worked(
    part: _Part,
    with_: Sequence[Eligibility],
    all_of_part: Sequence[Eligibility],
    numbers: Mapping[str, int],
    number: str,
) -> Worked:
    rate, rate_needs = _rate(part, with_, all_of_part)
    caps, cap_needs = _caps(part, with_)
    steps = [*([rate] if rate else []), *caps]
    cost, needs = number_or_need(numbers, number)
    of_page = part.needs or (*rate_needs, *cap_needs)  # who tells his size has fewer of them
    lacking = tuple(dict.fromkeys((*of_page, *needs)))
    if lacking or rate is None or rate.share is None or cost is None:
        return Worked(tuple(steps), None, lacking)
    if part.least and number == "investment" and cost < (part.least.amount or 0):
        least = int(part.least.amount or 0)
        steps.append(Step("least", number, yen=least, sources=(part.least.source,)))
        return Worked(tuple(steps), None, ("least",))
    most = sum(step.yen or 0 for step in caps)
    product = of_share(rate.share, cost)
    steps.append(Step("times", number, share=rate.share, printed=rate.printed, yen=product))
    if part.above and product > part.above.yen:
        share = share_of(part.above.rate.printed)
        above = (part.above.rate.source,)
        if share is None or not part.above.of_subsidy:
            return Worked(tuple(steps), None, ("tier",))
        paid_in_full = Fraction(part.above.yen) / rate.share  # the cost up to which `rate` holds
        product = part.above.yen + int(share * (cost - paid_in_full))
        printed = part.above.rate.printed
        steps.append(Step("above", number, share, printed, product, sources=above))
    if product > most:
        steps.append(Step("at_most", "cap", yen=most))
    return Worked(tuple(steps), min(product, most))


def _rate(
    part: _Part, with_: Sequence[Eligibility], all_of_part: Sequence[Eligibility]
) -> tuple[Step | None, tuple[str, ...]]:
    """The rate with these rules; needed where the page prints none, or several, for the company."""
    levels = [(share_of(r.rule.value), r) for r in with_ if r.rule.benefit == "rate_uplift"]
    best = max(((share, r) for share, r in levels if share), key=lambda each: each[0], default=None)
    if best:
        share, result = best
        rule = result.rule
        return Step("rate", asked(result), share, rule.value, sources=rule.sources), ()
    if any(share is None for share, _ in levels):
        return None, ("value",)
    uplifts = {share_of(r.rule.value) for r in all_of_part if r.rule.benefit == "rate_uplift"}
    by_share: dict[Fraction, RateFact] = {}
    for fact in part.rates:
        share_ = share_of(fact.printed)
        if share_ is not None and (fact.size_class or share_ not in uplifts):
            by_share.setdefault(share_, fact)
    if len(by_share) != 1:
        return None, ("rate",)
    ((share_, fact),) = by_share.items()
    return Step("rate", "", share_, fact.printed, sources=(fact.source,)), ()


def _caps(part: _Part, with_: Sequence[Eligibility]) -> tuple[list[Step], tuple[str, ...]]:
    """The cap with these rules, in one step or with what is added to it."""
    steps: list[Step] = []
    added: list[Step] = []
    for result in (r for r in with_ if r.rule.benefit == "cap_uplift"):
        rule = result.rule
        fact = next((c for c in part.raised_caps if c.source in rule.sources), None)
        yen = fact.yen if fact and rule.value_is != "added" else yen_of(rule.value)
        is_level = rule.value_is == "level" or (fact is not None and rule.value_is is None)
        if yen is None or (not is_level and rule.value_is != "added"):
            return steps, ("value",)
        step = Step(
            "cap" if is_level else "cap_added", asked(result), yen=yen, sources=rule.sources
        )
        (steps if is_level else added).append(step)
    if steps:
        return [max(steps, key=lambda step: step.yen or 0), *added], ()
    plain_caps = {cap.yen: cap for cap in reversed(part.caps) if not _RANGE.search(cap.printed)}
    if len(plain_caps) != 1:
        return added, ("cap",)
    ((yen, cap),) = plain_caps.items()
    return [Step("cap", "", yen=yen, sources=(cap.source,)), *added], ()

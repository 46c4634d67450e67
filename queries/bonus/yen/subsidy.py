"""The subsidy of a company: the rate and the cap that its page prints for it, and what is
raised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from graph.language.fold import fold
from graph.store import Store
from queries.bonus.company import Company
from queries.bonus.eligibility import Eligibility
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Raised
from queries.bonus.yen.formulas import times
from queries.bonus.yen.parts import Part, parts_for
from queries.bonus.yen.tiers import both_readings, has_rates_of_its_own, tiers_of
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
    RateFact,
    appearance_cards,
)

_RANGE = re.compile("[~～〜]")
_UPLIFTS = ("rate_uplift", "cap_uplift")


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
    tied: set[str] = set()
    for card in sorted(latest, key=lambda card: -len(card.caps)):
        for part in parts_for(book, company, raised.id, card):
            key = (part.frame, part.band)
            if key not in found and part.caps:
                found[key] = _amount(part, raised, results, profile.money())
                tied |= {r.rule.id for r in results if _raises(r, raised, part)}
    for frame, left in _of_no_part(raised, [r for r in results if r.rule.id not in tied]).items():
        found.setdefault((frame, None), left)
    named = [_plainly(amount) for (frame, _), amount in found.items() if frame]
    return [
        amount
        for (frame, _), amount in found.items()
        if frame or amount.band or _plainly(amount) not in named
    ]


def _of_no_part(raised: Raised, results: Sequence[Eligibility]) -> dict[str, Amount]:
    """What the rules of parts come to of which no page prints a rate and a cap under their name:
    nothing that can be told.
    """
    untold = Worked((), None, ("part",))
    ways: dict[str, list[Way]] = {}
    for result in results:
        frames = [each.frame for each in result.rule.raises if each.id == raised.id and each.frame]
        if result.rule.benefit in _UPLIFTS and frames and result.outranked_by is None:
            by = asked(result) if result.unlocked else missing(result)
            ways.setdefault(frames[0], []).append(Way(by, result.rule.id, untold))
    return {
        frame: Amount(
            "subsidy", raised.id, raised.name, frame, None, None, None, None, tuple(of_frame)
        )
        for frame, of_frame in ways.items()
    }


def _plainly(amount: Amount) -> list[tuple[str, Fraction | None, int | None]]:
    """The steps without their places: another page may print a part's numbers without its name."""
    steps = amount.without.steps if amount.without else ()
    return [(step.kind, step.share, step.yen) for step in steps]


def _amount(
    part: Part, raised: Raised, results: Sequence[Eligibility], numbers: Mapping[str, int]
) -> Amount:
    of_part = [r for r in results if _raises(r, raised, part)]
    had = [r for r in of_part if r.unlocked and r.outranked_by is None]
    number = times(f"{raised.name} {part.frame or ''}", None, is_tax=False)

    def worked(with_: Sequence[Eligibility]) -> Worked:
        choices = (_worked(part, chosen, of_part, numbers, number) for chosen in _choices(with_))
        return max(choices, key=lambda choice: -1 if choice.yen is None else choice.yen)

    ways = [
        Way(missing(r), r.rule.id, worked([*(h for h in had if h.rule.id not in r.either), r]))
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


def _choices(results: Sequence[Eligibility]) -> list[list[Eligibility]]:
    """The rules that add up: of those of which one alone can be had, each by itself."""
    chosen = [
        [result for result in results if result.rule.id not in one.either]
        for one in results
        if one.either
    ]
    return chosen or [list(results)]


def _raises(result: Eligibility, raised: Raised, part: Part) -> bool:
    """Whether a rule raises the rate or the cap of this part: its value is one of the part's, or it
    is said of that part, or of all.
    """
    rule = result.rule
    if rule.benefit not in _UPLIFTS:
        return False
    if rule.benefit == "cap_uplift" and any(c.source in rule.sources for c in part.raised_caps):
        return True
    frames = [each.frame for each in rule.raises if each.id == raised.id]
    return any(
        frame is None or (part.frame is not None and fold(part.frame) == fold(frame))
        for frame in frames
    )


def _worked(
    part: Part,
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
    if lacking == ("tier",) and cost is not None and (tiers := tiers_of(part, with_)):
        readings = both_readings(tiers, cost, sum(step.yen or 0 for step in caps))
        if readings[0].yen == readings[1].yen:
            below = tiers.below
            rate = Step("rate", "", share_of(below.printed), below.printed, sources=(below.source,))
            return Worked((rate, *steps), readings[0].yen)
        return Worked((*steps, *readings), None, lacking)
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
    part: Part, with_: Sequence[Eligibility], all_of_part: Sequence[Eligibility]
) -> tuple[Step | None, tuple[str, ...]]:
    """The rate with these rules; needed where the page prints none, or several, for the company."""
    levels = [(share_of(r.rule.value), r) for r in with_ if r.rule.benefit == "rate_uplift"]
    best = max(((share, r) for share, r in levels if share), key=lambda each: each[0], default=None)
    if best:
        share, result = best
        rule = result.rule
        return Step("rate", asked(result), share, rule.value, sources=rule.sources), ()
    if has_rates_of_its_own(part, with_):
        return None, ("tier",)
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


def _caps(part: Part, with_: Sequence[Eligibility]) -> tuple[list[Step], tuple[str, ...]]:
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

"""The tax credit of a company: the step of the ladder that it reaches, what is added, the limit of
the tax, and what is left over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from queries.bonus.eligibility import Eligibility
from queries.bonus.rule_book.rules import Raised
from queries.bonus.yen.formulas import tax_limit, times
from queries.bonus.yen.worked import (
    Amount,
    Step,
    StepKind,
    Way,
    Worked,
    asked,
    missing,
    number_or_need,
    of_share,
    share_of,
    years_of,
)

_TAX = "tax_credit_uplift"


def is_credit(results: Sequence[Eligibility]) -> bool:
    """Whether what these rules raise is a tax credit."""
    return any(result.rule.benefit == _TAX for result in results)


def credit(
    raised: Raised, results: Sequence[Eligibility], numbers: Mapping[str, int]
) -> Amount | None:
    """The credit of a measure by the rules that the company has or is one step away from; None
    where none of them states a share.

    credit = min((rate + added) × number, limit × tax); what is above the limit is carried over
    where a rule says so. Rate and limit as printed, each with its place; see formulas.yaml.
    """
    levels = [r for r in results if r.rule.value_is == "level" and share_of(r.rule.value)]
    added = [r for r in results if r.rule.value_is == "added" and share_of(r.rule.value)]
    if not levels:
        return None
    carried = [r for r in results if r.unlocked and years_of(r.rule.value)]
    kind = levels[0].rule.requires[0].kind if levels[0].rule.requires else None
    number = times(raised.name, kind, is_tax=True)

    def worked(level: Eligibility | None, with_: Sequence[Eligibility]) -> Worked:
        return _worked(raised, level, with_, carried, numbers, number)

    reached = next((r for r in levels if r.unlocked and r.outranked_by is None), None)
    had = [r for r in added if r.unlocked]
    ways = [
        Way(missing(r), r.rule.id, worked(r, had) if r in levels else worked(reached, [*had, r]))
        for r in (*levels, *(added if reached else ()))
        if not r.unlocked and r.outranked_by is None
    ]
    return Amount(
        "credit",
        raised.id,
        raised.name,
        None,
        None,
        next((r.rule.size_class for r in (*levels, *added) if r.rule.size_class), None),
        worked(reached, ()) if reached else None,
        worked(reached, had) if reached and had else None,
        tuple(ways),
    )


def _worked(
    raised: Raised,
    level: Eligibility | None,
    added: Sequence[Eligibility],
    carried: Sequence[Eligibility],
    numbers: Mapping[str, int],
    number: str,
) -> Worked:
    rated: list[tuple[Eligibility, StepKind]]
    rated = [(level, "rate"), *((each, "added") for each in added)] if level else []
    steps = [_rated(kind, result) for result, kind in rated]
    share = sum((step.share or Fraction() for step in steps), Fraction())
    base, needs = number_or_need(numbers, number)
    if base is None:
        return Worked(tuple(steps), None, needs)
    product = of_share(share, base)
    steps.append(Step("times", number, share=share, yen=product))
    limit = tax_limit(raised.name)
    if limit is None:
        return Worked(tuple(steps), None, ("limit",))
    tax, needs = number_or_need(numbers, "tax")
    most = None if tax is None else of_share(limit.exact, tax)
    steps.append(Step("at_most", "tax", share=limit.exact, yen=most, sources=(limit.place,)))
    if most is None:
        return Worked(tuple(steps), None, needs)
    if product > most:
        steps.append(Step("left", "", yen=product - most))
        steps += [
            Step("carried", "", years=years_of(r.rule.value), sources=r.rule.sources)
            for r in carried[:1]
        ]
    return Worked(tuple(steps), min(product, most))


def _rated(kind: StepKind, result: Eligibility) -> Step:
    rule = result.rule
    return Step(kind, asked(result), share_of(rule.value), rule.value, sources=rule.sources)

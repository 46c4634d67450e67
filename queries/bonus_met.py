"""Whether a rule is for a company of this size, and whether what it asks for is met."""

from __future__ import annotations

from itertools import groupby

from graph.fold import fold
from queries.bonus_book import RuleBook
from queries.bonus_company import Company, in_size, size_at
from queries.bonus_size import Question
from queries.rule_cards import Requirement, RuleCard


def fit(book: RuleBook, company: Company, rule: RuleCard) -> tuple[Question, ...] | None:
    """What it hangs on whether a rule is for a company of this size: on nothing where it is; None where it is not."""
    heads = [limit.holds(company.numbers) for limit in rule.limits]
    if False in heads:
        return None
    asked = dict.fromkeys(Question(limit.of) for limit, holds in zip(rule.limits, heads, strict=True) if holds is None)
    if rule.size_class is None:
        return tuple(asked)
    measures = [raised.id for raised in rule.raises] + [measure for measure, _ in rule.stated_on]
    measure = next((each for each in measures if each in book.tests), None)
    found = in_size(book, size_at(book, company, measure), rule.size_class)
    return None if found is None else tuple(asked | dict.fromkeys(found))


def groups(rule: RuleCard) -> tuple[tuple[Requirement, ...], ...]:
    """What a rule asks for: groups that must all hold, each by one of its alternatives."""
    return tuple(tuple(ways) for _, ways in groupby(rule.requires, key=lambda asked: asked.group))


def is_met(asked: Requirement, company: Company) -> bool:
    """Whether a company holds the certification asked for, or one that contains it, or does what is asked for, by the amount at least."""
    if asked.type == "Certification":
        return asked.id in company.held
    return any(_suffices(asked, deed.amount, deed.unit) for deed in company.deeds if deed.what == fold(asked.what))


def _suffices(asked: Requirement, amount: float | None, unit: str | None) -> bool:
    return asked.amount is None or (amount is not None and unit == asked.unit and amount >= asked.amount)

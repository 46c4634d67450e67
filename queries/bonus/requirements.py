"""What a rule asks for, against what a company holds and does: what is met and by what, and what is
missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.language.fold import fold
from queries.bonus.company import Holdings
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Requirement, RuleCard

Alternatives = tuple[Requirement, ...]  # of which one is enough


@dataclass(frozen=True)
class PathNode:
    """A node on the way from what a company holds to what gets better."""

    id: str
    """Its id."""
    type: str
    """Its type, as in the graph's schema."""
    name: str
    """Its name."""


def is_met(alternative: Requirement, holdings: Holdings) -> bool:
    """Whether a company holds the certification that is asked for, or one that contains it, or does
    what is asked for, by the amount at least.
    """
    if alternative.type == "Certification":
        return alternative.id in holdings.held
    substitutes = (
        {fold(name) for name in alternative.met_by} if alternative.amount is None else set()
    )
    return any(
        _suffices(alternative, deed.amount, deed.unit)
        if deed.what == fold(alternative.what)
        else deed.what in substitutes
        for deed in holdings.deeds
    )


def _suffices(alternative: Requirement, amount: float | None, unit: str | None) -> bool:
    return alternative.amount is None or (
        amount is not None and unit == alternative.unit and amount >= alternative.amount
    )


def any_met(alternatives: Sequence[Requirement], holdings: Holdings) -> bool:
    """Whether one of the alternatives is met."""
    return any(is_met(alternative, holdings) for alternative in alternatives)


def rules_touched(book: RuleBook, holdings: Holdings) -> tuple[RuleCard, ...]:
    """The rules that ask for something that the company holds or does, or for nothing: no other can
    be met.
    """
    conditions = (
        alternative for deed in holdings.deeds for alternative in book.met_by_doing[deed.what]
    )
    ids = dict.fromkeys(
        rule for id_ in (*holdings.held, *conditions) for rule in book.asking.get(id_, ())
    )
    asking_nothing = (rule for rule in book.rules.values() if not rule.requires)
    return (*(book.rules[rule] for rule in ids), *asking_nothing)


def met_and_missing(
    book: RuleBook, holdings: Holdings, rule: RuleCard
) -> tuple[tuple[PathNode, ...], tuple[Alternatives, ...]]:
    """What is held and done for a rule, and the groups of its alternatives that are not met."""
    nodes: dict[PathNode, None] = {}
    missing = []
    for alternatives in rule.groups:
        met = [alternative for alternative in alternatives if is_met(alternative, holdings)]
        if met:  # rather what is held than what that contains
            direct = (
                alternative for alternative in met if alternative.id in holdings.certifications
            )
            nodes |= dict.fromkeys(_steps(book, holdings, next(direct, met[0])))
        else:
            missing.append(alternatives)
    return tuple(nodes), tuple(missing)


def _steps(book: RuleBook, holdings: Holdings, met: Requirement) -> Iterator[PathNode]:
    """What is held, and under it what is asked for where that is another."""
    if met.type == "Certification" and met.id not in holdings.certifications:
        holder = next(name for name in holdings.certifications if met.id in book.brought[name])
        yield PathNode(holder, "Certification", book.certifications[holder].name)
    yield PathNode(met.id, met.type, met.name)

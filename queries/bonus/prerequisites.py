"""What must hold besides a rule's own condition: the requirements for applying to what it raises,
those of a company of its size.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.language.fold import fold
from queries.bonus.company import Holdings
from queries.bonus.fit import Outside, SizeFit
from queries.bonus.requirements import Alternatives, any_met
from queries.bonus.rule_book.rules import RuleCard


@dataclass(frozen=True)
class Prerequisites:
    """What applying asks for and a company does not have."""

    missing: tuple[Alternatives, ...] = ()
    """Groups of alternatives that are not met."""
    decisive: bool = False
    """The rule gives nothing without them."""


def prerequisites_left(of: SizeFit, holdings: Holdings, rule: RuleCard) -> Prerequisites:
    """What applying to what a rule raises asks of a company of this size that holds and does so
    much, and it does not have.

    Of the rungs of one ladder (one exclusive group, or the same asked by other amounts) the lowest
    is enough. A ladder for the company's size class gives what the rule adds to: nothing comes
    without it (`decisive`). One for no class is the way to its own rungs alone, and what a frame
    asks for holds for that frame. What the rule asks for itself is no prerequisite.
    """
    ladders: dict[object, list[RuleCard]] = {}
    for rung in of.book.prerequisites[rule.id]:
        if _leads_to(rung, rule) and _concerns(of, rung, rule):
            ladder = rung.exclusive_group or (rung.size_class, _names(rung))
            ladders.setdefault(ladder, []).append(rung)
    lowest = [
        min(rungs, key=_height)
        for rungs in ladders.values()
        if not any(_same(rule, rung) or _met(rung, holdings) for rung in rungs)
    ]
    missing = tuple(
        alternatives
        for rung in lowest
        for alternatives in rung.groups
        if not any_met(alternatives, holdings)
    )
    return Prerequisites(missing, len(ladders) == 1 and all(rung.size_class for rung in lowest))


def _concerns(of: SizeFit, rung: RuleCard, rule: RuleCard) -> bool:
    """Whether a rung is for a company of this size, or may be and is for the rule's class."""
    hangs_on = of.of_rule(rung)
    if isinstance(hangs_on, Outside):
        return False
    return not hangs_on or rung.size_class == rule.size_class


def _leads_to(rung: RuleCard, rule: RuleCard) -> bool:
    """Whether a rung stands before what the rule gives: it is none of another frame, and no entry
    to a ladder of its own.
    """
    frames = {fold(raised.frame or "") for raised in rule.raises}
    in_frame = all(not raised.frame or fold(raised.frame) in frames for raised in rung.raises)
    return in_frame and bool(not rung.exclusive_group or rung.size_class)


def _names(rule: RuleCard) -> frozenset[str]:
    return frozenset(fold(alternative.what) for alternative in rule.requires)


def _same(rule: RuleCard, rung: RuleCard) -> bool:
    """Whether a rule asks for what the rung does, in one of its alternatives, or stands on the
    rung's own ladder.
    """
    names = _names(rule)
    return all(
        any(fold(alternative.what) in names for alternative in alternatives)
        for alternatives in rung.groups
    ) or (rule.exclusive_group is not None and rule.exclusive_group == rung.exclusive_group)


def _met(rung: RuleCard, holdings: Holdings) -> bool:
    return all(any_met(alternatives, holdings) for alternatives in rung.groups)


def _height(rung: RuleCard) -> tuple[float, float]:
    return -(rung.rank or 0), min(
        (alternative.amount or 0 for alternative in rung.requires), default=0
    )

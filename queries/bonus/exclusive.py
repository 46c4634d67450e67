"""Rules that do not add up: of one exclusive group the best counts alone, or one is to be
chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from queries.bonus.eligibility import Eligibility
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard


def compared(book: RuleBook, results: Sequence[Eligibility]) -> tuple[Eligibility, ...]:
    """The same, each that does not add up with one that is unlocked marked with that: with the one
    that counts in its stead, or those beside which it is a choice (these may hang on what is not
    told).
    """
    unlocked = [result.rule.id for result in results if result.unlocked]
    met = [result.rule for result in results if result.met]
    groups = {rule.exclusive_group for rule in met if rule.exclusive_group}
    among_unlocked = outranked(book, unlocked)

    def marked(result: Eligibility) -> Eligibility:
        rule = result.rule
        if rule.exclusive_group not in groups:
            return result
        better = among_unlocked if result.unlocked else outranked(book, (*unlocked, rule.id))
        return replace(result, outranked_by=better.get(rule.id), either=_choice(rule, met))

    return tuple(map(marked, results))


def _choice(rule: RuleCard, rivals: Sequence[RuleCard]) -> tuple[str, ...]:
    """Those of its group that have no rank either and ask for something else (rules that ask for
    the same are for different head counts or parts).
    """
    required = {way.id for way in rule.requires}
    return tuple(
        rival.id
        for rival in rivals
        if rule.rank is None
        and rival.rank is None
        and rival.exclusive_group == rule.exclusive_group
        and {way.id for way in rival.requires} != required
    )


def outranked(book: RuleBook, unlocked: Iterable[str]) -> dict[str, str]:
    """Rule → the rule that counts in its stead: of an exclusive group that of the lowest rank
    counts alone.
    """
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for rule in unlocked:
        if rule in book.ranks:
            group, rank = book.ranks[rule]
            groups[group].append((rank, rule))
    better: dict[str, str] = {}
    for ranked in groups.values():
        best, first = min(ranked)
        better |= {rule: first for rank, rule in ranked if rank != best}
    return better

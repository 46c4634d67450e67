"""The fewest certifications by which a profile gets a benefit of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.language.fold import fold
from graph.store import Store
from queries.bonus.called import rules_called
from queries.bonus.company import Company, company, with_held
from queries.bonus.eligibility import Eligibility, Evaluation
from queries.bonus.fit import out_of_reach
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.certifications import NamedCertification
from queries.bonus.rule_book.rules import RuleCard

MOST = 3  # certifications to be held, those needed before others included


@dataclass(frozen=True)
class Way:
    """One set of certifications that is enough."""

    hold: tuple[NamedCertification, ...]
    """All that must be held and is not, what is needed before others first."""
    unlocks: tuple[Eligibility, ...]
    """The rules in force of what was asked for that it unlocks."""


@dataclass(frozen=True)
class Unlocking:
    """How a profile gets a benefit of something."""

    held: tuple[Eligibility, ...]
    """The rules in force that it has already; the `ways` are to more than these."""
    ways: tuple[Way, ...]
    """All sets of the fewest certifications, by name; none where no `MOST` are enough."""
    rules: int
    """How many rules in force raise it or give it."""


def cheapest(store: Store, profile: Profile, target: str) -> Unlocking:
    """The smallest sets of at most `MOST` certifications, with all that is needed before them, that
    unlock a rule in force of `target`: a kind of benefit (tax_credit_uplift), or a measure or
    programme by its title or printed name. Raises NotFound with the nearest names where no rule is
    of that name, and as `company` does.
    """
    return cheapest_by(rule_book(store), profile, target)


def cheapest_by(book: RuleBook, profile: Profile, target: str) -> Unlocking:
    """The same by a rule book that is at hand."""
    by, evaluation = company(book, profile), Evaluation(book)
    rules = _rules_of(book, target)
    held = _unlocked(evaluation, by, rules)
    had = {result.rule.id for result in held}
    ways = tuple(_ways(evaluation, by, [rule for rule in rules if rule.id not in had]))
    fewest = min((len(way.hold) for way in ways), default=0)
    return Unlocking(held, tuple(way for way in ways if len(way.hold) == fewest), len(rules))


def _rules_of(book: RuleBook, target: str) -> list[RuleCard]:
    """The rules in force that raise what is called so, or give that kind of benefit."""
    benefit = fold(target)
    by_benefit = [rule for rule in book.rules.values() if rule.benefit == benefit]
    rules = by_benefit or rules_called(book, target)
    return [rule for rule in rules if rule.status == "in_force"]


def _ways(evaluation: Evaluation, by: Company, rules: list[RuleCard]) -> Iterator[Way]:
    """Every smallest set by how many are to be held with all that is needed; each set of asked-for
    certifications is tried, those with fewer first.
    """
    book, held = evaluation.book, by.holdings.held
    asked = {name for rule in rules for name in book.asks[rule.id].certifications}
    able = {
        name: (*book.needed_before(name, held), name)
        for name in sorted(asked - held)
        if out_of_reach(book, by.size, name) is None
    }
    single = [name for name, needed in able.items() if len(needed) <= MOST]
    fewest = MOST
    seen: set[frozenset[str]] = set()
    for size in range(1, MOST + 1):
        for names in combinations(single, size):
            hold = tuple(dict.fromkeys(step for name in names for step in able[name]))
            if len(hold) > fewest or frozenset(hold) in seen:
                continue
            seen.add(frozenset(hold))
            if unlocks := _unlocked(evaluation, with_held(book, by, hold), rules):
                fewest = len(hold)
                named = (NamedCertification(n, book.certifications[n].name) for n in hold)
                yield Way(tuple(named), unlocks)


def _unlocked(
    evaluation: Evaluation, by: Company, rules: list[RuleCard]
) -> tuple[Eligibility, ...]:
    return tuple(result for result in evaluation.of(by, rules) if result.unlocked)

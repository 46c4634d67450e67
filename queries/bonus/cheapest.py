"""The fewest certifications by which a profile gets a benefit of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.schema.benefits import benefit_ranks
from graph.store import Store
from queries.bonus.called import rules_called
from queries.bonus.company import Company, company, with_held
from queries.bonus.eligibility import Eligibility, Evaluation, remembered
from queries.bonus.fit import out_of_reach
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.certifications import NamedCertification
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.who_may import is_chosen

MOST = 3  # certifications to be held, those needed before others included


@dataclass(frozen=True)
class Way:
    """One set of certifications that is enough."""

    hold: tuple[NamedCertification, ...]
    """All that must be held and is not, what is needed before others first."""
    unlocks: tuple[Eligibility, ...]
    """The rules in force of what was asked for that it unlocks."""

    @property
    def chosen(self) -> bool:
        """Whether others recommend who gets one of them, so that nobody can go for it."""
        return any(is_chosen(each.name) for each in self.hold)


@dataclass(frozen=True)
class Unlocking:
    """How a profile gets a benefit of something."""

    held: tuple[Eligibility, ...]
    """The rules in force that it has already; the `ways` are to more than these."""
    ways: tuple[Way, ...]
    """All sets of the fewest certifications, by name, of those that one can apply for where there
    are any; none where no `MOST` are enough."""
    rules: int
    """How many rules in force raise it or give it."""
    longer: tuple[Way, ...] = ()
    """Other sets of at most `MOST`, of which no part is enough, the fewest first; none that only
    has a higher tier instead of a lower one.
    """
    by_deeds: tuple[Eligibility, ...] = ()
    """The rules in force for which it is enough to do something (a wage rise), without any
    certification that is not held: by benefit."""


def cheapest(store: Store, profile: Profile, target: str) -> Unlocking:
    """The smallest sets of at most `MOST` certifications, with all that is needed before them, that
    unlock a rule in force of `target`: a kind of benefit (tax_credit_uplift, 低利融資), or a
    measure or programme by its title or printed name. A rule counts where the certifications that
    applying to what it raises asks for are held too. Raises NotFound with the nearest names where
    no rule is of that name, and as `company` does.
    """
    return cheapest_by(rule_book(store), profile, target)


def cheapest_by(book: RuleBook, profile: Profile, target: str) -> Unlocking:
    """The same by a rule book that is at hand."""
    by, evaluation = company(book, profile), remembered(book)
    rules = [rule for rule in rules_called(book, target) if rule.status == "in_force"]
    held = _unlocked(evaluation, by, rules)
    had = {result.rule.id for result in held}
    left = [rule for rule in rules if rule.id not in had]
    ways = sorted(_ways(evaluation, by, left), key=lambda way: (way.chosen, len(way.hold)))
    fewest = len(ways[0].hold) if ways else 0
    first = tuple(way for way in ways if (way.chosen, len(way.hold)) == (ways[0].chosen, fewest))
    others = _others(book, first, ways[len(first) :])
    return Unlocking(held, first, len(rules), others, _by_deeds(evaluation, by, left))


def _by_deeds(
    evaluation: Evaluation, by: Company, rules: list[RuleCard]
) -> tuple[Eligibility, ...]:
    """The gains that nothing is missing for but deeds of its own."""
    results = [
        result
        for result in evaluation.of(by, rules)
        if result.fits
        and result.missing
        and result.rule.benefit != "requirement"
        and not result.certifications_besides
        and not result.is_for_a_person
        and all(any(way.type != "Certification" for way in ways) for ways in result.missing)
    ]
    ranks = benefit_ranks()
    return tuple(sorted(results, key=lambda result: (ranks[result.rule.benefit], result.rule.id)))


def _ways(evaluation: Evaluation, by: Company, rules: list[RuleCard]) -> Iterator[Way]:
    """Every set of at most `MOST` to be held, with all that is needed, that unlocks a rule and of
    which no part does.
    """
    book, held = evaluation.book, by.holdings.held
    asked = {name for rule in rules for name in book.asks[rule.id].certifications}
    able = {
        name: (*book.needed_before(name, held), name)
        for name in sorted(asked - held)
        if out_of_reach(book, by.size, name) is None
    }
    sets: dict[frozenset[str], tuple[str, ...]] = {}
    for size in range(1, MOST + 1):
        for names in combinations(able, size):
            hold = tuple(dict.fromkeys(step for name in names for step in able[name]))
            if len(hold) <= MOST:
                sets.setdefault(frozenset(hold), hold)
    found: list[frozenset[str]] = []
    for ids, hold in sorted(sets.items(), key=lambda each: len(each[0])):  # stable
        if any(less <= ids for less in found):
            continue
        if unlocks := _unlocked(evaluation, with_held(book, by, hold), rules):
            found.append(ids)
            named = (NamedCertification(n, book.certifications[n].name) for n in hold)
            yield Way(tuple(named), unlocks)


def _others(book: RuleBook, first: Sequence[Way], longer: Sequence[Way]) -> tuple[Way, ...]:
    """Of the longer ways those that are no higher tier of another way."""
    others: list[Way] = []
    for way in longer:
        brought = book.held_with(held.id for held in way.hold)
        if not any({held.id for held in less.hold} <= brought for less in (*first, *others)):
            others.append(way)
    return tuple(others)


def _unlocked(
    evaluation: Evaluation, by: Company, rules: list[RuleCard]
) -> tuple[Eligibility, ...]:
    """The rules that count for the company: those unlocked of which nothing but deeds is missing
    for applying. What is asked for opens something together with all else that is asked for there.
    """
    results = evaluation.of(by, rules)
    return tuple(
        result
        for result in results
        if result.unlocked
        and not result.certifications_besides
        and not any(_is_asked_with(other, result) for other in results)
    )


def _is_asked_with(other: Eligibility, result: Eligibility) -> bool:
    """Whether a certification that is not held is asked for by what the result is asked for by."""
    rule, beside = result.rule, other.rule
    return (
        rule.benefit == beside.benefit == "requirement"
        and other.fits
        and any(way.type == "Certification" for ways in other.missing for way in ways)
        and any(
            one.id == raised.id and one.frame in (None, "", raised.frame)
            for one in beside.raises
            for raised in rule.raises
        )
    )

"""What a certification unlocks: the rules that it counts for; its tiers as a ladder, size class by
size class.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.certification_facts import CertificationFacts, certification_facts
from queries.bonus.company_size import company_size
from queries.bonus.fit import Outside, fit
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.certifications import NamedCertification
from queries.bonus.rule_book.rules import RuleCard
from queries.search.search import resolve


@dataclass(frozen=True)
class CertificationBonuses:
    """A certification and what it unlocks."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    in_documents: bool
    """False for one that no document names: it unlocks nothing that is stated here."""
    facts: CertificationFacts
    """Who gives it, who can hold it, under which law and on what terms."""
    rules: tuple[RuleCard, ...]
    """Those that holding it counts for, in force first."""


@dataclass(frozen=True)
class TierForSize:
    """One tier for companies of one size class."""

    size: str
    """The size class."""
    rules: tuple[RuleCard, ...]
    """Those that the tier counts for."""
    adds: tuple[RuleCard, ...]
    """Those of them that the tier below does not count for."""


@dataclass(frozen=True)
class Tier:
    """One tier of a family of certifications."""

    certification: NamedCertification
    """Which one."""
    tier: int | None
    """Its place, from 1; None where the family has no order."""
    needs: tuple[NamedCertification, ...]
    """What must be held before it, in that order."""
    sizes: tuple[TierForSize, ...]
    """What it gives, for the four size classes from the smallest."""


def bonuses_of(store: Store, certification: str) -> CertificationBonuses:
    """The rules that ask for a certification, or for one that it contains, be it beside other
    things. Raises NotFound for an unknown one.
    """
    book = rule_book(store)
    known = book.certifications[resolve(store, certification, ["Certification"]).id]
    return CertificationBonuses(
        known.id,
        known.name,
        known.in_documents,
        certification_facts(store, known.id),
        counting_for(book, known.id),
    )


def bonus_tiers(store: Store, certification: str) -> tuple[Tier, ...]:
    """The tiers of the certification's family, the lowest first, each for the four size classes
    from the smallest.

    A rule counts for a tier where it asks for it, or for one that it contains, be it beside other
    things. Raises NotFound.
    """
    book = rule_book(store)
    known = book.certifications[resolve(store, certification, ["Certification"]).id]
    tiers = (
        sorted(
            (tier for tier in book.certifications.values() if tier.family == known.family),
            key=lambda tier: (tier.tier or 0, tier.id),
        )
        if known.family
        else [known]
    )
    return tuple(
        _tier(book, tier.id, [lower.id for lower in tiers[:place]])
        for place, tier in enumerate(tiers)
    )


def _tier(book: RuleBook, certification: str, lower: list[str]) -> Tier:
    known = book.certifications[certification]
    below = [tier for tier in lower if tier in book.implied[certification]]
    sizes = []
    for size in size_names():
        before = {rule.id for tier in below for rule in counting_for(book, tier, size)}
        rules = counting_for(book, certification, size)
        adds = tuple(rule for rule in rules if rule.id not in before)
        sizes.append(TierForSize(size, rules, adds))
    return Tier(
        NamedCertification(certification, known.name),
        known.tier,
        tuple(
            NamedCertification(needed, book.certifications[needed].name)
            for needed in book.needed_before(certification)
        ),
        tuple(sizes),
    )


def counting_for(
    book: RuleBook, certification: str, size: str | None = None
) -> tuple[RuleCard, ...]:
    """The rules that ask for a certification or for one that it contains, in the book's order; for
    companies of one size class (also where they hang on more), or of any.
    """
    asking = {rule for tier in book.implied[certification] for rule in book.asking.get(tier, ())}
    companies = company_size(book, (size,) if size else (), {})
    return tuple(
        rule
        for rule in book.rules.values()
        if rule.id in asking and not isinstance(fit(book, companies, rule), Outside)
    )

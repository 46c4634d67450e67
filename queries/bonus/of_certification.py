"""What a certification unlocks: the rules that it counts for; its tiers as a ladder, size class by
size class.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.company import company
from queries.bonus.fit import fit
from queries.bonus.open_to import Outside
from queries.bonus.profile import Profile
from queries.bonus.rules import RuleCard
from queries.search.search import resolve


@dataclass(frozen=True)
class Held:
    """A certification by id and name."""

    id: str
    name: str


@dataclass(frozen=True)
class CertificationBonuses:
    """A certification and the rules that holding it counts for, in force first.

    `in_documents` is False for one that no document names: it unlocks nothing that is stated here.
    """

    id: str
    name: str
    in_documents: bool
    rules: tuple[RuleCard, ...]


@dataclass(frozen=True)
class Step:
    """One tier for companies of one size class: `rules` that it counts for, `adds` those of them
    that the tier below does not count for.
    """

    size: str
    rules: tuple[RuleCard, ...]
    adds: tuple[RuleCard, ...]


@dataclass(frozen=True)
class Tier:
    """`tier` from 1; None where the family has no order. `needs`: what must be held before it, in
    that order.
    """

    certification: Held
    tier: int | None
    needs: tuple[Held, ...]
    sizes: tuple[Step, ...]


def bonuses_of(store: Store, certification: str) -> CertificationBonuses:
    """The rules that ask for a certification, or for one that it contains, be it beside other
    things. Raises NotFound for an unknown one.
    """
    book = rule_book(store)
    known = book.certifications[resolve(store, certification, ["Certification"]).id]
    return CertificationBonuses(
        known.id, known.name, known.in_documents, counting_for(book, known.id)
    )


def bonus_tiers(store: Store, certification: str) -> tuple[Tier, ...]:
    """The tiers of the certification's family, the lowest first, each for the four size classes
    from the smallest.

    A rule counts for a tier where it asks for it, or for one that it contains, be it beside other
    things. Raises NotFound.
    """
    book = rule_book(store)
    asked = book.certifications[resolve(store, certification, ["Certification"]).id]
    tiers = (
        sorted(
            (c for c in book.certifications.values() if c.family == asked.family),
            key=lambda c: (c.tier or 0, c.id),
        )
        if asked.family
        else [asked]
    )
    return tuple(
        _tier(book, tier.id, [lower.id for lower in tiers[:place]])
        for place, tier in enumerate(tiers)
    )


def _tier(book: RuleBook, certification: str, lower: list[str]) -> Tier:
    known = book.certifications[certification]
    below = [each for each in lower if each in book.implied[certification]]
    sizes = []
    for size in size_names():
        before = {rule.id for each in below for rule in counting_for(book, each, size)}
        rules = counting_for(book, certification, size)
        sizes.append(Step(size, rules, tuple(rule for rule in rules if rule.id not in before)))
    return Tier(
        Held(certification, known.name),
        known.tier,
        tuple(
            Held(each, book.certifications[each].name) for each in book.needed_before(certification)
        ),
        tuple(sizes),
    )


def counting_for(
    book: RuleBook, certification: str, size: str | None = None
) -> tuple[RuleCard, ...]:
    """The rules that ask for a certification or for one that it contains, in the book's order; for
    companies of one size class (also where they hang on more), or of any.
    """
    asked = {rule for each in book.implied[certification] for rule in book.asking.get(each, ())}
    told = company(book, Profile((size,) if size else ()))
    return tuple(
        rule
        for rule in book.rules.values()
        if rule.id in asked and not isinstance(fit(book, told, rule), Outside)
    )

"""What a company's profile unlocks now, what is one step away, and what hangs on a number that it
does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.bonus.company import Company, certification_of, company
from queries.bonus.eligibility import Eligibility, Evaluation, remembered
from queries.bonus.exclusive import compared
from queries.bonus.profile import Profile
from queries.bonus.requirements import rules_touched
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.unnamed import in_no_document


@dataclass(frozen=True)
class CompanyBonuses:
    """What a profile unlocks. Every rule of the graph is in one of the five, save those that only
    say whom a programme leaves out: a requirement that asks for nothing unlocks nothing.
    """

    profile: Profile
    """The profile that was answered."""
    company: Company
    """The same looked up in the graph."""
    unlocked: tuple[Eligibility, ...]
    """What it has now, by benefit, then status."""
    almost: tuple[Eligibility, ...]
    """One group of alternatives is missing."""
    depends: tuple[Eligibility, ...]
    """All that is asked for is met, but the rule hangs on what the profile does not say of the
    size.
    """
    further: tuple[Eligibility, ...]
    """More than one step is missing, or one and it hangs on what the profile does not say besides.
    """
    other_size: tuple[Eligibility, ...]
    """Rules for companies of other sizes, each with why."""
    not_named: tuple[str, ...]
    """Names of what is held and no document names."""
    in_no_document: tuple[str, ...]
    """Names of what it could hold besides and no document names."""


def bonuses_for(store: Store, profile: Profile) -> CompanyBonuses:
    """What the profile unlocks. An empty profile gives what is open to everyone: under `almost`,
    the rules for every size class that ask for one thing.
    Raises NotFound and ProfileError (see `company`).
    """
    return bonuses_by(rule_book(store), profile)


def bonuses_by(book: RuleBook, profile: Profile) -> CompanyBonuses:
    """The same by a rule book that is at hand."""
    by = company(book, profile)
    rules = map(book.rules.__getitem__, book.places)
    results = remembered(book).of(by, (rule for rule in rules if not _leaves_out_alone(rule)))
    fitting = compared(book, [result for result in results if result.fits])
    ids = (certification_of(book, name) for name in (*profile.hold, *profile.does))
    named = [
        book.certifications[certification] for certification in dict.fromkeys(ids) if certification
    ]
    unlocked = tuple(result for result in fitting if result.unlocked)
    almost = tuple(result for result in fitting if len(result.missing) == 1 and not result.depends)
    depends = tuple(result for result in fitting if result.met and result.depends)
    listed = {result.rule.id for result in (*unlocked, *almost, *depends)}
    return CompanyBonuses(
        profile,
        by,
        unlocked,
        almost,
        depends,
        tuple(result for result in fitting if result.rule.id not in listed),
        tuple(result for result in results if not result.fits),
        tuple(certification.name for certification in named if not certification.in_documents),
        in_no_document(book, by),
    )


def _leaves_out_alone(rule: RuleCard) -> bool:
    return rule.benefit == "requirement" and not rule.requires


def met_rules(evaluation: Evaluation, company: Company) -> tuple[Eligibility, ...]:
    """Of `bonuses_by` what is unlocked and what hangs on what is not told, in one order. Rules that
    ask for nothing that the company holds or does cannot be met and are not looked at.
    """
    book = evaluation.book
    touched = sorted(rules_touched(book, company.holdings), key=lambda rule: book.places[rule.id])
    return compared(book, [result for result in evaluation.of(company, touched) if result.met])

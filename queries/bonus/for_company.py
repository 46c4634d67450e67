"""What a company's profile unlocks now, what is one step away, and what hangs on a number that it
does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.benefits import benefit_ranks
from graph.store import Store
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.company import Company, company
from queries.bonus.eligibility import Standing, compared, standing
from queries.bonus.profile import Profile
from queries.bonus.rules import STATUSES


@dataclass(frozen=True)
class CompanyBonuses:
    """Every rule of the graph is in one of these. `unlocked`: by benefit, then status; `almost`:
    one group of alternatives is missing; `depends`: all that is asked for is met, but the size
    class hangs on what is not told; `further`: the rules that ask for more than one step, or for
    one and hang on what is not told besides; `other_size`: those for companies of other sizes, each
    with why. `not_named`: names of what is held and no document names.
    """

    profile: Profile
    company: Company
    unlocked: tuple[Standing, ...]
    almost: tuple[Standing, ...]
    depends: tuple[Standing, ...]
    further: tuple[Standing, ...]
    other_size: tuple[Standing, ...]
    not_named: tuple[str, ...]


def bonuses_for(store: Store, profile: Profile) -> CompanyBonuses:
    """What the profile unlocks. An empty profile gives what is open to everyone: no rule asks for
    nothing, so these are, under `almost`, the rules for every size class that ask for one thing.
    Raises NotFound and ProfileError (see `company`).
    """
    return bonuses_by(rule_book(store), profile)


def bonuses_by(book: RuleBook, profile: Profile) -> CompanyBonuses:
    """The same by a rule book that is at hand."""
    told = company(book, profile)
    standings = sorted((standing(book, told, rule) for rule in book.rules.values()), key=order)
    fitting = compared(book, [s for s in standings if s.fits])
    named = [book.certifications[each] for each in told.own]
    unlocked = tuple(s for s in fitting if s.unlocked)
    almost = tuple(s for s in fitting if len(s.missing) == 1 and not s.depends)
    depends = tuple(s for s in fitting if not s.missing and s.depends)
    listed = {s.rule.id for s in (*unlocked, *almost, *depends)}
    return CompanyBonuses(
        profile,
        told,
        unlocked,
        almost,
        depends,
        tuple(s for s in fitting if s.rule.id not in listed),
        tuple(s for s in standings if not s.fits),
        tuple(c.name for c in named if not c.in_documents),
    )


def order(each: Standing) -> tuple[int, int, str, str]:
    """By benefit, status, what is raised, id."""
    rule = each.rule
    return (
        benefit_ranks()[rule.benefit],
        STATUSES.index(rule.status),
        "".join(raised.name for raised in rule.raises),
        rule.id,
    )

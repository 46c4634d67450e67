"""What several certifications add to a profile together, also by rules that ask for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.bounds import quoted
from graph.errors import NotFound
from graph.store import Store
from queries.bonus.company import certification_of, company, with_held
from queries.bonus.eligibility import Eligibility, remembered
from queries.bonus.next import added
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.certifications import NamedCertification
from queries.search.search import nearest


@dataclass(frozen=True)
class Together:
    """What holding several certifications besides a profile unlocks."""

    certifications: tuple[NamedCertification, ...]
    """Which ones, those that the profile holds already left out."""
    needs: tuple[NamedCertification, ...]
    """What must be held before them and is not, in the order in which it can be had."""
    adds: tuple[Eligibility, ...]
    """The rules that all of them unlock, best first."""
    only_together: tuple[str, ...]
    """Ids of those that none of them unlocks alone."""


def bonuses_with(store: Store, profile: Profile, names: Sequence[str]) -> Together:
    """What the certifications of these names add to a profile together. Raises NotFound with the
    nearest names for one that the graph does not know, and as `company` does.
    """
    return together_by(rule_book(store), profile, names)


def together_by(book: RuleBook, profile: Profile, names: Sequence[str]) -> Together:
    """The same by a rule book that is at hand."""
    by, evaluation = company(book, profile), remembered(book)
    ids = tuple(
        name
        for name in dict.fromkeys(_certification(book, name) for name in names)
        if name not in by.holdings.held
    )
    adds = added(evaluation, by, with_held(book, by, ids))
    alone = {
        result.rule.id
        for name in ids
        for result in added(evaluation, by, with_held(book, by, [name]))
    }
    needs = dict.fromkeys(
        needed
        for name in ids
        for needed in book.needed_before(name, by.holdings.held)
        if needed not in ids
    )
    return Together(
        _named(book, ids),
        _named(book, needs),
        adds,
        tuple(result.rule.id for result in adds if result.rule.id not in alone),
    )


def _certification(book: RuleBook, name: str) -> str:
    if found := certification_of(book, name):
        return found
    known = {
        folded: book.certifications[named].name
        for folded, named in book.certification_names.items()
    }
    raise NotFound(f"no certification is called {quoted(name)}", todo=nearest(name, known))


def _named(book: RuleBook, ids: Iterable[str]) -> tuple[NamedCertification, ...]:
    return tuple(NamedCertification(name, book.certifications[name].name) for name in ids)

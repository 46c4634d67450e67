"""What goes by a name among all that rules raise: by its id, its title, or what a page calls it."""

from __future__ import annotations

from graph.errors import NotFound
from graph.language.fold import fold
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Raised, RuleCard
from queries.search.search import nearest


def rules_called(book: RuleBook, name: str) -> tuple[RuleCard, ...]:
    """The rules of which something that they raise goes by a name: an id, a title, what a page
    calls it, or a part of these; the whole name goes before a part. A name that single pages print
    (a loan by its own name) is that of their rules alone. Raises NotFound with the nearest names.
    """
    wanted = fold(name)
    whole = [rule for rule in book.rules.values() if wanted in _names(rule)]
    if whole:
        return tuple(whole)
    part = [rule for rule in book.rules.values() if any(wanted in n for n in _names(rule))]
    if not part:
        known = {n: given for rule in book.rules.values() for n, given in _names(rule).items()}
        raise NotFound(f"no rule raises {name!r}", todo=nearest(wanted, known))
    return tuple(part)


def raised_called(book: RuleBook, name: str) -> tuple[str, ...]:
    """Ids of what these rules raise by that name. Raises NotFound with the nearest names."""
    wanted = fold(name)
    found = [raised for rule in rules_called(book, name) for raised in rule.raises]
    whole = {raised.id for raised in found if wanted in map(fold, _called(raised))}
    part = {raised.id for raised in found if any(wanted in fold(n) for n in _called(raised))}
    return tuple(sorted(whole or part))


def _names(rule: RuleCard) -> dict[str, str]:
    """Folded name → title of what goes by it."""
    return {fold(n): raised.name for raised in rule.raises for n in _called(raised)}


def _called(raised: Raised) -> tuple[str, ...]:
    return tuple(filter(None, (raised.id, raised.name, raised.printed)))

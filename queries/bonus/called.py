"""What goes by a name among all that rules raise: by its id, its title, what a page calls it, or
its kind of benefit.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.bounds import quoted
from graph.errors import NotFound
from graph.language.fold import fold
from graph.schema.benefits import benefits_called
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Raised, RuleCard
from queries.search.search import nearest


def rules_called(book: RuleBook, name: str) -> tuple[RuleCard, ...]:
    """The rules of which something that they raise goes by a name: an id, a title, what a page
    calls it, or a part of these; the whole name goes before a part. What names a kind of benefit
    (its code, 低利融資, 加点) is that of all rules of the kind. A ministry or body may stand in it
    by any of its names. A name that single pages print (a loan by its own name) is that of their
    rules alone. Raises NotFound with the nearest names.
    """
    kinds = benefits_called().get(fold(name), ())
    forms = _forms(book, name)
    whole = [
        rule
        for rule in book.rules.values()
        if rule.benefit in kinds or not forms.isdisjoint(_names(rule))
    ]
    if whole:
        return tuple(whole)
    part = [rule for rule in book.rules.values() if _is_part(forms, _names(rule))]
    if not part:
        known = {n: given for rule in book.rules.values() for n, given in _names(rule).items()}
        raise NotFound(f"no rule raises {quoted(name)}", todo=nearest(fold(name), known))
    return tuple(part)


def raised_called(book: RuleBook, name: str) -> tuple[str, ...]:
    """Ids of what these rules raise by that name; of a kind of benefit all that its rules raise.
    Raises NotFound with the nearest names.
    """
    forms, kinds = _forms(book, name), benefits_called().get(fold(name), ())
    rules = rules_called(book, name)
    of_kind = {raised.id for rule in rules if rule.benefit in kinds for raised in rule.raises}
    found = {raised for rule in rules for raised in rule.raises}
    whole = {raised.id for raised in found if not forms.isdisjoint(map(fold, _called(raised)))}
    part = {raised.id for raised in found if _is_part(forms, map(fold, _called(raised)))}
    return tuple(sorted(of_kind | whole or part))


def _forms(book: RuleBook, name: str) -> frozenset[str]:
    """The folded name, and with the formal name of an office where it begins with another one."""
    folded = fold(name)
    other = next((other for other in book.office_names if folded.startswith(other)), None)
    if other is None or folded.startswith(book.office_names[other]):
        return frozenset((folded,))
    return frozenset((folded, book.office_names[other] + folded.removeprefix(other)))


def _is_part(forms: Iterable[str], names: Iterable[str]) -> bool:
    return any(form in name for name in names for form in forms)


def _names(rule: RuleCard) -> dict[str, str]:
    """Folded name → title of what goes by it."""
    return {fold(n): raised.name for raised in rule.raises for n in _called(raised)}


def _called(raised: Raised) -> tuple[str, ...]:
    return tuple(filter(None, (raised.id, raised.name, raised.printed)))

"""The other way round: who gets points, rates or caps at a programme, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from graph.schema.benefits import benefit_ranks
from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.called import raised_called, rules_called
from queries.bonus.fit import is_for_every_size
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.rules import BASE, RuleCard
from queries.bonus.who_may import may_have

_OVER = ("not_restated", "ended")


@dataclass(frozen=True)
class ProgrammeGroup:
    """The rules of one kind of benefit, frame and size class."""

    benefit: str
    """What kind of thing they give."""
    frame: str | None
    """For which part of the programme alone; None: for all of it."""
    size_class: str | None
    """For whom alone; None: for all."""
    rules: tuple[RuleCard, ...]
    """The rules, in the book's order."""
    base: tuple[RuleCard, ...]
    """The plain amounts of the same frame and size class, which these add to."""
    open_to: tuple[str, ...] = ()
    """The size classes that apply to what they raise, or are lent to; all of them where the page
    says so, none where nothing is told of them."""
    aimed_at: tuple[str, ...] = ()
    """The sizes that the pages of what they raise are for, where these do not tell who applies."""


@dataclass(frozen=True)
class ProgrammeBonuses:
    """What raises a programme."""

    names: tuple[str, ...]
    """Titles of the measures and programmes that the name means."""
    now: tuple[ProgrammeGroup, ...]
    """What holds or is planned or considered, by benefit, frame and size class."""
    over: tuple[RuleCard, ...]
    """What is no longer restated or has ended."""


def bonuses_for_programme(store: Store, name: str) -> ProgrammeBonuses:
    """What raises the measures and programmes that a name means (an id, a title, what a page calls
    it, or a part of these). Raises NotFound with the nearest names.
    """
    return programme_by(rule_book(store), name)


def programme_by(book: RuleBook, name: str) -> ProgrammeBonuses:
    """The same by a rule book that is at hand."""
    ids = set(raised_called(book, name))
    called = {rule.id for rule in rules_called(book, name)}
    found = [book.rules[rule] for rule in book.places if rule in called]
    now = [rule for rule in found if rule.status not in _OVER]
    base = [rule for rule in now if rule.benefit == BASE]
    uplifts = sorted(
        (rule for rule in now if rule.benefit != BASE),
        key=lambda rule: (*_order(rule, ids), _applicants(book, rule)),
    )
    groups = [
        ProgrammeGroup(
            benefit,
            frame,
            size,
            members,
            tuple(plain for plain in base if any(rule.stands_on(plain) for rule in members)),
            open_to,
            aimed_at,
        )
        for (benefit, frame, size, open_to, aimed_at), members in (
            (key, tuple(group))
            for key, group in groupby(
                uplifts,
                key=lambda rule: (
                    rule.benefit,
                    _frame(rule, ids),
                    rule.size_class,
                    *_applicants(book, rule),
                ),
            )
        )
    ]
    titles = {raised.name for rule in found for raised in rule.raises if raised.id in ids}
    return ProgrammeBonuses(
        tuple(sorted(titles)), tuple(groups), tuple(rule for rule in found if rule.status in _OVER)
    )


def _applicants(book: RuleBook, rule: RuleCard) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The size classes that apply to what a rule raises, else those that its pages are for."""
    if rule.size_class:
        return (), ()
    known = may_have(rule)
    if known and known.sizes:
        return known.sizes, ()
    raised = [raised.id for raised in rule.raises]
    opening = next((book.open_to[r] for r in raised if r in book.open_to), None)
    if opening and is_for_every_size(book, opening.measure):
        return size_names(), ()
    if opening and opening.sizes:
        return opening.sizes, ()
    aimed_at = {size for r in raised for size in book.targets.get(r, ())}
    return (), tuple(filter(aimed_at.__contains__, size_names()))


def _frame(rule: RuleCard, ids: set[str]) -> str | None:
    return next((raised.frame for raised in rule.raises if raised.id in ids), None)


def _order(rule: RuleCard, ids: set[str]) -> tuple[int, str, int]:
    size = size_names().index(rule.size_class) if rule.size_class in size_names() else -1
    return benefit_ranks()[rule.benefit], _frame(rule, ids) or "", size

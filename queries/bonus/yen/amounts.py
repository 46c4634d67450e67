"""What measures come to in yen for one company, with and without what raises them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.store import Store
from queries.bonus.called import raised_called
from queries.bonus.eligibility import Eligibility
from queries.bonus.for_company import bonuses_by
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.rules import Raised
from queries.bonus.yen.credit import credit, is_credit
from queries.bonus.yen.subsidy import subsidies
from queries.bonus.yen.worked import Amount

_RAISES = ("rate_uplift", "cap_uplift")


def amounts_for(store: Store, profile: Profile, name: str | None = None) -> tuple[Amount, ...]:
    """The credits and subsidies that a rule in force raises which the company has or is one step
    away from, credits first, then by title; `name`: of the measures of that name alone, raised or
    not. Raises NotFound and ProfileError as `bonuses_for`.
    """
    book = rule_book(store)
    answer = bonuses_by(book, profile)
    wanted = set(raised_called(book, name)) if name is not None else None
    by_measure: dict[Raised, list[Eligibility]] = {}
    for result in (*answer.unlocked, *answer.almost):
        for raised in _measures(result):
            by_measure.setdefault(_whole(raised), []).append(result)
    found: list[Amount] = []
    for raised in _named(book, wanted) if wanted is not None else by_measure:
        results = by_measure.get(raised, [])
        if is_credit(results):
            found += filter(None, [credit(raised, results, profile.money())])
        elif wanted is not None or _is_raised(results):
            found += [
                amount
                for amount in subsidies(store, book, answer.company, profile, raised, results)
                if wanted is not None or amount.now or amount.ways
            ]
    return tuple(sorted(found, key=lambda amount: (amount.kind, amount.title, amount.measure)))


def _measures(result: Eligibility) -> Iterable[Raised]:
    if result.rule.status != "in_force" or result.aimed_at:
        return ()
    return (raised for raised in result.rule.raises if raised.type == "Measure")


def _whole(raised: Raised) -> Raised:
    """What is raised, without the part and the words of one page."""
    return Raised(raised.id, raised.type, raised.name, "")


def _named(book: RuleBook, wanted: set[str]) -> list[Raised]:
    found = {
        _whole(raised)
        for rule in book.rules.values()
        for raised in rule.raises
        if raised.type == "Measure" and raised.id in wanted
    }
    return sorted(found, key=lambda raised: raised.id)


def _is_raised(results: Sequence[Eligibility]) -> bool:
    return any(result.rule.benefit in _RAISES for result in results)

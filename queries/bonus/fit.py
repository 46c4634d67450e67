"""Whether a rule is for a company of this size, whether what it asks for is met, and whether it can
be.
"""

from __future__ import annotations

from graph.language.fold import fold
from queries.bonus.book import RuleBook
from queries.bonus.company import Company, in_size, size_at
from queries.bonus.open_to import Opening, Outside
from queries.bonus.rules import Requirement, RuleCard
from queries.bonus.sizes import Question


def fit(book: RuleBook, company: Company, rule: RuleCard) -> tuple[Question, ...] | Outside:
    """What it hangs on whether a rule is for a company of this size (on nothing where it is), or
    why it is not.
    """
    heads = [limit.holds(company.numbers) for limit in rule.limits]
    if False in heads:
        return Outside("heads", (), rule.limits, rule.sources)
    asked = dict.fromkeys(
        Question(limit.of) for limit, holds in zip(rule.limits, heads, strict=True) if holds is None
    )
    for found in (_of_class(book, company, rule), _left_out(book, company, rule)):
        if isinstance(found, Outside):
            return found
        asked |= dict.fromkeys(found)
    return tuple(asked)


def is_for_all(book: RuleBook, rule: RuleCard) -> bool:
    """Whether a rule is for companies of every size and number, as far as the documents tell."""
    return not (
        rule.size_class
        or rule.limits
        or rule.left_out
        or any(
            raised.id in book.open_to and not is_for_every_size(book, raised.id)
            for raised in rule.raises
        )
    )


def _of_class(book: RuleBook, company: Company, rule: RuleCard) -> tuple[Question, ...] | Outside:
    """By the size class that the rule names; where it names none, by who applies for what it
    raises.
    """
    if rule.size_class is None:
        opening = next(
            (book.open_to[raised.id] for raised in rule.raises if raised.id in book.open_to), None
        )
        return _open_to(book, company, opening) if opening else ()
    measures = [raised.id for raised in rule.raises] + [measure for measure, _ in rule.stated_on]
    measure = next((each for each in measures if each in book.tests), None)
    found = in_size(book, size_at(book, company, measure), rule.size_class)
    return Outside("size", (rule.size_class,), (), rule.sources) if found is None else found


def _open_to(book: RuleBook, company: Company, opening: Opening) -> tuple[Question, ...] | Outside:
    if not opening.sizes or _is_every_size(book, opening):
        return ()
    there = size_at(book, company, opening.measure)
    found = [in_size(book, there, size) for size in opening.sizes]
    if () in found:
        return ()
    hangs_on = tuple(dict.fromkeys(question for questions in found for question in questions or ()))
    return hangs_on or Outside("applicants", opening.sizes, (), opening.sources)


def is_for_every_size(book: RuleBook, measure: str) -> bool:
    """Whether a measure's page says that companies of every size apply."""
    return measure in book.open_to and _is_every_size(book, book.open_to[measure])


def _is_every_size(book: RuleBook, opening: Opening) -> bool:
    return len(frozenset().union(*(book.sizes[size] for size in opening.sizes))) == len(book.sizes)


def _left_out(book: RuleBook, company: Company, rule: RuleCard) -> tuple[Question, ...] | Outside:
    """By the classes that the rule leaves out."""
    asked: dict[Question, None] = {}
    for size, places in rule.left_out:
        there = size_at(book, company, next((raised.id for raised in rule.raises), None))
        found = in_size(book, there, size)
        if found == ():
            return Outside("left_out", (size,), (), places)
        asked |= dict.fromkeys(found or ())
    return tuple(asked)


def out_of_reach(book: RuleBook, company: Company, certification: str) -> Outside | None:
    """Why a certification is not for a company of this size, by the pages that describe it; None
    where it is, or they do not tell, or it hangs on what is not told.
    """
    for opening in book.holders.get(certification, ()):
        by_size = _open_to(book, company, opening)
        failed = tuple(limit for limit in opening.limits if limit.holds(company.numbers) is False)
        if isinstance(by_size, Outside) or failed:
            return Outside(
                "holders",
                opening.sizes if isinstance(by_size, Outside) else (),
                failed,
                opening.sources,
            )
    return None


def is_met(asked: Requirement, company: Company) -> bool:
    """Whether a company holds the certification asked for, or one that contains it, or does what is
    asked for, by the amount at least.
    """
    if asked.type == "Certification":
        return asked.id in company.held
    others = {fold(name) for name in asked.met_by} if asked.amount is None else set()
    return any(
        (
            _suffices(asked, deed.amount, deed.unit)
            if deed.what == fold(asked.what)
            else deed.what in others
        )
        for deed in company.deeds
    )


def _suffices(asked: Requirement, amount: float | None, unit: str | None) -> bool:
    return asked.amount is None or (
        amount is not None and unit == asked.unit and amount >= asked.amount
    )

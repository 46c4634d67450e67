"""Whether a rule is for a company of this size, and whether a certification can be had by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.schema.company_kinds import possible_kinds
from queries.bonus.company_size import CompanySize, Question, in_size, size_at
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.open_to import Opening
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.rule_book.sizes import Limit
from queries.bonus.who_may import may_hold
from queries.sources import Source


@dataclass(frozen=True)
class Outside:
    """Why a rule is not for a company of its size."""

    why: Literal[
        "size",
        "left_out",
        "heads",
        "applicants",
        "holders",
        "kind",
        "kinds_left_out",
        "industry",
        "lenders",
    ]
    """It is for other `sizes` (size) or leaves this one out (left_out), its head counts do not hold
    (heads), others apply for what it raises (applicants), or what it asks for is for others
    (holders); it is for other `kinds` of company or `industries`, for none of its kind
    (kinds_left_out), or who lends does so to other sizes (lenders).
    """
    sizes: tuple[str, ...]
    """The classes that it is for, or the one that it leaves out."""
    limits: tuple[Limit, ...]
    """The numbers that do not hold."""
    sources: tuple[Source, ...]
    """Where that stands."""
    kinds: tuple[str, ...] = ()
    """The kinds of company that it is for, or leaves out."""
    industries: tuple[str, ...] = ()
    """The industries that it is for."""
    law: str | None = None
    """What says so where no document does (who_may.yaml)."""


Fit = tuple[Question, ...] | Outside


class SizeFit:
    """What is for companies of one size, by one rule book; each answer is found once."""

    def __init__(self, book: RuleBook, size: CompanySize) -> None:
        self.book = book
        self.size = size
        self._rules: dict[str, Fit] = {}
        self._openings: dict[Opening, Fit] = {}
        self._certifications: dict[str, Outside | None] = {}
        self._every_size: dict[str, bool] = {}

    def of_rule(self, rule: RuleCard) -> Fit:
        """See `fit`."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self._of_rule(rule)
        return self._rules[rule.id]

    def of_certification(self, certification: str) -> Outside | None:
        """See `out_of_reach`."""
        if certification not in self._certifications:
            self._certifications[certification] = _out_of_reach(self, certification)
        return self._certifications[certification]

    def of_opening(self, opening: Opening) -> Fit:
        """The same of who applies for a measure, or holds a certification."""
        if opening not in self._openings:
            self._openings[opening] = _open_to(self.book, self.size, opening)
        return self._openings[opening]

    def every_size(self, measure: str) -> bool:
        """See `is_for_every_size`."""
        if measure not in self._every_size:
            self._every_size[measure] = is_for_every_size(self.book, measure)
        return self._every_size[measure]

    def _of_rule(self, rule: RuleCard) -> Fit:
        questions: dict[Question, None] = {}
        for result in (
            _of_heads(self.size, rule),
            _of_class(self, rule),
            _left_out(self.book, self.size, rule),
        ):
            if isinstance(result, Outside):
                return result
            questions |= dict.fromkeys(result)
        return tuple(questions)


def fit(book: RuleBook, size: CompanySize, rule: RuleCard) -> Fit:
    """What it hangs on whether a rule is for a company of this size (on nothing where it is), or
    why it is not.
    """
    return SizeFit(book, size).of_rule(rule)


def _of_heads(size: CompanySize, rule: RuleCard) -> Fit:
    """By the head counts that the rule names itself."""
    holds = [limit.holds(size.numbers) for limit in rule.limits]
    if False in holds:
        return Outside("heads", (), rule.limits, rule.sources)
    return tuple(
        Question(limit.of) for limit, kept in zip(rule.limits, holds, strict=True) if kept is None
    )


def _of_class(of: SizeFit, rule: RuleCard) -> Fit:
    """By the size class that the rule names; where it names none, by who applies for what it
    raises.
    """
    book, size = of.book, of.size
    if rule.size_class is None:
        opening = next(
            (book.open_to[raised.id] for raised in rule.raises if raised.id in book.open_to), None
        )
        return of.of_opening(opening) if opening else ()
    measures = [raised.id for raised in rule.raises] + [measure for measure, _ in rule.stated_on]
    measure = next((measure for measure in measures if measure in book.tests), None)
    questions = in_size(book, size_at(book, size, measure), rule.size_class)
    return Outside("size", (rule.size_class,), (), rule.sources) if questions is None else questions


def _open_to(book: RuleBook, size: CompanySize, opening: Opening) -> Fit:
    if not opening.sizes or _is_every_size(book, opening):
        return ()
    at_measure = size_at(book, size, opening.measure)
    by_class = [in_size(book, at_measure, name) for name in opening.sizes]
    if () in by_class:
        return ()
    hangs_on = dict.fromkeys(question for questions in by_class for question in questions or ())
    return tuple(hangs_on) or Outside("applicants", opening.sizes, (), opening.sources)


def is_for_every_size(book: RuleBook, measure: str) -> bool:
    """Whether a measure's page says that companies of every size apply."""
    return measure in book.open_to and _is_every_size(book, book.open_to[measure])


def _is_every_size(book: RuleBook, opening: Opening) -> bool:
    return len(frozenset().union(*(book.sizes[size] for size in opening.sizes))) == len(book.sizes)


def _left_out(book: RuleBook, size: CompanySize, rule: RuleCard) -> Fit:
    """By the classes that the rule leaves out."""
    questions: dict[Question, None] = {}
    for name, places in rule.left_out:
        at_measure = size_at(book, size, next((raised.id for raised in rule.raises), None))
        hangs_on = in_size(book, at_measure, name)
        if hangs_on == ():
            return Outside("left_out", (name,), (), places)
        questions |= dict.fromkeys(hangs_on or ())
    return tuple(questions)


def out_of_reach(book: RuleBook, size: CompanySize, certification: str) -> Outside | None:
    """Why a certification is not for a company of this kind and size, by what is known of its
    holders and the pages that describe it; None where it is, or they do not tell, or it hangs on
    what is not told. Who tells no kind is no municipality, and no
    listed company where it is small.
    """
    return _out_of_reach(SizeFit(book, size), certification)


def _out_of_reach(of: SizeFit, certification: str) -> Outside | None:
    book, size = of.book, of.size
    entry = book.certifications.get(certification)  # None: a condition
    if (
        entry
        and entry.holders
        and possible_kinds(size.who.kinds, size.name or size.legal).isdisjoint(entry.holders)
    ):
        return Outside("kind", (), (), (), kinds=entry.holders)
    if entry and (known := may_hold(entry.name)) and not known.sizes:
        return None  # the page's audience is not who may have it
    for opening in book.holders.get(certification, ()):
        by_size = of.of_opening(opening)
        failed = tuple(limit for limit in opening.limits if limit.holds(size.numbers) is False)
        if isinstance(by_size, Outside) or failed:
            sizes = opening.sizes if isinstance(by_size, Outside) else ()
            return Outside("holders", sizes, failed, opening.sources)
    return None

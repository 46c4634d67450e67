"""Whether a rule is for a company of this industry, and by whom the size of what it gives
is bounded though the documents do not say so.
"""

from __future__ import annotations

from queries.bonus.company_size import CompanySize, Question, in_size, size_at
from queries.bonus.fit import Outside
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.who_may import may_have


def for_others(book: RuleBook, size: CompanySize, rule: RuleCard) -> tuple[Question, ...] | Outside:
    """Why a rule is for companies of another industry, or for those to whom its lender lends; else
    what it hangs on whether its lender lends to the company: on nothing where that is known, or
    nothing is known of a lender.
    """
    who = size.who
    if who.divisions and rule.holder_industries:
        if who.industries.isdisjoint(rule.holder_industries):
            return Outside("industry", (), (), rule.sources, industries=rule.holder_industries)
    known = may_have(rule) if rule.size_class is None else None
    if known is None or not known.sizes:
        return ()
    at = size_at(book, size, next((raised.id for raised in rule.raises), None))
    by_class = [in_size(book, at, name) for name in known.sizes]
    if () in by_class:
        return ()
    hangs_on = dict.fromkeys(question for questions in by_class for question in questions or ())
    return tuple(hangs_on) or Outside("lenders", known.sizes, (), rule.sources, law=known.source)

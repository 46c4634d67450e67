"""Whether a rule is for a company of this industry, and by whom the size of what it gives
is bounded though the documents do not say so.
"""

from __future__ import annotations

from queries.bonus.company_size import CompanySize, in_size, size_at
from queries.bonus.fit import Outside
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.who_may import may_have


def for_others(book: RuleBook, size: CompanySize, rule: RuleCard) -> Outside | None:
    """Why a rule is for companies of another industry, or for those to whom its lender
    lends; None where it is for the company, or the company does not tell what it is.
    """
    who = size.who
    if who.divisions and rule.holder_industries:
        if who.industries.isdisjoint(rule.holder_industries):
            return Outside("industry", (), (), rule.sources, industries=rule.holder_industries)
    known = may_have(rule) if rule.size_class is None else None
    if known and known.sizes:
        at = size_at(book, size, next((raised.id for raised in rule.raises), None))
        if all(in_size(book, at, name) is None for name in known.sizes):
            return Outside("lenders", known.sizes, (), rule.sources, law=known.source)
    return None

"""Whether a rule is for a company of this industry, and by whom the size of what it gives
is bounded though the documents do not say so.
"""

from __future__ import annotations

from queries.bonus.company_size import CompanySize, Question, in_size, size_at
from queries.bonus.fit import Outside
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.rule_book.sizes import Limit
from queries.bonus.who import Who
from queries.bonus.who_may import WhoMay, may_have

WIDE = frozenset(("製造業", "商業・サービス業"))  # makers and sellers, of whatever


def for_others(book: RuleBook, size: CompanySize, rule: RuleCard) -> tuple[Question, ...] | Outside:
    """Why a rule is for companies of another industry, or for those to whom its lender lends or
    who are taxed; else what it hangs on whether the company is of the part of a wide industry that
    is meant, and whether its lender lends to it or its business is taxed: on nothing where that is
    known, or nothing is known of who may have it.
    """
    who = size.who
    part: tuple[Question, ...] = ()
    if who.divisions and rule.holder_industries:
        part = _of_which_part(who, rule)
        if who.industries.isdisjoint(rule.holder_industries) and not part:
            return Outside("industry", (), (), rule.sources, industries=rule.holder_industries)
    known = may_have(rule)
    if known is None:
        return part
    if who.kinds and who.kinds <= {*known.never}:
        return Outside(
            "kinds_left_out", (), (), rule.sources, kinds=tuple(who.kinds), law=known.source
        )
    if who.kinds and who.kinds <= {*known.taxed_alone}:
        part = (*part, Question("taxed"))
    if rule.size_class is not None or not known.sizes:
        return part
    hangs_on = _lent_to(book, size, rule, known)
    return hangs_on if isinstance(hangs_on, Outside) else (*part, *hangs_on)


def _lent_to(
    book: RuleBook, size: CompanySize, rule: RuleCard, known: WhoMay
) -> tuple[Question, ...] | Outside:
    """What it hangs on whether who gives something does so to a company of this size, or that it
    does not.
    """
    limits = tuple(
        Limit("employees", "<=", known.heads[kind]) for kind in size.who.kinds & known.heads.keys()
    )
    if limits:
        holds = [limit.holds(size.numbers) for limit in limits]
        if False in holds:
            return Outside("heads", (), limits, rule.sources, law=known.source)
        return (Question("employees"),) if None in holds else ()
    at = size_at(book, size, next((raised.id for raised in rule.raises), None))
    by_class = [in_size(book, at, name) for name in known.sizes or ()]
    if () in by_class:
        return ()
    hangs_on = dict.fromkeys(question for questions in by_class for question in questions or ())
    if not hangs_on:
        return Outside("lenders", tuple(known.sizes or ()), (), rule.sources, law=known.source)
    return tuple(hangs_on)


def _of_which_part(who: Who, rule: RuleCard) -> tuple[Question, ...]:
    """A page on one industry names makers or sellers who may apply: those of that industry are
    meant. A company that is known as maker or seller alone may be one of them, as may be one whose
    word means several 中分類 of which some are; and where the page says no more than what it is
    about, makers and wholesalers may deal in that.
    """
    if who.industries.isdisjoint(rule.holder_industries):
        may_deal = rule.by_theme and ("製造業" in who.industries or "wholesale" in who.trades)
        return (Question("trade", "、".join(rule.holder_industries)),) if may_deal else ()
    meant, themes = set(rule.holder_industries), set(rule.themes)
    sure = meant - WIDE if themes else meant
    if all(theirs & (sure | themes) for theirs in who.by_division):
        return ()
    of = rule.themes if any(theirs & meant & WIDE for theirs in who.by_division) else ()
    return (Question("trade", "、".join(of or rule.holder_industries)),)

"""What is known and named by no document: nothing can be said of what it unlocks."""

from __future__ import annotations

from queries.bonus.company import Company
from queries.bonus.fit import out_of_reach
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.certifications import KnownCertification

_KINDS = ("plan", "certification", "declaration", "registration")  # asked for most first


def in_no_document(book: RuleBook, company: Company) -> tuple[str, ...]:
    """Names of the plans, certifications, declarations and registrations that the company could
    hold, does not, and of which no document names any tier; of tiers the lowest, plans first.
    """
    named = {known.family for known in book.certifications.values() if known.in_documents}
    found = [
        known
        for known in book.certifications.values()
        if not known.in_documents
        and (known.family is None or known.family not in named)
        and known.id not in company.holdings.held
        and out_of_reach(book, company.size, known.id) is None
    ]
    lowest: dict[str, KnownCertification] = {}
    for known in sorted(found, key=lambda known: (known.tier or 0, known.name)):
        lowest.setdefault(known.family or known.name, known)
    ordered = sorted(lowest.values(), key=lambda known: (_KINDS.index(known.kind), known.name))
    return tuple(known.name for known in ordered)

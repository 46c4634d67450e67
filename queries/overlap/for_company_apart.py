"""What tells two things apart for a company: one sentence from what both print, words in
for_company.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.overlap.compared_side import ComparedSide, SideTerm, TermKind
from queries.overlap.for_company import (
    CompanyPhrases,
    Language,
    company_words,
    highest_cap,
    listed,
    terms_text,
)

# only where both say something: a page that is silent does not differ
_WHERE_BOTH: tuple[TermKind, ...] = ("size", "applicant", "beneficiary", "instrument")


def company_difference(a: ComparedSide, b: ComparedSide, language: Language) -> str:
    """In what the two differ for a company, or that nothing printed tells them apart."""
    phrases: CompanyPhrases = getattr(company_words(), language)
    kinds = list(_differences(a, b, language))
    offices = [
        [each.english if language == "english" else each.name for each in side.ministries]
        + [each.english if language == "english" else each.name for each in side.offices]
        for side in (a, b)
    ]
    of_a, of_b = (
        listed([name for name in mine if name not in theirs], language)
        for mine, theirs in (offices, offices[::-1])
    )
    if kinds:
        office = [_kind("office", of_a, of_b, language)] if of_a and of_b else []
        return phrases.tells_apart.format(kinds=phrases.apart.join([*kinds, *office]))
    if of_a and of_b:
        return phrases.same_but_office.format(a=of_a, b=of_b)
    return phrases.same


def _differences(a: ComparedSide, b: ComparedSide, language: Language) -> Iterator[str]:
    for kind in _WHERE_BOTH:
        of_a, of_b = (list(terms_text(side, (kind,), language)) for side in (a, b))
        if of_a and of_b and set(of_a) != set(of_b):
            yield _kind(kind, *_only(of_a, of_b, language), language)
    phrases: CompanyPhrases = getattr(company_words(), language)
    of_a, of_b = (list(terms_text(side, ("industry",), language)) for side in (a, b))
    if set(of_a) != set(of_b):
        in_a, in_b = (listed(names, language) or phrases.not_confined for names in (of_a, of_b))
        yield _kind("industry", in_a, in_b, language)
    rates, caps = ([find(side) for side in (a, b)] for find in (_highest_rate, highest_cap))
    for kind, terms in (("rate", rates), ("cap", caps)):
        first, second = terms
        if first and second and (first.yen, first.share) != (second.yen, second.share):
            yield _kind(kind, getattr(first, language), getattr(second, language), language)


def _highest_rate(side: ComparedSide) -> SideTerm | None:
    rates = [term for term in side.terms if term.kind == "rate" and term.share is not None]
    return max(rates, key=lambda term: term.share or 0, default=None)


def _only(a: Sequence[str], b: Sequence[str], language: Language) -> tuple[str, str]:
    """What only one of the two has."""
    return (
        listed([name for name in a if name not in b], language),
        listed([name for name in b if name not in a], language),
    )


def _kind(kind: str, a: str, b: str, language: Language) -> str:
    phrases: CompanyPhrases = getattr(company_words(), language)
    phrase = phrases.kind_both if a and b else phrases.kind_a if a else phrases.kind_b
    return phrase.format(label=phrases.labels[kind], a=a, b=b)

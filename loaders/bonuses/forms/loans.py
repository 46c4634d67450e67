"""Loans and guarantees for those whom a sentence describes by what they do, and a fee that is
lowered: no certification is named.

A loan that the page itself is about is its base: it is no gain over something else that it gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.vocabulary.bonus_words import size_class_of
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_LENT = _PATTERNS["lent"]
_INTEREST_PAID = _PATTERNS["interest_paid"]
_WITHOUT_SURETY = _PATTERNS["without_surety"]
_OPENING_WORDS = _PATTERNS["opening_words"]
_FEE_LOWERED = _PATTERNS["fee_lowered"]
_WHOEVER = Condition((), "all", "other", ())


def lent(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…を導入する中小企業者等に対して、…公庫において低利融資を実施」, 「…から融資を受ける事業者
    に対して利子補給を行う」: the page's own loan, for those who do so.
    """
    for clause in clauses:
        for pattern in (_LENT, _INTEREST_PAID):
            for match in pattern.finditer(clause.text):
                yield Draft(
                    phrase(match["when"]),
                    "base",
                    clause.line_at(match.start("what")),
                    match["what"],
                    size_class=size_class_of(match["when"]),
                    status=status_of(clause.text, *match.span("what")),
                )


def guaranteed(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…について個人保証を徴求しない信用保証制度」, 「保証料を…%から…%まで引き下げる」: the page's
    own guarantee.
    """
    for clause in clauses:
        for match in _WITHOUT_SURETY.finditer(clause.text):
            yield Draft(
                phrase(_OPENING_WORDS.sub("", match["when"])),
                "credit_guarantee",
                clause.line_at(match.start("what")),
                match["what"],
                status=status_of(clause.text, *match.span("what")),
            )
        for match in _FEE_LOWERED.finditer(clause.text):
            yield Draft(
                _WHOEVER,
                "credit_guarantee",
                clause.line_at(match.start("to")),
                f"{match['what']}{match['from']}→{match['to']}",
                status=status_of(clause.text, *match.span("to")),
            )

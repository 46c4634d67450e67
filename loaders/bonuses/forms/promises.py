"""Bonuses as policy papers promise them: in one sentence of running text, often without an amount,
often not yet in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bonuses.benefits import benefits
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, any_of, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.bonuses.names import names
from loaders.bonuses.subject import held
from loaders.catalogue.records import Benefit
from loaders.text.amounts import MONEY
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY)
_ACCORDING = _PATTERNS["according"]
_POINTS = _PATTERNS["points"]
_LISTED = _PATTERNS["listed"]
_ON_TOP = _PATTERNS["on_top"]
_TAX = _PATTERNS["tax"]
_OWN_GRANT = _PATTERNS["own_grant"]
_WHEN = _PATTERNS["when"]
_TO_COME = _PATTERNS["to_come"]


def promised(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Every promise of the sentences, in their order."""
    page = "".join(clause.text for clause in clauses)
    marks = any(names(clause.text) for clause in clauses)
    for clause in clauses:
        yield from _according_to_marks(clause)
        if not marks:
            yield from _screening(clause)
        yield from _rates_and_caps(clause)
        yield from _grants(clause)
        if _TAX.search(page):
            yield from _on_top(clause)


def _draft(
    clause: Clause,
    condition: Condition,
    benefit: Benefit,
    match: re.Match[str],
    group: str,
    value: str | None = None,
    raises: str | None = None,
    enumerated: tuple[str, ...] = (),
) -> Draft:
    return Draft(
        condition,
        benefit,
        clause.line_at(match.start(group)),
        value=value,
        raises=raises,
        enumerated=enumerated,
        status=status_of(clause.text, *match.span(group)),
    )


def _according_to_marks(clause: Clause) -> Iterator[Draft]:
    """「…認定の取得など、…に応じた加算」."""
    for name in names(clause.text):
        if match := _ACCORDING.match(clause.text, name.end):
            yield Draft(
                any_of([name]),
                "grant_uplift",
                clause.line_at(name.start),
                status=status_of(clause.text, *match.span("what")),
            )


def _screening(clause: Clause) -> Iterator[Draft]:
    """「…に取り組む企業を採択審査において加点」 on a page that names no mark by which such
    companies are known.
    """
    for match in _POINTS.finditer(clause.text):
        for mention in benefits(clause.text):
            if (
                mention.benefit == "screening_points"
                and match.start("what") <= mention.end
                and mention.start <= match.end("what")
            ):
                condition = phrase(match["when"])
                yield _draft(
                    clause,
                    condition,
                    mention.benefit,
                    match,
                    "what",
                    raises=mention.raises,
                    enumerated=mention.enumerated,
                )


def _rates_and_caps(clause: Clause) -> Iterator[Draft]:
    """「…事業者に対し、補助率や上限の引上げや加点」."""
    kinds: tuple[tuple[str, Benefit], ...] = (
        ("rate", "rate_uplift"),
        ("cap", "cap_uplift"),
        ("points", "screening_points"),
    )
    for match in _LISTED.finditer(clause.text):
        yield from (
            _draft(clause, phrase(match["when"]), benefit, match, group)
            for group, benefit in kinds
            if match[group]
        )


def _grants(clause: Clause) -> Iterator[Draft]:
    """A grant for holders alone among their numbered benefits;
    「…する場合に支給される…加算の額を、最大…円」.
    """
    if who := held(clause, None):
        for match in _OWN_GRANT.finditer(clause.text, who[1]):
            yield _draft(clause, who[0], "other", match, "name", raises=match["name"])
    for match in _WHEN.finditer(clause.text):
        yield _draft(
            clause,
            phrase(match["when"]),
            "grant_uplift",
            match,
            "what",
            " ".join(match["value"].split()),
        )


def _on_top(clause: Clause) -> Iterator[Draft]:
    """「…に積極的な企業への上乗せ措置」 of a tax measure."""
    for match in _ON_TOP.finditer(clause.text):
        draft = _draft(clause, phrase(match["when"]), "tax_credit_uplift", match, "what")
        yield (
            Draft(draft.condition, draft.benefit, draft.line, status="planned")
            if _TO_COME.match(clause.text[match.end() :])
            else draft
        )

"""What recognised courses are designated for, what one must register for to become something, and
what of a selection those who hold a certification are spared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import any_of, called, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.bonuses.names import names
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_DESIGNATED = _PATTERNS["designated"]
_TO_BECOME = _PATTERNS["to_become"]
_SPARED = _PATTERNS["spared"]
_LEVEL = _PATTERNS["level"]


def designated(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…給付制度の指定を受けるA認定課程」, 「村が認定した講座を…給付の対象講座として指定」: who
    learns there gets the benefits of that scheme.
    """
    for clause in clauses:
        for match in _DESIGNATED.finditer(clause.text):
            group = "of" if match["of"] else "recognised"
            words = match[group]
            scheme = match["scheme"] or match["benefits"]
            yield Draft(
                called(words, "certification") if match["of"] else phrase(words),
                "other",
                clause.line_at(match.start(group)),
                raises=f"{scheme}の指定",
                programme=scheme,
                status=status_of(clause.text, *match.span(group)),
            )


def to_become(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「里山雇用主になるには、村役場への登録が必要」: the registration that comes before."""
    for clause in clauses:
        for match in _TO_BECOME.finditer(clause.text):
            what = f"{match['with']}登録" if match["with"] else f"{match['who']}の登録"
            yield Draft(
                called(what, "certification"),
                "requirement",
                clause.line_at(match.start("who")),
                raises=match["who"],
                programme=match["who"],
            )


def spared(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「書面審査は免除」 in a selection one step of which stands at the level of a certification
    (一次選考（里山認定レベル）): who holds it need not pass that step.
    """
    levels = [
        name
        for clause in clauses
        for match in _LEVEL.finditer(clause.text)
        for name in names(match["of"])
    ]
    if not levels:
        return
    for clause in clauses:
        for match in _SPARED.finditer(clause.text):
            yield Draft(
                any_of(levels[:1]),
                "other",
                clause.line_at(match.start("what")),
                f"{match['what']}の免除",
            )

"""Who may not apply though he is of the size class that a page is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.schema.size_classes import SizeClass
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition
from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Excluded
from loaders.vocabulary.bonus_words import size_words
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_DEEMED = _PATTERNS["deemed"]
_NOTHING_ELSE = Condition((), "all", "other", ())


def deemed_large(clauses: Sequence[Clause], document: str) -> Iterator[Draft]:
    """「中小企業者。ただし、みなし大企業を除く」: the class that applies (of several the largest),
    without those who count as large; it asks for nothing else.
    """
    for before, clause in pairwise([None, *clauses]):
        match = _DEEMED.search(clause.text) if clause else None
        if clause is None or match is None:
            continue
        told = clause.text[: match.start()]
        size = _largest(told) or (_largest(before.text) if before else None)
        if size:
            line = clause.line_at(match.start("who"))
            who = Excluded(printed=match["who"], document=document, line=line)
            yield Draft(_NOTHING_ELSE, "requirement", line, size_class=size, excluded=(who,))


def _largest(text: str) -> SizeClass | None:
    return next((words.name for words in reversed(size_words()) if words.finds(text)), None)

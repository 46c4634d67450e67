"""Who may not apply: a size class, or those who count as another though they are of the class that
a page is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.schema.size_classes import SizeClass
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition
from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Excluded, NotFor
from loaders.vocabulary.bonus_words import SIZE_CLASS, size_class_named, size_words
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class=SIZE_CLASS)
_DEEMED = _PATTERNS["deemed"]
_OF_A_SIZE = _PATTERNS["of_a_size"]
_NOTHING_ELSE = Condition((), "all", "other", ())


def of_a_size(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「大企業は対象外」: everyone but the class."""
    for clause in clauses:
        for match in _OF_A_SIZE.finditer(clause.text):
            if size := size_class_named(match["size"]):
                line = clause.line_at(match.start("size"))
                others = NotFor(size_class=size, line=line)
                yield Draft(_NOTHING_ELSE, "requirement", line, not_for=(others,))


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

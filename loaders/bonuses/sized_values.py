"""Values in pairs, 「20万円(15万円)」, on a page that says for whom the one in the bracket is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.schema.size_classes import SizeClass
from loaders.bonuses.clauses import Clause
from loaders.bonuses.draft import Draft
from loaders.vocabulary.bonus_words import SIZE_CLASS, size_class_named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class=SIZE_CLASS)
_IN_BRACKETS = _PATTERNS["in_brackets"]
_PAIR = _PATTERNS["pair"]
# who the value before the bracket is for, where that in it is for these
_OTHERS: dict[SizeClass, SizeClass] = {"大企業": "中小企業", "中小企業": "大企業"}


def one_a_size(drafts: Iterable[Draft], clauses: Sequence[Clause]) -> Iterator[Draft]:
    """The drafts, one with a pair of values as two, each with its size class."""
    note = next((found for clause in clauses if (found := _IN_BRACKETS.search(clause.text))), None)
    inside = size_class_named(note["size"]) if note else None
    if note and note["others"] and inside:
        inside = _OTHERS.get(inside)
    outside = _OTHERS.get(inside) if inside else None
    for draft in drafts:
        pair = _PAIR.fullmatch(draft.value or "")
        if pair is None or inside is None or outside is None or draft.size_class:
            yield draft
            continue
        for value, size in ((pair["value"], outside), (pair["in_brackets"], inside)):
            group = draft.exclusive_group and f"{size}{draft.exclusive_group}"
            yield replace(draft, value=value, size_class=size, exclusive_group=group)

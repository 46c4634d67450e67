"""Policy items over documents: which measures they name, and which items of an earlier document a
later one carries on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from loaders.catalogue.records import Document, Item
from loaders.resolution.index import SHORTEST, SURE
from loaders.resolution.names import name_of
from loaders.resolution.resolve import Resolved
from loaders.resolution.similarity import Vectors
from loaders.text.lines import Line

# cosines of the items' texts: clearly one policy; the best partner of each other; and with a
# measure in common
_ONE_POLICY, _BEST, _WITH_MEASURE = 0.42, 0.33, 0.25
# the column of what was the policy before the document: what comes after it in the same row stands
# for it
_SUPERSEDED = "current"
_NEW = re.compile(r"【新規】$")


def continued(
    items: Sequence[Item], lines: Mapping[str, Sequence[Line]], documents: Sequence[Document]
) -> list[Item]:
    """The items, those of a later document with the items of the one before it that they carry on
    (added to what their parser gave).

    `lines` are the source lines of each document: items are compared by what they print, not only
    by their titles.
    """
    texts = {
        item.id: "".join(
            line.plain for line in lines[item.document][item.line_start - 1 : item.line_end]
        )
        for item in items
    }
    vectors = Vectors(texts)
    with_items = [
        d.id
        for d in sorted(documents, key=lambda d: (d.date, d.id))
        if any(item.document == d.id for item in items)
    ]
    carried_on: dict[str, list[str]] = {}
    for earlier, later in pairwise(with_items):
        before = [item for item in items if item.document == earlier and item.column != _SUPERSEDED]
        carried_on |= _carried_on(
            [item for item in items if item.document == later], before, vectors
        )
    return [
        (
            item.model_copy(update={"continues": [*item.continues, *more]})
            if (more := carried_on.get(item.id))
            else item
        )
        for item in items
    ]


def with_named(items: Sequence[Item], measures: Sequence[Resolved]) -> list[Item]:
    """The items, each with the measure whose name its title is, though another document tells it
    (「…プロジェクトの実施」 is the project), where one of the same ministries is named alone.
    """
    by_name: dict[str, dict[str, Resolved]] = defaultdict(dict)
    for measure in measures:
        for appearance in measure.appearances:
            for name in _names(appearance.title):
                by_name[name][measure.id] = measure
    return [_with_named(item, by_name) for item in items]


def _with_named(item: Item, by_name: Mapping[str, Mapping[str, Resolved]]) -> Item:
    called = {
        id_: measure
        for name in _names(_NEW.sub("", item.title))
        for id_, measure in by_name.get(name, {}).items()
    }
    if len(called) != 1:
        return item
    [(id_, measure)] = called.items()
    theirs = {ministry for a in measure.appearances for ministry in a.ministries}
    if id_ in item.measures or (theirs and not theirs & set(item.ministries)):
        return item
    return item.model_copy(update={"measures": [*item.measures, id_]})


def _names(title: str) -> Iterator[str]:
    """The ways to write a name that mean nothing else."""
    for form in name_of(title).forms:
        if not form.inner and form.strength >= SURE and len(form.bare) >= SHORTEST:
            yield form.bare


def _carried_on(
    later: Sequence[Item], before: Sequence[Item], vectors: Vectors
) -> dict[str, list[str]]:
    """For each later item the earlier ones that it carries on, the most alike first."""
    alike = {
        (a.id, b.id): vectors.alike(a.id, b.id) for a in later for b in before if _one_owner(a, b)
    }
    best: dict[str, float] = {}
    for pair, similarity in alike.items():
        for item in pair:
            best[item] = max(best.get(item, 0.0), similarity)
    carried_on: dict[str, list[str]] = {}
    for a in later:
        partners = [(alike[a.id, b.id], b) for b in before if (a.id, b.id) in alike]
        kept = [
            (similarity, b.id)
            for similarity, b in partners
            if similarity >= _needed(a, b, similarity, best)
        ]
        if kept:
            carried_on[a.id] = [
                earlier
                for _, earlier in sorted(kept, key=lambda partner: (-partner[0], partner[1]))
            ]
    return carried_on


def _needed(a: Item, b: Item, similarity: float, best: Mapping[str, float]) -> float:
    """How alike the two must be."""
    if set(a.measures) & set(b.measures):
        return _WITH_MEASURE
    return _BEST if similarity >= max(best[a.id], best[b.id]) else _ONE_POLICY


def _one_owner(a: Item, b: Item) -> bool:
    return not a.ministries or not b.ministries or bool(set(a.ministries) & set(b.ministries))

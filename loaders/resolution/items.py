"""Policy items over documents: which items of an earlier document a later one carries on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from loaders.catalogue.records import Document, Item
from loaders.resolution.similarity import Vectors
from loaders.text.lines import Line

# cosines of the items' texts: clearly one policy; the best partner of each other; and with a
# measure in common
_ONE_POLICY, _BEST, _WITH_MEASURE = 0.42, 0.33, 0.25
# the column of what was the policy before the document: what comes after it in the same row stands
# for it
_SUPERSEDED = "current"


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

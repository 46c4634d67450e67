"""Whom a measure is open to by size, and who can get a certification, as the latest pages tell."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.rule_book.sizes import Limit
from queries.cypher import ask
from queries.sources import Source, sources

_NUMBERS = frozenset({"employees", "capital", "sales"})


@dataclass(frozen=True)
class Opening:
    """Whom a measure's page names as those who apply."""

    measure: str
    """The measure's id."""
    sizes: tuple[str, ...]
    """The classes that apply, the smallest first; empty where the page tells none."""
    limits: tuple[Limit, ...]
    """The numbers that must hold besides."""
    sources: tuple[Source, ...]
    """Where it stands."""


def openings(store: Store) -> dict[str, Opening]:
    """By measure, for those whose latest page tells who applies by size."""
    by_size: dict[str, dict[str, tuple[Source, ...]]] = defaultdict(dict)
    for row in ask(store, "bonus/rule_book/open_to"):
        by_size[row["measure"]][row["size_class"]] = sources(row["documents"], row["lines"])
    return {
        measure: Opening(
            measure, tuple(filter(sizes.__contains__, size_names())), (), _joined(sizes)
        )
        for measure, sizes in by_size.items()
    }


def _joined(sizes: Mapping[str, tuple[Source, ...]]) -> tuple[Source, ...]:
    return tuple(sorted({place for places in sizes.values() for place in places}))


def holders(store: Store, open_to: Mapping[str, Opening]) -> dict[str, tuple[Opening, ...]]:
    """By certification, for whom it is where the pages that describe it tell: by size, and by
    heads, capital or sales.
    """
    by_certification: dict[str, tuple[Opening, ...]] = {}
    for row in ask(store, "bonus/rule_book/certification_thresholds"):
        thresholds = [
            threshold
            for threshold in json.loads(row["thresholds"] or "[]")
            if threshold["of"] in _NUMBERS and not threshold["frame"]
        ]
        limits = tuple(Limit(limit["of"], limit["op"], limit["amount"]) for limit in thresholds)
        by_size = open_to.get(row["measure"])
        if by_size or limits:
            places = (
                *(by_size.sources if by_size else ()),
                *(Source(row["document"], threshold["line"]) for threshold in thresholds),
            )
            opening = Opening(
                row["measure"],
                by_size.sizes if by_size else (),
                limits,
                tuple(dict.fromkeys(places)),
            )
            before = by_certification.get(row["id"], ())
            by_certification[row["id"]] = (*before, opening)
    return by_certification

"""Whom a measure is open to by size, and who can get a certification: as the latest
pages tell it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.sizes import Limit
from queries.cypher import ask
from queries.sources import Source, sources

_NUMBERS = frozenset({"employees", "capital", "sales"})


@dataclass(frozen=True)
class Opening:
    """`sizes` the classes that apply, the smallest first (empty: the page tells none), `limits` the
    numbers that must hold besides.
    """

    measure: str
    sizes: tuple[str, ...]
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Outside:
    """Why a rule is not for a company of its size. `why`: the rule is for other `sizes` (size) or
    leaves this one out (left_out), its head counts do not hold (heads), others apply for what it
    raises (applicants), or what it asks for is for others (holders); `sources` say so.
    """

    why: Literal["size", "left_out", "heads", "applicants", "holders"]
    sizes: tuple[str, ...]
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]


def openings(store: Store) -> dict[str, Opening]:
    """By measure, for those whose latest page tells who applies by size."""
    told: dict[str, dict[str, tuple[Source, ...]]] = defaultdict(dict)
    for row in ask(store, "bonus/open_to"):
        told[row["measure"]][row["size_class"]] = sources(row["documents"], row["lines"])
    return {
        measure: Opening(
            measure, tuple(filter(sizes.__contains__, size_names())), (), _joined(sizes)
        )
        for measure, sizes in told.items()
    }


def _joined(sizes: Mapping[str, tuple[Source, ...]]) -> tuple[Source, ...]:
    return tuple(sorted({place for places in sizes.values() for place in places}))


def holders(store: Store, open_to: Mapping[str, Opening]) -> dict[str, tuple[Opening, ...]]:
    """By certification, for whom it is where the pages that describe it tell: by size, and by
    heads, capital or sales.
    """
    found: dict[str, tuple[Opening, ...]] = {}
    for row in ask(store, "bonus/certification_thresholds"):
        numbers = [
            each
            for each in json.loads(row["thresholds"] or "[]")
            if each["of"] in _NUMBERS and not each["frame"]
        ]
        limits = tuple(Limit(each["of"], each["op"], each["amount"]) for each in numbers)
        by_size = open_to.get(row["measure"])
        if by_size or limits:
            places = (
                *(by_size.sources if by_size else ()),
                *(Source(row["document"], each["line"]) for each in numbers),
            )
            opening = Opening(
                row["measure"],
                by_size.sizes if by_size else (),
                limits,
                tuple(dict.fromkeys(places)),
            )
            found[row["id"]] = (*found.get(row["id"], ()), opening)
    return found

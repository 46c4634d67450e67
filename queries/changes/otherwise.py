"""How a document tells of a measure that has no page of its own there: as a policy item, by a part
or its whole, or as the pot that others draw on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask, ask_of_many
from queries.measure.relatives import Relative
from queries.sources import Source, sources

_TIES: dict[str, Literal["part", "whole"]] = {"has_part": "part", "part_of": "whole"}


@dataclass(frozen=True)
class StandIn:
    """What stands in a document for a measure that has no page of its own there."""

    how: Literal["item", "part", "whole", "pot"]
    """A policy item, a part of the measure, its whole, or a sum of its name that others draw on."""
    id: str | None
    """The id of the item or of the other measure; a pot has none."""
    name: str
    """Its title, or the pot's name."""
    sources: tuple[Source, ...]
    """Where it stands in the document."""


def stand_ins(
    store: Store,
    document: str,
    titles: Mapping[str, Sequence[str]],
    relatives: Mapping[str, Sequence[Relative]],
) -> dict[str, tuple[StandIn, ...]]:
    """Measure id -> what stands for it in the document; for those of `titles` for which anything
    does. `titles`: measure id -> the names that it bears; `relatives` likewise.
    """
    told: dict[str, list[StandIn]] = defaultdict(list)
    for row in ask_of_many(store, "changes/items", sorted(titles), document=f"document:{document}"):
        place = Source(document, row["line"])
        told[row["measure"]].append(StandIn("item", row["id"], row["title"], (place,)))
    pages = {
        row["measure"]: sources(row["documents"], row["lines"])
        for row in ask(store, "changes/measures", documents=[document])
    }
    for measure in titles:
        told[measure] += _by_relatives(relatives.get(measure, ()), pages)
    pots = _pots(store, document)
    for measure, names in titles.items():
        for name in dict.fromkeys(map(fold, names)):
            if name in pots:
                told[measure].append(pots[name])
    return {measure: tuple(tells) for measure, tells in told.items() if tells}


def _by_relatives(
    relatives: Sequence[Relative], pages: Mapping[str, tuple[Source, ...]]
) -> Iterator[StandIn]:
    for relative in relatives:
        if relative.relation in _TIES and relative.id in pages:
            how = _TIES[relative.relation]
            yield StandIn(how, relative.id, relative.title, pages[relative.id])


def _pots(store: Store, document: str) -> dict[str, StandIn]:
    """Folded name -> the pot of that name that measures of the document draw on."""
    pots: dict[str, StandIn] = {}
    for row in ask(store, "changes/budgets", documents=[document]):
        if row["pot"]:
            places = sources(row["documents"], row["lines"])
            pots.setdefault(fold(row["pot"]), StandIn("pot", None, row["pot"], places))
    return pots

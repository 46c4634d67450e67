"""What stands under one law: measures and budget programmes of all ministries."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from graph.store import Store
from queries.cypher import ask
from queries.programmes.articles import in_order
from queries.search.search import resolve
from queries.sources import Source, sources


@dataclass(frozen=True)
class UnderLaw:
    """A measure or budget programme that stands under a law."""

    id: str
    """Its node."""
    type: str
    """Measure or BudgetProgramme."""
    name: str
    """Its name."""
    ministries: tuple[str, ...]
    """Who answers for it, the one in the lead first."""
    articles: tuple[str, ...]
    """The articles that are named, as printed."""
    sources: tuple[Source, ...]
    """Where that stands."""


@dataclass(frozen=True)
class LawAnswer:
    """A law, and what stands under it."""

    id: str
    """Its node."""
    name: str
    """Its formal name."""
    under: tuple[UnderLaw, ...]
    """Budget programmes, then measures, by id."""

    @property
    def ministries(self) -> tuple[tuple[str, int], ...]:
        """How many each ministry answers for, most first; of several ministries' each counts."""
        counts: dict[str, int] = {}
        for each in self.under:
            for ministry in each.ministries:
                counts[ministry] = counts.get(ministry, 0) + 1
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def under_law(store: Store, law: str) -> LawAnswer:
    """What stands under a law (its name, another name, its id). Raises NotFound with the nearest
    names.
    """
    hit = resolve(store, law, ["Law"])
    rows = ask(store, "programmes/under_law", id=hit.id)
    found = []
    for id_, group in groupby(rows, key=lambda row: row["id"]):
        of_one = list(group)
        first = of_one[0]
        found.append(
            UnderLaw(
                id_,
                first["type"],
                first["name"],
                tuple(dict.fromkeys(row["ministry"] for row in of_one if row["ministry"])),
                in_order(a for row in of_one for a in row["articles"] or ()),
                sources(first["documents"], first["lines"]),
            )
        )
    return LawAnswer(hit.id, hit.name, tuple(found))

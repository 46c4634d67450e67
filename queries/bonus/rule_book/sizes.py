"""The size classes, and by which numbers the pages of measures tell them."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graph.schema.size_classes import size_names
from graph.store import Store
from queries.cypher import ask
from queries.sources import Source, sources

_COMPARES: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
}


@dataclass(frozen=True)
class Limit:
    """A bound on one number of a company."""

    of: str
    """Which number: employees, group_employees, capital or sales."""
    op: str
    """How it compares: <=, <, >=, > or =."""
    amount: float
    """The bound, in yen or heads."""

    def holds(self, numbers: Mapping[str, int]) -> bool | None:
        """Whether the numbers keep to it; None where they do not say."""
        return _COMPARES[self.op](numbers[self.of], self.amount) if self.of in numbers else None


@dataclass(frozen=True)
class SizeWay:
    """One way of being in a size class."""

    whom: str | None
    """The companies that it is for alone (法人, a trade …); None: for all."""
    law: str | None
    """The law whose class it is; None: the page spells it out."""
    limits: tuple[Limit, ...]
    """The numbers, all of which must hold."""
    sources: tuple[Source, ...]
    """Where it stands."""


WaysByClass = Mapping[str, tuple[SizeWay, ...]]  # size class → its ways, the smallest class first
SizeTests = Mapping[str, WaysByClass]  # measure → how its page tells the size classes


def size_tests(store: Store) -> SizeTests:
    """How the pages of measures that rules speak of tell size classes by numbers."""
    ways: dict[str, dict[str, dict[int, SizeWay]]] = defaultdict(lambda: defaultdict(dict))
    for row in ask(store, "bonus/rule_book/size_tests"):
        before = ways[row["measure"]][row["size_class"]].get(row["way"])
        limits = (Limit(row["number"], row["op"], row["amount"]),) if row["number"] else ()
        way = before or SizeWay(row["whom"], row["law"], (), ())
        places = dict.fromkeys((*way.sources, *sources(row["documents"], row["lines"])))
        ways[row["measure"]][row["size_class"]][row["way"]] = replace(
            way, limits=(*way.limits, *limits), sources=tuple(places)
        )
    return {
        measure: {name: tuple(classes[name].values()) for name in size_names() if name in classes}
        for measure, classes in ways.items()
    }

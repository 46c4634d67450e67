"""Which size class a company is, measure by measure: by its numbers where a page says how, else by
the word it goes by.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graph.schema.size_classes import size_names
from graph.store import Store
from queries.cypher import ask
from queries.sources import Source, sources

_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
}
_COMPANY, _PERSON = "法人", "個人事業主"  # who has capital is a company


@dataclass(frozen=True)
class Limit:
    """`of` employees, group_employees, capital or sales; `amount` in yen or heads."""

    of: str
    op: str
    amount: float

    def holds(self, numbers: Mapping[str, int]) -> bool | None:
        """Whether the numbers keep to it; None where they do not tell."""
        return _HOLDS[self.op](numbers[self.of], self.amount) if self.of in numbers else None


@dataclass(frozen=True)
class Way:
    """One way of being in a size class: all limits must hold. `whom`: it is for those alone (法人,
    a trade …); `law`: the class is that of a law.
    """

    whom: str | None
    law: str | None
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Question:
    """What an answer hangs on: `of` a number (employees, capital, sales, group_employees), or whom,
    law or size, with `detail` (which).
    """

    of: str
    detail: str | None = None


SizeTests = Mapping[str, Mapping[str, tuple[Way, ...]]]  # measure → size class → its ways


@dataclass(frozen=True)
class SizeThere:
    """A company's class at one measure: `size` where it is settled, else what that hangs on;
    `excluded`: classes that it is not; `asked`: on what a class that is a part of its own hangs,
    where that is told.
    """

    size: str | None
    open: tuple[Question, ...]
    excluded: frozenset[str]
    asked: tuple[tuple[str, tuple[Question, ...]], ...] = ()


def size_tests(store: Store) -> SizeTests:
    """How the pages of measures that rules speak of tell size classes by numbers."""
    ways: dict[str, dict[str, dict[int, Way]]] = defaultdict(lambda: defaultdict(dict))
    for row in ask(store, "bonus/size_tests"):
        before = ways[row["measure"]][row["size_class"]].get(row["way"])
        limits = (Limit(row["number"], row["op"], row["amount"]),) if row["number"] else ()
        way = before or Way(row["whom"], row["law"], (), ())
        places = dict.fromkeys((*way.sources, *sources(row["documents"], row["lines"])))
        ways[row["measure"]][row["size_class"]][row["way"]] = replace(
            way, limits=(*way.limits, *limits), sources=tuple(places)
        )
    return {
        measure: {name: tuple(classes[name].values()) for name in size_names() if name in classes}
        for measure, classes in ways.items()
    }


def size_there(
    classes: Mapping[str, tuple[Way, ...]],
    numbers: Mapping[str, int],
    words: frozenset[str] = frozenset(),
) -> SizeThere:
    """The class that the numbers come to by one measure's tests, from the smallest class up.
    `words`: the size classes that the company is by its own word (they answer a law's class).
    """
    excluded: set[str] = set()
    hangs_on: tuple[Question, ...] = ()
    for name, ways in classes.items():
        holds, asked = _is_in(name, ways, numbers, words)
        if holds and not hangs_on:
            return SizeThere(name, (), frozenset(excluded))
        if (
            not holds and not asked
        ):  # also of a larger class than that which is open: one limit that fails is enough
            excluded.add(name)
        hangs_on = hangs_on or asked
    return SizeThere(None, hangs_on, frozenset(excluded))


def _is_in(
    name: str, ways: tuple[Way, ...], numbers: Mapping[str, int], words: frozenset[str]
) -> tuple[bool, tuple[Question, ...]]:
    """Whether a company is in a class by any of its ways, or what that hangs on."""
    left, asked = [], []
    for way in ways:
        if way.whom == _PERSON and "capital" in numbers:
            continue
        if any(limit.holds(numbers) is False for limit in way.limits) or (
            way.law and words and name not in words
        ):
            continue
        missing = [Question(limit.of) for limit in way.limits if limit.holds(numbers) is None]
        missing += [Question("law", way.law)] if way.law and name not in words else []
        settled = way.whom is None or (way.whom == _COMPANY and "capital" in numbers)
        if settled and not missing:
            return True, ()
        left.append((way, missing))
        asked += missing
    others = [way for way in ways if way.whom != _PERSON or "capital" not in numbers]
    if left and not asked and len(left) == len(others):  # it holds whichever of them the company is
        return True, ()
    return False, tuple(
        dict.fromkeys(
            asked
            + [Question("whom", way.whom) for way, missing in left if way.whom and not missing]
        )
    )

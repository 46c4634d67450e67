"""Figures of one name and year on a page, told apart by the words around each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

from loaders.catalogue.records import Figure
from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_BEFORE = (
    _PATTERNS["call"],
    _PATTERNS["place"],
    _PATTERNS["kind"],
    _PATTERNS["bracket_before"],
    _PATTERNS["year_word"],
)
_DAY = _PATTERNS["day"]
_UNDER_WAY = _PATTERNS["under_way"]


def distinguished(read: Sequence[tuple[Figure, Stated]]) -> list[Figure]:
    """The figures, in order; those that share what, name, unit and year with another value have
    what tells them apart in a bracket behind the name (採択件数(第7回公募)), where the page prints
    it for each of them. Where it does not, the names are left alike.
    """
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, (figure, _) in enumerate(read):
        if figure.name is not None:
            alike[figure.what, figure.name, figure.unit, figure.year].append(at)
    figures = [figure for figure, _ in read]
    for places in alike.values():
        if len(places) < 2:
            continue
        marks = _marks([read[at][1] for at in places])
        for at, mark in zip(places, marks, strict=True):
            if mark:
                figures[at] = figures[at].model_copy(update={"name": f"{figures[at].name}({mark})"})
    return figures


def _marks(stated: Sequence[Stated]) -> list[str | None]:
    """A mark for each, all different (one may have none); empty where nothing tells them apart."""
    looks: list[Callable[[Stated], str | None]] = [
        *(partial(_before, pattern) for pattern in _BEFORE),
        _under_way,
        _day,
    ]
    for look in looks:
        marks = [look(one) for one in stated]
        if len(set(marks)) == len(marks) and sum(mark is None for mark in marks) <= 1:
            return marks
    return [None] * len(stated)


def _before(pattern: re.Pattern[str], stated: Stated) -> str | None:
    found = [*pattern.finditer(stated.before)]
    return found[-1]["mark"] if found else None


def _under_way(stated: Stated) -> str | None:
    match = _UNDER_WAY.match(stated.behind)
    return match["mark"] if match else None


def _day(stated: Stated) -> str | None:
    if before := _before(_DAY, stated):
        return before
    behind = _DAY.search(stated.behind)
    return behind["mark"] if behind else None

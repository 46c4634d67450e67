"""A measure's targets and results, each a series over years: what several documents and pages tell
of one thing stands in one row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from queries.figures import FigureFact
from queries.measure.appearance import AppearanceCard
from queries.sources import Source


@dataclass(frozen=True)
class FigurePoint:
    """One number of a series."""

    year: int | None
    """The fiscal year, western; None where the page gives none."""
    value: float
    """The number, in the unit of its series."""
    sources: tuple[Source, ...]
    """The lines that print it, in the order of the documents' pages."""


@dataclass(frozen=True)
class FigureSeries:
    """What a measure aims at or has brought about of one thing, over years."""

    what: str
    """Targets (kpi) or results."""
    name: str | None
    """What is counted or measured; None where the page does not say."""
    unit: str
    """The unit of all its numbers: 社, 件, % …"""
    points: tuple[FigurePoint, ...]
    """Its numbers, the earliest year first, those without a year last."""


def figure_series(pages: Iterable[AppearanceCard]) -> tuple[FigureSeries, ...]:
    """The targets and results of a measure's pages: one series for each thing that is counted in
    one unit, in the order of the pages. A number that has no name stands alone.
    """
    groups: dict[tuple[str, str, str], list[FigureFact]] = defaultdict(list)
    for page in pages:
        for figure in page.figures:
            alone = f"\0{figure.source.document}:{figure.source.line}:{figure.value}"
            groups[figure.what, figure.name or alone, figure.unit].append(figure)
    return tuple(
        FigureSeries(what, facts[0].name, unit, _points(facts))
        for (what, _, unit), facts in groups.items()
    )


def _points(facts: Iterable[FigureFact]) -> tuple[FigurePoint, ...]:
    """One point for each value of a year, with all places that print it."""
    places: dict[tuple[int | None, float], dict[Source, None]] = defaultdict(dict)
    for fact in facts:
        places[fact.year, fact.value][fact.source] = None
    return tuple(
        FigurePoint(year, value, tuple(sources))
        for (year, value), sources in sorted(
            places.items(), key=lambda point: (point[0][0] is None, point[0][0] or 0)
        )
    )

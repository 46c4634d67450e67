"""The targets and results that a page or a policy item states."""

from __future__ import annotations

import json
from dataclasses import dataclass

from queries.sources import Source


@dataclass(frozen=True)
class FigureFact:
    """A number that the measure aims at or has brought about."""

    what: str
    """A target (kpi) or a result."""
    name: str | None
    """What it counts or measures: 採択件数, 輸出額; None where the page does not say."""
    value: float
    """The number, in `unit`."""
    unit: str
    """The unit of the number: 社, 件, % …"""
    year: int | None
    """The year of the target or result."""
    source: Source
    """The line that prints it."""


def figure_facts(document: str, figures: str) -> tuple[FigureFact, ...]:
    """Those of a page or item of the document, from their rows as JSON."""
    return tuple(
        FigureFact(
            **{name: value for name, value in row.items() if name != "line"},
            source=Source(document, row["line"]),
        )
        for row in json.loads(figures)
    )

"""What a budget programme counts, and by which contracts it pays: rows of tables 3-1 and 5-1."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from queries.sources import Source


@dataclass(frozen=True)
class YearOfTarget:
    """One fiscal year of an indicator; None is not told."""

    year: int
    """The fiscal year."""
    target: float | None
    """What was aimed at."""
    result: float | None
    """What was reached."""


@dataclass(frozen=True)
class ProgrammeTarget:
    """What a programme counts, with what it aimed at and reached."""

    kind: str
    """アクティビティ, アウトプット or アウトカム, as printed."""
    indicator: str
    """What is counted, as printed."""
    unit: str | None
    """In what."""
    years: tuple[YearOfTarget, ...]
    """The years of which either is told, in order."""
    source: Source
    """Its first row in table 3-1."""


@dataclass(frozen=True)
class ProgrammeContract:
    """A contract or grant by which a recipient was paid."""

    yen: int | None
    """Its sum."""
    method: str | None
    """How the recipient was chosen, as printed (一般競争契約（最低価格）, 補助金等交付 …)."""
    bidders: int | None
    """How many bid."""
    award_rate: float | None
    """The winning bid in percent of the ceiling price (落札率)."""


def targets_of(told: str | None) -> tuple[ProgrammeTarget, ...]:
    """The targets of a node's `targets`."""
    return tuple(map(_target, json.loads(told or "[]")))


def contracts_of(told: str | None) -> tuple[ProgrammeContract, ...]:
    """The contracts of a payment's `contracts`."""
    return tuple(
        ProgrammeContract(row["yen"], row["method"], row["bidders"], row["award_rate"])
        for row in json.loads(told or "[]")
    )


def _target(row: dict[str, Any]) -> ProgrammeTarget:
    aimed, reached = (
        {int(year): value for year, value in row[series].items()}
        for series in ("targets", "results")
    )
    return ProgrammeTarget(
        row["kind"],
        row["indicator"],
        row["unit"],
        tuple(
            YearOfTarget(year, aimed.get(year), reached.get(year))
            for year in sorted({*aimed, *reached})
        ),
        Source(f"rs-{row['sheet']}-3-1", row["line"]),
    )

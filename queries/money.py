"""The money rule, in this one place: what a sum of budgets says, and how surely.

One pot is counted once, however many measures draw on it. Kinds of budget (initial, supplementary, a fund's total …)
are never added to each other. A sum that a measure only gets a part of (の内数) makes a total an upper limit ("at most").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

KINDS = ("initial", "supplementary", "multi_year_total", "fund_total", "expected", "unstated")


@dataclass(frozen=True)
class Draw:
    """One measure drawing on one budget. `pot` is None where a part (`part_of`) is of a pot that the page does not name."""

    measure: str
    budget: str
    kind: str
    year: int | None
    yen: int
    part_of: bool
    pot: str | None
    proposed: bool = False


@dataclass(frozen=True)
class Total:
    """What the budgets of one kind come to.

    yen : sum over the budgets, each counted once.
    at_most : at least one of them is only drawn on for a part, so the measures get `yen` or less.
    unknown_pots : parts whose pot is not named (two of them may be one pot).
    budgets : how many budgets were counted; shared : how many of these several measures draw on.
    measures : how many measures draw on them.
    by_year : (fiscal year or None, yen), in order.
    """

    kind: str
    yen: int
    at_most: bool
    unknown_pots: int
    budgets: int
    shared: int
    measures: int
    by_year: tuple[tuple[int | None, int], ...]


def totals(draws: Iterable[Draw]) -> tuple[Total, ...]:
    """One total per kind that occurs, in the order of KINDS."""
    raise NotImplementedError

"""The money rule, in this one place: what a sum of budgets says, and how surely.

One pot is counted once, however many measures draw on it, and a share that a page prints beside its
pot is no more money. Kinds of budget (initial, supplementary, a fund's total …) are never added to
each other. A sum that a measure only gets a part of (の内数) makes a total an upper limit ("at
most").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.schema.budget_kinds import UNSTATED, kind_names


@dataclass(frozen=True)
class Draw:
    """One measure drawing on one budget."""

    measure: str
    """The measure's id."""
    budget: str
    """The budget's id."""
    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    year: int | None
    """The fiscal year, where one is printed."""
    yen: int
    """The sum in yen."""
    part_of: bool
    """Whether the measure gets a part of it (の内数)."""
    pot: str | None
    """The name of the sum of which it is a part; None where the page does not name it."""
    proposed: bool = False
    """Whether it is a draft budget."""
    share: bool = False
    """The measure's own part of another budget of that year and kind, which it draws on as well."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Draw:
        """The draw that a row of a money question stands for; a budget without a kind is of the
        kind `unstated`.
        """
        return cls(
            row["measure"],
            row["budget"],
            row["kind"] or UNSTATED,
            row["year"],
            row["yen"],
            row["part_of"],
            row["pot"],
            row["proposed"],
            row["share"],
        )


@dataclass(frozen=True)
class Total:
    """What the budgets of one kind come to."""

    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    yen: int
    """The sum over the budgets in yen, each counted once."""
    at_most: bool
    """Whether one of them is only drawn on for a part, so that the measures get `yen` or less."""
    unknown_pots: int
    """Parts whose pot is not named (two of them may be one pot)."""
    budgets: int
    """How many were counted."""
    shared: int
    """How many of these several measures draw on."""
    measures: int
    """How many draw on them."""
    by_year: tuple[tuple[int | None, int], ...]
    """Fiscal year or None, and yen, in the order of years."""


def of_latest_years(draws: Iterable[Draw]) -> tuple[Draw, ...]:
    """Of each measure its `of_one_year`."""
    by_measure: dict[str, list[Draw]] = defaultdict(list)
    for draw in draws:
        by_measure[draw.measure].append(draw)
    return tuple(draw for of_measure in by_measure.values() for draw in of_one_year(of_measure))


def of_one_year(draws: Iterable[Draw]) -> tuple[Draw, ...]:
    """Of each kind what is of the latest fiscal year, and what has no year: the budgets of one
    programme in two years are no sum that it has at any time.
    """
    drawn = tuple(draws)
    latest = {
        draw.kind: draw.year
        for draw in sorted((draw for draw in drawn if draw.year), key=lambda draw: draw.year or 0)
    }
    return tuple(draw for draw in drawn if draw.year in (None, latest.get(draw.kind)))


def counted(draws: Iterable[Draw]) -> tuple[Draw, ...]:
    """The draws that a sum is made of. A share and its pot are one money: the shares, where all
    that draw on the pot print theirs, else the pot.
    """
    drawn = tuple(draws)
    shares = {_place(draw) for draw in drawn if draw.share}
    known = {draw for draw in drawn if draw.part_of and _place(draw) in shares}
    unknown = {draw.budget for draw in drawn if draw not in known}
    within = {_place(draw) for draw in known if draw.budget in unknown}
    return tuple(
        draw
        for draw in drawn
        if not (draw.share and _place(draw) in within)
        and (draw not in known or draw.budget in unknown)
    )


def _place(draw: Draw) -> tuple[str, str, int | None]:
    return draw.measure, draw.kind, draw.year


def totals_by_year(draws: Iterable[Draw]) -> tuple[Total, ...]:
    """As `totals`, but one per kind and fiscal year, the latest of each kind first: the years of
    several measures stand side by side, for no two are ever added.
    """
    by_year: dict[int | None, list[Draw]] = defaultdict(list)
    for draw in draws:
        by_year[draw.year].append(draw)
    latest_first = [
        total
        for year in sorted(by_year, key=lambda year: -(year or 0))
        for total in totals(by_year[year])
    ]
    return tuple(sorted(latest_first, key=lambda total: kind_names().index(total.kind)))


def totals(draws: Iterable[Draw]) -> tuple[Total, ...]:
    """One total per kind that occurs, in yen, in the order of budget_kinds.yaml."""
    budgets: dict[str, list[Draw]] = defaultdict(list)
    for draw in counted(draws):
        budgets[draw.budget].append(draw)
    return tuple(
        _total(kind, of_kind)
        for kind in kind_names()
        if (of_kind := [b for b in budgets.values() if b[0].kind == kind])
    )


def _total(kind: str, budgets: list[list[Draw]]) -> Total:
    """`budgets`: for each budget of the kind all that draw on it."""
    parts = [drawn for drawn in budgets if all(draw.part_of for draw in drawn)]
    by_year: Counter[int | None] = Counter()
    for drawn in budgets:
        by_year[drawn[0].year] += drawn[0].yen
    return Total(
        kind=kind,
        yen=sum(by_year.values()),
        at_most=bool(parts),
        unknown_pots=sum(drawn[0].pot is None for drawn in parts),
        budgets=len(budgets),
        shared=sum(len(_measures(drawn)) > 1 for drawn in budgets),
        measures=len({m for drawn in budgets for m in _measures(drawn)}),
        by_year=tuple(
            sorted(by_year.items(), key=lambda item: (item[0] is not None, item[0] or 0))
        ),
    )


def _measures(drawn: list[Draw]) -> set[str]:
    return {draw.measure for draw in drawn}

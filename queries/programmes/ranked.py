"""The programmes of an office by size, by how little was executed or by what is carried over, in
one budget year.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from graph.store import Store
from queries.kept import kept
from queries.programmes.card import YearOfMoney
from queries.programmes.money import LedProgramme, programmes_of, year_of

Order = Literal["size", "execution", "carried"]
ORDERS: tuple[Order, ...] = ("size", "execution", "carried")


@dataclass(frozen=True)
class RankedProgramme(LedProgramme):
    """A programme with its money of one budget year."""

    money: YearOfMoney
    """Its money of the year, with its row."""
    execution: float | None
    """executed / available; None where one is not told or nothing could be spent."""


@dataclass(frozen=True)
class RankedAnswer:
    """Programmes in an order, of one budget year."""

    year: int | None
    """The budget year; None where the graph has no budget programmes."""
    programmes: tuple[RankedProgramme, ...]
    """The programmes, the first of the order first."""
    available: int
    """What they could spend together, in yen."""
    carried_on: int
    """What they carry over to the next year together, in yen, of those of which it is told."""
    not_told: int
    """Programmes of the office and year of which it is not told what was executed and carried over;
    a list by either leaves them out.
    """


@kept
def ranked_programmes(
    store: Store,
    order: Order = "size",
    *,
    year: int | None = None,
    office: str = "",
    account: str = "",
    under: float | None = None,
    least: int | None = None,
) -> RankedAnswer:
    """The programmes that an office leads (a name or id of a ministry or outer office; empty: all)
    with money of a budget year (default: the latest of which it is told what was executed), by what
    they could spend (size), the lowest execution rate (execution) or what they carry over
    (carried); `account`: the money in it alone, as `money_by_office` names it; `under`: with a rate
    below that share alone; `least`: that could spend at least so much, in yen. Where a rate is
    asked for, programmes without one are left out: what is not known yet, or could not be spent,
    has none.

    Raises NotFound for an office or account that is none, and for a year that no sheet tells of.
    """
    found = programmes_of(store, office, account)
    of_year, _ = year_of(found, year)
    ranked = [
        RankedProgramme(
            one.id,
            one.number,
            one.name,
            one.ministry,
            one.agency,
            one.bureau,
            money,
            money.execution,
        )
        for one in found
        if (money := one.of(of_year)) and (least is None or (money.available or 0) >= least)
    ]
    not_told = sum(one.money.executed is None for one in ranked)
    if under is not None:
        ranked = [one for one in ranked if one.execution is not None and one.execution < under]
    if order == "execution":
        ranked = [one for one in ranked if one.execution is not None]
    if order == "carried":
        ranked = [one for one in ranked if one.money.carried_on]
    ranked.sort(key=_KEYS[order])
    return RankedAnswer(
        of_year,
        tuple(ranked),
        sum(one.money.available or 0 for one in ranked),
        sum(one.money.carried_on or 0 for one in ranked),
        not_told,
    )


def _by_size(one: RankedProgramme) -> tuple[float, ...]:
    return -(one.money.available or 0), one.number


_KEYS: dict[Order, Callable[[RankedProgramme], tuple[float, ...]]] = {
    "size": _by_size,
    "execution": lambda one: (one.execution or 0, *_by_size(one)),
    "carried": lambda one: (-(one.money.carried_on or 0), *_by_size(one)),
}

"""What the members of a theme cost: of programmes what could be spent and was in one budget year,
of measures the sums that their pages print; the two are never added, for one may pay the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.money.all_money import all_draws
from queries.money.rule import Draw, Total, totals
from queries.programmes.money import OfProgramme, programmes_of


@dataclass(frozen=True)
class ProgrammeMoney:
    """The money of programmes in one budget year, in yen, each counted once; None is told of none
    of them.
    """

    programmes: int
    """How many there are."""
    with_money: int
    """Of how many of them the sheets tell money of the year."""
    initial: int | None
    """当初予算."""
    supplementary: int | None
    """補正予算."""
    available: int | None
    """歳出予算現額: what could be spent."""
    executed: int | None
    """執行額; None where the year is not over."""
    execution: float | None
    """executed / available of the programmes of which both are told, but for those in `moved`; None
    where there is none.
    """
    moved: int
    """Programmes that executed something though nothing is told to have been there to spend: it
    stood in the budget of another. They are in `executed`, not in `execution`.
    """
    not_told: int
    """Programmes with money of the year of which it is not told what was executed."""


@kept
def money_of_programmes(store: Store) -> Mapping[str, OfProgramme]:
    """Node of a programme -> its money of all years."""
    return {one.id: one for one in programmes_of(store)}


@kept
def draws_of_measures(store: Store) -> Mapping[str, Sequence[Draw]]:
    """Measure -> the budgets that it draws on, as its latest page prints them."""
    draws: dict[str, list[Draw]] = defaultdict(list)
    for draw in all_draws(store):
        draws[draw.measure].append(draw)
    return draws


@kept
def payers(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Measure -> the nodes of the programmes that pay for it."""
    paying: dict[str, tuple[str, ...]] = {}
    for row in ask(store, "themes/paying"):
        paying[row["measure"]] = (*paying.get(row["measure"], ()), row["programme"])
    return paying


def of_programmes(programmes: Iterable[OfProgramme], year: int | None) -> ProgrammeMoney:
    """What these programmes come to in a budget year."""
    rows = [one.row(year) for one in programmes]
    money = [row for row in rows if row]
    both = [row for row in money if row["executed"] is not None and row["available"] is not None]
    told = [row for row in both if row["available"] or not row["executed"]]
    could = _sum(told, "available")
    spent = _sum(told, "executed")
    return ProgrammeMoney(
        len(rows),
        len(money),
        _sum(money, "initial"),
        _sum(money, "supplementary"),
        _sum(money, "available"),
        _sum(money, "executed"),
        execution=spent / could if could and spent is not None else None,
        moved=len(both) - len(told),
        not_told=sum(row["executed"] is None for row in money),
    )


def of_measures(draws: Iterable[Draw], year: int | None) -> tuple[Total, ...]:
    """What the pages of measures print, kinds and fiscal years apart, own sums and larger ones of
    which they get a part (内数) apart, each pot once; of one fiscal year, if that is asked for.
    """
    return tuple(total for total in totals(draws) if year in (None, total.year))


def _sum(rows: Iterable[Mapping[str, Any]], name: str) -> int | None:
    told = [row[name] for row in rows if row[name] is not None]
    return sum(told) if told else None

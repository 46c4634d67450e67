"""The money of budget programmes by ministry, and the offices below it, in one budget year: what
could be spent, what was, and what is carried over.

Years are not added up: what one carries over the next one has again. A programme counts for the
ministry in the lead alone, once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.programmes.accounts import SUMS, Years, accounts_of, in_account
from queries.programmes.card import YearOfMoney, year_of_money
from queries.search.search import resolve

By = Literal["ministry", "agency", "bureau"]
_SUMS = (*SUMS, "carried_on")  # those of an office
BY: tuple[By, ...] = ("ministry", "agency", "bureau")


@dataclass(frozen=True)
class LedProgramme:
    """A programme, and who leads it."""

    id: str
    """Its node."""
    number: int
    """The number of its sheet."""
    name: str
    """Its name."""
    ministry: str
    """The ministry in the lead; empty where the sheet names none."""
    agency: str
    """The outer office that leads it, two that do with 、 between; empty where none does."""
    bureau: str
    """局, as printed; empty where none is."""


@dataclass(frozen=True)
class OfProgramme(LedProgramme):
    """A programme with its money."""

    rows: Years
    """Its money, a row a budget year, the latest first, as the node has it."""

    @property
    def years(self) -> tuple[YearOfMoney, ...]:
        """A year of money each, the latest first."""
        return tuple(map(year_of_money, self.rows))

    def of(self, year: int | None) -> YearOfMoney | None:
        """Its money of the budget year; None where its sheets tell none."""
        row = self.row(year)
        return year_of_money(row) if row else None

    def row(self, year: int | None) -> Mapping[str, Any] | None:
        """The same as the node has it."""
        for row in self.rows:
            if row["year"] == year:
                return row
        return None


@dataclass(frozen=True)
class OfficeMoney:
    """What the programmes of an office come to in one budget year, in yen; None is told of none of
    them.
    """

    ministry: str
    """The ministry in the lead; empty for all, or where sheets name none."""
    agency: str
    """The outer office below it; empty for the ministry itself, or where that was not asked for."""
    bureau: str
    """局, as printed; likewise."""
    programmes: int
    """How many programmes it leads."""
    with_money: int
    """Of how many of them the sheets tell money of the year."""
    initial: int | None
    """当初予算."""
    supplementary: int | None
    """補正予算."""
    carried_over: int | None
    """Carried over from the year before."""
    reserve: int | None
    """予備費等."""
    available: int | None
    """歳出予算現額: what could be spent."""
    executed: int | None
    """執行額; None where the year is not over."""
    carried_on: int | None
    """Carried over to the next year; None where the year is not over."""
    requested: int | None
    """Requested for the next year."""
    execution: float | None
    """executed / available of the programmes of which both are told; None where there is none."""
    not_told: int
    """Programmes with money of the year of which it is not told what was executed."""
    nothing_executed: int
    """Programmes that could spend money and executed none of it."""
    more_executed: int
    """Programmes that executed more than their 現額 (money moved within an item, 流用); the rate
    counts what is printed.
    """


@dataclass(frozen=True)
class MoneyAnswer:
    """The money of one budget year by office."""

    year: int | None
    """The budget year; None where the graph has no budget programmes."""
    years: tuple[int, ...]
    """The budget years that sheets tell of, the latest first."""
    offices: tuple[OfficeMoney, ...]
    """The offices, the one that could spend most first."""
    total: OfficeMoney
    """All of them together."""


@kept
def money_by_office(
    store: Store,
    year: int | None = None,
    office: str = "",
    by: By = "ministry",
    account: str = "",
) -> MoneyAnswer:
    """What programmes could spend, executed and carry over in a budget year (default: the latest
    one of which it is told what was executed), by ministry, outer office or bureau; `office` (a
    name or id) is the ministry or outer office that leads them, `account` the kind of account
    (一般会計, 特別会計) or a part of an account's name; empty for all.

    Raises NotFound for an office or account that is none, and for a year that no sheet tells of.
    """
    found = programmes_of(store, office, account)
    of_year, years = year_of(found, year)
    key = _KEYS[by]
    offices = [
        _office(key(group[0]), group, of_year)
        for _, rows in groupby(sorted(found, key=key), key=key)
        if (group := list(rows))
    ]
    offices.sort(key=lambda each: (-(each.available or 0), each.ministry, each.agency, each.bureau))
    return MoneyAnswer(of_year, years, tuple(offices), _office(("", "", ""), found, of_year))


_KEYS: dict[By, Callable[[OfProgramme], tuple[str, str, str]]] = {
    "ministry": lambda one: (one.ministry, "", ""),
    "agency": lambda one: (one.ministry, one.agency, ""),
    "bureau": lambda one: (one.ministry, one.agency, one.bureau),
}


def programmes_of(store: Store, office: str = "", account: str = "") -> tuple[OfProgramme, ...]:
    """All programmes that an office leads (a name or id of a ministry or outer office; empty: all),
    by number; of an account those that have money there, with that money alone. Raises NotFound
    with the nearest names.
    """
    id_ = resolve(store, office, ["Ministry", "Agency"]).id if office else ""
    found = [one for one, offices in _all_led(store) if not id_ or id_ in offices]
    if not account:
        return tuple(found)
    accounts = accounts_of(store)
    money = in_account(
        account, {one.id: one.rows for one in found}, {one.id: accounts[one.id] for one in found}
    )
    return tuple(replace(one, rows=money[one.id]) for one in found if one.id in money)


@kept
def _all_led(store: Store) -> tuple[tuple[OfProgramme, frozenset[str]], ...]:
    """Every programme, by number, with the ids of the offices that lead it."""
    groups = groupby(ask(store, "programmes/money"), key=lambda row: row["id"])
    return tuple(
        (_programme(rows), frozenset(row["office_id"] for row in rows))
        for rows in (list(group) for _, group in groups)
    )


def year_of(found: Iterable[OfProgramme], year: int | None) -> tuple[int | None, tuple[int, ...]]:
    """The year asked for, or the latest one of which it is told what was executed, and all budget
    years, the latest first. Raises NotFound for a year that no sheet tells of.
    """
    told: dict[int, bool] = {}
    for programme in found:
        for row in programme.rows:
            told[row["year"]] = told.get(row["year"], False) or row["executed"] is not None
    years = tuple(sorted(told, reverse=True))
    if year is None:
        return next((each for each in years if told[each]), years[0] if years else None), years
    if year not in told:
        known = ", ".join(map(str, years)) or "none"
        raise NotFound(f"no review sheet tells of the money of {year}", todo=f"ask for: {known}")
    return year, years


def _programme(rows: list[dict[str, Any]]) -> OfProgramme:
    """`rows`: one for each office in the lead."""
    first = rows[0]
    ministry, agency = (
        "、".join(row["office"] for row in rows if row["type"] == kind)
        for kind in ("Ministry", "Agency")
    )
    return OfProgramme(
        first["id"],
        first["number"],
        first["name"],
        ministry,
        agency,
        first["bureau"] or "",
        json.loads(first["money"] or "[]"),
    )


def _office(
    names: tuple[str, str, str], programmes: Iterable[OfProgramme], year: int | None
) -> OfficeMoney:
    rows = [one.row(year) for one in programmes]
    money = [row for row in rows if row]
    told = [
        (row["executed"], row["available"])
        for row in money
        if row["executed"] is not None and row["available"] is not None
    ]
    could = sum(available for _, available in told)
    sums = {name: _sum(row[name] for row in money) for name in _SUMS}
    ministry, agency, bureau = names
    return OfficeMoney(
        ministry=ministry,
        agency=agency,
        bureau=bureau,
        programmes=len(rows),
        with_money=len(money),
        **sums,
        execution=sum(executed for executed, _ in told) / could if could else None,
        not_told=sum(row["executed"] is None for row in money),
        nothing_executed=sum(available > 0 and executed == 0 for executed, available in told),
        more_executed=sum(executed > available for executed, available in told),
    )


def _sum(values: Iterable[int | None]) -> int | None:
    told = [value for value in values if value is not None]
    return sum(told) if told else None

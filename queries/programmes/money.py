"""The money of budget programmes by ministry, and the offices below it, in one budget year: what
could be spent, what was, and what is carried over.

Years are not added up: what one carries over the next one has again. A programme counts for the
ministry in the lead alone, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.programmes.accounts import in_account
from queries.programmes.card import YearOfMoney, years_of_money
from queries.search.search import resolve

By = Literal["ministry", "agency", "bureau"]
BY: tuple[By, ...] = ("ministry", "agency", "bureau")


@dataclass(frozen=True)
class OfProgramme:
    """A programme with its money, and who leads it."""

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
    years: tuple[YearOfMoney, ...]
    """A row a budget year, the latest first."""

    def of(self, year: int | None) -> YearOfMoney | None:
        """Its money of the budget year; None where its sheets tell none."""
        return next((money for money in self.years if money.year == year), None)


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
    by id; of an account those that have money there, with that money alone. Raises NotFound with
    the nearest names.
    """
    id_ = resolve(store, office, ["Ministry", "Agency"]).id if office else ""
    rows = ask(store, "programmes/money", office=id_, by_account=bool(account))
    money = {row["id"]: years_of_money(row["money"]) for row in rows}
    if account:
        money = in_account(account, money, {row["id"]: row["accounts"] for row in rows})
    return tuple(
        _programme(list(group), money[id_])
        for id_, group in groupby(rows, key=lambda row: row["id"])
        if id_ in money
    )


def year_of(found: Iterable[OfProgramme], year: int | None) -> tuple[int | None, tuple[int, ...]]:
    """The year asked for, or the latest one of which it is told what was executed, and all budget
    years, the latest first. Raises NotFound for a year that no sheet tells of.
    """
    told: dict[int, bool] = {}
    for programme in found:
        for money in programme.years:
            told[money.year] = told.get(money.year, False) or money.executed is not None
    years = tuple(sorted(told, reverse=True))
    if year is None:
        return next((each for each in years if told[each]), years[0] if years else None), years
    if year not in told:
        known = ", ".join(map(str, years)) or "none"
        raise NotFound(f"no review sheet tells of the money of {year}", todo=f"ask for: {known}")
    return year, years


def _programme(rows: list[dict[str, Any]], years: tuple[YearOfMoney, ...]) -> OfProgramme:
    """`rows`: one for each office in the lead."""
    first = rows[0]
    return OfProgramme(
        first["id"],
        first["number"],
        first["name"],
        first["ministry"] or "",
        "、".join(dict.fromkeys(row["agency"] for row in rows if row["agency"])),
        first["bureau"] or "",
        years,
    )


def _office(
    names: tuple[str, str, str], programmes: Iterable[OfProgramme], year: int | None
) -> OfficeMoney:
    programmes = list(programmes)
    money = [told for programme in programmes if (told := programme.of(year))]
    both = [
        (told.executed, told.available)
        for told in money
        if told.executed is not None and told.available is not None
    ]
    could = sum(available for _, available in both)
    return OfficeMoney(
        *names,
        len(programmes),
        len(money),
        _sum(told.initial for told in money),
        _sum(told.supplementary for told in money),
        _sum(told.carried_over for told in money),
        _sum(told.reserve for told in money),
        _sum(told.available for told in money),
        _sum(told.executed for told in money),
        _sum(told.carried_on for told in money),
        _sum(told.requested for told in money),
        sum(executed for executed, _ in both) / could if could else None,
        sum(told.executed is None for told in money),
        sum(available > 0 and executed == 0 for executed, available in both),
        sum(executed > available for executed, available in both),
    )


def _sum(values: Iterable[int | None]) -> int | None:
    told = [value for value in values if value is not None]
    return sum(told) if told else None

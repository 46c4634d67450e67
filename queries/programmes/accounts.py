"""The money of budget programmes that stands in one account of the state."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept

_MOST = 8  # names of accounts that an error tells
SUMS = (  # those of a year that sheets tell by account
    "initial",
    "supplementary",
    "carried_over",
    "reserve",
    "available",
    "executed",
    "requested",
)

Years = Sequence[Mapping[str, Any]]  # the rows of a node's `money`, or of its `accounts`


@kept
def accounts_of(store: Store) -> dict[str, Years]:
    """Programme -> its years of money by account, as its node has them."""
    rows = ask(store, "programmes/accounts")
    return {row["id"]: json.loads(row["accounts"] or "[]") for row in rows}


def in_account(
    account: str, money: Mapping[str, Years], accounts: Mapping[str, Years]
) -> dict[str, Years]:
    """Programme -> its years of money in the account: a kind of account (一般会計, 特別会計), or a
    part of an account's name. Programmes without money there are left out. What is carried on is
    not told by account: it is None where other accounts have a part in the year, too.

    Raises NotFound, with names of accounts, where no account bears the name.
    """
    kinds = {fold(row["kind"]) for of_one in accounts.values() for row in of_one}
    field = "kind" if fold(account) in kinds else "account"
    found = {
        id_: years
        for id_, of_one in accounts.items()
        if (years := _years(of_one, money[id_], fold(account), field))
    }
    if not found and any(accounts.values()):
        names = Counter(row["account"] for of_one in accounts.values() for row in of_one)
        known = ", ".join(name for name, _ in names.most_common(_MOST))
        raise NotFound(f"no account is called {account}", todo=f"there are: {known} …")
    return found


def _years(rows: Years, money: Years, account: str, field: str) -> Years:
    whole = {row["year"]: row for row in money}
    found = []
    for year, group in groupby(rows, key=lambda row: row["year"]):
        of_year = list(group)
        ours = [row for row in of_year if account in fold(row[field])]
        if ours:
            alone = len(ours) == len(of_year) and year in whole
            found.append(
                {
                    "sheet": ours[0]["sheet"],
                    "line": ours[0]["line"],
                    "year": year,
                    **{name: _sum(row[name] for row in ours) for name in SUMS},
                    "carried_on": whole[year]["carried_on"] if alone else None,
                }
            )
    return found


def _sum(values: Iterable[int | None]) -> int | None:
    told = [value for value in values if value is not None]
    return sum(told) if told else None

"""Money by ministry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.money.rule import Draw, Total, totals


@dataclass(frozen=True)
class MinistryMoney:
    """What one kind of budget comes to for one ministry.

    A budget of a joint measure counts for each of its ministries: ministries must not be added up.
    """

    ministry: str
    """The ministry's id."""
    name: str
    """The ministry's name."""
    total: Total
    """What the budgets come to, in yen."""
    joint: int
    """How many of the budgets also count for another ministry."""
    derived: int
    """How many measures are the ministry's only because it supervises their body."""


def money_by_ministry(store: Store) -> tuple[MinistryMoney, ...]:
    """Per ministry (by id) and kind of budget (in the order of budget_kinds.yaml), in yen."""
    rows = ask(store, "money/by_ministry")
    ministries: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        ministries[row["budget"]].add(row["ministry"])
    by_ministry = {
        ministry: list(group) for ministry, group in groupby(rows, key=lambda row: row["ministry"])
    }
    return tuple(
        _ministry_money(of_ministry, ministries, total)
        for of_ministry in by_ministry.values()
        for total in totals(map(Draw.of, of_ministry))
    )


def _ministry_money(
    rows: list[dict[str, Any]], ministries: dict[str, set[str]], total: Total
) -> MinistryMoney:
    """`rows`: all of one ministry; `ministries`: of each budget."""
    of_kind = [row for row in rows if Draw.of(row).kind == total.kind]
    joint = sum(len(ministries[budget]) > 1 for budget in {row["budget"] for row in of_kind})
    derived = {row["measure"] for row in of_kind if row["derived"]}
    return MinistryMoney(rows[0]["ministry"], rows[0]["name"], total, joint, len(derived))

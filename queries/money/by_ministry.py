"""Money by ministry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.money.rule import Draw, Total, counted, totals


@dataclass(frozen=True)
class MinistryMoney:
    """What one kind of budget of one fiscal year comes to for one ministry.

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


@kept
def money_by_ministry(store: Store) -> tuple[MinistryMoney, ...]:
    """Per ministry (by id), kind of budget (in the order of budget_kinds.yaml) and fiscal year (the
    latest first), in yen.
    """
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
    rows: Sequence[dict[str, Any]], ministries: dict[str, set[str]], total: Total
) -> MinistryMoney:
    """`rows`: all of one ministry; `ministries`: of each budget."""
    drawn = [
        draw
        for draw in counted(map(Draw.of, rows))
        if (draw.kind, draw.year) == (total.kind, total.year)
    ]
    joint = sum(len(ministries[budget]) > 1 for budget in {draw.budget for draw in drawn})
    derived = {row["measure"] for row in rows if row["derived"]} & {d.measure for d in drawn}
    return MinistryMoney(rows[0]["ministry"], rows[0]["name"], total, joint, len(derived))

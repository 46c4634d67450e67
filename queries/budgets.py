"""Money by ministry, and all of it, beside what the documents state."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.money import Total


@dataclass(frozen=True)
class MinistryMoney:
    """What one kind of budget comes to for one ministry (yen in `total`, see queries.money).

    A budget of a joint measure counts for each of its ministries: ministries must not be added up.
    `joint` is how many of the budgets also count for another ministry; `derived` how many measures came through a body.
    """

    ministry: str
    name: str
    total: Total
    joint: int
    derived: int


@dataclass(frozen=True)
class Reason:
    """Why our total and a document's own differ: `code` (a key of reasons.yaml), how many cases, and the text."""

    code: str
    count: int
    japanese: str
    english: str


@dataclass(frozen=True)
class StatedMoney:
    """The sum that a document states of itself, in yen."""

    document: str
    yen: int


@dataclass(frozen=True)
class TotalMoney:
    """Our totals per kind, what the documents state of themselves, and why the two differ."""

    totals: tuple[Total, ...]
    stated: tuple[StatedMoney, ...]
    reasons: tuple[Reason, ...]


def money_by_ministry(store: Store) -> tuple[MinistryMoney, ...]:
    """Per ministry (by id) and kind of budget (in the order of money.KINDS)."""
    raise NotImplementedError


def total_money(store: Store) -> TotalMoney:
    """All budgets, each counted once, per kind."""
    raise NotImplementedError

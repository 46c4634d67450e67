"""All the money in the graph, beside the sums that the documents state of themselves."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask
from queries.documents import documents
from queries.money.reasons import Reason, reasons
from queries.money.rule import Draw, Total, totals


@dataclass(frozen=True)
class StatedMoney:
    """The sum that a document states of itself."""

    document: str
    """The document's id."""
    yen: int
    """The sum in yen."""


@dataclass(frozen=True)
class TotalMoney:
    """All the money, and why it differs from what the documents state."""

    totals: tuple[Total, ...]
    """What the budgets of each kind come to, in yen."""
    stated: tuple[StatedMoney, ...]
    """The sums of the documents that state one, by id."""
    reasons: tuple[Reason, ...]
    """The reasons that have a case."""


def total_money(store: Store) -> TotalMoney:
    """All budgets, each counted once, per kind, in yen."""
    draws = [Draw.of(row) for row in ask(store, "money/all_money")]
    by_kind = totals(draws)
    stated = tuple(
        StatedMoney(document.id, yen)
        for document in documents(store)
        if isinstance(yen := document.states.get("yen"), int)
    )
    without = ask(store, "money/measures_without_money")[0]["count"]
    return TotalMoney(by_kind, stated, reasons(by_kind, draws, without))

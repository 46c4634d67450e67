"""All the money in the graph, and the sum that a document states of itself beside its own sums."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask
from queries.documents import documents
from queries.kept import kept
from queries.money.reasons import Reason, reasons
from queries.money.rule import Draw, Total, totals


@dataclass(frozen=True)
class StatedMoney:
    """The sum that a document states of itself, beside what its own pages print."""

    document: str
    """The document's id."""
    yen: int
    """The sum that it states, in yen."""
    totals: tuple[Total, ...]
    """What the budgets on its pages come to."""
    reasons: tuple[Reason, ...]
    """Why the two differ: the reasons that have a case."""


@dataclass(frozen=True)
class TotalMoney:
    """All the money, and what documents state of theirs."""

    totals: tuple[Total, ...]
    """What the budgets of each kind and fiscal year come to, of each measure those of its latest
    document.
    """
    stated: tuple[StatedMoney, ...]
    """The documents that state a sum, by id."""


@kept
def all_draws(store: Store) -> tuple[Draw, ...]:
    """Every measure drawing on every budget that its latest document prints."""
    return tuple(Draw.of(row) for row in ask(store, "money/all_money"))


@kept
def total_money(store: Store) -> TotalMoney:
    """All budgets, each counted once, per kind and fiscal year, in yen."""
    return TotalMoney(
        totals(all_draws(store)),
        tuple(
            _stated(store, document.id, yen)
            for document in documents(store)
            if isinstance(yen := document.states.get("yen"), int)
        ),
    )


def _stated(store: Store, document: str, yen: int) -> StatedMoney:
    draws = [Draw.of(row) for row in ask(store, "money/of_document", document=document)]
    without = ask(store, "money/pages_without_money", document=document)[0]["count"]
    sums = totals(draws)
    return StatedMoney(document, yen, sums, reasons(sums, draws, without))

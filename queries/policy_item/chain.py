"""Policy items one after another: those that carry each other on, with the measures they cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask, ask_of_many
from queries.documents import documents_of
from queries.sources import Source, sources

_EARLIER, _LATER = "policy_item/carried_on", "policy_item/carrying_on"  # questions


@dataclass(frozen=True)
class CoveredMeasure:
    """A measure that an item covers."""

    id: str
    """The measure's id."""
    title: str
    """The measure's title."""
    documents: tuple[str, ...]
    """The ids of the documents that contain it, the earliest first."""
    sources: tuple[Source, ...]
    """Where the item says that it covers it."""


@dataclass(frozen=True)
class ItemStep:
    """A policy item on the way from another one, or from a measure."""

    id: str
    """The item's id."""
    title: str
    """Its title, as printed."""
    document: str
    """The document's id."""
    date: str
    """The document's date, ISO."""
    item_no: str
    """Its number, as printed: ⑤-2."""
    column: str | None
    """The column of the document's table, if it has several."""
    steps: int
    """How many steps it is from where the way begins, which is 0."""
    covers: tuple[CoveredMeasure, ...]
    """The measures that it covers."""
    source: Source
    """Where the item begins."""


def items_of_measure(store: Store, measure_id: str) -> tuple[ItemStep, ...]:
    """The policy items that cover a measure (`steps` 0), the latest document first, and those that
    these carry on, step by step.
    """
    covering = [row["id"] for row in ask(store, "policy_item/covering", id=measure_id)]
    return item_steps(store, dict.fromkeys(covering, 0) | _reached(store, _EARLIER, covering))


def earlier_items(store: Store, item_id: str) -> tuple[ItemStep, ...]:
    """The items that this one carries on, over any number of documents, the nearest first."""
    return item_steps(store, _reached(store, _EARLIER, [item_id]))


def later_items(store: Store, item_id: str) -> tuple[ItemStep, ...]:
    """The items that carry this one on, over any number of documents, the nearest first."""
    return item_steps(store, _reached(store, _LATER, [item_id]))


def _reached(store: Store, question: str, start: Sequence[str]) -> dict[str, int]:
    """Item id -> steps from the start, for all that are reached from it (the start left out)."""
    reached: dict[str, int] = {}
    seen, frontier, steps = set(start), sorted(start), 0
    while frontier:
        steps += 1
        frontier = [
            row["id"] for row in ask_of_many(store, question, frontier) if row["id"] not in seen
        ]
        seen |= set(frontier)
        reached |= dict.fromkeys(frontier, steps)
    return reached


def item_steps(store: Store, steps: dict[str, int]) -> tuple[ItemStep, ...]:
    """The items of these ids, each so many steps away: fewest steps first, then the latest
    document, then by line.
    """
    if not steps:
        return ()
    covers = _covers(store, sorted(steps))
    items = [
        ItemStep(
            row["id"],
            row["title"],
            row["document"].partition(":")[2],
            row["date"],
            row["item_no"],
            row["column_name"],
            steps[row["id"]],
            covers[row["id"]],
            Source(row["document"].partition(":")[2], row["line_start"]),
        )
        for row in ask_of_many(store, "policy_item/items", sorted(steps))
    ]
    latest_first = sorted({(item.date, item.document) for item in items}, reverse=True)
    order = {document: place for place, (_, document) in enumerate(latest_first)}
    return tuple(
        sorted(
            items,
            key=lambda item: (item.steps, order[item.document], item.source.line or 0, item.id),
        )
    )


def _covers(store: Store, items: Sequence[str]) -> dict[str, tuple[CoveredMeasure, ...]]:
    """Item id -> the measures that it covers."""
    rows = ask_of_many(store, "policy_item/covers", items)
    documents = documents_of(store, sorted({row["id"] for row in rows}))
    covers: dict[str, tuple[CoveredMeasure, ...]] = defaultdict(tuple)
    for row in rows:
        places = sources(row["documents"], row["lines"])
        covers[row["item"]] += (
            CoveredMeasure(row["id"], row["title"], documents[row["id"]], places),
        )
    return covers

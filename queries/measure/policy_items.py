"""Policy items: what an item covers, what it carries on, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask
from queries.measure.relatives import documents_of
from queries.search.search import Hit, resolve
from queries.sources import Source, sources

_SHOWN = 12


@dataclass(frozen=True)
class CoveredMeasure:
    """A measure that an item covers; `documents` tell it, the earliest first."""

    id: str
    title: str
    documents: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ItemMinistry:
    id: str
    name: str
    lead: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ItemStep:
    """A policy item on the way from another: `steps` from it (0: the item itself). `column` is that
    of the document, if it has any.
    """

    id: str
    title: str
    document: str
    date: str
    item_no: str
    column: str | None
    steps: int
    covers: tuple[CoveredMeasure, ...]
    source: Source


@dataclass(frozen=True)
class ItemCard:
    """One policy item. `earlier` are those that it carries on, `later` those that carry it on, over
    any number of documents, the nearest first; a later item's measures are what came of this one.
    Lines from 1.
    """

    id: str
    title: str
    document: str
    document_title: str
    item_no: str
    column: str | None
    line_start: int
    line_end: int
    ministries: tuple[ItemMinistry, ...]
    covers: tuple[CoveredMeasure, ...]
    earlier: tuple[ItemStep, ...]
    later: tuple[ItemStep, ...]


def item_card(store: Store, item: str) -> ItemCard:
    """Everything known of a policy item, given by id, by title, or by document and number
    (followup-2024:⑫, with or without "item:").

    Raises NotFound for what no item answers to, and with the candidates where several do: numbers
    start anew in every section.
    """
    return _card(store, (item_of_number(store, item) or resolve(store, item, ["PolicyItem"])).id)


def item_of_number(store: Store, item: str) -> Hit | None:
    """The policy item that a document and a number or id in it mean; None for a name that does not
    begin with a document's id.

    Raises NotFound where the document has no such item, and with the candidates where it has
    several.
    """
    document, _, number = (
        item.removeprefix("item:").replace("　", ":").replace(" ", ":").partition(":")
    )
    if not number or all(row["id"] != f"document:{document}" for row in ask(store, "documents")):
        return None
    rows = ask(store, "measure/items_of_document", document=f"document:{document}")
    found = [row for row in rows if row["id"] == f"item:{document}:{number}"] or [
        row for row in rows if fold(number) in _numbers(row)
    ]
    if not found:
        raise NotFound(
            f"{document} has no item {number!r}",
            None,
            "look for it with `shisaku find WORDS --kind PolicyItem`",
        )
    if len(found) > 1:
        raise NotFound(
            f"{item!r} may mean {len(found)} items", None, f"say which: {_listed(found)}"
        )
    return Hit(found[0]["id"], "PolicyItem", found[0]["title"], "title")


def _numbers(row: dict[str, Any]) -> set[str]:
    """What an item's number may be written as: ⑤-2, and with its column, new:⑤-2."""
    return {fold(row["item_no"]), fold(f"{row['column_name'] or ''}:{row['item_no']}")}


def _listed(rows: Sequence[dict[str, Any]]) -> str:
    more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    return ", ".join(f"{row['title']} ({row['id']})" for row in rows[:_SHOWN]) + more


def _card(store: Store, item_id: str) -> ItemCard:
    (row,) = ask(store, "measure/items", ids=[item_id])
    (itself,) = _steps(store, {item_id: 0})
    ministries = [
        ItemMinistry(r["id"], r["name"], r["lead"], sources(r["documents"], r["lines"]))
        for r in ask(store, "measure/item_ministries", id=item_id)
    ]
    return ItemCard(
        item_id,
        row["title"],
        itself.document,
        row["document_title"],
        row["item_no"],
        row["column_name"],
        row["line_start"],
        row["line_end"],
        tuple(sorted(ministries, key=lambda each: (not each.lead, each.id))),
        itself.covers,
        _steps(store, _chain(store, "measure/items_carried_on", [item_id])),
        _steps(store, _chain(store, "measure/items_carrying_on", [item_id])),
    )


def items_of_measure(store: Store, measure_id: str) -> tuple[ItemStep, ...]:
    """The policy items that cover a measure (`steps` 0), the latest document first, and those that
    these carry on, step by step.
    """
    covering = [row["id"] for row in ask(store, "measure/items_covering", id=measure_id)]
    return _steps(
        store, dict.fromkeys(covering, 0) | _chain(store, "measure/items_carried_on", covering)
    )


def _chain(store: Store, question: str, start: Sequence[str]) -> dict[str, int]:
    """Item id -> steps from the start, for all that are reached from there (the start left out)."""
    reached: dict[str, int] = {}
    seen, frontier, steps = set(start), sorted(start), 0
    while frontier:
        steps += 1
        frontier = [
            row["id"] for row in ask(store, question, ids=frontier) if row["id"] not in seen
        ]
        seen |= set(frontier)
        reached |= dict.fromkeys(frontier, steps)
    return reached


def _steps(store: Store, steps: dict[str, int]) -> tuple[ItemStep, ...]:
    """The items, fewest steps first, then the latest document, then by line."""
    if not steps:
        return ()
    covers = _covers(store, sorted(steps))
    found = [
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
        for row in ask(store, "measure/items", ids=sorted(steps))
    ]
    latest_first = sorted(found, key=lambda each: (each.date, each.document), reverse=True)
    order = {
        document: place
        for place, document in enumerate(dict.fromkeys(each.document for each in latest_first))
    }
    return tuple(
        sorted(
            found,
            key=lambda each: (each.steps, order[each.document], each.source.line or 0, each.id),
        )
    )


def _covers(store: Store, items: Sequence[str]) -> dict[str, tuple[CoveredMeasure, ...]]:
    rows = ask(store, "measure/items_cover", ids=list(items))
    told = documents_of(store, sorted({row["id"] for row in rows}))
    found: dict[str, tuple[CoveredMeasure, ...]] = defaultdict(tuple)
    for row in rows:
        found[row["item"]] += (
            CoveredMeasure(
                row["id"], row["title"], told[row["id"]], sources(row["documents"], row["lines"])
            ),
        )
    return found

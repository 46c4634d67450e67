"""The card of a policy item: everything that is known of it, and what its number means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.bounds import quoted
from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask, ask_of_many
from queries.documents import documents
from queries.figures import FigureFact, figure_facts
from queries.policy_item.chain import (
    CoveredMeasure,
    ItemStep,
    earlier_items,
    item_steps,
    later_items,
)
from queries.search.search import Hit, resolve
from queries.sources import Source, sources

_SHOWN = 12  # of the items that a number may mean, so many are named


@dataclass(frozen=True)
class ItemMinistry:
    """A ministry that is responsible for an item."""

    id: str
    """The ministry's id."""
    name: str
    """The ministry's name."""
    lead: bool
    """Whether it is printed as the first of several."""
    sources: tuple[Source, ...]
    """The lines that name it."""


@dataclass(frozen=True)
class ItemCard:
    """One policy item; a later item's measures are what came of this one."""

    id: str
    """The item's id."""
    title: str
    """Its title, as printed."""
    document: str
    """The document's id."""
    document_title: str
    """The document's title."""
    item_no: str
    """Its number, as printed: ⑤-2."""
    column: str | None
    """The column of the document's table, if it has several."""
    line_start: int
    """The line on which it begins, from 1."""
    line_end: int
    """The line on which it ends."""
    ministries: tuple[ItemMinistry, ...]
    """The ministries that are responsible, the lead first, then by id."""
    covers: tuple[CoveredMeasure, ...]
    """The measures that it covers."""
    figures: tuple[FigureFact, ...]
    """The targets and results that it states itself, or that stand beside it under no measure."""
    earlier: tuple[ItemStep, ...]
    """The items that it carries on, over any number of documents, the nearest first."""
    later: tuple[ItemStep, ...]
    """The items that carry it on, likewise."""


def item_card(store: Store, item: str) -> ItemCard:
    """Everything known of a policy item, by its id, its title, or document and number
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
    if not number or document not in {known.id for known in documents(store)}:
        return None
    if itself := ask_of_many(store, "policy_item/items", [f"item:{document}:{number}"]):
        return Hit(itself[0]["id"], "PolicyItem", itself[0]["title"], "title")
    rows = ask(store, "policy_item/of_document", document=f"document:{document}")
    meant = [row for row in rows if fold(number) in _numbers(row)]
    if not meant:
        raise NotFound(
            f"{document} has no item {quoted(number)}",
            None,
            "look for it with `shisaku find WORDS --kind PolicyItem`",
        )
    if len(meant) > 1:
        raise NotFound(
            f"{quoted(item)} may mean {len(meant)} items", None, f"say which: {_listed(meant)}"
        )
    return Hit(meant[0]["id"], "PolicyItem", meant[0]["title"], "title")


def _numbers(row: dict[str, Any]) -> set[str]:
    """What an item's number may be written as: ⑤-2, and with its column, new:⑤-2."""
    return {fold(row["item_no"]), fold(f"{row['column_name'] or ''}:{row['item_no']}")}


def _listed(rows: Sequence[dict[str, Any]]) -> str:
    more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    return ", ".join(f"{row['title']} ({row['id']})" for row in rows[:_SHOWN]) + more


def _card(store: Store, item_id: str) -> ItemCard:
    (row,) = ask_of_many(store, "policy_item/items", [item_id])
    (itself,) = item_steps(store, {item_id: 0})
    ministries = [
        ItemMinistry(r["id"], r["name"], r["lead"], sources(r["documents"], r["lines"]))
        for r in ask(store, "policy_item/ministries", id=item_id)
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
        tuple(sorted(ministries, key=lambda ministry: (not ministry.lead, ministry.id))),
        itself.covers,
        figure_facts(itself.document, row["figures"]),
        earlier_items(store, item_id),
        later_items(store, item_id),
    )

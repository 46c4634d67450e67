"""A recipient: what every budget programme paid to it, itself or through others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.search.nodes import node_card
from queries.search.search import resolve
from queries.sources import Source, sources


@dataclass(frozen=True)
class Payment:
    """What one programme paid to the recipient in one block of the money's way."""

    programme: str
    """The programme's node."""
    name: str
    """Its name."""
    ministries: tuple[str, ...]
    """The ministries in the lead of it, by name."""
    yen: int | None
    """How much, in yen; None where that is not told."""
    sheet: int
    """The year of the sheet; the money is that of the year before."""
    block: str
    """The block, as lettered."""
    direct: bool | None
    """Whether the office itself paid; None where that is not told."""
    sources: tuple[Source, ...]
    """Where that stands."""


@dataclass(frozen=True)
class RecipientCard:
    """A recipient with all that was paid to it."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    kind: str
    """company, foundation, municipality …, by its name."""
    corporate_number: str | None
    """法人番号, where it is told."""
    payments: tuple[Payment, ...]
    """Of the latest sheets first; what offices paid themselves first, the largest first."""


def recipient_card(store: Store, recipient: str) -> RecipientCard:
    """A recipient (its name or id) with what was paid to it. Raises NotFound with the nearest
    names.
    """
    node = node_card(store, resolve(store, recipient, ["Recipient"]).id)
    payments = [
        _payment(list(group))
        for _, group in groupby(ask(store, "programmes/payments", id=node.id), key=_one)
    ]
    payments.sort(key=lambda paid: (-paid.sheet, paid.direct is False, -(paid.yen or 0)))
    return RecipientCard(
        node.id,
        node.name,
        node.properties["kind"],
        node.properties.get("corporate_number"),
        tuple(payments),
    )


def _one(row: dict[str, Any]) -> tuple[Any, ...]:
    """What rows of one payment share: a row for each ministry in the lead."""
    return row["sheet"], row["programme"], row["block"], row["yen"]


def _payment(rows: list[dict[str, Any]]) -> Payment:
    first = rows[0]
    return Payment(
        first["programme"],
        first["name"],
        tuple(dict.fromkeys(row["ministry"] for row in rows if row["ministry"])),
        first["yen"],
        first["sheet"],
        first["block"],
        first["direct"],
        sources(first["documents"], first["lines"]),
    )

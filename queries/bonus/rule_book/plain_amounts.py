"""The plain cap or rate that a higher one stands on: as the page that states the bonus prints it
for the same part of the measure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.store import Store
from queries.cypher import ask

if TYPE_CHECKING:
    from queries.bonus.rule_book.rules import RuleCard

_FACTS = {"cap_uplift": "caps", "rate_uplift": "rates"}
_AMOUNT = {"cap_uplift": "yen", "rate_uplift": "value"}

Row = Mapping[str, Any]


def with_plain_amounts(store: Store, cards: Iterable[RuleCard]) -> list[RuleCard]:
    """The same; a cap or a rate that is raised and that no rule states plainly with what its page
    prints without the bonus, where that is one amount.
    """
    kept = list(cards)
    pages: dict[str, list[Row]] = {}
    for row in ask(store, "bonus/rule_book/rule_plain_amounts", ids=[card.id for card in kept]):
        pages.setdefault(row["rule"], []).append(row)
    return [
        card if card.base or card.id not in pages else replace(card, base=_plain(card, pages))
        for card in kept
    ]


def _plain(card: RuleCard, pages: Mapping[str, list[Row]]) -> tuple[str, ...]:
    printed = {
        fact["printed"]: None
        for page in pages[card.id]
        if _states(page, card)
        for fact in json.loads(page[_FACTS[card.benefit]] or "[]")
        if _is_plain(fact, card)
    }
    return tuple(printed) if len(printed) == 1 else ()


def _states(page: Row, card: RuleCard) -> bool:
    return any(
        source.document == page["document"]
        and page["line_start"] <= source.line <= page["line_end"]
        for source in card.sources
    )


def _is_plain(fact: Row, card: RuleCard) -> bool:
    """Whether it is for the same part and size as the rule, and not the raised amount itself."""
    sizes = {size for size, _ in card.left_out}
    part = fact["frame"] or ""
    if fact["band"]:
        part = f"{part}（{fact['band']}）"
    return (
        fact[_AMOUNT[card.benefit]] is not None
        and not fact.get("with_uplift")
        and part in {raised.frame or "" for raised in card.raises}
        and (card.value_is == "added" or fact["printed"] != card.value)
        and fact["size_class"] not in sizes
        and (card.size_class is None or fact["size_class"] in (None, card.size_class))
    )

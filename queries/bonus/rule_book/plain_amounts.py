"""The plain cap or rate that a higher one stands on: as the page that states the bonus prints it
for the same part of the measure.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.cypher import ask_of_many
from queries.sources import Source

_FACTS = {"cap_uplift": "caps", "rate_uplift": "rates"}
_AMOUNT = {"cap_uplift": "yen", "rate_uplift": "value"}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Raise:
    """A cap or a rate that a rule raises."""

    benefit: str
    """cap_uplift or rate_uplift."""
    value: str | None
    """How much it is then, or comes on top."""
    is_added: bool
    """Whether it comes on top."""
    parts: frozenset[str]
    """The parts of measures that it is for, "" for all of one."""
    size_class: str | None
    """The size class that it is for alone."""
    left_out: frozenset[str]
    """The size classes that do not get it."""
    sources: tuple[Source, ...]
    """Where it is stated."""


def plain_amounts(store: Store, raises: Mapping[str, Raise]) -> dict[str, tuple[str, ...]]:
    """By the id of a rule, what its page prints for the same part without it, where that is one
    amount.
    """
    pages: dict[str, list[Row]] = defaultdict(list)
    for row in ask_of_many(store, "bonus/rule_book/rule_plain_amounts", raises):
        pages[row["rule"]].append(row)
    found = {rule: _plain(raises[rule], theirs) for rule, theirs in pages.items()}
    return {rule: amounts for rule, amounts in found.items() if len(amounts) == 1}


def _plain(raised: Raise, pages: list[Row]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            fact["printed"]
            for page in pages
            if _states(page, raised)
            for fact in json.loads(page[_FACTS[raised.benefit]] or "[]")
            if _is_plain(fact, raised)
        )
    )


def _states(page: Row, raised: Raise) -> bool:
    return any(
        source.document == page["document"]
        and page["line_start"] <= source.line <= page["line_end"]
        for source in raised.sources
    )


def _is_plain(fact: Row, raised: Raise) -> bool:
    """Whether it is for the same part and size as the rule, and not the raised amount itself."""
    part = fact["frame"] or ""
    if fact["band"]:
        part = f"{part}（{fact['band']}）"
    return (
        fact[_AMOUNT[raised.benefit]] is not None
        and not fact.get("with_uplift")
        and part in raised.parts
        and (raised.is_added or fact["printed"] != raised.value)
        and fact["size_class"] not in raised.left_out
        and (raised.size_class is None or fact["size_class"] in (None, raised.size_class))
    )

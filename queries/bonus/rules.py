"""Bonus rules as cards: what each asks for, what it gives, and where it stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.bonus.sizes import Limit
from queries.cypher import ask
from queries.sources import Source, sources

STATUSES = ("in_force", "planned", "considered", "not_restated")


@dataclass(frozen=True)
class Requirement:
    """One way to meet a group of a rule. `id` is a certification's or condition's (`type`
    Certification or Condition); `what` is its name without the amount, `amount` in `unit`;
    `tier_or_above` says that the page prints 以上; `aliases` other names of a condition, `met_by`
    other conditions that meet it.
    """

    group: int
    id: str
    type: str
    name: str
    what: str
    kind: str
    tier_or_above: bool
    amount: float | None
    unit: str | None
    aliases: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Raised:
    """What gets better: a measure (`frame`: that part of it alone), or a programme that is no
    measure here (`type` Measure or Programme).
    """

    id: str
    type: str
    name: str
    printed: str
    frame: str | None = None


@dataclass(frozen=True)
class RuleCard:
    """A bonus rule. All groups of `requires` must hold, each by one of its alternatives. Of the
    rules of one `exclusive_group` that of the lowest `rank` counts alone. `bonuses` are the ids of
    its statements in the catalogue, `stated_on` the measures (id, title) whose pages state it;
    `last_status` the status with which a rule that is not restated was stated last; `limits` the
    head counts that it is for, all must hold; `left_out` the size classes that do not get it, with
    the places that say so; `unstated` what its document leaves open: ranked, amount or condition.
    """

    id: str
    name: str
    bonuses: tuple[str, ...]
    condition: tuple[str, ...]
    condition_mode: str
    requires: tuple[Requirement, ...]
    benefit: str
    value: str | None
    size_class: str | None
    status: str
    since: str
    as_of: str
    not_restated: bool
    last_status: str | None
    exclusive_group: str | None
    rank: int | None
    limits: tuple[Limit, ...]
    left_out: tuple[tuple[str, tuple[Source, ...]], ...]
    unstated: tuple[str, ...]
    raises: tuple[Raised, ...]
    stated_on: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]

    @property
    def groups(self) -> tuple[tuple[Requirement, ...], ...]:
        """What it asks for: groups that must all hold, each by one of its alternatives."""
        return tuple(
            tuple(ways) for _, ways in groupby(self.requires, key=lambda asked: asked.group)
        )

    @property
    def standing(self) -> tuple[str, ...]:
        """Its status; of one that is not restated and was not in force when it was stated last,
        that before it.
        """
        return (
            (self.last_status, self.status)
            if self.last_status not in (None, "in_force")
            else (self.status,)
        )


def rule_cards(store: Store, ids: Sequence[str]) -> tuple[RuleCard, ...]:
    """The cards of these rules, those in force first, then planned, considered, no longer restated;
    each by id.
    """
    asked = {"ids": list(ids)}
    files = (
        "bonus/rule_requirements",
        "bonus/rule_gains",
        "bonus/rule_pages",
        "bonus/rule_places",
        "bonus/rule_left_out",
    )
    requires, gains, pages, places, left_out = (
        _by_rule(ask(store, name, **asked)) for name in files
    )
    cards = [
        RuleCard(
            **row
            | {
                "condition": tuple(row["condition"]),
                "bonuses": tuple(row["bonuses"] or ()),
                "unstated": tuple(row["unstated"] or ()),
                "limits": tuple(
                    Limit(limit["of"], limit["op"], limit["amount"])
                    for limit in json.loads(row["limits"] or "[]")
                ),
            },
            requires=tuple(
                Requirement(
                    q["number"],
                    q["id"],
                    q["type"],
                    q["name"],
                    q["what"] or q["name"],
                    q["kind"] or "certification",
                    q["tier_or_above"],
                    q["amount"],
                    q["unit"],
                    tuple(q["aliases"] or ()),
                    tuple(q["met_by"] or ()),
                )
                for q in requires[row["id"]]
            ),
            raises=tuple(
                Raised(g["id"], g["type"], g["name"], g["printed"], g["frame"])
                for g in gains[row["id"]]
            ),
            left_out=tuple(
                (n["size_class"], sources(n["documents"], n["lines"])) for n in left_out[row["id"]]
            ),
            stated_on=tuple((p["id"], p["title"]) for p in pages[row["id"]]),
            sources=tuple(
                dict.fromkeys(
                    Source(p["document"].removeprefix("document:"), p["line"])
                    for p in places[row["id"]]
                )
            ),
        )
        for row in ask(store, "bonus/rules", **asked)
    ]
    return tuple(sorted(cards, key=lambda card: (STATUSES.index(card.status), card.id)))


def _by_rule(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["rule"]].append(row)
    return found

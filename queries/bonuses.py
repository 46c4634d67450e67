"""What a certification unlocks: the rules that ask for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.search import resolve
from queries.sources import Source, sources

_STATUS = ("in_force", "planned", "considered", "not_restated")


@dataclass(frozen=True)
class Requirement:
    """One way to meet a group of a rule. `id` is a certification's or condition's (`type` Certification or Condition); `what` is its
    name without the amount, `amount` in `unit`; `tier_or_above` says that the page prints 以上."""

    group: int
    id: str
    type: str
    name: str
    what: str
    kind: str
    tier_or_above: bool
    amount: float | None
    unit: str | None


@dataclass(frozen=True)
class Raised:
    """What gets better: a measure, or a programme that is no measure here (`type` Measure or Programme)."""

    id: str
    type: str
    name: str
    printed: str


@dataclass(frozen=True)
class RuleCard:
    """A bonus rule. All groups of `requires` must hold, each by one of its alternatives. Of the rules of one `exclusive_group` that of
    the lowest `rank` counts alone. `bonuses` are the ids of its statements in the catalogue, `stated_on` the measures (id, title) whose pages state it."""

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
    exclusive_group: str | None
    rank: int | None
    raises: tuple[Raised, ...]
    stated_on: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CertificationBonuses:
    """A certification and the rules that holding it counts for, in force first.

    `tiers`: names of the certifications that were asked for (one, or the whole family).
    `in_documents` is False for one that no document names: it unlocks nothing that is stated here.
    """

    id: str
    name: str
    in_documents: bool
    tiers: tuple[str, ...]
    rules: tuple[RuleCard, ...]


def bonuses_of(store: Store, certification: str, all_tiers: bool = False) -> CertificationBonuses:
    """The rules that holding this certification satisfies (also those that ask for a lower tier "or above").

    `all_tiers` widens the question to every tier of the certification's family.
    Raises NotFound for an unknown certification.
    """
    asked = resolve(store, certification, ["Certification"])
    about = ask(store, "certification", id=asked.id)[0]
    family = ask(store, "certification_family", family=about["family"]) if all_tiers and about["family"] else [about]
    held = [row["id"] for row in family]
    ids = [row["id"] for row in ask(store, "rules_asking_for", held=held, below=_below(store, held))]
    return CertificationBonuses(asked.id, asked.name, about["in_documents"], tuple(row["name"] for row in family), rule_cards(store, ids))


def _below(store: Store, held: list[str]) -> list[str]:
    """All that these certifications imply, step by step."""
    implied: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "certifications_below"):
        implied[row["id"]].append(row["below"])
    found: list[str] = []
    waiting = list(held)
    while waiting:
        new = [below for below in implied[waiting.pop()] if below not in found]
        found += new
        waiting += new
    return sorted(found)


def rule_cards(store: Store, ids: Sequence[str]) -> tuple[RuleCard, ...]:
    """The cards of these rules, those in force first, then planned, considered, no longer restated; each by id."""
    asked = {"ids": list(ids)}
    requires, gains, pages = (_by_rule(ask(store, name, **asked)) for name in ("rule_requirements", "rule_gains", "rule_pages"))
    cards = [RuleCard(
        **row | {"condition": tuple(row["condition"]), "bonuses": tuple(row["bonuses"] or ())},
        requires=tuple(Requirement(q["number"], q["id"], q["type"], q["name"], q["what"] or q["name"], q["kind"] or "certification", q["tier_or_above"],
                                   q["amount"], q["unit"]) for q in requires[row["id"]]),
        raises=tuple(Raised(g["id"], g["type"], g["name"], g["printed"]) for g in gains[row["id"]]),
        stated_on=tuple((p["id"], p["title"]) for p in pages[row["id"]]),
        sources=tuple(sorted({place for p in pages[row["id"]] for place in sources(p["documents"], p["lines"])})),
    ) for row in ask(store, "rules", **asked)]
    return tuple(sorted(cards, key=lambda card: (_STATUS.index(card.status), card.id)))


def _by_rule(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["rule"]].append(row)
    return found

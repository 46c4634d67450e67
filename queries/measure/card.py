"""The measure card: everything that is known of one measure, each fact with its
document and line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.bonus.rules import RuleCard, rule_cards
from queries.cypher import ask
from queries.measure.appearance import (
    AppearanceCard,
    BudgetFact,
    CapFact,
    FigureFact,
    LawFact,
    RateFact,
    SchemeFact,
    TextFact,
    ThresholdFact,
    WindowFact,
    appearance_cards,
)
from queries.measure.relatives import Kin, kin_of
from queries.measure.years import Years, measure_years
from queries.money.rule import Draw, Total, totals
from queries.policy_item.chain import ItemStep, items_of_measure
from queries.search.search import resolve
from queries.sources import Source, sources

__all__ = [
    "AppearanceCard",
    "BodyRole",
    "BudgetFact",
    "CapFact",
    "Contact",
    "FigureFact",
    "LawFact",
    "Link",
    "MeasureCard",
    "RateFact",
    "RelatedMeasure",
    "Responsible",
    "SchemeFact",
    "TermWeight",
    "TextFact",
    "ThresholdFact",
    "WindowFact",
    "measure_card",
]


@dataclass(frozen=True)
class Link:
    """Another node that the measure is tied to. `current`: the measure's latest appearance states
    it.
    """

    id: str
    name: str
    current: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Responsible:
    """A ministry or agency. `derived`: not printed, but it supervises the body that the
    page names.
    """

    id: str
    name: str
    lead: bool
    derived: bool
    current: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Contact:
    id: str
    name: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    current: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class BodyRole:
    """An implementing body; `role` as in the catalogue (operates, implements, finances …)."""

    id: str
    name: str
    role: str
    current: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class RelatedMeasure:
    """A related measure; `id` is None where the page names one that is no measure here."""

    id: str | None
    name: str
    relation: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class TermWeight:
    term: str
    weight: float


@dataclass(frozen=True)
class MeasureCard:
    """All that is known of a measure. `kin`: parts and successors (see queries.kin); `items`:
    policy items that cover it, and those that these carry on.
    """

    id: str
    former_ids: tuple[str, ...]
    title: str
    aliases: tuple[str, ...]
    pillar: Link | None
    ministries: tuple[Responsible, ...]
    agencies: tuple[Responsible, ...]
    contacts: tuple[Contact, ...]
    bodies: tuple[BodyRole, ...]
    targets: tuple[Link, ...]
    beneficiaries: tuple[Link, ...]
    industries: tuple[Link, ...]
    instruments: tuple[Link, ...]
    certifications: tuple[Link, ...]
    describes: tuple[Link, ...]
    bonuses_stated: tuple[RuleCard, ...]
    bonuses_raising: tuple[RuleCard, ...]
    related: tuple[RelatedMeasure, ...]
    kin: tuple[Kin, ...]
    items: tuple[ItemStep, ...]
    terms: tuple[TermWeight, ...]
    money: tuple[Total, ...]
    appearances: tuple[AppearanceCard, ...]
    years: Years


def measure_card(store: Store, measure: str) -> MeasureCard:
    """Everything known of a measure, given by id, former id or title; latest appearance first.

    Raises NotFound, with the nearest names, for what no measure answers to.
    """
    measure_id = resolve(store, measure, ["Measure"]).id
    about = ask(store, "measure/measure", id=measure_id)[0]
    out, back = (
        _by_relationship(ask(store, name, id=measure_id))
        for name in ("measure/leads_to", "measure/is_led_to")
    )
    pages = appearance_cards(store, measure_id)
    ministries = _responsible(out["ADMINISTERED_BY"], "Ministry")
    return MeasureCard(
        id=measure_id,
        former_ids=tuple(about["former_ids"]),
        title=about["title"],
        aliases=tuple(about["aliases"]),
        pillar=next((link for link in _links(out["IN_PILLAR"]) if link.current), None),
        ministries=ministries,
        agencies=_responsible(out["ADMINISTERED_BY"], "Agency"),
        contacts=tuple(
            Contact(
                r["id"],
                r["name"],
                tuple(r["facts"]["phones"]),
                tuple(r["facts"]["emails"]),
                r["facts"]["current"],
                _places(r),
            )
            for r in out["CONTACT"]
        ),
        bodies=tuple(
            BodyRole(r["id"], r["name"], r["facts"]["role"], r["facts"]["current"], _places(r))
            for r in back["IMPLEMENTS"]
        ),
        targets=_links(out["TARGETS"]),
        beneficiaries=_links(out["SERVES"], "Beneficiary"),
        industries=_links(out["SERVES"], "Industry"),
        instruments=_links(out["USES"]),
        certifications=_links(out["NAMES"]),
        describes=_links(out["DESCRIBES"]),
        bonuses_stated=rule_cards(store, [r["id"] for r in back["STATED_ON"]]),
        bonuses_raising=rule_cards(store, [r["id"] for r in back["RAISES"]]),
        related=_related(store, measure_id, out, back),
        kin=kin_of(store, [measure_id]).get(measure_id, ()),
        items=items_of_measure(store, measure_id),
        terms=_terms(out["ABOUT"]),
        money=totals(
            Draw.of(row) for row in ask(store, "measure/budgets", id=measure_id) if row["current"]
        ),
        appearances=pages,
        years=measure_years(pages, _printed(ministries, pages)),
    )


def _by_relationship(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["relationship"]].append(row)
    return found


def _places(row: dict[str, Any]) -> tuple[Source, ...]:
    return sources(row["facts"].get("documents"), row["facts"].get("lines"))


def _links(rows: list[dict[str, Any]], kind: str | None = None) -> tuple[Link, ...]:
    return tuple(
        Link(r["id"], r["name"], r["facts"]["current"], _places(r))
        for r in rows
        if kind in (None, r["type"])
    )


def _responsible(rows: list[dict[str, Any]], kind: str) -> tuple[Responsible, ...]:
    """The lead first, then by id."""
    found = [
        Responsible(
            r["id"],
            r["name"],
            r["facts"]["lead"],
            r["facts"]["derived"],
            r["facts"]["current"],
            _places(r),
        )
        for r in rows
        if r["type"] == kind
    ]
    return tuple(sorted(found, key=lambda each: (not each.lead, each.id)))


def _printed(
    ministries: tuple[Responsible, ...], pages: tuple[AppearanceCard, ...]
) -> dict[str, list[str]]:
    """Document -> the ministries that it prints. Where the latest document names only a body, its
    ministry is derived, not printed.
    """
    latest = {page.document for page in pages if page.current}
    found: dict[str, list[str]] = defaultdict(list)
    for office in ministries:
        for document in dict.fromkeys(source.document for source in office.sources):
            if not (office.derived and document in latest):
                found[document].append(office.name)
    return found


def _terms(rows: list[dict[str, Any]]) -> tuple[TermWeight, ...]:
    found = [TermWeight(r["name"], r["facts"]["weight"]) for r in rows]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.term)))


def _related(
    store: Store,
    measure_id: str,
    out: dict[str, list[dict[str, Any]]],
    back: dict[str, list[dict[str, Any]]],
) -> tuple[RelatedMeasure, ...]:
    """Measures that this one's pages name, measures whose pages name this one, and names that lead
    to no measure.
    """
    found = [
        RelatedMeasure(r["id"], r["name"], r["facts"]["relation"], _places(r))
        for r in out["RELATED"] + back["RELATED"]
    ]
    for row in ask(store, "measure/appearances", id=measure_id):
        page = row["appearance"]
        found += [
            RelatedMeasure(None, r["name"], r["relation"], (Source(page["document"], r["line"]),))
            for r in json.loads(page["related"])
            if r["measure"] is None
        ]
    return tuple(found)

"""The measure card: everything that is known of one measure, each fact with its
document and line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.bonus.rule_book.rules import RuleCard, rule_cards
from queries.cypher import ask
from queries.measure.appearance import AppearanceCard, cards_of
from queries.measure.figures import FigureSeries, figure_series
from queries.measure.relatives import Relative, relatives_of
from queries.measure.years import Years, measure_years
from queries.money.rule import Draw, Total, totals
from queries.policy_item.chain import ItemStep, items_of_measure
from queries.search.search import resolve
from queries.sources import Source, sources


@dataclass(frozen=True)
class Link:
    """Another node that the measure is tied to."""

    id: str
    """The node's id."""
    name: str
    """The node's name."""
    current: bool
    """Whether the measure's latest appearance states it."""
    sources: tuple[Source, ...]
    """The lines that state it."""


@dataclass(frozen=True)
class Responsible:
    """A ministry or agency that is responsible for the measure."""

    id: str
    """The office's id."""
    name: str
    """The office's name."""
    lead: bool
    """Whether it is printed as the first of several."""
    derived: bool
    """Whether the latest page does not print it."""
    known_by: str
    """How it is known: the page prints it (page), another page does (other_page), it is that of the
    whole (whole), supervises the body that the page names (body), or publishes the document
    (publisher).
    """
    current: bool
    """Whether the measure's latest appearance states it."""
    sources: tuple[Source, ...]
    """The lines that state it."""


@dataclass(frozen=True)
class Contact:
    """An office to ask."""

    id: str
    """The office's id."""
    name: str
    """The office's name."""
    phones: tuple[str, ...]
    """Its telephone numbers, digits and hyphens."""
    emails: tuple[str, ...]
    """Its addresses of e-mail."""
    current: bool
    """Whether the measure's latest appearance names it."""
    sources: tuple[Source, ...]
    """The lines that name it."""


@dataclass(frozen=True)
class BodyRole:
    """An implementing body."""

    id: str
    """The body's id."""
    name: str
    """The body's name."""
    role: str
    """What it does, as in the catalogue: operates, implements, finances …"""
    current: bool
    """Whether the measure's latest appearance names it."""
    sources: tuple[Source, ...]
    """The lines that name it."""


@dataclass(frozen=True)
class RelatedMeasure:
    """A measure that a page names, or whose page names this one."""

    id: str | None
    """The measure's id; None where the page names one that is no measure here."""
    name: str
    """The measure's title, or what the page calls it."""
    relation: str
    """What the page says of it."""
    sources: tuple[Source, ...]
    """The lines that name it."""


@dataclass(frozen=True)
class TermWeight:
    """A key term of the measure's page."""

    term: str
    """The term, as printed."""
    weight: float
    """How much it sets the measure apart."""


@dataclass(frozen=True)
class PayingProgramme:
    """A budget programme that pays for the measure."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    kind: str
    """same, funds, part or successor."""
    why: tuple[str, ...]
    """What speaks for it."""


@dataclass(frozen=True)
class MeasureCard:
    """All that is known of a measure, over all documents."""

    id: str
    """The measure's id."""
    former_ids: tuple[str, ...]
    """The ids that it bore before."""
    title: str
    """Its title, as its latest document prints it."""
    aliases: tuple[str, ...]
    """Other names that it goes by."""
    pillar: Link | None
    """The pillar of the latest document that it stands in."""
    ministries: tuple[Responsible, ...]
    """The ministries that are responsible, the lead first, then by id."""
    agencies: tuple[Responsible, ...]
    """The agencies that are responsible, likewise."""
    contacts: tuple[Contact, ...]
    """The offices to ask."""
    bodies: tuple[BodyRole, ...]
    """The bodies that carry it out, each with its role."""
    targets: tuple[Link, ...]
    """The size classes of companies that it is for."""
    beneficiaries: tuple[Link, ...]
    """Whom it serves besides."""
    industries: tuple[Link, ...]
    """The industries that it is for."""
    instruments: tuple[Link, ...]
    """How it helps: grants, loans, taxes …"""
    certifications: tuple[Link, ...]
    """The certifications that its pages name."""
    describes: tuple[Link, ...]
    """The certifications that it is the page of."""
    bonuses_stated: tuple[RuleCard, ...]
    """The bonus rules that its pages state."""
    bonuses_raising: tuple[RuleCard, ...]
    """The bonus rules that make it better."""
    related: tuple[RelatedMeasure, ...]
    """Measures that its pages name, or whose pages name it."""
    relatives: tuple[Relative, ...]
    """Its parts, wholes, forerunners and successors."""
    programmes: tuple[PayingProgramme, ...]
    """The budget programmes that pay for it, the surest first."""
    items: tuple[ItemStep, ...]
    """The policy items that cover it, and those that these carry on."""
    terms: tuple[TermWeight, ...]
    """The key terms of its latest page, the weightiest first."""
    money: tuple[Total, ...]
    """What its latest document prints, in yen, by kind of budget."""
    figures: tuple[FigureSeries, ...]
    """Its targets and results over all documents, each thing that is counted a series of years."""
    appearances: tuple[AppearanceCard, ...]
    """Its pages, of the latest document first."""
    years: Years
    """Its versions and its money over all documents."""


def measure_card(store: Store, measure: str) -> MeasureCard:
    """Everything known of a measure, by its id, former id or title; latest appearance first, money
    in yen, lines from 1.

    Raises NotFound, with the nearest names, for what no measure answers to, and with the candidates
    for a title of several.
    """
    measure_id = resolve(store, measure, ["Measure"]).id
    about = ask(store, "measure/measure", id=measure_id)[0]
    leads_to, is_led_to, appearances, draws = (
        ask(store, name, id=measure_id)
        for name in (
            "measure/leads_to",
            "measure/is_led_to",
            "measure/appearances",
            "measure/budgets",
        )
    )
    out, back = _by_relationship(leads_to), _by_relationship(is_led_to)
    pages = cards_of(store, measure_id, appearances, draws)
    stated, raising = ({row["id"] for row in back[name]} for name in ("STATED_ON", "RAISES"))
    rules = rule_cards(store, sorted(stated | raising))
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
                tuple(r["phones"]),
                tuple(r["emails"]),
                r["current"],
                _places(r),
            )
            for r in out["CONTACT"]
        ),
        bodies=tuple(
            BodyRole(r["id"], r["name"], r["role"], r["current"], _places(r))
            for r in back["IMPLEMENTS"]
        ),
        targets=_links(out["TARGETS"]),
        beneficiaries=_links(out["SERVES"], "Beneficiary"),
        industries=_links(out["SERVES"], "Industry"),
        instruments=_links(out["USES"]),
        certifications=_links(out["NAMES"]),
        describes=_links(out["DESCRIBES"]),
        bonuses_stated=tuple(rule for rule in rules if rule.id in stated),
        bonuses_raising=tuple(rule for rule in rules if rule.id in raising),
        related=_related(out, back, appearances),
        relatives=relatives_of(store, [measure_id]).get(measure_id, ()),
        programmes=tuple(
            PayingProgramme(r["id"], r["name"], r["kind"], tuple(r["why"]))
            for r in sorted(back["PAYS_FOR"], key=lambda r: (-r["score"], r["id"]))
        ),
        items=items_of_measure(store, measure_id),
        terms=_terms(out["ABOUT"]),
        money=totals(Draw.of(row) for row in draws if row["current"]),
        figures=figure_series(pages),
        appearances=pages,
        years=measure_years(pages, _printed(ministries, pages)),
    )


def _by_relationship(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    by_relationship: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_relationship[row["relationship"]].append(row)
    return by_relationship


def _places(row: dict[str, Any]) -> tuple[Source, ...]:
    return sources(row["documents"], row["lines"])


def _links(rows: list[dict[str, Any]], kind: str | None = None) -> tuple[Link, ...]:
    return tuple(
        Link(r["id"], r["name"], r["current"], _places(r))
        for r in rows
        if kind in (None, r["type"])
    )


def _responsible(rows: list[dict[str, Any]], kind: str) -> tuple[Responsible, ...]:
    """The lead first, then by id."""
    offices = [
        Responsible(
            r["id"],
            r["name"],
            r["lead"],
            r["derived"],
            r["known_by"],
            r["current"],
            _places(r),
        )
        for r in rows
        if r["type"] == kind
    ]
    return tuple(sorted(offices, key=lambda office: (not office.lead, office.id)))


def _printed(
    ministries: tuple[Responsible, ...], pages: tuple[AppearanceCard, ...]
) -> dict[str, list[str]]:
    """Document -> the ministries that it prints. Where the latest document names only a body, its
    ministry is derived, not printed.
    """
    latest = {page.document for page in pages if page.current}
    printed: dict[str, list[str]] = defaultdict(list)
    for office in ministries:
        for document in dict.fromkeys(source.document for source in office.sources):
            if not (office.derived and document in latest):
                printed[document].append(office.name)
    return printed


def _terms(rows: list[dict[str, Any]]) -> tuple[TermWeight, ...]:
    terms = [TermWeight(r["name"], r["weight"]) for r in rows]
    return tuple(sorted(terms, key=lambda term: (-term.weight, term.term)))


def _related(
    out: dict[str, list[dict[str, Any]]],
    back: dict[str, list[dict[str, Any]]],
    appearances: list[dict[str, Any]],
) -> tuple[RelatedMeasure, ...]:
    """Measures that this one's pages name, measures whose pages name this one, and names that lead
    to no measure.
    """
    related = [
        RelatedMeasure(r["id"], r["name"], r["relation"], _places(r))
        for r in out["RELATED"] + back["RELATED"]
    ]
    for row in appearances:
        page = row["appearance"]
        related += [
            RelatedMeasure(None, r["name"], r["relation"], (Source(page["document"], r["line"]),))
            for r in json.loads(page["related"])
            if r["measure"] is None
        ]
    return tuple(related)

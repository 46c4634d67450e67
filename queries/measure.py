"""The measure card: everything that is known of one measure, each fact with its document and line."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.bonuses import RuleCard
from queries.money import Total
from queries.sources import Source


@dataclass(frozen=True)
class Link:
    """Another node that the measure is tied to. `current`: the measure's latest appearance states it."""

    id: str
    name: str
    current: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Responsible:
    """A ministry or agency. `derived`: not printed, but it supervises the body that the page names."""

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
class BudgetFact:
    """One budget. `shared_with`: other measures (id, title) that draw on the same pot."""

    id: str
    kind: str
    fiscal: str | None
    year: int | None
    yen: int
    previous_yen: int | None
    proposed: bool
    part_of: bool
    pot: str | None
    shared_with: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CapFact:
    """Upper limit per applicant, in yen."""

    yen: int
    printed: str
    frame: str | None
    size_class: str | None
    band: str | None
    with_uplift: bool
    source: Source


@dataclass(frozen=True)
class RateFact:
    printed: str
    value: float | None
    frame: str | None
    size_class: str | None
    band: str | None
    source: Source


@dataclass(frozen=True)
class ThresholdFact:
    """A condition for applying: `of op amount unit` (money in yen)."""

    of: str
    op: str
    amount: float | None
    unit: str
    frame: str | None
    source: Source


@dataclass(frozen=True)
class SchemeFact:
    payer: str
    receiver: str
    how: str | None
    source: Source


@dataclass(frozen=True)
class WindowFact:
    """When one can apply; dates are ISO."""

    what: str
    opens: str | None
    closes: str | None
    printed: str
    source: Source


@dataclass(frozen=True)
class LawFact:
    law: str
    article: str | None
    source: Source


@dataclass(frozen=True)
class FigureFact:
    what: str
    value: float
    unit: str
    year: int | None
    source: Source


@dataclass(frozen=True)
class TextFact:
    """A plain value (an applicant kind, an address …) with its places."""

    value: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class AppearanceCard:
    """One document's page of the measure. Lines from 1; `page` is the printed number."""

    id: str
    document: str
    document_title: str
    page: int | None
    line_start: int
    line_end: int
    title: str
    section: str | None
    item_no: str | None
    fiscal_mark: str | None
    highlighted: bool
    current: bool
    budgets: tuple[BudgetFact, ...]
    caps: tuple[CapFact, ...]
    rates: tuple[RateFact, ...]
    thresholds: tuple[ThresholdFact, ...]
    applicants: tuple[TextFact, ...]
    schemes: tuple[SchemeFact, ...]
    windows: tuple[WindowFact, ...]
    legal_basis: tuple[LawFact, ...]
    figures: tuple[FigureFact, ...]
    urls: tuple[TextFact, ...]


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
    terms: tuple[TermWeight, ...]
    money: tuple[Total, ...]
    appearances: tuple[AppearanceCard, ...]


def measure_card(store: Store, measure: str) -> MeasureCard:
    """Everything known of a measure, given by id, former id or title; latest appearance first.

    Raises NotFound, with the nearest names, for what no measure answers to.
    """
    raise NotImplementedError

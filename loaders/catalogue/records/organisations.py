"""Organisations and certifications: the entries of the vocabulary that the catalogue uses."""

from __future__ import annotations

from typing import Literal

from graph.schema.company_kinds import CompanyKind
from loaders.catalogue.records.kinds import Identified, Record


class Organisation(Identified):
    """A ministry, outer office, department or body."""

    id: str
    """{kind}:{formal name}."""
    name: str
    """Its formal name."""
    short_names: list[str] = []
    """Other names that documents use."""
    kind: Literal["ministry", "agency", "department", "body"]
    """At which level it stands."""
    parent: str | None = None
    """The office or body that it is a part of, by formal name."""
    supervising_ministries: list[str] = []
    """Of a body: the ministries that supervise it."""
    english: str | None = None
    """Its official English name."""


class CertificationTerm(Record):
    """One thing that is known of how a certification is had or kept."""

    says: str
    """What holds."""
    source: str
    """Who says so: a document:line, a law with its article, or an official page by its title."""


class Certification(Identified):
    """What a company can hold: certification, recognised plan, declaration, registration."""

    id: str
    """certification:{name}."""
    name: str
    """Its name in the vocabulary."""
    aliases: list[str] = []
    """Other names that documents use."""
    kind: Literal["certification", "plan", "declaration", "registration"]
    """What it is."""
    family: str | None = None
    """The family whose tiers it is one of."""
    tier: int | None = None
    """Its tier in the family, 1 the lowest."""
    issuer: str | None = None
    """Who issues it, by formal name."""
    co_issuers: list[str] = []
    """Who issues it with the issuer."""
    by_field: bool = False
    """Whether each of these issues it in its own field of business alone."""
    holders: list[CompanyKind] = []
    """The kinds of company that can hold it; none where any can."""
    terms: dict[Literal["validity", "cost", "application", "criteria"], CertificationTerm] = {}
    """Its validity, cost, application and criteria, where they are known."""
    source: str | None = None
    """Who says that it is so: a law with its article, a document:line, or an official page."""
    implies: list[str] = []
    """Certifications that who holds it has met, too (the tiers below it)."""
    requires: list[str] = []
    """Certifications that one must hold first."""
    legal_basis: str | None = None
    """The law that it rests on."""
    in_documents: bool = True
    """Whether a document names it; well-known ones that none names are kept, so as to say so."""
    english: str | None = None
    """Its official English name."""

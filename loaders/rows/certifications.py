"""Certifications, plans, declarations and registrations: tiers, issuers, what contains and what
needs what.
"""

from __future__ import annotations

import re

from graph.language.fold import fold
from loaders.catalogue.records import Certification, Measure
from loaders.rows.collecting import Collector
from loaders.rows.documents import as_json
from loaders.rows.organisations import TYPES
from loaders.rows.references import References
from loaders.text.readings import readings

# what may stand beside a certification's name in the title of its own page
_OWN_PAGE = re.compile(
    r"(?:'|\([^)]*\)|の|認定|登録|認証|承認|制度|申請|手続|について|等|・|及び|や|と)*"
)


def add_certifications(collector: Collector, references: References) -> None:
    """The certifications of the catalogue with ISSUED_BY, IMPLIES and NEEDS."""
    for certification in references.catalogue.certifications:
        _add(collector, certification)
    for certification in references.catalogue.certifications:
        where = f"certifications.jsonl {certification.id}"
        start = collector.id_of("Certification", certification.id)
        for kind, names in (("IMPLIES", certification.implies), ("NEEDS", certification.requires)):
            for name in names:
                end = references.known_certification(name, where)
                collector.relationship(kind, start, collector.id_of("Certification", end.id))
        for name in filter(None, (certification.issuer, *certification.co_issuers)):
            collector.relationship("ISSUED_BY", start, _issuer(collector, references, name, where))


def _add(collector: Collector, certification: Certification) -> str:
    return collector.node(
        "Certification",
        certification.id,
        certification.name,
        known_as=[*certification.aliases, certification.english or ""],
        words=[
            certification.family or "",
            certification.issuer or "",
            *certification.co_issuers,
            *readings([certification.name, *certification.aliases]),
        ],
        kind=certification.kind,
        family=certification.family,
        tier=certification.tier,
        law=certification.legal_basis,
        by_field=certification.by_field,
        holders=list(certification.holders),
        terms=as_json({what: term.model_dump() for what, term in certification.terms.items()}),
        source=certification.source,
        in_documents=certification.in_documents,
        english=certification.english,
    )


def _issuer(collector: Collector, references: References, name: str, where: str) -> str:
    for kind in ("ministry", "agency", "body"):
        if office := references.organisation(name, kind):
            return collector.id_of(TYPES[kind], office.id)
    return collector.id_of("Ministry", references.known_organisation(name, "ministry", where).id)


def add_certification_as_printed(collector: Collector, references: References, name: str) -> str:
    """The certification that a page names; one that the catalogue does not list gets a node of its
    own.
    """
    if known := references.certification(name):
        return collector.id_of("Certification", known.id)
    return collector.node("Certification", name, name, kind="certification", in_documents=True)


def is_own_page(measure: Measure, name: str) -> bool:
    """Whether a measure is the certification itself: its title says the name and nothing else of
    weight.
    """
    before, name_found, after = fold(measure.title).partition(fold(name))
    return bool(name_found) and all(_OWN_PAGE.fullmatch(rest) for rest in (before, after))

"""What is known of a certification besides what it unlocks."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask


@dataclass(frozen=True)
class StatedTerm:
    """One thing that is known of how a certification is had or kept."""

    what: str
    """Which: validity, cost, application or criteria."""
    says: str
    """What holds."""
    source: str
    """Who says so: a document:line, a law with its article, or an official page by its title."""


@dataclass(frozen=True)
class CertificationFacts:
    """Who gives a certification, who can hold it, under which law and on what terms."""

    issuers: tuple[str, ...]
    """Who gives it, together or each in its field of business, by name."""
    holders: tuple[str, ...]
    """Codes of the kinds of company that can hold it; none where any can."""
    law: str | None
    """The law that it rests on."""
    terms: tuple[StatedTerm, ...]
    """Its validity, cost, application and criteria, where they are known."""
    source: str | None
    """Who says that it is so."""


def certification_facts(store: Store, certification: str) -> CertificationFacts:
    """What is known of a certification (its id)."""
    rows = ask(store, "bonus/certification_facts", id=certification)
    first = rows[0]
    terms = json.loads(first["terms"] or "{}")
    return CertificationFacts(
        tuple(row["issuer_name"] for row in rows if row["issuer_name"]),
        tuple(first["holders"] or ()),
        first["law"],
        tuple(StatedTerm(what, term["says"], term["source"]) for what, term in terms.items()),
        first["source"],
    )

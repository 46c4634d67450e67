"""What is known of a certification besides what it unlocks."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.bonus.rule_book.certifications import StatedTerm, stated_terms
from queries.cypher import ask


@dataclass(frozen=True)
class CertificationFacts:
    """Who gives a certification, who can hold it, under which law and on what terms."""

    issuers: tuple[str, ...]
    """Who gives it, by name."""
    by_field: bool
    """Whether each of them gives it in its own field of business alone, else together."""
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
    return CertificationFacts(
        tuple(row["issuer_name"] for row in rows if row["issuer_name"]),
        bool(first["by_field"]),
        tuple(first["holders"] or ()),
        first["law"],
        stated_terms(first["terms"]),
        first["source"],
    )

"""The certifications that the graph knows, named by a document or not."""

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


def stated_terms(terms: str | None) -> tuple[StatedTerm, ...]:
    """The terms of a certification, from its node's property."""
    known = json.loads(terms or "{}")
    return tuple(StatedTerm(what, term["says"], term["source"]) for what, term in known.items())


@dataclass(frozen=True)
class KnownCertification:
    """A certification, plan, declaration or registration."""

    id: str
    """Its node."""
    name: str
    """As it is called in answers."""
    kind: str
    """Certification, plan, declaration or registration."""
    family: str | None
    """What its tiers are called together, None where it stands alone."""
    tier: int | None
    """Its place in the family, from 1; None where the family has no order."""
    known_as: tuple[str, ...]
    """Its folded names."""
    in_documents: bool
    """False for one of the vocabulary that no document names."""
    holders: tuple[str, ...] = ()
    """The kinds of company that alone can hold it (graph/schema/company_kinds.yaml); none: any."""
    by_field: bool = False
    """Whether each of those who give it does so in its own field of business alone."""
    terms: tuple[StatedTerm, ...] = ()
    """Its validity, cost, application and criteria, where they are known."""


@dataclass(frozen=True)
class NamedCertification:
    """A certification by id and name."""

    id: str
    """Its node."""
    name: str
    """As it is called in answers."""


def all_certifications(store: Store) -> tuple[KnownCertification, ...]:
    """Every certification, plan, declaration and registration of the graph, by id."""
    return tuple(
        KnownCertification(
            **row
            | {
                "known_as": tuple(row["known_as"]),
                "holders": tuple(row["holders"] or ()),
                "by_field": bool(row["by_field"]),
                "terms": stated_terms(row["terms"]),
            }
        )
        for row in ask(store, "bonus/rule_book/certifications")
    )

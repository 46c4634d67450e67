"""The certifications that the graph knows, named by a document or not."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask


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
            **row | {"known_as": tuple(row["known_as"]), "holders": tuple(row["holders"] or ())}
        )
        for row in ask(store, "bonus/rule_book/certifications")
    )

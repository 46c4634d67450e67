"""What is known of a certification, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from commands.codes import coded
from graph.phrases.phrases import say
from graph.schema.company_kinds import company_kinds
from queries.bonus.certification_facts import CertificationFacts


def fact_lines(facts: CertificationFacts) -> Iterator[str]:
    """Who gives it, who can hold it, the law, and each term with who says so; a line each."""
    if facts.issuers:
        each = say(" (each in its own field)") if facts.by_field else ""
        yield say("given by {issuers}{each}", issuers="、".join(facts.issuers), each=each)
    if facts.holders:
        names = {code: kind.japanese for code, kind in company_kinds().items()}
        yield say(
            "held by {items}",
            items="、".join(name for code, name in names.items() if code in facts.holders),
        )
    if facts.law:
        yield say("law: {law}", law=facts.law)
    for term in facts.terms:
        yield f"{coded('aspect', term.what)}: {term.says}  [{term.source}]"
    if facts.source:
        yield say("as known from {source}", source=facts.source)

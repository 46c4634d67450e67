"""The laws that measures rest on: one node a law, whatever its pages call it."""

from __future__ import annotations

from collections import defaultdict

from loaders.catalogue.ids import digest
from loaders.rows.collecting import Collector
from loaders.rows.references import References
from loaders.vocabulary.law_mentions import laws


def add_laws(collector: Collector, references: References) -> None:
    """The laws that a page names as a basis, with UNDER from its measure; one that the catalogue
    does not list gets a node of its own.
    """
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    for appearance in references.catalogue.appearances:
        for basis in appearance.legal_basis:
            aliases[basis.name] |= {basis.law} - {basis.name}
    node_of: dict[str, str] = {}
    for name in sorted(aliases):
        law = references.law(name)
        printed = sorted(aliases[name])
        node_of[name] = collector.node(
            "Law",
            law.id if law else digest(name),
            law.name if law else name,
            known_as=[name, *printed, *laws().names(name)],
            aliases=printed,
            number=law.number if law else None,
        )
    for measure in references.catalogue.measures:
        node = collector.id_of("Measure", measure.id)
        latest, *earlier = references.appearances_of(measure)
        for appearance in (latest, *earlier):
            for basis in appearance.legal_basis:
                collector.stated(
                    "UNDER",
                    node,
                    node_of[basis.name],
                    [(appearance.document, basis.line)],
                    articles=[basis.article] if basis.article else [],
                    current=appearance is latest,
                )

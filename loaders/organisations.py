"""The organisations and certifications that the records of a catalogue name, from the
vocabularies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from loaders.catalogue.records import (
    Appearance,
    Bonus,
    Certification,
    Measure,
    Organisation,
)
from loaders.catalogue.records.organisations import CertificationTerm
from loaders.vocabulary import bodies, certifications, ministries


def organisations(
    appearances: Sequence[Appearance], measures: Sequence[Measure]
) -> list[Organisation]:
    """Every ministry and agency of the vocabulary, and the bodies that a page names.

    A body's `short_names` are its aliases and the forms in which pages print it, so that the
    catalogue explains itself.
    """
    records = [
        Organisation(
            id=f"{office.level}:{office.name}",
            name=office.name,
            short_names=list(office.short_names),
            kind=office.level,
            parent=office.parent,
            english=office.english,
        )
        for office in ministries()
        if office.level != "regional"
    ]
    printed = _printed_bodies(appearances, measures)
    for body in bodies():
        if body.name in printed:
            names = dict.fromkeys([*body.aliases, *sorted(printed[body.name])])
            records.append(
                Organisation(
                    id=f"body:{body.name}",
                    name=body.name,
                    short_names=[n for n in names if n != body.name],
                    kind="body",
                    parent=body.part_of,
                    supervising_ministries=supervisors([body.name]),
                    english=body.english,
                )
            )
    return records


def _printed_bodies(
    appearances: Iterable[Appearance], measures: Iterable[Measure]
) -> dict[str, set[str]]:
    printed: dict[str, set[str]] = defaultdict(set)
    names = [b.name for a in appearances for b in a.bodies] + [
        b for m in measures for b in m.bodies
    ]
    names += [n for e in certifications() for n in (e.issuer, *e.co_issuers) if n]
    for name in names:
        if (body := bodies().get(name)) is not None:
            printed[body.name].add(name)
    for whole in [body.part_of for body in map(bodies().get, list(printed)) if body]:
        if whole:
            printed[whole].add(whole)
    return printed


def supervisors(names: Iterable[str]) -> list[str]:
    """The ministries (formal names) that supervise the bodies of these names, each once."""
    ministry_names: dict[str, None] = {}
    for name in names:
        body = bodies().get(name)
        for office in body.supervised_by if body else ():
            ministry_names.setdefault(ministries().parent_of(office) or office)
    return list(ministry_names)


def certification_records(
    appearances: Sequence[Appearance], bonuses: Sequence[Bonus], texts: Iterable[str] = ()
) -> list[Certification]:
    """Every certification of the vocabulary; `in_documents` where a page or a bonus names it, or
    the text of a document (`texts`, plain) prints one of its names.
    """
    mentioned = {mention.name for text in texts for mention in certifications().mentions(text)}
    printed: dict[str, set[str]] = defaultdict(set)
    names = [c.name for a in appearances for c in a.certifications]
    names += [
        name
        for b in bonuses
        for name in (*b.condition, *(x.what for group in b.requires for x in group))
    ]
    for name in names:
        if (entry := certifications().get(name)) is not None:
            printed[entry.name].add(name)
    return [
        Certification(
            id=f"certification:{e.name}",
            name=e.name,
            aliases=[
                n for n in dict.fromkeys([*e.aliases, *sorted(printed[e.name])]) if n != e.name
            ],
            kind=e.kind,
            family=e.family,
            tier=e.tier,
            issuer=e.issuer,
            co_issuers=list(e.co_issuers),
            by_field=e.by_field,
            holders=list(e.holders),
            terms={
                what: CertificationTerm(says=term.says, source=term.source)
                for what, term in e.terms.items()
            },
            source=e.source,
            implies=list(e.implies),
            requires=list(e.requires),
            legal_basis=e.legal_basis,
            in_documents=bool(printed[e.name]) or e.name in mentioned,
            english=e.english,
        )
        for e in certifications()
    ]

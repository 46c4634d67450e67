"""Ministries, agencies, departments and bodies."""

from __future__ import annotations

from typing import Any

from graph.language.fold import plain
from loaders.catalogue.records import Appearance, Contact, Organisation
from loaders.rows.collecting import Collector
from loaders.rows.references import References
from loaders.text.readings import readings

TYPES = {"ministry": "Ministry", "agency": "Agency", "department": "Department", "body": "Body"}


def add_organisations(collector: Collector, references: References) -> None:
    """The organisations of the catalogue, what they are part of and who supervises them."""
    for organisation in references.catalogue.organisations:
        add_organisation(collector, organisation)
    for organisation in references.catalogue.organisations:
        where = f"organisations.jsonl {organisation.id}"
        start = collector.id_of(TYPES[organisation.kind], organisation.id)
        if organisation.parent and organisation.kind in ("agency", "department"):
            collector.relationship(
                "PART_OF",
                start,
                _parent(collector, references, organisation.kind, organisation.parent, where),
            )
        for ministry in organisation.supervising_ministries if organisation.kind == "body" else ():
            supervisor = references.known_organisation(ministry, "ministry", where)
            collector.relationship(
                "SUPERVISED_BY", start, collector.id_of("Ministry", supervisor.id)
            )


def add_organisation(collector: Collector, organisation: Organisation) -> str:
    names: dict[str, Any] = (
        {}
        if organisation.kind == "department"
        else {"short_names": organisation.short_names, "english": organisation.english}
    )
    return collector.node(
        TYPES[organisation.kind],
        organisation.id,
        organisation.name,
        known_as=[*organisation.short_names, organisation.english or ""],
        words=readings([organisation.name, *organisation.short_names]),
        **names,
    )


def _parent(
    collector: Collector, references: References, kind_of_child: str, parent: str, where: str
) -> str:
    kinds = ("ministry",) if kind_of_child == "agency" else ("ministry", "agency", "body")
    for kind in kinds:
        if office := references.organisation(parent, kind):
            return collector.id_of(TYPES[kind], office.id)
    return collector.id_of("Ministry", references.known_organisation(parent, "ministry", where).id)


def add_body_as_printed(collector: Collector, references: References, name: str) -> str:
    """The body that a page names; one that the catalogue does not list (a kind of body, such as
    banks of a region) gets a node of its own.
    """
    if known := references.organisation(name, "body"):
        return collector.id_of("Body", known.id)
    return collector.node("Body", _one_form(name), name, short_names=[])


def add_department(
    collector: Collector, references: References, appearance: Appearance, contact: Contact
) -> str:
    """The department of a contact, and the ministry, agency or body whose name it begins with.

    One that begins with none is kept apart from its namesakes on other ministries' pages, and is
    nobody's part: the page does not say.
    """
    owner = references.leading_office(contact.org)
    apart = (
        ""
        if owner
        else (appearance.lead_ministry or next(iter(appearance.ministries), "") or appearance.id)
        + ":"
    )
    department = collector.node("Department", apart + _one_form(contact.org), contact.org)
    if owner:
        collector.relationship("PART_OF", department, collector.id_of(TYPES[owner.kind], owner.id))
    return department


def _one_form(name: str) -> str:
    return "".join(plain(name).split())

"""Whose a measure is, and how that is known: the page prints it, or else another page of the
measure, the whole of which it is a part, the body that runs it, or the document's publisher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.catalogue.records import Appearance, Document, KnownBy
from loaders.organisations import supervisors
from loaders.resolution.resolve import Resolved
from loaders.vocabulary.ministries import ministries


@dataclass(frozen=True)
class Known:
    """The ministries of a measure."""

    names: tuple[str, ...] = ()
    """By formal name, in the order of print; none where nothing says whose it is."""
    by: KnownBy | None = None
    """How they are known."""


def known_ministries(
    measures: Iterable[Resolved], documents: Iterable[Document]
) -> dict[str, Known]:
    """Measure id -> its ministries, by the first of the ways that gives any."""
    by_id = {measure.id: measure for measure in measures}
    publishers = {document.id: document.publisher for document in documents}
    known: dict[str, Known] = {}
    for measure in by_id.values():
        _of(measure, by_id, publishers, known)
    return known


def _of(
    measure: Resolved,
    by_id: Mapping[str, Resolved],
    publishers: Mapping[str, str],
    known: dict[str, Known],
) -> Known:
    if measure.id in known:
        return known[measure.id]
    known[measure.id] = Known()  # a measure that is in the end a part of itself
    found = _printed(measure)
    for whole in measure.part_of if not found.names else ():
        of_whole = _of(by_id[whole], by_id, publishers, known) if whole in by_id else Known()
        if of_whole.names:
            found = Known(of_whole.names, "whole")
            break
    if not found.names:
        found = Known(tuple(_supervising(measure.latest)), "body")
    if not found.names:
        found = Known(_publishing(publishers.get(measure.latest.document, "")), "publisher")
    known[measure.id] = found if found.names else Known()
    return known[measure.id]


def _printed(measure: Resolved) -> Known:
    if measure.latest.ministries:
        return Known(tuple(measure.latest.ministries), "page")
    before = next((a.ministries for a in measure.appearances if a.ministries), [])
    return Known(tuple(before), "other_page") if before else Known()


def _supervising(appearance: Appearance) -> list[str]:
    """The ministries that supervise the body to ask, or else the bodies that act there."""
    supervising = supervisors(contact.org for contact in appearance.contacts)
    return supervising or supervisors(
        body.name
        for body in appearance.bodies
        if body.role in ("operates", "implements", "contact")
    )


def _publishing(publisher: str) -> tuple[str, ...]:
    """The ministry that publishes a document, or that of the outer office that does; none where a
    council of several does.
    """
    office = ministries().get(publisher)
    if office is None:
        return ()
    return (ministries().parent_of(office.name) or office.name,)

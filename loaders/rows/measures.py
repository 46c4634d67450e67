"""Measures and all that their pages tie them to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.errors import CatalogueError
from graph.schema.size_classes import size_classes, size_names
from loaders.catalogue.records import Appearance, Measure
from loaders.overlap.topics import clear
from loaders.rows.certifications import add_certification_as_printed, is_own_page
from loaders.rows.collecting import Collector, Place
from loaders.rows.organisations import TYPES, add_body_as_printed, add_department
from loaders.rows.references import References
from loaders.rows.repeated_words import repeated_words
from loaders.text.readings import readings


def add_measures(collector: Collector, references: References) -> None:
    """Every measure with its relationships; what only its latest appearance states is `current`."""
    _add_size_classes(collector)
    for measure in references.catalogue.measures:
        _add_measure(collector, references, measure)
    for measure in references.catalogue.measures:
        appearances = references.appearances_of(measure)
        latest = appearances[0]
        for appearance in appearances:
            current = appearance is latest
            _add_page(_Stated(collector, references, measure, appearance, current))
        _add_derived(collector, references, measure, latest)
        _add_own_facts(collector, measure, latest)
        _add_relatives(collector, references, measure)


def _add_size_classes(collector: Collector) -> None:
    for name in size_names():
        collector.node("SizeClass", name, name)
    for size in size_classes():
        for smaller in size.contains:
            collector.relationship(
                "CONTAINS",
                collector.id_of("SizeClass", size.name),
                collector.id_of("SizeClass", smaller),
            )


def _add_measure(collector: Collector, references: References, measure: Measure) -> None:
    collector.node(
        "Measure",
        measure.id,
        measure.title,
        known_as=[*measure.aliases, *measure.former_ids],
        words=[
            *(t.term for t in measure.terms),
            *_names_of(references, measure.bodies),
            *readings([measure.title, *measure.aliases]),
        ],
        title=measure.title,
        aliases=measure.aliases,
        former_ids=measure.former_ids,
        problems=clear(measure.problems),
        activities=clear(measure.activities),
        said=repeated_words(measure.words),
        applicant_industries=measure.applicant_industries,
    )


def _names_of(references: References, bodies: Iterable[str]) -> Iterator[str]:
    """All names of these bodies, so that a search for JETRO finds what 日本貿易振興機構 does."""
    for name in bodies:
        known = references.organisation(name, "body")
        yield from (known.name, *known.short_names) if known else (name,)


# --- what each page states ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Stated:
    """What one page states of a measure, on its way into the rows."""

    collector: Collector
    """Where the rows are gathered."""
    references: References
    """What the catalogue's names and ids stand for."""
    measure: Measure
    """The measure that the page is of."""
    appearance: Appearance
    """The page."""
    current: bool
    """The page is the measure's latest."""

    @property
    def node(self) -> str:
        return self.collector.id_of("Measure", self.measure.id)

    @property
    def where(self) -> str:
        return f"appearances.jsonl {self.appearance.id}"

    def at(self, line: int) -> list[Place]:
        return [(self.appearance.document, line)]

    def places(self, field: str) -> list[Place]:
        return _places(self.appearance, field)


def _add_page(page: _Stated) -> None:
    named = page.appearance.measure
    if page.references.measure(named, page.where).id != page.measure.id:
        raise CatalogueError(
            f"is listed by {page.measure.id} but names {named}", page.where, "extract again"
        )
    page.collector.stated(
        "APPEARS_AS",
        page.node,
        page.collector.id_of("Appearance", page.appearance.id),
        page.places("title"),
        current=page.current,
    )
    _add_offices(page)
    _add_contacts(page)
    _add_bodies(page)
    _add_sizes(page)
    _add_size_tests(page)
    _add_pillar(page)
    _add_named_certifications(page)
    _add_related(page)


def _add_offices(page: _Stated) -> None:
    appearance = page.appearance
    for kind, field, names in (
        ("ministry", "ministries", appearance.ministries),
        ("agency", "agencies", appearance.agencies),
    ):
        for name in names:
            office = page.references.known_organisation(name, kind, page.where)
            page.collector.stated(
                "ADMINISTERED_BY",
                page.node,
                page.collector.id_of(TYPES[kind], office.id),
                page.places(field),
                lead=name == appearance.lead_ministry,
                derived=False,
                known_by="page" if page.current else "other_page",
                current=page.current,
            )


def _add_contacts(page: _Stated) -> None:
    for contact in page.appearance.contacts:
        page.collector.stated(
            "CONTACT",
            page.node,
            add_department(page.collector, page.references, page.appearance, contact),
            page.at(contact.line),
            phones=contact.phones,
            emails=contact.emails,
            current=page.current,
        )


def _add_bodies(page: _Stated) -> None:
    for body in page.appearance.bodies:
        page.collector.stated(
            "IMPLEMENTS",
            add_body_as_printed(page.collector, page.references, body.name),
            page.node,
            page.at(body.line),
            apart={"role": body.role},
            current=page.current,
        )


def _add_sizes(page: _Stated) -> None:
    """The size classes that the page addresses, and those that it tells as applying."""
    targets = [(name, page.places("targets")) for name in page.appearance.targets]
    applying = [(name, page.at(line)) for name, line in _open_to(page.appearance)]
    for relationship, sizes in (("TARGETS", targets), ("OPEN_TO", applying)):
        for name, places in sizes:
            size_class = page.collector.id_of("SizeClass", name)
            page.collector.stated(relationship, page.node, size_class, places, current=page.current)


def _add_pillar(page: _Stated) -> None:
    pillar = page.appearance.section or (page.measure.pillar if page.current else None)
    if not pillar:
        return
    document = page.appearance.document
    node = page.collector.node("Pillar", f"{document}:{pillar}", pillar, document=document)
    page.collector.stated(
        "IN_PILLAR", page.node, node, page.places("section"), current=page.current
    )


def _add_related(page: _Stated) -> None:
    for related in page.appearance.related:
        if not related.measure:
            continue
        measure = page.references.measure(related.measure, page.where)
        if measure.id != page.measure.id:
            page.collector.stated(
                "RELATED",
                page.node,
                page.collector.id_of("Measure", measure.id),
                page.at(related.line),
                apart={"relation": related.relation},
                current=page.current,
            )


def _open_to(appearance: Appearance) -> list[tuple[str, int]]:
    """The size classes that the page tells as applying, each with its line: every one where it says
    so; none where it tells companies without a size.
    """
    if any_size := appearance.lines.get("any_size"):
        return [(size, line) for size in size_names() for line in any_size]
    lines = appearance.lines.get("applicants") or []
    line_of = (
        dict(zip(appearance.applicants, lines, strict=True))
        if len(lines) == len(appearance.applicants)
        else dict.fromkeys(appearance.applicants, appearance.line_start)
    )
    return (
        []
        if "企業" in line_of
        else [(kind, line) for kind, line in line_of.items() if kind in size_names()]
    )


def _add_size_tests(page: _Stated) -> None:
    """How the page tells size classes: a relationship a limit, those of one way of being in a class
    with the same `way`.
    """
    ways: Counter[str] = Counter()
    for test in page.appearance.size_tests:
        ways[test.size_class] += 1
        for limit in [size_limit.model_dump() for size_limit in test.limits] or [{}]:
            page.collector.stated(
                "COUNTS_AS",
                page.node,
                page.collector.id_of("SizeClass", test.size_class),
                page.at(test.line),
                apart={"way": ways[test.size_class], "whom": test.whom, "law": test.law, **limit},
                current=page.current,
            )


def _add_named_certifications(page: _Stated) -> None:
    for mention in page.appearance.certifications:
        node = add_certification_as_printed(page.collector, page.references, mention.name)
        known = page.references.certification(mention.name)
        names = (known.name if known else mention.name, mention.name)
        described = any(is_own_page(page.measure, name) for name in names)
        for relationship in ("NAMES", "DESCRIBES") if described else ("NAMES",):
            page.collector.stated(
                relationship, page.node, node, page.at(mention.line), current=page.current
            )


def _places(appearance: Appearance, field: str) -> list[Place]:
    """Where a plain value stands; the beginning of the page where the catalogue does not say."""
    return [
        (appearance.document, line)
        for line in appearance.lines.get(field) or [appearance.line_start]
    ]


def _places_of_each(appearance: Appearance, field: str, count: int) -> list[list[Place]]:
    """Where each of a field's values stands: its own line where the catalogue has one for each,
    else all lines of the field.
    """
    places = _places(appearance, field)
    return [[place] for place in places] if len(places) == count else [places] * count


# --- what the catalogue makes of them -------------------------------------------------------------


def _add_derived(
    collector: Collector, references: References, measure: Measure, latest: Appearance
) -> None:
    """The ministries that are known otherwise, where the page names none; bodies and offices must
    be known.
    """
    node, where = collector.id_of("Measure", measure.id), f"measures.jsonl {measure.id}"
    known_by = measure.ministries_known_by or "body"
    for name in measure.derived_ministries:
        ministry = references.known_organisation(name, "ministry", where)
        collector.stated(
            "ADMINISTERED_BY",
            node,
            collector.id_of("Ministry", ministry.id),
            _lines_of_bodies(references, latest, ministry.name)
            if known_by == "body"
            else _places(latest, "title"),
            lead=False,
            derived=True,
            known_by=known_by,
            current=True,
        )
    for kind, names in (("ministry", measure.ministries), ("agency", measure.agencies)):
        for name in names:
            references.known_organisation(name, kind, where)
    printed = {body.name for body in latest.bodies}
    for name in measure.bodies:
        if name not in printed:
            references.known_organisation(name, "body", where)


def _lines_of_bodies(references: References, appearance: Appearance, ministry: str) -> list[Place]:
    lines = [
        b.line
        for b in appearance.bodies
        if (known := references.organisation(b.name, "body"))
        and ministry in known.supervising_ministries
    ]
    return [(appearance.document, line) for line in lines or [appearance.line_start]]


def _add_own_facts(collector: Collector, measure: Measure, latest: Appearance) -> None:
    """Instruments, beneficiaries, industries and terms: the measure's, as read from its latest
    appearance.
    """
    node = collector.id_of("Measure", measure.id)
    for relationship, kind, field in (
        ("USES", "Instrument", "instruments"),
        ("SERVES", "Beneficiary", "beneficiaries"),
        ("SERVES", "Industry", "industries"),
    ):
        names = getattr(measure, field)
        for name, places in zip(names, _places_of_each(latest, field, len(names)), strict=True):
            collector.stated(
                relationship, node, collector.node(kind, name, name), places, current=True
            )
    for term, places in zip(
        measure.terms, _places_of_each(latest, "terms", len(measure.terms)), strict=True
    ):
        collector.stated(
            "ABOUT",
            node,
            collector.node("Term", term.term, term.term),
            places,
            weight=term.weight,
            current=True,
        )


def _add_relatives(collector: Collector, references: References, measure: Measure) -> None:
    node, where = collector.id_of("Measure", measure.id), f"measures.jsonl {measure.id}"
    for kind, related in (("PART_OF_MEASURE", measure.part_of), ("SUCCEEDS", measure.succeeds)):
        for measure_id in related:
            collector.relationship(
                kind, node, collector.id_of("Measure", references.measure(measure_id, where).id)
            )

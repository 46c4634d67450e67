"""What the names and ids in a catalogue refer to, held against what the catalogue has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn, TypeVar

from graph.bounds import quoted
from graph.errors import CatalogueError
from graph.language.fold import fold
from loaders.catalogue.records import (
    Appearance,
    Bonus,
    Certification,
    Document,
    Identified,
    Item,
    Law,
    Measure,
    Organisation,
)
from loaders.catalogue.records.programmes import Programme, Recipient

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

_LEGAL_FORM = re.compile(
    r"^(?:独立行政法人|国立研究開発法人|国立大学法人|認可法人|株式会社|(?:一般|公益)?(?:社団|財団)法人|\((?:独|国研|株|一社|一財|公社|公財)\))"
)
R = TypeVar("R", bound=Identified)


class References:
    """The records of a catalogue by id and by name. Every lookup that takes `where` raises
    CatalogueError for what is unknown.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._organisations = _named(
            (o.kind, (o.id, o.name, *o.short_names), o) for o in catalogue.organisations
        )
        aliases = {fold(alias): c for c in catalogue.certifications for alias in c.aliases}
        self._certifications = aliases | {
            fold(name): c for c in catalogue.certifications for name in (c.name, c.id)
        }
        self._measures = {old: m for m in catalogue.measures for old in m.former_ids} | {
            m.id: m for m in catalogue.measures
        }
        self._appearances = _by_id("appearances", catalogue.appearances)
        self._documents = _by_id("documents", catalogue.documents)
        self._bonuses = _by_id("bonuses", catalogue.bonuses)
        self._items = _by_id("items", catalogue.items)
        self._laws = {fold(law.name): law for law in catalogue.laws}
        self._laws_by_id = _by_id("laws", catalogue.laws)
        self._recipients = _by_id("recipients", catalogue.recipients)
        self._programmes = _by_id("programmes", catalogue.programmes)
        others: dict[str, Sequence[Identified]] = {
            "measures": catalogue.measures,
            "rules": catalogue.rules,
            "organisations": catalogue.organisations,
            "certifications": catalogue.certifications,
            "calls": catalogue.calls,
        }
        for name, records in others.items():
            _by_id(name, records)

    def organisation(self, name: str, kind: str) -> Organisation | None:
        """The organisation of a kind (ministry, agency, department, body) that an id, name or short
        name means; a body's short names hold the forms in which pages print it.
        """
        return self._organisations.get((kind, fold(name)))

    def known_organisation(self, name: str, kind: str, where: str) -> Organisation:
        return self.organisation(name, kind) or _unknown(kind, name, where)

    @cached_property
    def offices(self) -> list[tuple[str, Organisation]]:
        """(folded name, organisation) of all but departments, longest name first: to see whose
        office a department is.
        """
        named = [
            (folded, o) for (kind, folded), o in self._organisations.items() if kind != "department"
        ]
        return sorted(
            named,
            key=lambda name_and_office: (
                -len(name_and_office[0]),
                name_and_office[0],
                name_and_office[1].id,
            ),
        )

    def leading_office(self, printed: str) -> Organisation | None:
        """The ministry, agency or body whose name a printed name begins with, its legal
        form aside.
        """
        return self._leading(printed, self.offices)[0]

    def leading_body(self, printed: str) -> tuple[Organisation | None, str]:
        """The body whose name a printed name begins with, its legal form aside, and what stands
        after it (folded).
        """
        return self._leading(printed, [(name, o) for name, o in self.offices if o.kind == "body"])

    def _leading(
        self, printed: str, offices: list[tuple[str, Organisation]]
    ) -> tuple[Organisation | None, str]:
        folded = fold(printed)
        bare = _LEGAL_FORM.sub("", folded)
        for name, office in offices:
            for text in (folded, bare):
                if text.startswith(name):
                    return office, text[len(name) :]
        return None, folded

    def certification(self, name: str) -> Certification | None:
        """The certification that an id, name or alias means; aliases hold the forms in which pages
        print it.
        """
        return self._certifications.get(fold(name))

    def known_certification(self, name: str, where: str) -> Certification:
        return self.certification(name) or _unknown("certification", name, where)

    def law(self, name: str) -> Law | None:
        """The law of that formal name."""
        return self._laws.get(fold(name))

    def law_of_id(self, law_id: str, where: str) -> Law:
        return self._laws_by_id.get(law_id) or _unknown("law", law_id, where)

    def recipient(self, recipient_id: str, where: str) -> Recipient:
        return self._recipients.get(recipient_id) or _unknown("recipient", recipient_id, where)

    def is_programme(self, programme_id: str) -> bool:
        """Whether there is a budget programme of that id."""
        return programme_id in self._programmes

    def programme(self, programme_id: str, where: str) -> Programme:
        return self._programmes.get(programme_id) or _unknown("programme", programme_id, where)

    def measure(self, measure_id: str, where: str) -> Measure:
        """The measure of an id or former id."""
        return self._measures.get(measure_id) or _unknown("measure", measure_id, where)

    def bonus(self, bonus_id: str, where: str) -> Bonus:
        return self._bonuses.get(bonus_id) or _unknown("bonus", bonus_id, where)

    def item(self, item_id: str, where: str) -> Item:
        return self._items.get(item_id) or _unknown("item", item_id, where)

    def is_item(self, item_id: str) -> bool:
        """Whether a policy item of the catalogue has this id."""
        return item_id in self._items

    def document(self, document_id: str, where: str) -> Document:
        return self._documents.get(document_id) or _unknown("document", document_id, where)

    def appearances_of(self, measure: Measure) -> list[Appearance]:
        """A measure's appearances, the latest first (by the date of the document; of one document
        in the order in which the measure lists them).
        """
        where = f"measures.jsonl {measure.id}"
        appearances = [
            self._appearances.get(a) or _unknown("appearance", a, where)
            for a in measure.appearances
        ]
        if not appearances:
            raise CatalogueError("a measure without an appearance", where, "extract again")
        return sorted(
            appearances,
            key=lambda a: (self.document(a.document, f"appearances.jsonl {a.id}").date, a.document),
            reverse=True,
        )


def _named(
    organisations: Iterable[tuple[str, tuple[str, ...], Organisation]],
) -> dict[tuple[str, str], Organisation]:
    """Full names win over short ones, whichever comes first."""
    named = list(organisations)
    short = {(kind, fold(name)): o for kind, names, o in named for name in names[2:]}
    return short | {(kind, fold(name)): o for kind, names, o in named for name in names[:2]}


def _by_id(file: str, records: Iterable[R]) -> dict[str, R]:
    by_id: dict[str, R] = {}
    for record in records:
        if record.id in by_id:
            raise CatalogueError("is there twice", f"{file}.jsonl {record.id}", "extract again")
        by_id[record.id] = record
    return by_id


def _unknown(what: str, name: str, where: str) -> NoReturn:
    raise CatalogueError(
        f"names the {what} {quoted(name)}, which the catalogue does not have",
        where,
        "extract again",
    )

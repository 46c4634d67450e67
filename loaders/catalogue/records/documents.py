"""Documents, measures over documents, and policy items."""

from __future__ import annotations

from graph.schema.size_classes import SizeClass
from loaders.catalogue.records.appearance import Figure, Term
from loaders.catalogue.records.kinds import Identified, KnownBy, Record


class RefusedLine(Record):
    """Something that was not understood and is left out."""

    line: int
    """Where it stands, from 1."""
    what: str
    """What was not understood."""


class PageStart(Record):
    """A printed page."""

    page: int
    """Its number."""
    line: int
    """Its first line, from 1."""


class MendedValue(Record):
    """A value that a person put in place of what was read."""

    line: int
    """Where the page begins, from 1."""
    field: str
    """The field of the measure's entry."""
    before: str | None = None
    """What was read, several values with 、 between them; nothing where nothing was."""
    after: str | None = None
    """What was put in its place, likewise."""
    reason: str
    """Why a person knows better than the page."""


class Document(Identified):
    """A source document."""

    id: str
    """Its short name (package-2025), with which facts cite it."""
    title: str
    """Its title."""
    publisher: str
    """Who published it."""
    date: str = ""
    """As precise as printed (2025-02); where none is printed, the month that its budgets give."""
    url: str | None = None
    """Where it was published, where that is printed or certain."""
    file: str
    """The name of its file."""
    sha256: str
    """The digest of its file, hex."""
    text_sha256: str | None = None
    """Of a PDF the digest of its text as `shisaku text` prints it, hex; nothing of any other."""
    lines: int
    """How many lines it has."""
    states: dict[str, int | str] = {}
    """What it says of itself (ministries, measures, yen …)."""
    found: dict[str, int | str] = {}
    """What was found in it, by the same names."""
    terms_of_use: str
    """The terms under which it may be used; its source alone, where these are not known."""
    refused: list[RefusedLine] = []
    """What of it was not understood; nothing in a catalogue that was not written in spite of it."""
    mended: list[MendedValue] = []
    """The values that corrections set."""
    page_starts: list[PageStart] = []
    """Its printed pages; none where a measure's own page tells on which page a line stands."""


class Measure(Identified):
    """The measure itself, over all documents and years; plain values are those of its latest
    appearance.
    """

    id: str
    """measure:{digest of title and lead ministry}, as its latest appearance gives it."""
    former_ids: list[str] = []
    """Ids that its other appearances would give; every look-up takes them."""
    title: str
    """Its latest title."""
    aliases: list[str] = []
    """Other titles that it was told under."""
    appearances: list[str]
    """The ids of its appearances, the latest first."""
    ministries: list[str] = []
    """Ministries that the page names."""
    derived_ministries: list[str] = []
    """Where it names none: those that are known otherwise."""
    ministries_known_by: KnownBy | None = None
    """How its ministries are known: the page prints them (page), or else another page of the
    measure (other_page), the whole of which it is a part does (whole), they supervise the body that
    the page names (body), or publish the document (publisher); nothing where none is known.
    """
    agencies: list[str] = []
    """Outer offices."""
    bodies: list[str] = []
    """Bodies that carry it out, by formal name."""
    targets: list[SizeClass] = []
    """Size classes of companies."""
    beneficiaries: list[str] = []
    """Kinds of those whom it helps, of the vocabulary."""
    industries: list[str] = []
    """Sectors that it is confined to, of the vocabulary."""
    applicant_industries: list[str] = []
    """Those of the ones who may apply, of the same vocabulary, where a line that says for whom it
    is names trades: they go before the sectors of its theme."""
    instruments: list[str] = []
    """By what it helps, of the vocabulary."""
    pillar: str | None = None
    """The pillar of the latest document that has pillars."""
    terms: list[Term] = []
    """Key terms, best first."""
    problems: list[Term] = []
    """What it works on, in the words of loaders/overlap, best first."""
    activities: list[Term] = []
    """What it does, in the words of loaders/overlap, best first."""
    words: dict[str, float] = {}
    """Nouns and verbs of its own lines -> 1 + log of how often they stand there."""
    part_of: list[str] = []
    """Ids of measures that it is a part of."""
    succeeds: list[str] = []
    """Ids of measures that it replaced."""


class Item(Identified):
    """A policy item or entry (followup-2024's ①…, pillars-2022's ①－１)."""

    id: str
    """item:{document}:{number and digest}."""
    document: str
    """The document's id."""
    item_no: str
    """Its number, as printed."""
    title: str
    """Its title, as printed."""
    column: str | None = None
    """The column of the table that it stands in (current, follow-up, new)."""
    line_start: int
    """Its first line."""
    line_end: int
    """Its last line."""
    ministries: list[str] = []
    """Ministries that answer for it."""
    lead_ministry: str | None = None
    """The one that leads (○)."""
    measures: list[str] = []
    """Ids of the measures that it covers."""
    continues: list[str] = []
    """Ids of the earlier items that it carries on."""
    figures: list[Figure] = []
    """Targets and outcomes that it states itself, or that stand beside it under no measure."""

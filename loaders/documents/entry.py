"""What a document says of one measure as a whole, before the facts of its page are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.schema.size_classes import SizeClass
from loaders.catalogue.ids import appearance_id
from loaders.catalogue.records import Budget, Contact
from loaders.text.lines import fold, plain
from loaders.text.page import Page, Problem
from loaders.vocabulary.ministries import ministries


@dataclass(frozen=True)
class MeasureEntry:
    """One measure as one place of a document heads it: a page of a booklet, a slide, a leaflet, a
    heading in a column.
    """

    page: Page
    """All its lines."""
    title: str
    """Its name as printed, wrapped lines joined."""
    lines: dict[str, list[int]]
    """Field -> the lines (from 1) on which the fields below that are plain values stand."""
    number: int | None = None
    """The page's number, printed or counted from those that are."""
    ministries: tuple[str, ...] = ()
    """The ministries that are responsible, by formal name, in the order of print; a parent with its
    agency.
    """
    agencies: tuple[str, ...] = ()
    """The agencies that are responsible, likewise."""
    lead_ministry: str | None = None
    """The office that is marked as leading, where one is."""
    contacts: tuple[Contact, ...] = ()
    """The desks to ask."""
    targets: tuple[SizeClass, ...] = ()
    """Size classes that it is for."""
    section: str | None = None
    """The pillar or section that it stands under, as printed."""
    item_no: str | None = None
    """The number of the policy item that it belongs to, as printed."""
    fiscal_mark: str | None = None
    """The mark of its budgets behind the title, without brackets."""
    highlighted: bool = False
    """Whether it bears the mark of the summary page."""
    budgets: tuple[Budget, ...] | None = None
    """Those of its heading, in families that print them there; None: the page's."""
    text: Page | None = None
    """The lines that say what it gives, where not all of the page does."""
    mark: str = ""
    """What tells it from another that bears the same title (the fiscal year of its budget, whom it
    addresses).
    """

    @property
    def lead(self) -> str | None:
        """The ministry that an id is made with: the lead's at ministry level, or the first that is
        printed.
        """
        if self.lead_ministry:
            return ministries().parent_of(self.lead_ministry) or self.lead_ministry
        return self.ministries[0] if self.ministries else None

    @property
    def gives(self) -> Page:
        """The lines that say what the measure gives."""
        return self.text or self.page


@dataclass(frozen=True)
class Title:
    """A name as a page prints it."""

    text: str
    """The name, wrapped lines joined."""
    lines: tuple[int, ...]
    """The lines that it stands on (from 1)."""


def readable(text: str) -> str:
    """The text as printed, with radicals that stand for a character (⼯ for 工) put right."""
    return "".join(plain(c) if "\u2e80" <= c <= "\u2fdf" else c for c in text).strip()


def printed_lines(lines: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """Field -> lines, without the fields that nothing is printed of."""
    return {field: list(numbers) for field, numbers in lines.items() if numbers}


def owners(named: Sequence[tuple[str, int]]) -> tuple[list[str], list[str], list[int]]:
    """Of offices and the lines that name them: the ministries (a parent for its outer office), the
    outer offices, and the lines.
    """
    agencies = dict.fromkeys(office for office, _ in named if not ministries().is_ministry(office))
    parents = dict.fromkeys(ministries().parent_of(office) or office for office, _ in named)
    return list(parents), list(agencies), sorted({line for _, line in named})


def ids_by_mark(entries: Sequence[MeasureEntry]) -> tuple[list[str], list[Problem]]:
    """An id for each appearance, by title and lead ministry; where several bear one title, also by
    their marks.

    Those that not even their marks tell apart are reported.
    """
    titles = Counter((fold(entry.title), entry.lead) for entry in entries)
    ids = [
        appearance_id(
            entry.page.document,
            f"{entry.title} {entry.mark}"
            if titles[fold(entry.title), entry.lead] > 1
            else entry.title,
            entry.lead,
        )
        for entry in entries
    ]
    counted = Counter(ids)
    return ids, [
        Problem(
            entry.page.document,
            entry.page.start,
            f"two sheets bear the name 「{entry.title}」 and nothing tells them apart",
        )
        for entry, id_ in zip(entries, ids, strict=True)
        if counted[id_] > 1
    ]

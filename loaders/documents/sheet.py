"""One measure on one sheet (a page of a booklet, a slide, a leaflet): what the sheet says as a
whole, and the appearance that comes of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.catalogue.ids import appearance_id, measure_id
from loaders.catalogue.records import Appearance, Contact
from loaders.facts.applicants import applicants
from loaders.facts.bodies import bodies
from loaders.facts.budgets import budgets
from loaders.facts.caps import caps
from loaders.facts.certifications import certifications
from loaders.facts.figures import figures
from loaders.facts.legal_basis import legal_basis
from loaders.facts.rates import rates
from loaders.facts.related import related
from loaders.facts.scheme import scheme
from loaders.facts.size_tests import size_tests
from loaders.facts.thresholds import thresholds
from loaders.facts.urls import urls
from loaders.facts.windows import windows
from loaders.text.lines import fold, plain
from loaders.text.page import Page, Problem
from loaders.vocabulary.ministries import ministries


@dataclass(frozen=True)
class Sheet:
    """What a sheet says of its measure as a whole, and the lines on which it says it.

    `mark` tells it from another sheet that bears the same title (the fiscal year of its budget,
    whom it addresses).
    """

    page: Page
    number: int | None
    title: str
    mark: str
    ministries: tuple[str, ...]
    agencies: tuple[str, ...]
    contacts: tuple[Contact, ...]
    targets: tuple[str, ...]
    lines: dict[str, list[int]]
    section: str | None = None
    highlighted: bool = False

    @property
    def lead(self) -> str | None:
        """The ministry that an id is made with: the first that is printed."""
        return self.ministries[0] if self.ministries else None


def readable(text: str) -> str:
    """The text as printed, with radicals that stand for a character (⼯ for 工) put right."""
    return "".join(plain(c) if "\u2e80" <= c <= "\u2fdf" else c for c in text).strip()


def owners(named: Sequence[tuple[str, int]]) -> tuple[list[str], list[str], list[int]]:
    """Of offices and the lines that name them: the ministries (a parent for its outer office), the
    outer offices, and the lines.
    """
    agencies = dict.fromkeys(office for office, _ in named if not ministries().is_ministry(office))
    parents = dict.fromkeys(ministries().parent_of(office) or office for office, _ in named)
    return list(parents), list(agencies), sorted({line for _, line in named})


def appearance_ids(sheets: Sequence[Sheet]) -> tuple[list[str], list[Problem]]:
    """An id for each sheet, by title and lead ministry; where several sheets bear one title, also
    by their marks.

    Sheets that not even their marks tell apart are reported.
    """
    titles = Counter((fold(s.title), s.lead) for s in sheets)
    ids = [
        appearance_id(
            s.page.document,
            f"{s.title} {s.mark}" if titles[fold(s.title), s.lead] > 1 else s.title,
            s.lead,
        )
        for s in sheets
    ]
    counted = Counter(ids)
    return ids, [
        Problem(
            s.page.document,
            s.page.start,
            f"two sheets bear the name 「{s.title}」 and nothing tells them apart",
        )
        for s, found in zip(sheets, ids, strict=True)
        if counted[found] > 1
    ]


def appearance(
    sheet: Sheet, own_id: str, titles: Sequence[str], read_otherwise: Mapping[str, object]
) -> tuple[Appearance, list[Problem]]:
    """The appearance of a sheet, its facts read by `loaders.facts`; `read_otherwise` holds the
    fields that the family reads itself.
    """
    page, title = sheet.page, sheet.title
    sums, problems = budgets(page)
    addresses = urls(page.lines)
    lines = dict(sheet.lines) | ({"urls": [number for _, number in addresses]} if addresses else {})
    told = Appearance(
        id=own_id,
        document=page.document,
        measure=measure_id(title, sheet.lead),
        page=sheet.number,
        line_start=page.start,
        line_end=page.end,
        title=title,
        section=sheet.section,
        highlighted=sheet.highlighted,
        ministries=list(sheet.ministries),
        agencies=list(sheet.agencies),
        contacts=list(sheet.contacts),
        targets=list(sheet.targets),
        applicants=applicants(page, title, sheet.targets),
        thresholds=thresholds(page),
        size_tests=size_tests(page),
        budgets=sums,
        rates=rates(page),
        caps=caps(page),
        bodies=bodies(page),
        scheme=scheme(page),
        certifications=certifications(page),
        related=related(page, titles, title),
        urls=[url for url, _ in addresses],
        windows=windows(page),
        legal_basis=legal_basis(page),
        figures=figures(page),
        lines=lines,
    )
    return told.model_copy(update=dict(read_otherwise)), problems

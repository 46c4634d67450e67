"""A follow-up in three columns (current | what was done | new): entries of the outer ones as items,
○ headings of the middle one as measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.bonuses import first_told
from loaders.catalogue.ids import appearance_id, digest, measure_id
from loaders.catalogue.records import Appearance, Bonus, Item
from loaders.documents.corrections import Correction, for_page
from loaders.documents.family import Corrected, Reading
from loaders.documents.pillars_2022.entries import (
    Entry,
    Read,
    carried_on,
    entries,
    gaps,
)
from loaders.documents.pillars_2022.line_kinds import Kind, parts
from loaders.documents.pillars_2022.rows import Columns, columns
from loaders.documents.pillars_2022.stated import of_entries, of_page
from loaders.documents.pillars_2022.titles import Heading, headings
from loaders.facts.bodies import bodies
from loaders.facts.caps import caps
from loaders.facts.certifications import certifications
from loaders.facts.figures import figures
from loaders.facts.legal_basis import legal_basis
from loaders.facts.rates import rates
from loaders.facts.related import related
from loaders.facts.urls import urls
from loaders.facts.windows import windows
from loaders.text.lines import Line
from loaders.text.page import Page, Problem

name = "pillars-2022"
folder = Path(__file__).parent

_PILLARS = re.compile(r"(?P<number>\d)本柱")
_AS_OF = re.compile(r"令和\s*(?P<year>元|\d{1,2})年\s*(?P<month>\d{1,2})月末(?:時点|現在|まで)")


@dataclass(frozen=True)
class _Head:
    """What is said of a measure as a whole, and the lines that say it."""

    page: Page
    heading: Heading
    number: int | None
    title: str
    item_no: str
    section: str | None
    ministries: tuple[str, ...]
    agencies: tuple[str, ...]
    lines: dict[str, list[int]]

    @property
    def lead(self) -> str | None:
        """The ministry that an id is made with: no lead is marked, so the first that is printed."""
        return self.ministries[0] if self.ministries else None


@dataclass(frozen=True)
class _Told:
    """A row with its measures, and what was done besides."""

    read: Read
    before: tuple[Line, ...]
    heads: tuple[_Head, ...]


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is of this family: a heading of three columns, and entries numbered under a
    circle.
    """
    kinds = {part.kind for part in parts(lines)}
    return {Kind.COLUMNS, Kind.ENTRY} <= kinds


def _told(document: str, read: Read, page_of: dict[int, int]) -> tuple[_Told, list[Problem]]:
    before, found, problems = headings(document, read.row.done)
    nearest = read.nearest
    if found and nearest is None:
        return _Told(read, tuple(before), ()), [
            *problems,
            Problem(document, found[0].page.start, f"「{found[0].title}」 stands beside no entry"),
        ]
    heads = [_head(heading, nearest, read, page_of) for heading in found if nearest is not None]
    problems += [
        Problem(document, head.page.start, f"no ministry of 「{head.title}」")
        for head in heads
        if not head.ministries
    ]
    return _Told(read, tuple(before), tuple(heads)), problems


def _head(heading: Heading, entry: Entry, read: Read, page_of: dict[int, int]) -> _Head:
    offices = heading.own or entry.offices
    chapter = read.row.chapter
    lines = {
        "title": list(heading.title_lines),
        "section": [chapter.number] if chapter else [],
        "ministries": list(offices.lines),
        "agencies": list(offices.lines) if offices.agencies else [],
        "item_no": [entry.page.start],
    }
    return _Head(
        heading.page,
        heading,
        page_of.get(heading.page.start),
        heading.title,
        entry.code,
        chapter.text.strip() if chapter else None,
        offices.ministries,
        offices.agencies,
        {k: v for k, v in lines.items() if v},
    )


def _mended(head: _Head, corrections: Sequence[Correction]) -> tuple[_Head, list[Corrected]]:
    """The head with the values of the corrections that meet one of its lines, and what they
    changed.
    """
    changed = []
    for correction in for_page(head.page, corrections):
        for key, value in correction.set.items():
            changed.append(
                Corrected(head.page.document, head.page.start, key, getattr(head, key), value)
            )
            head = replace(head, **{key: tuple(value) if isinstance(value, list) else value})
    return head, changed


def _appearance(head: _Head, id_: str, titles: Sequence[str]) -> Appearance:
    """What is told of the measure. A follow-up tells what was done: who may apply, and on what
    conditions, it does not say.
    """
    page, text, title = head.page, head.heading.text, head.title
    addresses = urls(page.lines)
    lines = dict(head.lines)
    if addresses:
        lines["urls"] = [number for _, number in addresses]
    return Appearance(
        id=id_,
        document=page.document,
        measure=measure_id(title, head.lead),
        page=head.number,
        line_start=page.start,
        line_end=page.end,
        title=title,
        item_no=head.item_no,
        section=head.section,
        ministries=list(head.ministries),
        agencies=list(head.agencies),
        budgets=list(head.heading.budgets),
        rates=rates(text),
        caps=caps(text),
        bodies=bodies(page),
        certifications=certifications(page),
        related=related(page, titles, title),
        urls=[url for url, _ in addresses],
        windows=windows(text),
        legal_basis=legal_basis(text),
        figures=figures(text),
        lines=lines,
    )


def _ids(document: str, heads: Sequence[_Head]) -> list[str]:
    """An id each: a measure that is listed again under another entry gets one with that entry's
    code, under the same once more with its place.
    """
    found: list[str] = []
    for head in heads:
        plain = appearance_id(document, head.title, head.lead)
        under = f"appearance:{document}:{digest(head.title, head.lead or '', head.item_no)}"
        again = (
            f"appearance:{document}:{digest(head.title, head.lead or '', head.item_no, str(n))}"
            for n in range(2, len(heads) + 2)
        )
        found.append(next(id_ for id_ in (plain, under, *again) if id_ not in found))
    return found


def _items(document: str, told: _Told, links: dict[str, list[str]]) -> list[Item]:
    """The row's entries; both outer cells lead to the measures between them."""
    measures = list(dict.fromkeys(measure_id(head.title, head.lead) for head in told.heads))
    return [
        Item(
            id=entry.id(document),
            document=document,
            item_no=entry.code,
            title=entry.label,
            column=entry.column,
            line_start=entry.page.start,
            line_end=entry.page.end,
            ministries=list(entry.offices.ministries),
            measures=measures,
            continues=links.get(entry.id(document), []) if entry.column == "new" else [],
        )
        for entry in (*told.read.current, *told.read.new)
    ]


def _states(lines: Sequence[Line]) -> dict[str, int]:
    """How many pillars the document says that it has."""
    match = next((m for line in lines if (m := _PILLARS.search(line.plain))), None)
    return {"pillars": int(match["number"])} if match else {}


def _as_of(lines: Sequence[Line]) -> str | None:
    """The latest month's end that the text looks back on (2022-05); None where it prints none."""
    text = "".join(line.plain for line in lines)
    months = [
        (2018 + (1 if m["year"] == "元" else int(m["year"])), int(m["month"]))
        for m in _AS_OF.finditer(text)
    ]
    return "{}-{:02}".format(*max(months)) if months else None


def read(
    document: str,
    lines: Sequence[Line],
    corrections: Sequence[Correction],
    tick: Callable[[int, int], None],
) -> Reading:
    """The document as records. `tick(done, of)` is called measure by measure."""
    found: Columns = columns(document, lines)
    rows = entries(document, found)
    links, unlinked = carried_on(document, rows)
    problems = [*found.problems, *gaps(document, found, rows), *unlinked]
    told: list[_Told] = []
    corrected: list[Corrected] = []
    for row in rows:
        one, met = _told(document, row, found.page_of)
        problems += met
        mended = [_mended(head, corrections) for head in one.heads]
        corrected += [change for _, changes in mended for change in changes]
        told.append(replace(one, heads=tuple(head for head, _ in mended)))
    heads = [head for one in told for head in one.heads]
    titles = list(dict.fromkeys(head.title for head in heads))
    appearances: list[Appearance] = []
    bonuses: list[Bonus] = []
    for done, (head, id_) in enumerate(zip(heads, _ids(document, heads), strict=True), 1):
        appearances.append(_appearance(head, id_, titles))
        bonuses += of_page(head.page, appearances[-1].measure, head.title)
        tick(done, len(heads))
    bonuses = first_told(bonuses)  # a measure that is listed again tells the same again
    for one in told:
        bonuses += of_entries(
            document,
            one.read,
            one.before,
            [(measure_id(head.title, head.lead), head.title) for head in one.heads],
        )
    items = [item for one in told for item in _items(document, one, links)]
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(head.page for head in heads),
        items=tuple(items),
        bonuses=tuple(bonuses),
        problems=tuple(problems),
        states=_states(lines),
        found={
            "pillars": len(found.chapters),
            "policies": len(found.policies),
            "entries": len(items),
            "measures": len(appearances),
            "ministries": len(
                {m for i in items for m in i.ministries}
                | {m for a in appearances for m in a.ministries}
            ),
        },
        used=tuple(c for head in heads for c in for_page(head.page, corrections)),
        corrected=tuple(corrected),
        title=next((line.plain for line in lines if not line.blank), None),
        date=_as_of(lines),
    )

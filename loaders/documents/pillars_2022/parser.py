"""A follow-up in three columns (current | what was done | new): entries of the outer ones as items,
○ headings of the middle one as measures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from loaders.bonuses import first_statements
from loaders.catalogue.ids import appearance_id, digest, measure_id
from loaders.catalogue.records import Appearance, Item
from loaders.documents.appearances import Facts, appearances_and_bonuses, refused
from loaders.documents.corrections import Correction, mended
from loaders.documents.entry import MeasureEntry, printed_lines
from loaders.documents.failures import blamed_on
from loaders.documents.family import Reading, Tick
from loaders.documents.pillars_2022.bonuses import of_entries, of_page
from loaders.documents.pillars_2022.entries import (
    Entry,
    EntryRow,
    carried_on,
    entries_of,
    first_line,
    gaps,
)
from loaders.documents.pillars_2022.line_kinds import Kind, cell_lines
from loaders.documents.pillars_2022.numbering import page_numbers
from loaders.documents.pillars_2022.pages import split
from loaders.documents.pillars_2022.rows import Columns, columns
from loaders.documents.pillars_2022.titles import Heading, headings
from loaders.documents.plain_headings import names_a_measure
from loaders.facts.figures import figures
from loaders.text.eras import western_year
from loaders.text.lines import Line
from loaders.text.page import Page, Problem

name = "pillars-2022"
folder = Path(__file__).parent

_PILLARS = re.compile(r"(?P<number>\d)本柱")
_AS_OF = re.compile(
    r"令和\s*(?P<year>元|\d{1,2})年\s*(?P<month>1[0-2]|0?[1-9])月末(?:時点|現在|まで)"
)
# a follow-up tells what was done: on what conditions one may apply, it does not say
_NOT_SAID: Facts = {"thresholds": (), "size_tests": ()}


@dataclass(frozen=True)
class _MeasureRow:
    """A row with the measures that its middle column heads."""

    items: EntryRow
    """The entries of its outer columns."""
    before: Page
    """The lines on what was done before the first heading; there may be none."""
    entries: tuple[MeasureEntry, ...]
    """The measures under the headings."""


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is of this family: a heading of three columns, and entries numbered under a
    circle.
    """
    kinds = {line.kind for line in cell_lines(lines)}
    return {Kind.COLUMNS, Kind.ENTRY} <= kinds


def _entry(heading: Heading, item: Entry, row: EntryRow, page_of: dict[int, int]) -> MeasureEntry:
    """What is said of the measure as a whole, under its heading and by the item beside it."""
    offices = heading.own or item.offices
    chapter = row.cells.chapter
    return MeasureEntry(
        page=heading.page,
        title=heading.title,
        lines=printed_lines(
            {
                "title": heading.title_lines,
                "section": [chapter.number] if chapter else [],
                "ministries": offices.lines,
                "agencies": offices.lines if offices.agencies else [],
                "item_no": [item.page.start],
            }
        ),
        number=page_of.get(heading.page.start),
        ministries=offices.ministries,
        agencies=offices.agencies,
        section=chapter.text.strip() if chapter else None,
        item_no=item.code,
        budgets=heading.budgets,
        text=heading.text,
    )


def _measure_row(
    document: str, row: EntryRow, page_of: dict[int, int]
) -> tuple[_MeasureRow, list[Problem]]:
    before, printed = headings(document, row.cells.done)
    heads = [heading for heading in printed if names_a_measure(heading.title)]
    nameless = [heading for heading in printed if heading not in heads]
    before += [line for heading in nameless for line in heading.page.lines]
    item = row.nearest
    problems = []
    if heads and item is None:
        what = f"「{heads[0].title}」 stands beside no entry"
        problems.append(Problem(document, heads[0].page.start, what))
    entries = [_entry(heading, item, row, page_of) for heading in heads if item is not None]
    problems += [
        Problem(document, entry.page.start, f"no ministry of 「{entry.title}」")
        for entry in entries
        if not entry.ministries
    ]
    return _MeasureRow(row, Page(document, tuple(before)), tuple(entries)), problems


def _measure_rows(
    document: str, rows: Sequence[EntryRow], page_of: dict[int, int]
) -> tuple[list[_MeasureRow], list[Problem]]:
    """The rows with their measures, and what of them could not be read."""
    measure_rows, problems = [], []
    for row in rows:
        with blamed_on(document, first_line(row.cells)):
            measure_row, unread = _measure_row(document, row, page_of)
        measure_rows.append(measure_row)
        problems += unread
    return measure_rows, problems


def _with_entries(
    rows: Sequence[_MeasureRow], entries: Sequence[MeasureEntry]
) -> list[_MeasureRow]:
    """The rows with these entries, as many as they have, in their order."""
    following = iter(entries)
    return [replace(row, entries=tuple(islice(following, len(row.entries)))) for row in rows]


def _ids(document: str, entries: Sequence[MeasureEntry]) -> list[str]:
    """An id each: a measure that is listed again under another entry gets one with that entry's
    code, under the same once more with its place.
    """
    ids: dict[str, None] = {}
    for entry in entries:
        words = (entry.title, entry.lead or "", entry.item_no or "")
        plain = appearance_id(document, entry.title, entry.lead)
        under = f"appearance:{document}:{digest(*words)}"
        again = (
            f"appearance:{document}:{digest(*words, str(n))}" for n in range(2, len(entries) + 2)
        )
        ids[next(id_ for id_ in (plain, under, *again) if id_ not in ids)] = None
    return list(ids)


def _items(document: str, row: _MeasureRow, links: dict[str, list[str]]) -> list[Item]:
    """The row's entries; both outer cells lead to the measures between them."""
    measures = list(dict.fromkeys(measure_id(entry.title, entry.lead) for entry in row.entries))
    return [
        Item(
            id=item.id(document),
            document=document,
            item_no=item.code,
            title=item.label,
            column=item.column,
            line_start=item.page.start,
            line_end=item.page.end,
            ministries=list(item.offices.ministries),
            measures=measures,
            continues=links.get(item.id(document), []) if item.column == "new" else [],
            figures=[
                *figures(item.text),
                *(figures(row.before) if item is row.items.nearest and row.before.lines else ()),
            ],
        )
        for item in (*row.items.current, *row.items.new)
    ]


def _pages(rows: Sequence[_MeasureRow]) -> list[Page]:
    """Every page that facts or bonuses are read from."""
    return [
        page
        for row in rows
        for page in (
            *(item.text for item in (*row.items.current, *row.items.new)),
            row.before,
            *(entry.page for entry in row.entries),
        )
    ]


def _states(lines: Sequence[Line]) -> dict[str, int]:
    """How many pillars the document says that it has."""
    match = next((m for line in lines if (m := _PILLARS.search(line.plain))), None)
    return {"pillars": int(match["number"])} if match else {}


def _found(
    read: Columns, items: Sequence[Item], appearances: Sequence[Appearance]
) -> dict[str, int]:
    """The counts to hold against what the document states."""
    ministries = {name for item in items for name in item.ministries} | {
        name for appearance in appearances for name in appearance.ministries
    }
    return {
        "pillars": len(read.chapters),
        "policies": len(read.policies),
        "entries": len(items),
        "measures": len(appearances),
        "ministries": len(ministries),
    }


def _as_of(lines: Sequence[Line]) -> str | None:
    """The latest month's end that the text looks back on (2022-05); None where it prints none."""
    text = "".join(line.plain for line in lines)
    months = [(western_year("令和", m["year"]), int(m["month"])) for m in _AS_OF.finditer(text)]
    return "{}-{:02}".format(*max(months)) if months else None


def read(
    document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Tick
) -> Reading:
    """The document as records. `tick(done, of)` is called measure by measure."""
    three = columns(document, lines)
    entry_rows = entries_of(document, three)
    links, unlinked = carried_on(document, entry_rows)
    printed, problems = _measure_rows(document, entry_rows, three.page_of)
    corrected = mended([entry for row in printed for entry in row.entries], corrections)
    entries = corrected.entries
    rows = _with_entries(printed, entries)
    appearances, of_headings = appearances_and_bonuses(
        entries,
        _ids(document, entries),
        lambda entry, row: of_page(entry.page, row.measure, row.title),
        tick,
        lambda _: _NOT_SAID,
    )
    bonuses = first_statements(of_headings)  # a measure that is listed again tells the same again
    for row in rows:
        measures = [(measure_id(entry.title, entry.lead), entry.title) for entry in row.entries]
        with blamed_on(document, first_line(row.items.cells)):
            bonuses += of_entries(document, row.items, row.before, measures)
    items = [item for row in rows for item in _items(document, row, links)]
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(entry.page for entry in entries),
        items=tuple(items),
        bonuses=tuple(bonuses),
        problems=(
            *three.problems,
            *gaps(document, three, entry_rows),
            *unlinked,
            *problems,
            *refused(_pages(rows)),
        ),
        states=_states(lines),
        found=_found(three, items, appearances),
        used=corrected.used,
        corrected=corrected.changes,
        page_starts=tuple(
            (number, page[0].number) for number, page in page_numbers(document, split(lines))[0]
        ),
        title=next((line.plain for line in lines if not line.blank), None),
        date=_as_of(lines),
    )

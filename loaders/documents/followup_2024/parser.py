"""The follow-up of a policy paper: items (①…) on the left, the measures that came of them (○ …) on
the right, section by section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from loaders.catalogue.ids import appearance_id, digest
from loaders.catalogue.records import Appearance, Budget, Item
from loaders.documents.appearances import appearances_and_bonuses, refused
from loaders.documents.corrections import Correction, mended
from loaders.documents.entry import MeasureEntry, printed_lines
from loaders.documents.failures import blamed_on
from loaders.documents.family import Reading, Tick
from loaders.documents.followup_2024.bonuses import item_id, of_item, of_measure
from loaders.documents.followup_2024.budgets import budget_line
from loaders.documents.followup_2024.columns import Measure, PolicyItem, gaps, policy_items
from loaders.documents.followup_2024.pages import (
    Section,
    is_follow_up,
    page_starts,
    paper_name,
    split,
)
from loaders.documents.followup_2024.titles import Heading, Owners, merged, owners, years
from loaders.documents.plain_headings import names_a_measure
from loaders.facts.figures import figures
from loaders.text.lines import Line
from loaders.text.page import Page, Problem

name = "followup-2024"
folder = Path(__file__).parent


@dataclass(frozen=True)
class _ItemRow:
    """A policy item with the measures that came of it."""

    item: PolicyItem
    """As the left column prints it."""
    page: Page
    """The item's own lines."""
    entries: tuple[MeasureEntry, ...]
    """The measures under its headings, in the order of the text."""


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is a follow-up of this form: pages whose head names section and columns, and
    policy items.
    """
    return is_follow_up(lines)


# --- a measure as a whole -------------------------------------------------------------------------


def _entry(document: str, item: PolicyItem, measure: Measure, named: Heading) -> MeasureEntry:
    """What the heading, the brackets and the item say of the measure as a whole."""
    page = Page(document, tuple(measure.lines))
    title_lines = [line.number for line in measure.heading]
    offices = (
        merged(list(owners(page.lines))) or item.owners or Owners((), (), None, title_lines[0], 0)
    )
    return MeasureEntry(
        page=page,
        title=named.title,
        lines=printed_lines(
            {
                "title": title_lines,
                "section": [item.section.line],
                "item_no": [item.title[0].number],
                "ministries": [offices.line] if offices.ministries else [],
                "agencies": [offices.line] if offices.agencies else [],
                "lead_ministry": [offices.line] if offices.lead else [],
                "fiscal_mark": title_lines[-1:] if named.mark else [],
            }
        ),
        number=measure.page,
        ministries=offices.ministries,
        agencies=offices.agencies,
        lead_ministry=offices.lead,
        section=item.section.title,
        item_no=item.item_no,
        fiscal_mark=named.mark,
        budgets=tuple(budget_line(page, named.title, named.mark)),
    )


def _entries(document: str, item: PolicyItem) -> Iterator[MeasureEntry]:
    """The item's measures in order. Headings that stand one upon the other share the text below
    them; what stands under one that names no measure is the item's.
    """
    # an item of the new policy that nothing followed yet: what it announces is told by the item
    # alone
    if not item.measures:
        if item.name.new:
            yield _entry(document, item, Measure(item.title, item.page, item.text), item.name)
        return
    waiting: list[Measure] = []
    measures = [m for m in item.measures if names_a_measure(m.name.title)]
    for measure in measures:
        if not measure.body and measure is not measures[-1]:
            waiting.append(measure)
            continue
        sharing = [*waiting, measure]
        waiting = []
        for headed in sharing:
            entry = _entry(
                document, item, Measure(headed.heading, headed.page, measure.body), headed.name
            )
            yield _with_its_budgets(entry, sharing) if len(sharing) > 1 else entry


def _with_its_budgets(entry: MeasureEntry, sharing: Sequence[Measure]) -> MeasureEntry:
    """Of the sums that several headings share, those of the years in the heading's own mark; all
    where the marks do not tell.
    """
    own_years = years(entry.fiscal_mark)
    other_years = [years(m.name.mark) for m in sharing if m.name.title != entry.title]
    budgets: Sequence[Budget] = entry.budgets or ()
    own_budgets = tuple(budget for budget in budgets if budget.fiscal in own_years)
    years_differ = all(of_another and not of_another & own_years for of_another in other_years)
    return replace(entry, budgets=own_budgets) if own_budgets and years_differ else entry


def _item_rows(document: str, items: Sequence[PolicyItem]) -> list[_ItemRow]:
    rows = []
    for item in items:
        with blamed_on(document, item.title[0].number):
            page = Page(document, tuple(item.lines))
            rows.append(_ItemRow(item, page, tuple(_entries(document, item))))
    return rows


def _with_entries(rows: Sequence[_ItemRow], entries: Sequence[MeasureEntry]) -> list[_ItemRow]:
    """The rows with these entries, as many as they have, in their order."""
    following = iter(entries)
    return [replace(row, entries=tuple(islice(following, len(row.entries)))) for row in rows]


def _unowned(document: str, entries: Sequence[MeasureEntry]) -> list[Problem]:
    return [
        Problem(document, entry.page.start, f"no ministry for 「{entry.title}」")
        for entry in entries
        if not entry.ministries
    ]


# --- records --------------------------------------------------------------------------------------


def _ids(document: str, rows: Sequence[_ItemRow]) -> list[str]:
    """One id an appearance. A measure that the document tells at several items has one id at each:
    the item's place goes into the later ones.
    """
    seen: Counter[str] = Counter()
    ids = []
    for row in rows:
        for entry in row.entries:
            first = appearance_id(document, entry.title, entry.lead)
            seen[first] += 1
            place = f"{row.item.section.number}-{row.item.item_no}-{seen[first]}"
            later = f"appearance:{document}:{digest(entry.title, entry.lead or '', place)}"
            ids.append(first if seen[first] == 1 else later)
    return ids


def _with_item(row: _ItemRow, entry: MeasureEntry) -> Page:
    """The item's text with the measure's: the left column says what for, the right one what was
    done.
    """
    if entry.page.lines[0] in row.page.lines:
        return entry.page
    return entry.page.part((*entry.page.lines, *row.page.lines))


def _item(document: str, item: PolicyItem, page: Page, appearances: Sequence[Appearance]) -> Item:
    offices = item.owners or Owners((), (), None, 0, 0)
    return Item(
        id=item_id(document, item),
        document=document,
        item_no=item.item_no,
        title=item.name.title + ("【新規】" if item.name.new else ""),
        line_start=item.lines[0].number,
        line_end=item.lines[-1].number,
        ministries=list(offices.ministries),
        lead_ministry=offices.lead,
        measures=list(dict.fromkeys(appearance.measure for appearance in appearances)),
        figures=figures(page.part(_told_by_the_item(item))),
    )


def _told_by_the_item(item: PolicyItem) -> list[Line]:
    """Its own lines, and those beside it that stand under no measure."""
    nameless = [m.body for m in item.measures if not names_a_measure(m.name.title)]
    return sorted(
        {*item.lines, *item.introduction, *chain.from_iterable(nameless)},
        key=lambda line: line.number,
    )


# --- counts ---------------------------------------------------------------------------------------


def _sections(items: Sequence[PolicyItem]) -> list[Section]:
    return list({item.section.number: item.section for item in items}.values())


def _states(items: Sequence[PolicyItem]) -> dict[str, int]:
    """What the paper's own numbering states: the last number of its sections, and of the items in
    each.
    """
    sections = _sections(items)
    if not sections:
        return {}
    return {
        "sections": max(section.number for section in sections),
        "items": sum(
            max(item.number for item in items if item.section.number == section.number)
            for section in sections
        ),
    }


def _found(
    pages: Sequence[object], items: Sequence[PolicyItem], appearances: Sequence[Appearance]
) -> dict[str, int]:
    """The counts to hold against what the paper states."""
    return {
        "sections": len(_sections(items)),
        "items": len(items),
        "measures": len({appearance.measure for appearance in appearances}),
        "passages": len(appearances),
        "pages": len(pages),
        "ministries": len({name for row in appearances for name in row.ministries}),
    }


def read(
    document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Tick
) -> Reading:
    """The follow-up as records. `tick(done, of)` is called measure by measure."""
    pages, no_page = split(document, lines)
    items, no_item = policy_items(document, pages)
    printed = _item_rows(document, items)
    corrected = mended([entry for row in printed for entry in row.entries], corrections)
    entries = corrected.entries
    rows = _with_entries(printed, entries)
    appearances, bonuses = appearances_and_bonuses(
        entries,
        _ids(document, rows),
        lambda entry, row: of_measure(entry.page, row.measure, row.title),
        tick,
    )
    following = iter(appearances)
    records: list[Item] = []
    for row in rows:
        of_row = list(islice(following, len(row.entries)))
        with blamed_on(document, row.page.start):
            records.append(_item(document, row.item, row.page, of_row))
            bonuses += of_item(row.item, row.page, of_row, bonuses)
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(_with_item(row, entry) for row in rows for entry in row.entries),
        items=tuple(records),
        bonuses=tuple(bonuses),
        problems=(
            *no_page,
            *no_item,
            *gaps(document, items),
            *_unowned(document, entries),
            *refused([*(entry.page for entry in entries), *(row.page for row in rows)]),
        ),
        states=_states(items),
        found=_found(pages, items, appearances),
        used=corrected.used,
        corrected=corrected.changes,
        page_starts=page_starts(pages),
        title=paper_name(lines),
    )

"""The booklet of measures (施策集): one page a measure, by pillars, with a summary in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from graph.schema.size_classes import SizeClass, size_classes
from loaders.bonuses import bonuses
from loaders.documents.appearances import appearances_and_bonuses, refused
from loaders.documents.corrections import Correction, mended
from loaders.documents.entry import MeasureEntry, ids_by_mark, printed_lines
from loaders.documents.failures import blamed_on
from loaders.documents.family import Reading, Tick
from loaders.documents.package_2025.numbering import is_divider, label_of, page_numbers
from loaders.documents.package_2025.pages import TAG, Kind, kind_of, pillar_labels, split
from loaders.documents.package_2025.summary import (
    Listed,
    as_of,
    is_summary,
    listed,
    owners_known,
    same_name,
    stated_counts,
)
from loaders.documents.package_2025.titles import Title, title_of
from loaders.facts.contacts import ContactBlock, contact_blocks
from loaders.text.lines import Line, fold
from loaders.text.page import Page, Problem
from loaders.vocabulary.ministries import ministries

name = "package-2025"
folder = Path(__file__).parent

_NEAR_A_TAG = {Kind.LABEL, Kind.HIGHLIGHT, Kind.CONTACT, Kind.NUMBER}
_TAG_BEHIND = re.compile(rf"\s{TAG.pattern}")
# as the tags write them, the largest first; 大 alone may be of another word
_SIZES = {
    size.name if size.name == "大企業" else size.short: size.name
    for size in reversed(size_classes())
}


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is a booklet of this family: pages with the mark of the summary page, and
    pillars.
    """
    folded = {fold(line.text) for line in lines}
    return fold("概要ページ掲載施策") in folded and bool(pillar_labels(lines))


def _kinds(page: Page, labels: frozenset[str]) -> list[tuple[Line, Kind]]:
    return [(line, kind_of(line, labels)) for line in page.lines if not line.blank]


def _targets(
    page: Page, labels: frozenset[str], title: Title
) -> tuple[tuple[SizeClass, ...], list[int]]:
    """The audience tag and its line: alone on a line beside other furniture, or behind the title on
    the title's line.
    """
    rows = _kinds(page, labels)
    tags = [i for i, (_, kind) in enumerate(rows) if kind is Kind.TAG]
    beside = [
        i
        for i in tags
        if any(0 <= j < len(rows) and rows[j][1] in _NEAR_A_TAG for j in (i - 1, i + 1))
    ]
    behind = [
        (line, match)
        for line, _ in rows
        if line.number in title.lines and (match := _TAG_BEHIND.search(line.plain))
    ]
    if beside or tags:
        line, text = rows[(beside or tags)[0]][0], rows[(beside or tags)[0]][0].plain
    elif behind:
        line, text = behind[0][0], behind[0][1].group()
    else:
        return (), []
    return tuple(size for word, size in _SIZES.items() if word in text), [line.number]


def _offices(blocks: Sequence[ContactBlock]) -> tuple[list[str], list[str], list[int]]:
    """Ministries and agencies that the contacts name, a parent with its agency; and the lines."""
    found_ministries: dict[str, int] = {}
    found_agencies: dict[str, int] = {}
    for block in blocks:
        for contact in block.contacts:
            for mention in ministries().find(contact.org):
                if mention.kind == "agency":
                    found_agencies.setdefault(mention.name, contact.line)
                parent = ministries().parent_of(mention.name)
                if mention.kind == "ministry" or (mention.kind == "agency" and parent):
                    found_ministries.setdefault(parent or mention.name, contact.line)
    return (
        list(found_ministries),
        list(found_agencies),
        sorted({*found_ministries.values(), *found_agencies.values()}),
    )


def _owners(
    title: str, blocks: Sequence[ContactBlock], main: Sequence[Listed]
) -> tuple[list[str], list[str], list[int]]:
    """Ministries, agencies and their lines: from the contacts, or from the summary where the page
    names a body only.
    """
    offices, agencies, lines = _offices(blocks)
    entry = (
        next((x for x in main if x.owners and same_name(x.name, title)), None)
        if not offices
        else None
    )
    if entry is None:
        return offices, agencies, lines
    known = owners_known(entry.owners)
    return (
        list(dict.fromkeys(ministries().parent_of(x) or x for x in known)),
        [x for x in known if not ministries().is_ministry(x)],
        [entry.line],
    )


def _entry(
    page: Page, number: int | None, labels: frozenset[str], main: Sequence[Listed]
) -> MeasureEntry | None:
    """What the page says of its measure as a whole; None where no stretch of lines is a title."""
    title = title_of(page, labels, frozenset(fold(listing.name) for listing in main))
    if title is None:
        return None
    rows = _kinds(page, labels)
    blocks = contact_blocks(page.lines)
    for line, org in (unread for block in blocks for unread in block.unread()):
        page.refuse(line, f"a number or an address of a contact that cannot be read: {org}")
    highlight = [line.number for line, kind in rows if kind is Kind.HIGHLIGHT]
    offices, agencies, office_lines = _owners(title.text, blocks, main)
    targets, target_lines = _targets(page, labels, title)
    return MeasureEntry(
        page=page,
        title=title.text,
        lines=printed_lines(
            {
                "title": title.lines,
                "section": [line.number for line, kind in rows if kind is Kind.LABEL],
                "ministries": office_lines,
                "agencies": office_lines if agencies else [],
                "targets": target_lines,
                "highlighted": highlight,
            }
        ),
        number=number,
        ministries=tuple(offices),
        agencies=tuple(agencies),
        contacts=tuple(contact for block in blocks for contact in block.contacts),
        targets=targets,
        section=label_of(page, labels),
        highlighted=bool(highlight),
    )


def _entries(
    pages: Sequence[Page], labels: frozenset[str], main: Sequence[Listed], summary: Page | None
) -> tuple[list[MeasureEntry], list[Problem]]:
    """An entry for every page but the summary and the dividers."""
    entries, problems = [], []
    for page, number in zip(pages, page_numbers(pages, labels), strict=True):
        if page is summary or is_divider(page, labels):
            continue
        with blamed_on(page.document, page.start):
            entry = _entry(page, number, labels, main)
        if entry is None:
            problems.append(Problem(page.document, page.start, "no title found on this page"))
        else:
            entries.append(entry)
    return entries, problems


def _gaps(entry: MeasureEntry) -> list[Problem]:
    """What every page has and this one lacks."""
    where = entry.page.document, entry.page.start
    gaps = []
    if not entry.contacts and not entry.ministries:
        gaps.append(Problem(*where, f"no contact (お問合せ先) on the page of 「{entry.title}」"))
    if entry.section is None:
        gaps.append(Problem(*where, f"no pillar label on the page of 「{entry.title}」"))
    return gaps


def _against_summary(
    document: str, entries: Sequence[MeasureEntry], main: Sequence[Listed], summary: Page | None
) -> list[Problem]:
    """What the summary lists against what the pages bear."""
    if summary is None:
        return [Problem(document, 1, "no summary page: nothing to hold the counts to")]
    missing = [
        Problem(
            document, listing.line, f"the summary lists 「{listing.name}」, which no page bears"
        )
        for listing in main
        if not any(same_name(listing.name, entry.title) for entry in entries)
    ]
    return missing + [
        Problem(
            document,
            entry.page.start,
            f"「{entry.title}」 bears the mark of the summary page, which does not list it",
        )
        for entry in entries
        if entry.highlighted and not any(same_name(listing.name, entry.title) for listing in main)
    ]


def _found(entries: Sequence[MeasureEntry], main: Sequence[Listed], pages: int) -> dict[str, int]:
    """The counts to hold against what the booklet states.

    What it counts as 府省庁: offices at ministry level, and any office that its summary prints as
    an owner of its own.
    """
    at_level = {office for entry in entries for office in entry.ministries}
    owners = {office for listing in main for office in owners_known(listing.owners)}
    return {
        "measures": len(entries),
        "ministries": len(at_level | owners),
        "ministry_level": len(at_level),
        "listed": len(main),
        "pages": pages,
    }


def read(
    document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Tick
) -> Reading:
    """The booklet as records. `tick(done, of)` is called page by page."""
    labels = pillar_labels(lines)
    pages = split(document, lines)
    summary = next((page for page in pages if is_summary(page, labels)), None)
    states = stated_counts(summary) if summary else {}
    main = listed(summary, labels) if summary else []
    printed, problems = _entries(pages, labels, main, summary)
    corrected = mended(printed, corrections)
    entries = corrected.entries
    ids, alike = ids_by_mark(entries)
    appearances, bonuses_read = appearances_and_bonuses(
        entries, ids, lambda entry, row: bonuses(entry.page, row.measure, row.title), tick
    )
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(entry.page for entry in entries),
        bonuses=tuple(bonuses_read),
        problems=(
            *problems,
            *(gap for entry in entries for gap in _gaps(entry)),
            *_against_summary(document, entries, main, summary),
            *alike,
            *refused(pages),
        ),
        states=states,
        found=_found(entries, main, len(pages)),
        used=corrected.used,
        corrected=corrected.changes,
        title=next(
            (line.plain for line in (summary.lines if summary else ()) if not line.blank), None
        ),
        date=as_of(summary) if summary else None,
    )

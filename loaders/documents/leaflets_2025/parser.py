"""Leaflets of subsidies (チラシ): one a measure, on one or two sides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.schema.size_classes import size_names
from loaders.bonuses import first_statements, recorded
from loaders.catalogue.records import Appearance, Bonus
from loaders.documents.appearances import Facts, appearances_and_bonuses, refused
from loaders.documents.corrections import Correction, mended
from loaders.documents.entry import MeasureEntry, ids_by_mark, owners, printed_lines
from loaders.documents.failures import blamed_on
from loaders.documents.family import Reading, Tick
from loaders.documents.leaflets_2025.applicants import (
    applicant_thresholds,
    requirements,
    who_applies,
)
from loaders.documents.leaflets_2025.bonuses import uplifts
from loaders.documents.leaflets_2025.caps import limits, with_cases
from loaders.documents.leaflets_2025.clawback import with_clawback
from loaders.documents.leaflets_2025.contacts import desk_bodies, desks, offices
from loaders.documents.leaflets_2025.frames import framed
from loaders.documents.leaflets_2025.goals import with_frames
from loaders.documents.leaflets_2025.pages import CALL, Leaflet, gaps, sides, split
from loaders.documents.leaflets_2025.rates import shares
from loaders.documents.leaflets_2025.titles import calls, title_of
from loaders.documents.leaflets_2025.windows import latest_edition, periods
from loaders.facts.bodies import bodies
from loaders.text.lines import Line
from loaders.text.page import Problem

name = "leaflets-2025"
folder = Path(__file__).parent


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is leaflets of this family: sides that call out to those whom they are for
    (…の皆様へ), one in three at least.
    """
    front_and_back = sides(lines)
    calling = sum(
        1
        for side in front_and_back
        if any(CALL.match(line.plain) and len(line.plain) <= 48 for line in side)
    )
    return calling > 0 and 3 * calling >= len(front_and_back)


def _entry(leaflet: Leaflet) -> MeasureEntry | None:
    """What the leaflet says of its measure as a whole; None where it says no name."""
    title = title_of(leaflet)
    if title is None:
        return None
    called = calls(leaflet)
    contacts = desks(leaflet.page.lines)
    ministries, agencies, office_lines = owners(offices(contacts))
    targets = tuple(
        size
        for size in reversed(size_names())
        if any(size in text for text in [title.text, *(whom for whom, _ in called)])
    )
    target_lines = sorted({*title.lines, *(number for _, number in called)}) if targets else []
    return MeasureEntry(
        page=leaflet.page,
        title=title.text,
        lines=printed_lines(
            {
                "title": title.lines,
                "ministries": office_lines,
                "agencies": office_lines if agencies else [],
                "targets": target_lines,
            }
        ),
        ministries=tuple(ministries),
        agencies=tuple(agencies),
        contacts=tuple(contacts),
        targets=targets,
        mark="/".join(whom for whom, _ in called),
    )


def _entries(leaflets: Sequence[Leaflet]) -> tuple[list[MeasureEntry], list[Problem]]:
    """An entry for every leaflet, and what of the leaflets could not be read."""
    entries, problems = [], []
    for leaflet in leaflets:
        page = leaflet.page
        with blamed_on(page.document, page.start):
            problems += gaps(leaflet)
            entry = _entry(leaflet)
        if entry is None:
            what = "no name of a measure on this leaflet"
            problems.append(Problem(page.document, page.start, what))
        else:
            entries.append(entry)
    return entries, problems


def _own_facts(entry: MeasureEntry, front_end: int) -> Facts:
    """The facts that leaflets tell in ways of their own; `front_end` is the last line of the
    front.
    """
    page = entry.page
    caps, rates = framed(page, limits(page, front_end), shares(page))
    return {
        "caps": with_cases(page, caps),
        "rates": rates,
        "thresholds": applicant_thresholds(page),
        "windows": periods(page),
        "bodies": [*bodies(page), *desk_bodies(entry.contacts)],
        "applicants": who_applies(page, entry.title, entry.mark.split("/"), rates),
    }


def _bonuses(entry: MeasureEntry, appearance: Appearance) -> list[Bonus]:
    page, title = entry.page, appearance.title
    drafts = [*uplifts(page, title, appearance.caps), *requirements(page)]
    placed = with_frames(with_clawback(drafts, page), page, appearance.caps)
    return recorded(placed, page, appearance.measure, title)


def read(
    document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Tick
) -> Reading:
    """The leaflets as records. `tick(done, of)` is called leaflet by leaflet."""
    leaflets = split(document, lines)
    printed, problems = _entries(leaflets)
    corrected = mended(printed, corrections)
    entries = corrected.entries
    ids, alike = ids_by_mark(entries)
    front_end = {leaflet.page.start: leaflet.front.end for leaflet in leaflets}
    appearances, bonuses_read = appearances_and_bonuses(
        entries,
        ids,
        _bonuses,
        tick,
        lambda entry: _own_facts(entry, front_end[entry.page.start]),
    )
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(entry.page for entry in entries),
        bonuses=tuple(first_statements(bonuses_read)),
        problems=(*problems, *alike, *refused([leaflet.page for leaflet in leaflets])),
        found={"measures": len(appearances), "sides": len(sides(lines))},
        used=corrected.used,
        corrected=corrected.changes,
        date=latest_edition(lines),
    )

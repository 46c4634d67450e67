"""Leaflets of subsidies (チラシ): one a measure, on one or two sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from graph.schema.size_classes import size_names
from loaders.bonuses import first_told, recorded
from loaders.catalogue.records import Appearance, Bonus
from loaders.documents.corrections import Corrected, Correction, for_page, mended
from loaders.documents.family import Reading
from loaders.documents.leaflets_2025.applicants import asked, requirements, who_applies
from loaders.documents.leaflets_2025.bonuses import uplifts
from loaders.documents.leaflets_2025.caps import limits
from loaders.documents.leaflets_2025.contacts import desk_bodies, desks, offices
from loaders.documents.leaflets_2025.frames import framed
from loaders.documents.leaflets_2025.pages import CALL, Leaflet, gaps, sides, split
from loaders.documents.leaflets_2025.rates import shares
from loaders.documents.leaflets_2025.titles import calls, title_of
from loaders.documents.leaflets_2025.windows import latest_edition, periods
from loaders.documents.sheet import Sheet, appearance, appearance_ids, owners
from loaders.facts.bodies import bodies
from loaders.text.lines import Line
from loaders.text.page import Problem

name = "leaflets-2025"
folder = Path(__file__).parent


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is leaflets of this family: sides that call out to those whom they are for
    (…の皆様へ), one in three at least.
    """
    found = sides(lines)
    calling = sum(
        1
        for side in found
        if any(CALL.match(line.plain) and len(line.plain) <= 48 for line in side)
    )
    return calling > 0 and 3 * calling >= len(found)


def _sheet(leaflet: Leaflet) -> tuple[Sheet | None, list[Problem]]:
    """What the leaflet says of its measure as a whole, and what of it could not be read."""
    page = leaflet.page
    title = title_of(leaflet)
    if title is None:
        return None, [Problem(page.document, page.start, "no name of a measure on this leaflet")]
    called = calls(leaflet)
    asked = desks(page.lines)
    ministries, agencies, office_lines = owners(offices(asked))
    targets = tuple(
        size
        for size in reversed(size_names())
        if any(size in text for text in [title.text, *(whom for whom, _ in called)])
    )
    lines = {
        "title": list(title.lines),
        "ministries": office_lines,
        "agencies": office_lines if agencies else [],
        "targets": sorted({*title.lines, *(number for _, number in called)}) if targets else [],
    }
    return (
        Sheet(
            page,
            None,
            title.text,
            "/".join(whom for whom, _ in called),
            tuple(ministries),
            tuple(agencies),
            tuple(asked),
            targets,
            {k: v for k, v in lines.items() if v},
        ),
        [],
    )


def read(
    document: str,
    lines: Sequence[Line],
    corrections: Sequence[Correction],
    tick: Callable[[int, int], None],
) -> Reading:
    """The leaflets as records. `tick(done, of)` is called leaflet by leaflet."""
    sheets: list[Sheet] = []
    fronts: list[int] = []
    problems: list[Problem] = []
    corrected: list[Corrected] = []
    for leaflet in split(document, lines):
        sheet, met = _sheet(leaflet)
        problems += [*gaps(leaflet), *met]
        if sheet is not None:
            sheet, changed = mended(sheet, sheet.page, corrections)
            corrected += changed
            sheets.append(sheet)
            fronts.append(leaflet.front.end)
    ids, met = appearance_ids(sheets)
    problems += met
    titles = list(dict.fromkeys(sheet.title for sheet in sheets))
    appearances: list[Appearance] = []
    found: list[Bonus] = []
    for done, (sheet, own_id, front) in enumerate(zip(sheets, ids, fronts, strict=True), 1):
        caps, rates = framed(sheet.page, limits(sheet.page, front), shares(sheet.page))
        told, met = appearance(
            sheet,
            own_id,
            titles,
            {
                "caps": caps,
                "rates": rates,
                "thresholds": asked(sheet.page),
                "windows": periods(sheet.page),
                "bodies": [*bodies(sheet.page), *desk_bodies(sheet.contacts)],
                "applicants": who_applies(
                    sheet.page, sheet.title, sheet.targets, sheet.mark.split("/"), rates
                ),
            },
        )
        appearances.append(told)
        problems += met
        found += recorded(
            [*uplifts(sheet.page, told.title, caps), *requirements(sheet.page)],
            sheet.page,
            told.measure,
            told.title,
        )
        tick(done, len(sheets))
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(sheet.page for sheet in sheets),
        bonuses=tuple(first_told(found)),
        problems=tuple(problems),
        states={},
        found={"measures": len(appearances), "sides": len(sides(lines))},
        used=tuple(c for sheet in sheets for c in for_page(sheet.page, corrections)),
        corrected=tuple(corrected),
        date=latest_edition(lines),
    )

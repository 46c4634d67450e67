"""Slides of a ministry's budget (PR資料): one slide a measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from loaders.bonuses import bonuses as bonuses_of
from loaders.bonuses import first_told
from loaders.catalogue.records import Appearance, Bonus
from loaders.documents.corrections import Corrected, Correction, for_page, mended
from loaders.documents.family import Reading
from loaders.documents.sheet import Sheet, appearance, appearance_ids, owners
from loaders.documents.slides_2025.pages import BUDGET, PURPOSE, outlines, split
from loaders.documents.slides_2025.rates import (
    drawn_rates,
    limits,
    parts,
    printed_rates,
)
from loaders.documents.slides_2025.scheme import payments
from loaders.documents.slides_2025.titles import (
    budget_line,
    contacts,
    offices_in,
    title_of,
)
from loaders.text.fiscal import fiscal_marks
from loaders.text.lines import Line
from loaders.text.page import Page, Problem

name = "slides-2025"
folder = Path(__file__).parent

_NUMBER = re.compile(r"^(\d{1,3})$")
_NUMBER_BEHIND = re.compile(r"。\s(\d{1,3})$")


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is slides of this family: as many purposes as outlines and budget lines,
    give or take a few.
    """
    purposes, found = sum(1 for x in lines if PURPOSE.match(x.plain)), outlines(lines)
    sums = sum(1 for x in lines if BUDGET.match(x.plain))
    return min(purposes, found, sums) > 0 and max(purposes, found, sums) <= 1.3 * min(
        purposes, found, sums
    )


def page_numbers(pages: Sequence[Page]) -> list[int | None]:
    """The printed number of each slide, or the one counted from those printed, where these agree
    with the count.
    """
    printed = [_printed(page) for page in pages]
    offsets = {number - at for at, number in enumerate(printed) if number is not None}
    if len(offsets) == 1 and (offset := offsets.pop()) >= 0:
        return [at + offset for at in range(len(pages))]
    return list(printed)


def _printed(page: Page) -> int | None:
    """The number alone on the slide's last line, or behind its last sentence."""
    last = page.lines[-1].plain
    match = _NUMBER.match(last) or _NUMBER_BEHIND.search(last)
    return int(match[1]) if match else None


def _sheet(page: Page, number: int | None) -> tuple[Sheet | None, list[Problem]]:
    """What the slide says of its measure as a whole, and what of it could not be read."""
    budget = budget_line(page)
    title = title_of(page, budget) if budget else None
    if budget is None or title is None:
        return None, [
            Problem(page.document, page.start, "no title over a budget line on this slide")
        ]
    desks = contacts(page, budget)
    offices, agencies, office_lines = owners(
        [(office, desk.line) for desk in desks for office in offices_in(desk.org)]
    )
    lines = {
        "title": list(title.lines),
        "ministries": office_lines,
        "agencies": office_lines if agencies else [],
    }
    mark = (
        "+".join(m.canonical for m in fiscal_marks("".join(budget.plain.split()))) or budget.plain
    )
    sheet = Sheet(
        page,
        number,
        title.text,
        mark,
        tuple(offices),
        tuple(agencies),
        tuple(desks),
        (),
        {k: v for k, v in lines.items() if v},
    )
    return sheet, (
        []
        if offices
        else [
            Problem(
                page.document,
                page.start,
                f"no office that is known on the slide of 「{title.text}」",
            )
        ]
    )


def _by_part(page: Page) -> dict[str, object]:
    """Scheme, rates and caps as the slide's drawing and numbered parts tell them."""
    drawn, named = payments(page), parts(page)
    printed = printed_rates(page, named)
    flow = list(
        {(s.payer, s.receiver, s.how): s for s in (payment.scheme for payment in drawn)}.values()
    )
    return {
        "scheme": flow,
        "rates": sorted(
            [*printed, *drawn_rates(page, drawn, printed, named)], key=lambda rate: rate.line
        ),
        "caps": limits(page, named),
    }


def read(
    document: str,
    lines: Sequence[Line],
    corrections: Sequence[Correction],
    tick: Callable[[int, int], None],
) -> Reading:
    """The slides as records. `tick(done, of)` is called slide by slide."""
    pages = split(document, lines)
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    corrected: list[Corrected] = []
    for page, number in zip(pages, page_numbers(pages), strict=True):
        sheet, met = _sheet(page, number)
        problems += met
        if sheet is not None:
            sheet, changed = mended(sheet, sheet.page, corrections)
            corrected += changed
            sheets.append(sheet)
    ids, met = appearance_ids(sheets)
    problems += met
    titles = list(dict.fromkeys(sheet.title for sheet in sheets))
    appearances: list[Appearance] = []
    found: list[Bonus] = []
    for done, (sheet, own_id) in enumerate(zip(sheets, ids, strict=True), 1):
        told, met = appearance(sheet, own_id, titles, _by_part(sheet.page))
        appearances.append(told)
        problems += met
        found += bonuses_of(sheet.page, told.measure, told.title)
        tick(done, len(sheets))
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(sheet.page for sheet in sheets),
        bonuses=tuple(first_told(found)),
        problems=tuple(problems),
        states={"measures": outlines(lines)},
        found={"measures": len(appearances), "slides": len(pages)},
        used=tuple(c for sheet in sheets for c in for_page(sheet.page, corrections)),
        corrected=tuple(corrected),
    )

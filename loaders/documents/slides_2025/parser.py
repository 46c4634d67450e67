"""Slides of a ministry's budget (PR資料): one slide a measure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.bonuses import bonuses, first_statements
from loaders.documents.appearances import Facts, appearances_and_bonuses, refused
from loaders.documents.corrections import Correction, mended
from loaders.documents.entry import MeasureEntry, ids_by_mark, owners, printed_lines
from loaders.documents.failures import blamed_on
from loaders.documents.family import Reading, Tick
from loaders.documents.slides_2025.contacts import contacts, offices_in
from loaders.documents.slides_2025.numbering import page_numbers
from loaders.documents.slides_2025.pages import BUDGET, PURPOSE, outlines, split
from loaders.documents.slides_2025.parts import parts
from loaders.documents.slides_2025.rates import drawn_rates, limits, printed_rates
from loaders.documents.slides_2025.scheme import left_open, money, payments
from loaders.documents.slides_2025.titles import budget_line, title_of
from loaders.text.fiscal import fiscal_marks
from loaders.text.lines import Line
from loaders.text.page import Page, Problem

name = "slides-2025"
folder = Path(__file__).parent


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is slides of this family: as many purposes as outlines and budget lines,
    give or take a few.
    """
    purposes, headed = sum(1 for x in lines if PURPOSE.match(x.plain)), outlines(lines)
    sums = sum(1 for x in lines if BUDGET.match(x.plain))
    return min(purposes, headed, sums) > 0 and max(purposes, headed, sums) <= 1.3 * min(
        purposes, headed, sums
    )


def _entry(page: Page, number: int | None) -> MeasureEntry | None:
    """What the slide says of its measure as a whole; None where no title stands over a budget
    line.
    """
    budget = budget_line(page)
    title = title_of(page, budget) if budget else None
    if budget is None or title is None:
        return None
    desks = contacts(page, budget)
    offices, agencies, office_lines = owners(
        [(office, desk.line) for desk in desks for office in offices_in(desk.org)]
    )
    years = [mark.canonical for mark in fiscal_marks("".join(budget.plain.split()))]
    return MeasureEntry(
        page=page,
        title=title.text,
        lines=printed_lines(
            {
                "title": title.lines,
                "ministries": office_lines,
                "agencies": office_lines if agencies else [],
                "scheme_left_open": left_open(page),
            }
        ),
        number=number,
        ministries=tuple(offices),
        agencies=tuple(agencies),
        contacts=tuple(desks),
        mark="+".join(years) or budget.plain,
    )


def _entries(pages: Sequence[Page]) -> tuple[list[MeasureEntry], list[Problem]]:
    """An entry for every slide, and what of the slides could not be read."""
    entries, problems = [], []
    for page, number in zip(pages, page_numbers(pages), strict=True):
        with blamed_on(page.document, page.start):
            entry = _entry(page, number)
        if entry is None:
            what = "no title over a budget line on this slide"
            problems.append(Problem(page.document, page.start, what))
            continue
        entries.append(entry)
        if not entry.ministries:
            what = f"no office that is known on the slide of 「{entry.title}」"
            problems.append(Problem(page.document, page.start, what))
    return entries, problems


def _own_facts(entry: MeasureEntry) -> Facts:
    """Scheme, rates and caps as the slide's drawing and numbered parts tell them."""
    page = entry.page
    drawn, named = payments(page), parts(page)
    printed = printed_rates(page, named)
    rates = [*printed, *drawn_rates(page, drawn, printed, named)]
    rates.sort(key=lambda rate: rate.line)
    return {
        "scheme": money(drawn),
        "rates": rates,
        "caps": limits(page, named),
    }


def read(
    document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Tick
) -> Reading:
    """The slides as records. `tick(done, of)` is called slide by slide."""
    pages = split(document, lines)
    printed, problems = _entries(pages)
    corrected = mended(printed, corrections)
    entries = corrected.entries
    ids, alike = ids_by_mark(entries)
    appearances, bonuses_read = appearances_and_bonuses(
        entries,
        ids,
        lambda entry, row: bonuses(entry.page, row.measure, row.title),
        tick,
        _own_facts,
    )
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(entry.page for entry in entries),
        bonuses=tuple(first_statements(bonuses_read)),
        problems=(*problems, *alike, *refused(pages)),
        states={"measures": outlines(lines)},
        found={"measures": len(appearances), "slides": len(pages)},
        used=corrected.used,
        corrected=corrected.changes,
    )

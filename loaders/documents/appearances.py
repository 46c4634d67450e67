"""From the measures that a document heads to appearances and bonuses: the facts of their pages,
read the same way in every family but where a family reads a field otherwise.

A new fact of a page is one row of `READERS` here (or of `READERS_WITH_LINES`, where its record has
no `line` of its own).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from loaders.bonuses.frames import framed
from loaders.catalogue.ids import measure_id
from loaders.catalogue.records import Appearance, Bonus, Rate
from loaders.documents.entry import MeasureEntry
from loaders.documents.failures import blamed_on
from loaders.documents.family import Tick
from loaders.facts.applicants import applicants, with_receivers
from loaders.facts.bodies import bodies
from loaders.facts.budgets import budgets
from loaders.facts.caps import caps
from loaders.facts.certifications import certifications
from loaders.facts.figures import figures
from loaders.facts.left_over import Numbers, refuse_left_over
from loaders.facts.legal_basis import legal_basis
from loaders.facts.masked import masked, masked_but_organisations
from loaders.facts.rates import rates
from loaders.facts.related import related
from loaders.facts.scheme import left_open, lumps_passed_on, scheme
from loaders.facts.scopes import in_one_spelling, with_scope
from loaders.facts.size_tests import size_tests
from loaders.facts.thresholds import thresholds
from loaders.facts.urls import urls
from loaders.facts.window_frames import of_parts
from loaders.facts.windows import windows
from loaders.text.page import Page, Problem

Facts = Mapping[str, Sequence[Any]]  # field of Appearance -> its values
SCOPED = ("thresholds", "rates", "caps")  # the numbers that say for what they hold
Titles = Sequence[str]  # of all the document's measures


def _rates(entry: MeasureEntry) -> list[Rate]:
    """The rates, without a lump that the state pays to who passes it on."""
    passed_on = lumps_passed_on(entry.page)
    return [rate for rate in rates(entry.gives) if rate.value or rate.line not in passed_on]


READERS: dict[str, Callable[[MeasureEntry, Titles], Sequence[object]]] = {
    "applicants": lambda entry, titles: applicants(
        masked(entry.page, [entry.title], titles), entry.title
    ),
    "thresholds": lambda entry, _: thresholds(entry.page),
    "size_tests": lambda entry, _: size_tests(entry.page),
    "budgets": lambda entry, _: budgets(entry.page) if entry.budgets is None else entry.budgets,
    "rates": lambda entry, _: _rates(entry),
    "caps": lambda entry, _: caps(entry.gives),
    "bodies": lambda entry, titles: bodies(
        masked_but_organisations(entry.page, [entry.title], titles), entry.title
    ),
    "scheme": lambda entry, _: scheme(entry.page),
    "certifications": lambda entry, _: certifications(entry.page),
    "related": lambda entry, titles: related(entry.page, titles, entry.title),
    "windows": lambda entry, _: windows(entry.gives),
    "legal_basis": lambda entry, _: legal_basis(entry.gives, entry.title),
    "figures": lambda entry, _: figures(entry.gives),
}
# the values with the line of each, which goes into `Appearance.lines`
READERS_WITH_LINES: dict[str, Callable[[MeasureEntry], Sequence[tuple[object, int]]]] = {
    "urls": lambda entry: urls(entry.page.lines),
}


def nothing_else(_entry: MeasureEntry) -> Facts:
    """The family reads no field in a way of its own."""
    return {}


def appearance(entry: MeasureEntry, id_: str, titles: Titles, own: Facts) -> Appearance:
    """The appearance of a measure; `own` holds the fields that its family reads in its own way.

    What cannot be read is refused on the entry's page.
    """
    facts: dict[str, list[Any]] = {
        field: list(read(entry, titles)) for field, read in READERS.items() if field not in own
    }
    facts |= {field: list(values) for field, values in own.items()}
    facts["applicants"] = with_receivers(facts["applicants"], facts["scheme"])
    scoped = in_one_spelling(*(facts[field] for field in SCOPED))
    for field, numbers in zip(SCOPED, scoped, strict=True):
        facts[field] = [with_scope(number, entry.title) for number in numbers]
    frames = [number.frame for numbers in scoped for number in numbers]
    facts["windows"] = of_parts(facts["windows"], frames, entry.page)
    lines = dict(entry.lines)
    if "scheme" not in own and (boxes := left_open(entry.page)):
        lines["scheme_left_open"] = boxes
    for field, read_with_lines in READERS_WITH_LINES.items():
        values = read_with_lines(entry)
        facts[field] = [value for value, _ in values]
        if values:
            lines[field] = [line for _, line in values]
    told = Appearance.model_validate(
        {
            "id": id_,
            "document": entry.page.document,
            "measure": measure_id(entry.title, entry.lead),
            "page": entry.number,
            "line_start": entry.page.start,
            "line_end": entry.page.end,
            "title": entry.title,
            "item_no": entry.item_no,
            "section": entry.section,
            "fiscal_mark": entry.fiscal_mark,
            "ministries": list(entry.ministries),
            "agencies": list(entry.agencies),
            "lead_ministry": entry.lead_ministry,
            "contacts": list(entry.contacts),
            "targets": list(entry.targets),
            "highlighted": entry.highlighted,
            **facts,
            "lines": lines,
        }
    )
    refuse_left_over(entry.gives, Numbers(told.rates, told.windows))
    return told


def appearances_and_bonuses(
    entries: Sequence[MeasureEntry],
    ids: Sequence[str],
    bonuses_of: Callable[[MeasureEntry, Appearance], Sequence[Bonus]],
    tick: Tick,
    own_facts: Callable[[MeasureEntry], Facts] = nothing_else,
) -> tuple[list[Appearance], list[Bonus]]:
    """The appearances of the entries under these ids, and the bonuses of their pages, in their
    order.

    Raises DocumentError that names the page on which a reader failed.
    """
    titles = list(dict.fromkeys(entry.title for entry in entries))
    appearances: list[Appearance] = []
    bonuses: list[Bonus] = []
    for done, (entry, id_) in enumerate(zip(entries, ids, strict=True), 1):
        with blamed_on(entry.page.document, entry.page.start):
            appearances.append(appearance(entry, id_, titles, own_facts(entry)))
            bonuses += framed(bonuses_of(entry, appearances[-1]), appearances[-1])
        tick(done, len(entries))
    return appearances, bonuses


def refused(pages: Sequence[Page]) -> list[Problem]:
    """What the readers of the pages refused, each once, in the order of the lines."""
    problems = {problem: None for page in pages for problem in page.refused}
    return sorted(problems, key=lambda problem: problem.line)

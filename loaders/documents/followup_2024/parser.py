"""The follow-up of a policy paper: items (①…) on the left, the measures that came of them (○ …) on
the right, section by section.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.bonuses import bonuses as bonuses_of
from loaders.catalogue.ids import appearance_id, digest, measure_id
from loaders.catalogue.records import Appearance, Bonus, Budget, Item, Raises
from loaders.documents.corrections import Corrected, Correction, for_page, mended
from loaders.documents.family import Reading
from loaders.documents.followup_2024.budgets import budget_line
from loaders.documents.followup_2024.columns import Entry, Measure, entries, gaps
from loaders.documents.followup_2024.pages import (
    Section,
    is_follow_up,
    paper_name,
    sheets,
)
from loaders.documents.followup_2024.titles import (
    Heading,
    Owners,
    merged,
    owners,
    years,
)
from loaders.facts.applicants import applicants
from loaders.facts.bodies import bodies
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
from loaders.text.lines import Line, fold
from loaders.text.page import Page, Problem
from loaders.vocabulary.ministries import ministries

name = "followup-2024"
folder = Path(__file__).parent

_SUBSIDY = re.compile(r"補助金(?:の加点)?等?")


@dataclass(frozen=True)
class _Told:
    """A measure as the right column tells it: its place in the columns, and what its heading and
    brackets say of it as a whole.
    """

    entry: Entry
    page: Page
    number: int
    title: str
    fiscal_mark: str | None
    section: str
    ministries: tuple[str, ...]
    agencies: tuple[str, ...]
    lead_ministry: str | None
    budgets: tuple[Budget, ...]
    lines: dict[str, list[int]]

    @property
    def id_lead(self) -> str | None:
        """The ministry that an id is made with: the lead at ministry level, or the first that is
        printed.
        """
        lead = self.lead_ministry and (
            ministries().parent_of(self.lead_ministry) or self.lead_ministry
        )
        return lead or (self.ministries[0] if self.ministries else None)


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is a follow-up of this form: pages whose head names section and columns, and
    policy items.
    """
    return is_follow_up(lines)


def read(
    document: str,
    lines: Sequence[Line],
    corrections: Sequence[Correction],
    tick: Callable[[int, int], None],
) -> Reading:
    """The follow-up as records. `tick(done, of)` is called measure by measure."""
    pages, problems = sheets(document, lines)
    found, met = entries(document, pages)
    problems += [*met, *gaps(document, found)]
    told: list[_Told] = []
    corrected: list[Corrected] = []
    for one in (one for entry in found for one in _told_of(document, entry, problems)):
        one, changed = mended(one, one.page, corrections)
        told.append(one)
        corrected += changed
    problems += _unowned(document, told)
    ids = _ids(document, told)
    titles = list(dict.fromkeys(one.title for one in told))
    appearances: list[Appearance] = []
    bonuses: list[Bonus] = []
    for done, (one, own_id) in enumerate(zip(told, ids, strict=True), 1):
        appearances.append(_appearance(one, own_id, titles))
        bonuses += _of_this_measure(
            bonuses_of(one.page, appearances[-1].measure, one.title), one.title
        )
        tick(done, len(told))
    for entry in found:
        bonuses += _of_the_left_column(
            document,
            entry,
            [(one, a) for one, a in zip(told, appearances, strict=True) if one.entry is entry],
            bonuses,
        )
    return Reading(
        appearances=tuple(appearances),
        pages=tuple(_whole(one) for one in told),
        items=tuple(_items(document, found, told, appearances)),
        bonuses=tuple(bonuses),
        problems=tuple(problems),
        states=_states(found),
        found=_found(pages, found, appearances),
        used=tuple(c for one in told for c in for_page(one.page, corrections)),
        corrected=tuple(corrected),
        title=paper_name(lines),
    )


# --- a measure as a whole -------------------------------------------------------------------------


def _told_of(document: str, entry: Entry, problems: list[Problem]) -> Iterator[_Told]:
    """The item's measures in order. Headings that stand one upon the other share the text below
    them.
    """
    # an item of the new policy that nothing followed yet: what it announces is told by the item
    # alone
    if not entry.measures:
        if entry.name.new:
            yield _told(
                document, entry, Measure(entry.title, entry.page, entry.text), entry.name, problems
            )
        return
    waiting: list[Measure] = []
    for measure in entry.measures:
        if not measure.body and measure is not entry.measures[-1]:
            waiting.append(measure)
            continue
        row = [*waiting, measure]
        waiting = []
        for one in row:
            told = _told(
                document,
                entry,
                Measure(one.heading, one.page, measure.body),
                one.name,
                problems if one is measure else [],
            )
            yield replace(told, budgets=_own_budgets(told, row)) if len(row) > 1 else told


def _own_budgets(told: _Told, row: Sequence[Measure]) -> tuple[Budget, ...]:
    """Of the sums that several headings share, those of the years in the heading's own mark; all
    where the marks do not tell.
    """
    own = years(told.fiscal_mark)
    others = [years(one.name.mark) for one in row if one.name.title != told.title]
    mine = tuple(b for b in told.budgets if b.fiscal in own)
    return mine if mine and all(other and not other & own for other in others) else told.budgets


def _told(
    document: str, entry: Entry, measure: Measure, named: Heading, problems: list[Problem]
) -> _Told:
    page = Page(document, tuple(measure.lines))
    closing = (
        merged(list(owners(page.lines)))
        or entry.owners
        or Owners((), (), None, measure.heading[0].number, 0)
    )
    sums, met = budget_line(page, named.title, named.mark)
    problems += met
    title_lines = [line.number for line in measure.heading]
    lines = {
        "title": title_lines,
        "section": [entry.section.line],
        "item_no": [entry.title[0].number],
        "ministries": [closing.line] if closing.ministries else [],
        "agencies": [closing.line] if closing.agencies else [],
        "lead_ministry": [closing.line] if closing.lead else [],
        "fiscal_mark": title_lines[-1:] if named.mark else [],
    }
    return _Told(
        entry,
        page,
        measure.page,
        named.title,
        named.mark,
        entry.section.title,
        closing.ministries,
        closing.agencies,
        closing.lead,
        tuple(sums),
        {key: numbers for key, numbers in lines.items() if numbers},
    )


def _unowned(document: str, told: Sequence[_Told]) -> list[Problem]:
    return [
        Problem(document, one.page.start, f"no ministry for 「{one.title}」")
        for one in told
        if not one.ministries
    ]


# --- records --------------------------------------------------------------------------------------


def _ids(document: str, told: Sequence[_Told]) -> list[str]:
    """One id a telling. A measure that the document tells at several items has one id at each: the
    item's place goes into the later ones.
    """
    seen: Counter[str] = Counter()
    ids = []
    for one in told:
        plain_id = appearance_id(document, one.title, one.id_lead)
        seen[plain_id] += 1
        place = f"{one.entry.section.number}-{one.entry.item_no}-{seen[plain_id]}"
        ids.append(
            plain_id
            if seen[plain_id] == 1
            else f"appearance:{document}:{digest(one.title, one.id_lead or '', place)}"
        )
    return ids


def _appearance(told: _Told, own_id: str, titles: Sequence[str]) -> Appearance:
    page, title = told.page, told.title
    addresses = urls(page.lines)
    lines = {**told.lines, "urls": [number for _, number in addresses]} if addresses else told.lines
    return Appearance(
        id=own_id,
        document=page.document,
        measure=measure_id(title, told.id_lead),
        page=told.number,
        line_start=page.start,
        line_end=page.end,
        title=title,
        item_no=told.entry.item_no,
        section=told.section,
        fiscal_mark=told.fiscal_mark,
        ministries=list(told.ministries),
        agencies=list(told.agencies),
        lead_ministry=told.lead_ministry,
        applicants=applicants(page, title, ()),
        thresholds=thresholds(page),
        size_tests=size_tests(page),
        budgets=list(told.budgets),
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


def _whole(told: _Told) -> Page:
    """The item's text with the measure's: the left column says what for, the right one what was
    done.
    """
    if told.page.lines[0] in told.entry.lines:
        return told.page
    return Page(told.page.document, (*told.page.lines, *told.entry.lines))


def _item_id(document: str, entry: Entry) -> str:
    return f"item:{document}:{digest(entry.section.title, entry.item_no, entry.name.title)}"


def _items(
    document: str, found: Sequence[Entry], told: Sequence[_Told], appearances: Sequence[Appearance]
) -> Iterator[Item]:
    for entry in found:
        own, title = (
            entry.owners or Owners((), (), None, 0, 0),
            entry.name.title + ("【新規】" if entry.name.new else ""),
        )
        measures = [
            a.measure for one, a in zip(told, appearances, strict=True) if one.entry is entry
        ]
        yield Item(
            id=_item_id(document, entry),
            document=document,
            item_no=entry.item_no,
            title=title,
            line_start=entry.lines[0].number,
            line_end=entry.lines[-1].number,
            ministries=list(own.ministries),
            lead_ministry=own.lead,
            measures=list(dict.fromkeys(measures)),
        )


# --- bonuses --------------------------------------------------------------------------------------


def _of_this_measure(bonuses: Sequence[Bonus], title: str) -> list[Bonus]:
    """Where those with a mark get points for 補助金 and no more is said of it, it is the measure
    itself that is meant.
    """
    return [
        (
            bonus.model_copy(
                update={"raises": Raises(measure=bonus.measure, printed=title), "applies_to": title}
            )
            if bonus.condition_kind == "certification"
            and bonus.raises
            and _SUBSIDY.fullmatch(bonus.raises.printed)
            else bonus
        )
        for bonus in bonuses
    ]


def _of_the_left_column(
    document: str, entry: Entry, told: Sequence[tuple[_Told, Appearance]], known: Sequence[Bonus]
) -> list[Bonus]:
    """What the item itself promises, put to that of its measures which it speaks of."""
    page = Page(document, tuple(entry.lines))
    if not told:  # no measure follows: the item itself states it
        return [
            _of_the_item(bonus, entry)
            for bonus in bonuses_of(page, _item_id(document, entry), entry.name.title)
        ]
    if told[0][0].page.lines[0] in entry.lines:
        return []
    result = []
    for bonus in bonuses_of(page, told[0][1].measure, entry.name.title):
        measure = _promised_of(entry, [a for _, a in told], bonus, known)
        own = (
            bonus.raises is not None and bonus.raises.measure is not None
        )  # of the item: of the measure that carries it out
        raised = (
            {
                "raises": Raises(measure=measure.measure, printed=measure.title),
                "applies_to": measure.title,
            }
            if own
            else {}
        )
        result += _of_this_measure(
            [bonus.model_copy(update={"measure": measure.measure, **raised})], measure.title
        )
    return result


def _of_the_item(bonus: Bonus, entry: Entry) -> Bonus:
    own = bonus.raises is not None and bonus.raises.measure is not None
    return (
        bonus.model_copy(
            update={"raises": Raises(programme=entry.name.title, printed=entry.name.title)}
        )
        if own
        else bonus
    )


def _promised_of(
    entry: Entry, told: Sequence[Appearance], bonus: Bonus, known: Sequence[Bonus]
) -> Appearance:
    """The measure of the item's name, else one whose own text states such a bonus, else one that
    the item's text names, else the first.
    """
    text = fold("".join(line.text for line in entry.text))
    name = fold(entry.name.title)
    return next(
        (a for a in told if fold(a.title) == name),
        next(
            (
                a
                for a in told
                if any(b.measure == a.measure and b.benefit == bonus.benefit for b in known)
            ),
            next((a for a in told if fold(a.title) in text), told[0]),
        ),
    )


# --- counts ---------------------------------------------------------------------------------------


def _sections(found: Sequence[Entry]) -> list[Section]:
    return list({entry.section.number: entry.section for entry in found}.values())


def _states(found: Sequence[Entry]) -> dict[str, int]:
    """What the paper's own numbering states: the last number of its sections, and of the items in
    each.
    """
    sections = _sections(found)
    if not sections:
        return {}
    return {
        "sections": max(s.number for s in sections),
        "items": sum(
            max(e.number for e in found if e.section.number == s.number) for s in sections
        ),
    }


def _found(
    pages: Sequence[object], found: Sequence[Entry], appearances: Sequence[Appearance]
) -> dict[str, int]:
    return {
        "sections": len(_sections(found)),
        "items": len(found),
        "measures": len({a.measure for a in appearances}),
        "told": len(appearances),
        "pages": len(pages),
        "ministries": len({m for a in appearances for m in a.ministries}),
    }

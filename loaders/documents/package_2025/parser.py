"""The booklet of measures (施策集): one page a measure, by pillars, with a summary in front."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.bonuses import bonuses as bonuses_of
from loaders.corrections import Correction, for_page
from loaders.documents.package_2025 import pages as layout
from loaders.documents.package_2025.numbering import is_divider, label_of, page_numbers
from loaders.documents.package_2025.pages import TAG, Kind, kind_of, pillar_labels
from loaders.documents.package_2025.summary import Listed, as_of, is_summary, listed, owners_known, same_name, stated
from loaders.documents.package_2025.titles import Title, title_of
from loaders.facts.applicants import applicants
from loaders.facts.bodies import bodies
from loaders.facts.budgets import budgets
from loaders.facts.caps import caps
from loaders.facts.certifications import certifications
from loaders.facts.contacts import ContactBlock, contact_blocks
from loaders.facts.figures import figures
from loaders.facts.legal_basis import legal_basis
from loaders.facts.rates import rates
from loaders.facts.related import related
from loaders.facts.scheme import scheme
from loaders.facts.thresholds import thresholds
from loaders.facts.urls import urls
from loaders.facts.windows import windows
from loaders.family import Corrected, Reading
from loaders.ids import appearance_id, measure_id
from loaders.page import Page, Problem
from loaders.records import Appearance, Bonus
from loaders.text import Line, fold
from loaders.vocabulary.ministries import ministries

name = "package-2025"
folder = Path(__file__).parent

_NEAR_A_TAG = {Kind.LABEL, Kind.HIGHLIGHT, Kind.CONTACT, Kind.NUMBER}
_TAG_BEHIND = re.compile(rf"\s{TAG.pattern}")
_SIZES = (("大企業", "大企業"), ("中堅", "中堅企業"), ("中小", "中小企業"), ("小規模", "小規模事業者"))


@dataclass(frozen=True)
class _Head:
    """What a page says of the measure as a whole, and the lines on which it says it."""

    page: Page
    number: int | None
    title: str
    section: str | None
    ministries: tuple[str, ...]
    agencies: tuple[str, ...]
    targets: tuple[str, ...]
    highlighted: bool
    blocks: tuple[ContactBlock, ...]
    lines: dict[str, list[int]]

    @property
    def lead(self) -> str | None:
        """The ministry that an id is made with: the booklet marks no lead, so the first that is printed."""
        return self.ministries[0] if self.ministries else None


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text is a booklet of this family: pages with the mark of the summary page, and pillars."""
    folded = {fold(line.text) for line in lines}
    return fold("概要ページ掲載施策") in folded and bool(pillar_labels(lines))


def _kinds(page: Page, labels: frozenset[str]) -> list[tuple[Line, Kind]]:
    return [(line, kind_of(line, labels)) for line in page.lines if not line.blank]


def _targets(page: Page, labels: frozenset[str], title: Title) -> tuple[tuple[str, ...], list[int]]:
    """The audience tag and its line: alone on a line beside other furniture, or behind the title on the title's line."""
    rows = _kinds(page, labels)
    tags = [i for i, (_, kind) in enumerate(rows) if kind is Kind.TAG]
    beside = [i for i in tags if any(0 <= j < len(rows) and rows[j][1] in _NEAR_A_TAG for j in (i - 1, i + 1))]
    behind = [(line, match) for line, _ in rows if line.number in title.lines and (match := _TAG_BEHIND.search(line.plain))]
    if beside or tags:
        line, text = rows[(beside or tags)[0]][0], rows[(beside or tags)[0]][0].plain
    elif behind:
        line, text = behind[0][0], behind[0][1].group()
    else:
        return (), []
    return tuple(size for word, size in _SIZES if word in text), [line.number]


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
                if mention.kind == "ministry" or mention.kind == "agency" and parent:
                    found_ministries.setdefault(parent or mention.name, contact.line)
    return list(found_ministries), list(found_agencies), sorted({*found_ministries.values(), *found_agencies.values()})


def _owners(title: str, blocks: Sequence[ContactBlock], main: Sequence[Listed]) -> tuple[list[str], list[str], list[int]]:
    """Ministries, agencies and their lines: from the contacts, or from the summary where the page names a body only."""
    offices, agencies, lines = _offices(blocks)
    entry = next((x for x in main if x.owners and same_name(x.name, title)), None) if not offices else None
    if entry is None:
        return offices, agencies, lines
    known = owners_known(entry.owners)
    return (list(dict.fromkeys(ministries().parent_of(x) or x for x in known)), [x for x in known if not ministries().is_ministry(x)], [entry.line])


def _head(page: Page, number: int | None, labels: frozenset[str], main: Sequence[Listed]) -> _Head | None:
    """What the page says of the measure as a whole; None where no stretch of lines is a title."""
    title = title_of(page, labels, frozenset(fold(x.name) for x in main))
    if title is None:
        return None
    rows = _kinds(page, labels)
    blocks = tuple(contact_blocks(page.lines))
    highlight = [line.number for line, kind in rows if kind is Kind.HIGHLIGHT]
    offices, agencies, office_lines = _owners(title.text, blocks, main)
    targets, target_lines = _targets(page, labels, title)
    lines = {"title": list(title.lines), "section": [line.number for line, kind in rows if kind is Kind.LABEL], "ministries": office_lines,
             "agencies": office_lines if agencies else [], "targets": target_lines, "highlighted": highlight}
    return _Head(page, number, title.text, label_of(page, labels), tuple(offices), tuple(agencies), targets, bool(highlight), blocks,
                 {k: v for k, v in lines.items() if v})


def _mended(head: _Head, corrections: Sequence[Correction]) -> tuple[_Head, list[Corrected]]:
    """The head with the values of its page's corrections, and what they changed."""
    changed = []
    for correction in for_page(head.page, corrections):
        for key, value in correction.set.items():
            changed.append(Corrected(head.page.document, head.page.start, key, getattr(head, key), value))
            head = replace(head, **{key: tuple(value) if isinstance(value, list) else value})
    return head, changed


def _gaps(head: _Head) -> list[Problem]:
    """What every page has and this one lacks."""
    gaps = []
    if not head.blocks and not head.ministries:
        gaps.append(Problem(head.page.document, head.page.start, f"no contact (お問合せ先) on the page of 「{head.title}」"))
    if head.section is None:
        gaps.append(Problem(head.page.document, head.page.start, f"no pillar label on the page of 「{head.title}」"))
    return gaps


def _appearance(head: _Head, titles: Sequence[str]) -> tuple[Appearance, list[Problem]]:
    page, title = head.page, head.title
    addresses = urls(page.lines)
    sums, problems = budgets(page)
    lines = dict(head.lines)
    if addresses:
        lines["urls"] = [number for _, number in addresses]
    return Appearance(
        id=appearance_id(page.document, title, head.lead), document=page.document, measure=measure_id(title, head.lead), page=head.number,
        line_start=page.start, line_end=page.end, title=title, section=head.section,
        ministries=list(head.ministries), agencies=list(head.agencies), contacts=[c for block in head.blocks for c in block.contacts],
        targets=list(head.targets), applicants=applicants(page, title, head.targets), thresholds=thresholds(page), highlighted=head.highlighted,
        budgets=sums, rates=rates(page), caps=caps(page), bodies=bodies(page), scheme=scheme(page),
        certifications=certifications(page), related=related(page, titles, title), urls=[url for url, _ in addresses],
        windows=windows(page), legal_basis=legal_basis(page), figures=figures(page), lines=lines), problems


def _checks(document: str, heads: Sequence[_Head], main: Sequence[Listed], summary: Page | None) -> list[Problem]:
    """What the booklet says of itself against what was read: every listed measure, and no measure twice."""
    problems = [Problem(document, entry.line, f"the summary lists 「{entry.name}」, which no page bears")
                for entry in main if not any(same_name(entry.name, head.title) for head in heads)]
    for head in heads:
        if head.highlighted and main and not any(same_name(entry.name, head.title) for entry in main):
            problems.append(Problem(document, head.page.start, f"「{head.title}」 bears the mark of the summary page, which does not list it"))
    counted = Counter(appearance_id(document, head.title, head.lead) for head in heads)
    for head in heads:
        if counted[appearance_id(document, head.title, head.lead)] > 1:
            problems.append(Problem(document, head.page.start, f"two pages bear the name 「{head.title}」"))
    if summary is None:
        problems.append(Problem(document, 1, "no summary page: nothing to hold the counts to"))
    return problems


def _offices_counted(heads: Sequence[_Head], main: Sequence[Listed]) -> set[str]:
    """What 府省庁 the booklet counts: those at ministry level, and any office that its summary prints as an owner of its own."""
    return {office for head in heads for office in head.ministries} | {office for entry in main for office in owners_known(entry.owners)}


def read(document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Callable[[int, int], None]) -> Reading:
    """The booklet as records. `tick(done, of)` is called page by page."""
    labels = pillar_labels(lines)
    everything = layout.split(document, lines)
    summary = next((page for page in everything if is_summary(page, labels)), None)
    main = listed(summary, labels) if summary else []
    heads: list[_Head] = []
    problems: list[Problem] = []
    corrected: list[Corrected] = []
    for page, number in zip(everything, page_numbers(everything, labels), strict=True):
        if page is summary or is_divider(page, labels):
            continue
        head = _head(page, number, labels, main)
        if head is None:
            problems.append(Problem(document, page.start, "no title found on this page"))
            continue
        head, changed = _mended(head, corrections)
        corrected += changed
        problems += _gaps(head)
        heads.append(head)
    problems += _checks(document, heads, main, summary)
    titles = [head.title for head in heads]
    appearances: list[Appearance] = []
    found: list[Bonus] = []
    for done, head in enumerate(heads, 1):
        appearance, met = _appearance(head, titles)
        appearances.append(appearance)
        problems += met
        found += bonuses_of(head.page, appearance.measure, appearance.title)
        tick(done, len(heads))
    return Reading(
        appearances=tuple(appearances), pages=tuple(head.page for head in heads), bonuses=tuple(found), problems=tuple(problems),
        states=stated(summary) if summary else {},
        found={"measures": len(appearances), "ministries": len(_offices_counted(heads, main)), "ministry_level": len({m for h in heads for m in h.ministries}),
               "listed": len(main), "pages": len(everything)},
        used=tuple(c for head in heads for c in for_page(head.page, corrections)), corrected=tuple(corrected),
        title=next((line.plain for line in (summary.lines if summary else ()) if not line.blank), None), date=as_of(summary) if summary else None)

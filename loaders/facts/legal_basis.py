"""The laws, orders and public notices that a measure rests on; not those that its page mentions to
say who counts as small, who may apply, what companies must do anyway, what another certification
is, or what a lecture is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from loaders.catalogue.records import LegalBasis
from loaders.facts.prose import running_text
from loaders.text.lines import Flow, plain
from loaders.text.page import Page
from loaders.vocabulary.law_mentions import LawMention, laws
from loaders.vocabulary.matching import Squeezed
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_ALIAS = _PATTERNS["alias"]
_NOTE = _PATTERNS["note"]
_NOTE_ENDS = _PATTERNS["note_ends"]
_MARKED = _PATTERNS["marked"]
_RESTS = _PATTERNS["rests"]
_LABELLED = _PATTERNS["labelled"]
_WHO = _PATTERNS["who"]
_WHO_BEFORE = _PATTERNS["who_before"]
_DUTY = _PATTERNS["duty"]
_ROW = _PATTERNS["row"]
_HELD = _PATTERNS["held"]
_OBLIGES = _PATTERNS["obliges"]
_TAX_BREAK = _PATTERNS["tax_break"]
_ELIGIBLE = _PATTERNS["eligible"]
_STUDIED = _PATTERNS["studied"]
_FOR_EXAMPLE = _PATTERNS["for_example"]
_EXPLAINED = _PATTERNS["explained"]
_OF_ALL_OFFICES = _PATTERNS["of_all_offices"]
_NUMBERED_NOTE = _PATTERNS["numbered_note"]
_DEFINES = _PATTERNS["defines"]
_NUMBERED = _PATTERNS["numbered"]
_AROUND = 60  # so many characters around a law's name say what it is named for


def legal_basis(page: Page, title: str = "") -> list[LegalBasis]:
    """Each law that the measure rests on, once (once an article where it names several), `law` as
    printed where it stands first, `line` from 1. `title` is the measure's: a law that it names is
    one.

    A short name in brackets behind the full one, one that a note explains, and a short and a full
    name of one law, are one law.
    """
    flows = running_text(page)
    short_names = dict(_short_names(flows))
    titled = {mention.formal for mention in laws().mentions(plain(title))}
    by_law: dict[str, list[LegalBasis]] = {}
    for flow in flows:
        mentions = _without_aliases(flow)
        for mention, last in zip(mentions, _last_of_row(flow, mentions), strict=True):
            name = short_names.get(mention.formal, mention.formal)
            if name in titled or _rests(Squeezed.of(flow.text), last, title):
                _add(by_law.setdefault(name, []), mention, name, flow.line_at(mention.start))
    return sorted((r for records in by_law.values() for r in records), key=lambda r: r.line)


def _add(records: list[LegalBasis], mention: LawMention, name: str, line: int) -> None:
    printed = records[0].law if records else mention.printed
    record = LegalBasis(law=printed, name=name, article=mention.article, line=line)
    if not records:
        records.append(record)
    elif mention.article and records[-1].article is None:
        records[-1] = record
    elif mention.article and all(r.article != mention.article for r in records):
        records.append(record)


def _last_of_row(flow: Flow, mentions: Sequence[LawMention]) -> list[LawMention]:
    """For each mention the last of the row that it stands in (A法・B法に基づき): what is said
    behind that holds for all.
    """
    last = list(mentions)
    for i in range(len(mentions) - 2, -1, -1):
        if _ROW.fullmatch(flow.text, mentions[i].end, mentions[i + 1].start):
            last[i] = last[i + 1]
    return last


def _rests(squeezed: Squeezed, mention: LawMention, title: str) -> bool:
    """Whether the words around a law's name say that the measure of that title rests on it."""
    text = squeezed.text
    start = squeezed.place(mention.start)
    end = start + len(mention.printed)
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if _LABELLED.search(before):
        return True
    if _RESTS.match(behind) is None or _OF_ALL_OFFICES.fullmatch(mention.formal):
        return False
    if _WHO.match(behind) or _WHO_BEFORE.search(before):
        return False
    if _HELD.match(behind) and not (_TAX_BREAK.search(title) and _ELIGIBLE.match(behind)):
        return False
    if _OBLIGES.match(behind) or _FOR_EXAMPLE.search(before) or _STUDIED.match(text, end):
        return False
    if _NUMBERED_NOTE.match(text) and _DEFINES.fullmatch(text, end):
        return False
    explained = _EXPLAINED.search(before)
    if explained and explained["what"] not in plain(title):
        return False
    return not (_NUMBERED.fullmatch(before) and _DUTY.match(behind))


def _without_aliases(flow: Flow) -> list[LawMention]:
    mentions = laws().mentions(flow.text)
    return [
        mention
        for i, mention in enumerate(mentions)
        if not (i and _ALIAS.fullmatch(flow.text, mentions[i - 1].end, mention.start))
    ]


def _short_names(flows: Sequence[Flow]) -> Iterator[tuple[str, str]]:
    """The short names that the page itself gives to laws, each with the law's formal name: in
    brackets behind the full name, or by a note whose mark the short name bears.
    """
    notes: dict[str, str] = {}
    for flow in flows:
        mentions = laws().mentions(flow.text)
        for first, second in pairwise(mentions):
            if _ALIAS.fullmatch(flow.text, first.end, second.start):
                yield second.formal, first.formal
        for mention in mentions:
            note = _NOTE.search(flow.text[: mention.start])
            if note and _NOTE_ENDS.match(flow.text, mention.end):
                notes[note["mark"]] = mention.formal
    yield from _explained(flows, notes)


def _explained(flows: Sequence[Flow], notes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for flow in flows:
        for mention in laws().mentions(flow.text):
            marked = _MARKED.match(flow.text, mention.end)
            if marked and marked["mark"] in notes:
                yield mention.formal, notes[marked["mark"]]

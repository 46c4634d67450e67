"""Documents -> catalogue: find what each file is, read it, hold it to its own counts, derive what
is derived.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import DocumentError
from loaders.bonuses import resolved, rules
from loaders.catalogue.chronology import dated
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Appearance, Document
from loaders.documents.corrections import Corrected, unused
from loaders.documents.description import Description
from loaders.documents.family import Reading
from loaders.documents.recognised import Given, given
from loaders.facts.terms import key_terms
from loaders.measures import measures
from loaders.organisations import certification_records, organisations
from loaders.overlap.score import overlaps
from loaders.resolution.by_hand import HandVerdict, read_verdicts, unmatched
from loaders.resolution.final_ids import FinalIds
from loaders.resolution.items import continued
from loaders.resolution.resolve import Resolution, resolve
from loaders.text.page import Page, Problem
from loaders.text.source import Source

Tick = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Extraction:
    """The catalogue, and everything that was not understood on the way. Strict callers write
    nothing while `problems` are there.

    `resolution` says how appearances became measures: how many pairs were settled by score, and how
    many by hand.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    corrected: tuple[Corrected, ...] = ()
    skipped: tuple[Path, ...] = ()
    resolution: Resolution | None = None


@dataclass(frozen=True)
class _Read:
    """A document read; `known`: it is the very file that its folder describes, not another of its
    family.
    """

    source: Source
    document: Document
    reading: Reading
    problems: tuple[Problem, ...]
    known: bool


def silent(_document: str, _done: int, _of: int) -> None:
    """No progress."""


def extract(
    paths: Sequence[Path],
    family: str | None = None,
    with_corrections: bool = True,
    tick: Tick = silent,
) -> Extraction:
    """Reads files and folders into one catalogue; loaders/documents/recognised.py says what each is
    taken for.

    `family` says what a file is that is none of the known documents and has no document.yaml.
    `tick(document, done, of)` is called as pages are read. Raises DocumentError for a file that
    cannot be read, that no family reads, or in which no measure is found, and for a document given
    twice; in a folder a file of no family is skipped and named in the result, unless nothing is
    left. Raises VocabularyError for a document.yaml or corrections.yaml that does not hold
    together. Without corrections the judged pairs of resolution.yaml are left aside too: which
    appearances are one measure is then settled by score alone.
    """
    documents, skipped = given(paths, family)
    readings = [_read(one, with_corrections, tick) for one in documents]
    catalogue, resolution = _catalogue(readings, _judged(readings, with_corrections))
    return Extraction(
        catalogue,
        tuple(p for one in readings for p in one.problems),
        tuple(c for one in readings for c in one.reading.corrected),
        skipped,
        resolution,
    )


def _read(one: Given, with_corrections: bool, tick: Tick) -> _Read:
    source, description = one.source, one.description
    corrections = one.corrections if with_corrections else ()
    reading = one.family.read(
        description.id, source.lines, corrections, lambda done, of: tick(description.id, done, of)
    )
    if not reading.appearances and not reading.items:
        raise DocumentError(
            f"no measure is read in it as a document of the family {one.family.name}",
            str(source.path),
            "is it of another family?",
        )
    if (one.bundled or one.own) and with_corrections:
        unused(description.id, corrections, reading.used)
    problems = [*_counts(description, reading, source), *reading.problems]
    document = Document(
        id=description.id,
        title=description.title or reading.title or source.path.stem,
        publisher=description.publisher,
        date=description.date or reading.date or "",
        url=description.url,
        file=source.path.name,
        sha256=source.sha256,
        lines=len(source.lines),
        states=dict(reading.states),
        found=dict(reading.found),
        terms_of_use=description.terms_of_use,
    )
    return _Read(source, document, reading, tuple(problems), one.bundled)


def _counts(description: Description, reading: Reading, source: Source) -> list[Problem]:
    """A document is held to what it says of itself, and a known one to what it is known to say and
    to hold.
    """
    last = len(source.lines)
    problems = [
        Problem(
            description.id,
            1,
            f"states {key} = {reading.states.get(key, 'nothing')}, document.yaml says {value:,}",
        )
        for key, value in description.states.items()
        if reading.states.get(key, value if key in reading.found else None) != value
    ]
    expected = {**reading.states, **description.states}
    return problems + [
        Problem(
            description.id,
            last,
            f"{reading.found[key]:,} {key} read up to the last line, the document states {value:,}",
        )
        for key, value in expected.items()
        if key in reading.found and reading.found[key] != value
    ]


def _with_terms(appearances: Sequence[Appearance], pages: Sequence[Page]) -> list[Appearance]:
    terms = key_terms(pages, [a.title for a in appearances])
    return [
        a.model_copy(update={"terms": found}) for a, found in zip(appearances, terms, strict=True)
    ]


def _judged(readings: Sequence[_Read], with_corrections: bool) -> tuple[HandVerdict, ...]:
    """The judged pairs; a known document must have the appearances that they name."""
    if not with_corrections:
        return ()
    judged = read_verdicts()
    unmatched(
        judged,
        {a.id for one in readings for a in one.reading.appearances},
        {one.document.id for one in readings if one.known},
    )
    return judged


def _catalogue(
    readings: Sequence[_Read], judged: Sequence[HandVerdict]
) -> tuple[Catalogue, Resolution]:
    read: list[Appearance] = []
    pages: dict[str, Page] = {}
    for one in readings:
        told = _with_terms(one.reading.appearances, one.reading.pages)
        read += told
        pages |= {a.id: page for a, page in zip(told, one.reading.pages, strict=True)}
    documents = dated([one.document for one in readings], read)
    # of two pages that print the same name only the first is a measure of its own; the parser has
    # reported them
    read = list({a.id: a for a in reversed(read)}.values())[::-1]
    resolution = resolve(read, pages, documents, judged)
    final = FinalIds(read, resolution)
    found, appearances = measures(resolution, pages)
    items = continued(
        [final.item(i) for one in readings for i in one.reading.items],
        {one.document.id: one.source.lines for one in readings},
        documents,
    )
    bonuses = resolved(
        [final.bonus(bonus) for one in readings for bonus in one.reading.bonuses], resolution.named
    )
    catalogue = Catalogue(
        documents=tuple(documents),
        appearances=tuple(appearances),
        measures=tuple(found),
        items=tuple(items),
        bonuses=tuple(bonuses),
        rules=tuple(rules(bonuses, documents, appearances, items)),
        organisations=tuple(organisations(appearances, found)),
        certifications=tuple(certification_records(appearances, bonuses)),
    )
    return replace(catalogue, overlaps=overlaps(catalogue)), resolution

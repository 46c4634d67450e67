"""Documents -> catalogue: find what each file is, read it, hold it to its own counts, derive what
is derived.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import DocumentError
from graph.garbage import nothing_collected
from graph.language.counting import counted
from loaders.bonuses import resolved, rules
from loaders.calls.added import with_calls
from loaders.calls.saved import SavedAnswer, saved_answers
from loaders.catalogue.chronology import dated
from loaders.catalogue.files import Catalogue, read_catalogue
from loaders.catalogue.records import Appearance, Document
from loaders.catalogue.records.documents import PageStart
from loaders.derived_lines import with_terms
from loaders.documents.corrections import Corrected, mended_values, unused
from loaders.documents.description import Description
from loaders.documents.failures import blamed_on
from loaders.documents.family import Reading
from loaders.documents.recognised import Recognised, recognised
from loaders.law_records import law_records, one_each
from loaders.measures import measures
from loaders.organisations import certification_records, organisations
from loaders.overlap.programmes import programme_overlaps, with_topics
from loaders.overlap.score import overlaps
from loaders.refused import refused_lines
from loaders.resolution.by_hand import HandVerdict, read_verdicts, unmatched
from loaders.resolution.final_ids import FinalIds
from loaders.resolution.items import continued, with_named
from loaders.resolution.resolve import Resolution, resolve
from loaders.review_sheets.joins.by_hand import HandJoin, read_joins
from loaders.review_sheets.joins.joined import joined
from loaders.review_sheets.mentions import with_mentions
from loaders.review_sheets.published import Published, published
from loaders.review_sheets.sheets import ReadSheets, read_sheets
from loaders.review_sheets.supporting import laws_of, recipients_of, supporting
from loaders.text.page import Page, Problem
from loaders.text.source import Source

Tick = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Extraction:
    """The catalogue, and everything that was not understood on the way. Strict callers write
    nothing while `problems` are there.
    """

    catalogue: Catalogue
    """What the documents give."""
    problems: tuple[Problem, ...]
    """What was not understood, and counts that do not hold."""
    corrected: tuple[Corrected, ...] = ()
    """The values that corrections changed."""
    skipped: tuple[Path, ...] = ()
    """Files of folders that no family reads."""
    resolution: Resolution | None = None
    """How appearances became measures: how many pairs were settled by score, and how many by hand.
    """
    unknown: tuple[str, ...] = ()
    """What is not known for want of a table of review sheets, a line each."""
    joins_in_doubt: tuple[str, ...] = ()
    """Programmes and measures of names much alike that nothing joins, a line each."""
    of_calls: tuple[str, ...] = ()
    """What was left out of saved answers and why, and calls whose name several bear, a line
    each."""
    kept: bool = False
    """Whether only calls were read, and joined to a catalogue that was there."""


@dataclass(frozen=True)
class _ReadDocument:
    """A document read."""

    source: Source
    """Its file and lines."""
    document: Document
    """Its record."""
    reading: Reading
    """What its family's parser gives."""
    problems: tuple[Problem, ...]
    """The reading's, and counts that do not hold."""
    bundled: bool
    """It is the very file that its family's folder describes, not another of the family."""


def silent(_document: str, _done: int, _of: int) -> None:
    """No progress."""


def extract(
    paths: Sequence[Path],
    family: str | None = None,
    with_corrections: bool = True,
    tick: Tick = silent,
    processes: int = 1,
    support_only: bool = False,
    onto: Path | None = None,
) -> Extraction:
    """Reads files and folders, of documents, of review sheets and of saved answers of calls, into
    one catalogue; loaders/documents/recognised.py, loaders/review_sheets/published.py and
    loaders/calls/saved.py say what each is taken for. Where nothing but answers is given, their
    calls are joined to the catalogue of the folder `onto`, if there is one, in place of its own.

    `support_only` keeps of the budget programmes those that support companies or pay for a measure.
    `family` says what a file is that is none of the known documents and has no document.yaml.
    `tick(document, done, of)` is called as pages are read; several documents are read by up to so
    many `processes` beside each other and beside the sheets, and it is then called as each is done.

    Raises DocumentError for a file that cannot be read, that no family reads, or in which no
    measure is found, and for a document given twice; in a folder a file of no family is skipped
    and named in the result, unless nothing is left. Raises VocabularyError for a document.yaml or
    corrections.yaml that does not hold together. Without corrections the pairs that resolution.yaml
    settles by hand are left aside too: which appearances are one measure is then settled by score
    alone.
    """
    answers, others, no_answers = saved_answers(paths)
    if others or not answers:
        read = _extract(others or paths, family, with_corrections, tick, processes, support_only)
    elif onto and (onto / "documents.jsonl").is_file():
        read = Extraction(read_catalogue(onto), (), kept=True)
    else:
        read = Extraction(Catalogue(), ())
    if not answers:
        return replace(read, skipped=(*read.skipped, *no_answers))
    return _with_answers(read, answers, no_answers)


def _with_answers(
    read: Extraction, answers: Sequence[SavedAnswer], skipped: Sequence[Path]
) -> Extraction:
    added = with_calls(read.catalogue, answers)
    return replace(
        read,
        catalogue=added.catalogue,
        problems=(*read.problems, *added.problems),
        skipped=(*read.skipped, *skipped),
        of_calls=added.said,
    )


def _extract(
    paths: Sequence[Path],
    family: str | None,
    with_corrections: bool,
    tick: Tick,
    processes: int,
    support_only: bool,
) -> Extraction:
    """The same of documents and review sheets."""
    tables, others = published(paths)

    def of_documents() -> Extraction:
        return _of_documents(others, family, with_corrections, tick, processes)

    of_sheets = _sheets if support_only else _sheets_with_topics
    if not tables:
        return of_documents()
    if not others:
        extraction, sheets = Extraction(Catalogue(), ()), of_sheets(tables, tick, processes)
    elif processes == 1:
        extraction, sheets = of_documents(), of_sheets(tables, tick)
    else:
        with ProcessPoolExecutor(1) as beside:
            reading = beside.submit(of_sheets, tables, silent, processes)
            extraction, sheets = of_documents(), reading.result()
        for year, count in Counter(table.year for table in tables).items():
            tick(f"rs-{year}", count, count)
    by_hand = read_joins() if with_corrections else ()
    with nothing_collected():
        return _with_sheets(extraction, sheets, by_hand, support_only, processes)


@nothing_collected()
def _sheets(tables: Sequence[Published], tick: Tick, _processes: int = 1) -> ReadSheets:
    return read_sheets(tables, tick)


@nothing_collected()
def _sheets_with_topics(tables: Sequence[Published], tick: Tick, processes: int = 1) -> ReadSheets:
    """With what every programme works on: told by its own words, so beside the documents."""
    sheets = read_sheets(tables, tick)
    return replace(sheets, programmes=with_topics(sheets.programmes, sheets.texts, processes))


def _with_sheets(
    extraction: Extraction,
    sheets: ReadSheets,
    by_hand: Sequence[HandJoin],
    support_only: bool,
    processes: int,
) -> Extraction:
    read = extraction.catalogue
    joins = joined(sheets.programmes, read.measures, read.appearances, sheets.texts, by_hand)
    programmes, laws, recipients = joins.programmes, sheets.laws, sheets.recipients
    programmes = with_mentions(programmes, read.measures, sheets.told)
    if support_only:
        programmes = with_topics(supporting(programmes), sheets.texts, processes)
        laws, recipients = laws_of(programmes, laws), recipients_of(programmes, recipients)
    catalogue = replace(
        read,
        documents=(*extraction.catalogue.documents, *sheets.documents),
        programmes=programmes,
        laws=one_each(laws, extraction.catalogue.laws),
        organisations=extraction.catalogue.organisations or tuple(organisations((), ())),
        recipients=recipients,
    )
    catalogue = replace(catalogue, overlaps=(*read.overlaps, *programme_overlaps(catalogue)))
    return replace(
        extraction,
        catalogue=catalogue,
        problems=(*extraction.problems, *sheets.problems),
        unknown=sheets.unknown,
        joins_in_doubt=joins.doubts,
    )


def _of_documents(
    paths: Sequence[Path],
    family: str | None,
    with_corrections: bool,
    tick: Tick,
    processes: int,
) -> Extraction:
    with nothing_collected():
        documents, skipped = recognised(paths, family)
        read_documents = _all_read(documents, with_corrections, tick, processes)
        by_hand = _settled_by_hand(read_documents, with_corrections)
        catalogue, resolution = _catalogue(read_documents, by_hand, processes)
    return Extraction(
        catalogue,
        tuple(problem for read in read_documents for problem in read.problems),
        tuple(change for read in read_documents for change in read.reading.corrected),
        skipped,
        resolution,
    )


def _all_read(
    documents: Sequence[Recognised], with_corrections: bool, tick: Tick, processes: int
) -> list[_ReadDocument]:
    """The documents read, in their order; the longest is begun first."""
    if processes == 1 or len(documents) == 1:
        return [_read(document, with_corrections, tick) for document in documents]
    with ProcessPoolExecutor(min(processes, len(documents))) as pool:
        reading = {
            at: pool.submit(_read, documents[at], with_corrections, silent)
            for at in sorted(range(len(documents)), key=lambda at: -len(documents[at].source.lines))
        }
        read_documents = []
        for at, document in enumerate(documents):
            read_documents.append(read := reading[at].result())
            pages = len(read.reading.pages)
            tick(document.description.id, pages, pages)
    return read_documents


def _read(document: Recognised, with_corrections: bool, tick: Tick) -> _ReadDocument:
    source, description = document.source, document.description
    corrections = document.corrections if with_corrections else ()
    with blamed_on(description.id):
        reading = document.family.read(
            description.id,
            source.lines,
            corrections,
            lambda done, of: tick(description.id, done, of),
        )
    if not reading.appearances and not reading.items:
        raise DocumentError(
            f"no measure is read in it as a document of the family {document.family.name}",
            str(source.path),
            "is it of another family?",
        )
    if (document.bundled or document.described) and with_corrections:
        unused(description.id, corrections, reading.used)
    unreadable = (Problem(description.id, line, what) for line, what in source.unreadable)
    problems = (*unreadable, *_counts(description, reading, source), *reading.problems)
    record = Document(
        id=description.id,
        title=description.title or reading.title or source.path.stem,
        publisher=description.publisher,
        date=description.date or reading.date or "",
        url=description.url,
        file=source.path.name,
        sha256=source.sha256,
        text_sha256=source.text_sha256,
        lines=len(source.lines),
        states=dict(reading.states),
        found=dict(reading.found),
        terms_of_use=description.terms_of_use,
        refused=refused_lines(problems),
        mended=mended_values(reading.corrected),
        page_starts=[PageStart(page=page, line=line) for page, line in reading.page_starts],
    )
    reading = replace(reading, appearances=with_terms(reading.appearances, reading.pages))
    return _ReadDocument(source, record, reading, problems, document.bundled)


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
            f"{counted(reading.found[key], key)} read up to the last line, the document states"
            f" {value:,}",
        )
        for key, value in expected.items()
        if key in reading.found and reading.found[key] != value
    ]


def _settled_by_hand(
    read_documents: Sequence[_ReadDocument], with_corrections: bool
) -> tuple[HandVerdict, ...]:
    """The pairs that are settled by hand; a bundled document must have the appearances that they
    name.
    """
    if not with_corrections:
        return ()
    by_hand = read_verdicts()
    unmatched(
        by_hand,
        {a.id for read in read_documents for a in read.reading.appearances},
        {read.document.id for read in read_documents if read.bundled},
    )
    return by_hand


def _catalogue(
    read_documents: Sequence[_ReadDocument], by_hand: Sequence[HandVerdict], processes: int
) -> tuple[Catalogue, Resolution]:
    read_appearances: list[Appearance] = []
    pages: dict[str, Page] = {}
    for read in read_documents:
        reading = read.reading
        read_appearances += reading.appearances
        paged = zip(reading.appearances, reading.pages, strict=True)
        pages |= {appearance.id: page for appearance, page in paged}
    documents = dated([read.document for read in read_documents], read_appearances)
    # of two pages that print the same name only the first is a measure of its own; the parser has
    # reported them
    read_appearances = list({a.id: a for a in reversed(read_appearances)}.values())[::-1]
    resolution = resolve(read_appearances, pages, documents, by_hand)
    final_ids = FinalIds(read_appearances, resolution)
    resolved_measures, appearances = measures(resolution, pages, documents, processes)
    items = continued(
        with_named(
            [final_ids.item(item) for read in read_documents for item in read.reading.items],
            resolution.measures,
        ),
        {read.document.id: read.source.lines for read in read_documents},
        documents,
    )
    bonuses = resolved(
        [final_ids.bonus(bonus) for read in read_documents for bonus in read.reading.bonuses],
        resolution.named,
    )
    texts = ("\n".join(line.plain for line in read.source.lines) for read in read_documents)
    catalogue = Catalogue(
        documents=tuple(documents),
        appearances=tuple(appearances),
        measures=tuple(resolved_measures),
        items=tuple(items),
        bonuses=tuple(bonuses),
        rules=tuple(rules(bonuses, documents, appearances, items, resolved_measures)),
        organisations=tuple(organisations(appearances, resolved_measures)),
        certifications=tuple(certification_records(appearances, bonuses, texts)),
        laws=tuple(law_records(appearances)),
    )
    return replace(catalogue, overlaps=overlaps(catalogue)), resolution

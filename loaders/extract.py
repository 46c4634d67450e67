"""Documents -> catalogue: find what each file is, read it, hold it to its own counts, derive what is derived."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import DocumentError
from loaders.bonuses import resolved, rules
from loaders.catalogue import Catalogue
from loaders.corrections import Correction, read_corrections, unused
from loaders.description import Description, read_description
from loaders.families import families
from loaders.family import Corrected, Family, Reading
from loaders.measures import measures
from loaders.organisations import certification_records, organisations
from loaders.page import Page, Problem
from loaders.records import Appearance, Bonus, Document
from loaders.source import Source, read_source
from loaders.terms import key_terms

Tick = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Extraction:
    """The catalogue, and everything that was not understood on the way. Strict callers write nothing while `problems` are there."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    corrected: tuple[Corrected, ...] = ()
    skipped: tuple[Path, ...] = ()


def silent(_document: str, _done: int, _of: int) -> None:
    """No progress."""


def extract(paths: Sequence[Path], family: str | None = None, with_corrections: bool = True, tick: Tick = silent) -> Extraction:
    """Reads files and folders of files into one catalogue.

    `family` says what a file is that is none of the known documents (known ones are recognised by sha256, others by their
    content). `tick(document, done, of)` is called as pages are read. Raises DocumentError for a file that cannot be read or
    that no family reads; in a folder such a file is skipped and named in the result, unless nothing is left.
    """
    readings: list[tuple[Document, Reading]] = []
    skipped: list[Path] = []
    met: list[Problem] = []
    for path, lone in _files(paths):
        source = read_source(path)
        found = _family_of(source, family)
        if found is None:
            if lone:
                raise DocumentError("no family of documents reads this", str(path), f"families: {', '.join(f.name for f in families())}; name one with --family")
            skipped.append(path)
            continue
        document, reading, problems = _read(source, *found, with_corrections, tick)
        if any(d.id == document.id for d, _ in readings):
            raise DocumentError(f"a second document {document.id}", str(path), "give each document once")
        readings.append((document, reading))
        met += problems
    if not readings:
        raise DocumentError("no file here is a document that a family reads", str(paths[0]), f"families: {', '.join(f.name for f in families())}")
    return Extraction(_catalogue(readings), tuple(met), tuple(c for _, r in readings for c in r.corrected), tuple(skipped))


def _files(paths: Sequence[Path]) -> list[tuple[Path, bool]]:
    """Each file, and whether it was named itself (not found in a folder)."""
    files = []
    for path in paths:
        if path.is_dir():
            files += [(p, False) for p in sorted(path.glob("*.txt"))]
        else:
            files.append((path, True))
    if not files:
        raise DocumentError("no text file (*.txt) in the folder", str(paths[0]) if paths else None, "name the folder of the source documents")
    return files


def _family_of(source: Source, name: str | None) -> tuple[Family, Description] | None:
    known = {f.name: (f, read_description(f.folder / "document.yaml")) for f in families()}
    for family, description in known.values():
        if description.sha256 == source.sha256:
            return family, description
    if name is not None:
        if name not in known:
            raise DocumentError(f"no family {name!r}", None, f"families: {', '.join(known)}")
        family, description = known[name]
        return family, _unknown(description, source)
    for family, description in known.values():
        if family.recognises(source.lines):
            return family, _unknown(description, source)
    return None


def _unknown(description: Description, source: Source) -> Description:
    """What is said of a document of a family that is not the known one: only what it prints itself will be held against it."""
    return description.model_copy(update={"file": source.path.name, "sha256": source.sha256, "states": {}, "notes": {}, "url": None, "title": "", "date": ""})


def _read(source: Source, family: Family, description: Description, with_corrections: bool, tick: Tick) -> tuple[Document, Reading, list[Problem]]:
    known = bool(description.states)
    corrections: tuple[Correction, ...] = read_corrections(family.folder / "corrections.yaml") if with_corrections else ()
    reading = family.read(description.id, source.lines, corrections, lambda done, of: tick(description.id, done, of))
    if known and with_corrections:
        unused(description.id, corrections, reading.used)
    problems = [*_counts(description, reading, source), *reading.problems]
    document = Document(
        id=description.id, title=description.title or reading.title or source.path.stem, publisher=description.publisher,
        date=description.date or reading.date or "", url=description.url, file=source.path.name, sha256=source.sha256,
        lines=len(source.lines), states=dict(reading.states), found=dict(reading.found), terms_of_use=description.terms_of_use)
    return document, reading, problems


def _counts(description: Description, reading: Reading, source: Source) -> list[Problem]:
    """A document is held to what it says of itself, and a known one to what it is known to say."""
    last = len(source.lines)
    problems = [Problem(description.id, 1, f"states {key} = {reading.states.get(key, 'nothing')}, document.yaml says {value:,}")
                for key, value in description.states.items() if reading.states.get(key) != value]
    expected = {**reading.states, **description.states}
    return problems + [Problem(description.id, last, f"{reading.found[key]:,} {key} read up to the last line, the document states {value:,}")
                       for key, value in expected.items() if key in reading.found and reading.found[key] != value]


def _with_terms(appearances: Sequence[Appearance], pages: Sequence[Page]) -> list[Appearance]:
    terms = key_terms(pages, [a.title for a in appearances])
    return [a.model_copy(update={"terms": found}) for a, found in zip(appearances, terms, strict=True)]


def _catalogue(readings: Sequence[tuple[Document, Reading]]) -> Catalogue:
    appearances: list[Appearance] = []
    pages: dict[str, Page] = {}
    bonuses: list[Bonus] = []
    for _, reading in readings:
        told = _with_terms(reading.appearances, reading.pages)
        appearances += told
        pages |= {a.id: page for a, page in zip(told, reading.pages, strict=True)}
        bonuses += reading.bonuses
    documents = tuple(document for document, _ in readings)
    # of two pages that print the same name only the first is a measure of its own; the parser has reported them
    appearances = list({a.id: a for a in reversed(appearances)}.values())[::-1]
    found = measures(appearances, pages)
    bonuses = resolved(bonuses, {m.title: m.id for m in found})
    return Catalogue(
        documents=documents, appearances=tuple(appearances), measures=tuple(found), items=tuple(i for _, r in readings for i in r.items),
        bonuses=tuple(bonuses), rules=tuple(rules(bonuses, documents)), organisations=tuple(organisations(appearances, found)),
        certifications=tuple(certification_records(appearances, bonuses)))

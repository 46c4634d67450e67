"""The catalogue on disk: JSON Lines, UTF-8, sorted by id, one file a kind of record; read, written
whole, compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from graph.errors import CatalogueError
from graph.files.replace import replaced_files
from loaders.catalogue.records import (
    FILES,
    Appearance,
    Bonus,
    Certification,
    Document,
    Identified,
    Item,
    Measure,
    Organisation,
    Overlap,
    Record,
    Rule,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Catalogue:
    """All records, a tuple a file."""

    documents: tuple[Document, ...] = ()
    """The documents that were read."""
    appearances: tuple[Appearance, ...] = ()
    """A measure as one document has it, one record for each."""
    measures: tuple[Measure, ...] = ()
    """The measures over all documents."""
    items: tuple[Item, ...] = ()
    """Policy items and entries of policy tables."""
    bonuses: tuple[Bonus, ...] = ()
    """What pages and items state of bonuses, one record a statement."""
    rules: tuple[Rule, ...] = ()
    """The bonus rules, each with the statements of it."""
    organisations: tuple[Organisation, ...] = ()
    """Ministries, agencies and bodies."""
    certifications: tuple[Certification, ...] = ()
    """Certifications, plans, declarations and registrations."""
    overlaps: tuple[Overlap, ...] = ()
    """Pairs of measures that are alike, with their score."""


def _key(record: Record) -> tuple[str, str]:
    """By what the records of a file are told apart and sorted."""
    match record:
        case Identified():
            return record.id, ""
        case Overlap():
            return record.a, record.b
        case _:
            raise TypeError(f"{type(record).__name__} has no place in a file")


def texts(catalogue: Catalogue) -> dict[str, str]:
    """File name -> its text, the same from run to run: records by id, keys in the order of the
    record, a line each.
    """
    return {
        f"{field.name}.jsonl": "".join(
            _line(record) for record in sorted(getattr(catalogue, field.name), key=_key)
        )
        for field in fields(catalogue)
    }


def _line(record: Record) -> str:
    return (
        json.dumps(record.model_dump(mode="json"), ensure_ascii=False, separators=(", ", ": "))
        + "\n"
    )


def write_catalogue(catalogue: Catalogue, folder: Path) -> None:
    """Writes every file, or none. Raises CatalogueError where the folder cannot be written."""
    files = texts(catalogue)
    with replaced_files(folder, files, CatalogueError) as new:
        for name, text in files.items():
            (new / name).write_text(text, encoding="utf-8", newline="\n")


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue of a folder; raises CatalogueError naming file and line."""
    if not folder.is_dir():
        raise CatalogueError(
            "there is no catalogue folder",
            str(folder),
            "run `shisaku extract`, or name another with --catalogue",
        )
    missing = [f"{name}.jsonl" for name in FILES if not (folder / f"{name}.jsonl").exists()]
    if missing:
        raise CatalogueError(
            f"{', '.join(missing)} not there",
            str(folder),
            "run `shisaku extract` to write the catalogue whole",
        )
    return Catalogue(
        documents=_of(folder, Document),
        appearances=_of(folder, Appearance),
        measures=_of(folder, Measure),
        items=_of(folder, Item),
        bonuses=_of(folder, Bonus),
        rules=_of(folder, Rule),
        organisations=_of(folder, Organisation),
        certifications=_of(folder, Certification),
        overlaps=_of(folder, Overlap),
    )


def _of(folder: Path, record: type[R]) -> tuple[R, ...]:
    """The records of that class, from the file that holds them."""
    name = next(name for name, held in FILES.items() if held is record)
    return tuple(_records(folder / f"{name}.jsonl", record))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise CatalogueError(
            f"cannot be read ({error.strerror})", str(path), "run `shisaku extract` again"
        ) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogueError(
            "not UTF-8 text", f"{path}:{line}", "run `shisaku extract` again"
        ) from error


def _records(path: Path, record: type[R]) -> Iterator[R]:
    seen: set[tuple[str, str]] = set()
    rows = _text(path).split("\n")
    # not splitlines(): a record may hold a character that it takes for the end of a line
    for number, row in enumerate(rows[:-1] if rows[-1] == "" else rows, 1):
        where = f"{path}:{number}"
        try:
            record_read = record.model_validate_json(row)
        except ValidationError as error:
            first = error.errors()[0]
            raise CatalogueError(
                f"not a record of {path.stem}: {'.'.join(map(str, first['loc']))} {first['msg']}",
                where,
                "run `shisaku extract` again",
            ) from error
        if _key(record_read) in seen:
            raise CatalogueError(
                f"{_key(record_read)[0]} stands twice", where, "run `shisaku extract` again"
            )
        seen.add(_key(record_read))
        yield record_read


def differences(catalogue: Catalogue, folder: Path) -> list[str]:
    """What differs between a catalogue and the files of a folder, a line each: file, line, which
    record. Raises CatalogueError for a file that cannot be read.
    """
    lines = []
    for name, text in texts(catalogue).items():
        path = folder / name
        if not path.exists():
            lines.append(f"{path}: not there")
            continue
        written = _text(path)
        if written != text:
            lines.append(_first_difference(path, written.split("\n")[:-1], text.split("\n")[:-1]))
    return lines


def _first_difference(path: Path, written: list[str], now: list[str]) -> str:
    for number, (a, b) in enumerate(zip(written, now, strict=False), 1):
        if a != b:
            try:
                before, after = json.loads(a), json.loads(b)
            except ValueError:
                return f"{path}:{number}: no record"
            keys = [key for key in after if before.get(key) != after[key]]
            return (
                f"{path}:{number}: {before.get('id', before.get('a'))} differs in {', '.join(keys)}"
            )
    return f"{path}: {len(written)} records there, {len(now)} now"

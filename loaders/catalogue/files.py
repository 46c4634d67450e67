"""The catalogue on disk: JSON Lines, UTF-8, sorted by id, one file a kind of record, some of them
packed; read, written whole, compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from graph.errors import CatalogueError
from graph.files.replace import replaced_files
from graph.garbage import nothing_collected
from loaders.catalogue.packed import PACKED, all_packed, packed_name, stored, stored_bytes
from loaders.catalogue.records import (
    FILES,
    OPTIONAL,
    Appearance,
    Bonus,
    Call,
    Certification,
    Document,
    Identified,
    Item,
    Law,
    Measure,
    Organisation,
    Overlap,
    Programme,
    Recipient,
    Record,
    Rule,
)

R = TypeVar("R", bound=Record)
# a record within another one is written as its fields too
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "), default=vars)
_SHOWN = 3  # records of a file that are named for each way to differ


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
    programmes: tuple[Programme, ...] = ()
    """The budget programmes of review sheets."""
    laws: tuple[Law, ...] = ()
    """The laws that programmes and measures rest on."""
    recipients: tuple[Recipient, ...] = ()
    """Whom programmes paid."""
    calls: tuple[Call, ...] = ()
    """Open calls for subsidies."""


def _key(record: Record) -> tuple[str, str]:
    """By what the records of a file are told apart and sorted."""
    match record:
        case Identified():
            return record.id, ""
        case Overlap():
            return record.a, record.b
        case _:
            raise TypeError(f"{type(record).__name__} has no place in a file")


@nothing_collected()
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
    return _JSON.encode(vars(record)) + "\n"


@nothing_collected()
def write_catalogue(catalogue: Catalogue, folder: Path, pack: bool = False) -> None:
    """Writes every file, or none; with `pack` those of review sheets packed. Raises CatalogueError
    where the folder cannot be written.
    """
    files = {name: text.encode() for name, text in texts(catalogue).items()}
    if pack:
        plain = {name: files.pop(name) for name in PACKED}
        files |= all_packed(plain)
    with replaced_files(folder, files, CatalogueError) as new:
        for name, data in files.items():
            (new / name).write_bytes(data)
    for name in PACKED:
        (folder / (name if pack else packed_name(name))).unlink(missing_ok=True)


@nothing_collected()
def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue of a folder; raises CatalogueError naming file and line."""
    if not folder.is_dir():
        raise CatalogueError(
            "there is no catalogue folder",
            str(folder),
            "run `shisaku extract`, or name another with --catalogue",
        )
    missing = [
        f"{name}.jsonl"
        for name in FILES
        if name not in OPTIONAL and not stored(folder, f"{name}.jsonl").exists()
    ]
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
        programmes=_of(folder, Programme),
        laws=_of(folder, Law),
        recipients=_of(folder, Recipient),
        calls=_of(folder, Call),
    )


def _of(folder: Path, record: type[R]) -> tuple[R, ...]:
    """The records of that class, from the file that holds them."""
    name = next(name for name, held in FILES.items() if held is record)
    path = stored(folder, f"{name}.jsonl")
    return () if name in OPTIONAL and not path.exists() else tuple(_records(path, record))


def _text(path: Path) -> str:
    try:
        data = stored_bytes(path)
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
    return [line for lines in differences_by_file(catalogue, folder).values() for line in lines]


def differences_by_file(catalogue: Catalogue, folder: Path) -> dict[str, list[str]]:
    """Of each file that differs, by its name, the first few records that do and how many there are
    of each kind, a line each. Raises CatalogueError as `differences`.
    """
    lines: dict[str, list[str]] = {}
    for name, text in texts(catalogue).items():
        path = stored(folder, name)
        if not path.exists():
            if not text and Path(name).stem in OPTIONAL:
                continue
            lines[name] = [f"{path}: not there"]
        elif (written := _text(path)) != text:
            lines[name] = _differing(path, written.split("\n")[:-1], text.split("\n")[:-1])
    return lines


def _differing(path: Path, written: list[str], now: list[str]) -> list[str]:
    before, after = _by_key(written), _by_key(now)
    changed = [
        (line, key, [name for name, value in after[key][1].items() if row.get(name) != value])
        for key, (line, row) in before.items()
        if key in after and row != after[key][1]
    ]
    gone = [
        f"{path}:{line}: {f'{key} is gone' if row else 'no record'}"
        for key, (line, row) in before.items()
        if key not in after
    ]
    new = [f"{path}: {key} is new" for key in after if key not in before]
    lines = [
        f"{path}:{line}: {key} differs in {', '.join(fields)}"
        for line, key, fields in changed[:_SHOWN]
    ]
    if len(written) != len(now):
        lines.insert(0, f"{path}: {len(written)} records there, {len(now)} now")
    if len(changed) + len(gone) + len(new) > 1:
        lines += [*gone[:_SHOWN], *new[:_SHOWN]]
        lines.append(f"{path}: records: {len(changed)} differ, {len(gone)} gone, {len(new)} new")
    return lines or [f"{path}: its lines stand in another order, or are written otherwise"]


def _by_key(lines: list[str]) -> dict[str, tuple[int, dict[str, Any]]]:
    """Record by what it is called, with its line (from 1); a line that is none by its number."""
    records = {}
    for number, text in enumerate(lines, 1):
        try:
            row = json.loads(text)
        except ValueError:
            row = None
        if isinstance(row, dict):
            records[row.get("id") or f"{row.get('a')} {row.get('b')}"] = number, row
        else:
            records[f"line {number}"] = number, {}
    return records

"""A saved answer: the file, its entries and the line of each."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from graph.bounds import CALLS, CALLS_BYTES, quoted
from graph.errors import DocumentError
from graph.files.regular import regular_bytes
from loaders.calls.keys import missing, named

PREFIX = "jgrants-"  # of the ids of answers
_LISTS = ("items", "result")  # what answers call the list of their entries
_TODO = "save the answer again (shisaku fetch jgrants), whole and as it came"
_DOCUMENTS = (".txt", ".pdf", ".zip", ".csv")


@dataclass(frozen=True)
class SavedEntry:
    """An entry of a saved answer."""

    line: int
    """Its line (from 1) in the file."""
    values: Mapping[str, Any]
    """What it tells, by our names."""


@dataclass(frozen=True)
class SavedAnswer:
    """A file with an answer."""

    path: Path
    """The file."""
    sha256: str
    """Its digest, hex."""
    lines: int
    """How many lines it has."""
    fetched_at: str | None
    """When it was saved, as it says; None where it does not."""
    stated: int | None
    """How many entries it says that it has."""
    entries: tuple[SavedEntry, ...]
    """Its entries, in their order."""

    @property
    def id(self) -> str:
        """What facts cite it by: a pure function of what is in it."""
        return f"{PREFIX}{self.sha256[:8]}"


def saved_answers(
    paths: Sequence[Path],
) -> tuple[tuple[SavedAnswer, ...], tuple[Path, ...], tuple[Path, ...]]:
    """The answers among files and folders in the order of their files, the paths that are or hold
    none, and files of folders that are JSON and no answer.

    Of a folder its own *.json are read and, where it holds no documents, those of its folders; a
    file that was named itself must be an answer, one beside documents need not even be JSON.
    Raises DocumentError for one that is none or cannot be read; the same file again counts once.
    """
    answers: dict[str, SavedAnswer] = {}
    others: list[Path] = []
    skipped: list[Path] = []
    for path in paths:
        files = _json_in(path)
        among_documents = path.is_dir() and _holds_documents(path)
        if not files or among_documents:
            others.append(path)
        for file in files:
            alone = path == file or (len(files) == 1 and not among_documents)
            if (answer := _read(file, alone, among_documents)) is None:
                skipped.append(file)
            else:
                answers.setdefault(answer.sha256, answer)
    return tuple(answers.values()), tuple(others), tuple(skipped)


def _read(path: Path, alone: bool, among_documents: bool) -> SavedAnswer | None:
    """The answer in a file; among documents also none where it is no JSON."""
    try:
        return read_answer(path, alone)
    except DocumentError:
        if among_documents:
            return None
        raise


def read_answer(path: Path, alone: bool = True) -> SavedAnswer | None:
    """The answer in a file; None for JSON of another form, unless it was named `alone`. Raises
    DocumentError.
    """
    try:
        data = regular_bytes(path, CALLS_BYTES)
    except OSError as error:
        _refuse(path, f"cannot be read ({error.strerror})", "name a file with a saved answer")
    text, read = _parsed(path, data)
    found = _entries(path, read)
    if found is None:
        if alone:
            _refuse(path, "is JSON, but no saved answer of jGrants with its entries", _TODO)
        return None
    if len(found) > CALLS:
        _refuse(path, f"has {len(found):,} entries, more than the {CALLS:,} of an answer", _TODO)
    top: Mapping[str, Any] = read if isinstance(read, dict) else {}
    fetched = named(top).get("fetched_at")
    return SavedAnswer(
        path,
        hashlib.sha256(data).hexdigest(),
        text.count("\n") + (not text.endswith("\n")),
        fetched if isinstance(fetched, str) else None,
        _stated(top),
        tuple(_with_lines(path, text, found)),
    )


def _json_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path] if path.suffix.lower() == ".json" else []
    own = sorted(p for p in path.iterdir() if p.suffix.lower() == ".json" and p.is_file())
    if _holds_documents(path):
        return own
    folders = sorted(p for p in path.iterdir() if p.is_dir())
    inside = [p for folder in folders for p in _json_in_folder(folder)]
    return [*own, *inside]


def _json_in_folder(folder: Path) -> list[Path]:
    if _holds_documents(folder):
        return []
    return sorted(p for p in folder.iterdir() if p.suffix.lower() == ".json" and p.is_file())


def _holds_documents(folder: Path) -> bool:
    return any(p.suffix.lower() in _DOCUMENTS and p.is_file() for p in folder.iterdir())


def _parsed(path: Path, data: bytes) -> tuple[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        return text, json.loads(text, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(f"{path}:{line}", "is not UTF-8 text", _TODO)
    except json.JSONDecodeError as error:
        _refuse(f"{path}:{error.lineno}", f"is broken JSON: {error.msg}", _TODO)
    except ValueError as error:  # a number that is no number, or of thousands of digits
        _refuse(path, f"holds a value that is none: {quoted(str(error))}", _TODO)
    except RecursionError:
        _refuse(path, "holds lists in one another without end", _TODO)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _refuse(where: object, what: str, todo: str) -> NoReturn:
    raise DocumentError(what, str(where), todo)


def _entries(path: Path, read: Any) -> list[Mapping[str, Any]] | None:
    """The entries of a list, or the one that the answer is; None where it is of another form."""
    found = read
    if isinstance(read, dict):
        listed = next((read[name] for name in _LISTS if isinstance(read.get(name), list)), None)
        if listed is None:
            return [read] if len(missing(read)) <= 2 else None
        found = listed
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        return None
    if not isinstance(read, dict) and (not found or len(missing(found[0])) > 2):
        return None
    for number, entry in enumerate(found, 1):
        if wanting := missing(entry):
            _refuse(path, f"entry {number} has no {', '.join(wanting)}", _TODO)
    return found


def _stated(top: Mapping[str, Any]) -> int | None:
    """How many entries an answer says that it has."""
    metadata = top.get("metadata")
    resultset = metadata.get("resultset") if isinstance(metadata, dict) else None
    stated = (resultset if isinstance(resultset, dict) else top).get("count")
    return stated if isinstance(stated, int) and not isinstance(stated, bool) else None


def _with_lines(path: Path, text: str, found: Sequence[Mapping[str, Any]]) -> Iterator[SavedEntry]:
    """The entries in their order with their lines, those where their ids stand."""
    at, line = 0, 1
    for entry in found:
        values = named(entry)
        if wanting := missing(entry):
            _refuse(path, f"has no {', '.join(wanting)}", _TODO)
        place = re.compile(rf'"id"\s*:\s*"{re.escape(str(values["key"]))}"').search(text, at)
        if place:
            line += text.count("\n", at, place.start())
            at = place.start()
        yield SavedEntry(line, values)

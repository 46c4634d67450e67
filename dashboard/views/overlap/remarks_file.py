"""What readers say of pairs of measures, kept in a file on this machine: one line a remark (JSON),
added at the end, none ever changed.

The last line on a pair is what is said of it now. A pair is known by the ids of its measures; a
measure that has another id by now is found by its former ones. The file is the one that
SHISAKU_REMARKS names, else `remarks.jsonl` beside the graph's file, or in `.shisaku` where the
graph is on a server.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from graph.errors import ShisakuError
from graph.opening import DEFAULT_STORE, is_server

VARIABLE = "SHISAKU_REMARKS"
Verdict = Literal["agree", "not_overlap"]
VERDICTS: tuple[Verdict, ...] = ("agree", "not_overlap")
PairIds = tuple[str, str]


class Remark(BaseModel):
    """What is said of a pair: a verdict, a text, or both; neither where it was taken back. Titles,
    score and grade as they were then.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    a: str = Field(min_length=1)
    b: str = Field(min_length=1)
    title_a: str
    title_b: str
    score: float
    grade: int
    verdict: Verdict | None = None
    text: str = ""
    at: AwareDatetime

    @property
    def empty(self) -> bool:
        return self.verdict is None and not self.text


@dataclass(frozen=True)
class Said:
    """What is said now of pairs, by the ids that their measures have now, the lower first. `error`:
    why it is not known, where the file cannot be read.
    """

    by_pair: Mapping[PairIds, Remark] = field(default_factory=dict)
    error: str = ""


def said(path: Path, present: Mapping[str, str]) -> Said:
    """What the file says; `present`: former id -> id."""
    try:
        return Said(latest(read(path), present))
    except ShisakuError as error:
        return Said(error=str(error))


def remarks_file(store: str) -> Path:
    """Where the remarks on pairs of the graph at this address are kept."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return (DEFAULT_STORE if is_server(store) else Path(store)).with_name("remarks.jsonl")


def read(path: Path) -> tuple[Remark, ...]:
    """All remarks in the order in which they were made; none where there is no file. Raises
    ShisakuError for a file that cannot be read.
    """
    try:
        held = path.stat()
        return _read(path, held.st_mtime_ns, held.st_size)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _unreadable(path, error) from error


def latest(remarks: Sequence[Remark], present: Mapping[str, str]) -> dict[PairIds, Remark]:
    """What is said now of each pair, by the ids that its measures have now, the lower first;
    `present`: former id -> id.
    """
    found = {
        pair_ids(present.get(remark.a, remark.a), present.get(remark.b, remark.b)): remark
        for remark in remarks
    }
    return {pair: remark for pair, remark in found.items() if not remark.empty}


def pair_ids(a: str, b: str) -> PairIds:
    return (a, b) if a <= b else (b, a)


def change(
    path: Path,
    pair: Remark,
    present: Mapping[str, str],
    changed: Mapping[str, str | None],
    seen: str = "",
) -> None:
    """Adds what is now said of a pair: what was said last, with the verdict or the text changed.
    Sessions that do so at once wait for each other.

    `pair` gives ids, titles, score, grade and time; `seen` is the text that was changed: where
    another stands there by now, both are kept, one below the other. Raises ShisakuError, and adds
    nothing, where the file is damaged or cannot be written.
    """
    try:
        with _locked(path) as file:
            held = _content(file)
            before = latest(_parsed(held, path), present).get(pair_ids(pair.a, pair.b))
            said = {name: getattr(before or pair, name) for name in ("verdict", "text")}
            told = dict(changed)
            if "text" in told and said["text"] not in ("", seen, told["text"]):
                told["text"] = "\n".join(filter(None, (said["text"], told["text"])))
            after = Remark.model_validate({**pair.model_dump(), **said, **told})
            if {name: getattr(after, name) for name in said} != said:
                _add(
                    file,
                    ("" if not held or held.endswith(b"\n") else "\n")
                    + after.model_dump_json()
                    + "\n",
                )
    except OSError as error:
        raise ShisakuError(
            f"the remark cannot be kept: {error.strerror or error}",
            str(path),
            f"check the file's rights and the space left, or name another with {VARIABLE}",
        ) from error


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _content(file: int) -> bytes:
    return os.pread(file, os.fstat(file).st_size, 0)


def _add(file: int, line: str) -> None:
    """Writes a line whole or not at all."""
    size, data = os.fstat(file).st_size, line.encode("utf-8")
    try:
        written = os.write(file, data)
        os.fsync(file)
    except OSError:
        os.ftruncate(file, size)
        raise
    if written < len(data):
        os.ftruncate(file, size)
        raise OSError("no space left")


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int, size: int) -> tuple[Remark, ...]:
    return _parsed(path.read_bytes(), path)


def _parsed(content: bytes, path: Path) -> tuple[Remark, ...]:
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise _unreadable(path, error) from error
    return tuple(
        _remark(line, f"{path}, line {number}")
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def _remark(line: str, where: str) -> Remark:
    try:
        return Remark.model_validate_json(line)
    except ValidationError as error:
        raise ShisakuError(
            "is no remark on a pair",
            where,
            "mend or take out the line; until then no remark is shown or kept",
        ) from error


def _unreadable(path: Path, error: Exception) -> ShisakuError:
    return ShisakuError(
        f"the remarks cannot be read: {error}",
        str(path),
        "until it is mended no remark is shown or kept",
    )

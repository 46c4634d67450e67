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
    """What a reader says of a pair: a verdict, a text, or both; neither where it was taken back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    a: str = Field(min_length=1)
    """The id of the first measure, as it was then."""
    b: str = Field(min_length=1)
    """The id of the second, as it was then."""
    title_a: str
    """The title of the first measure, as it was then."""
    title_b: str
    """The title of the second, as it was then."""
    score: float
    """The score of the pair, as it was then."""
    grade: int
    """The grade of the pair, as it was then."""
    verdict: Verdict | None = None
    """What the reader makes of the pair; None: no verdict."""
    text: str = ""
    """What was written."""
    at: AwareDatetime
    """When it was written."""

    @property
    def empty(self) -> bool:
        """Whether all that was said is taken back."""
        return self.verdict is None and not self.text


@dataclass(frozen=True)
class CurrentRemarks:
    """The remarks that hold now."""

    by_pair: Mapping[PairIds, Remark] = field(default_factory=dict)
    """The remarks by pair, the ids as they are now."""
    error: str = ""
    """Why they are not known, where the file cannot be read."""


def current(path: Path, present: Mapping[str, str]) -> CurrentRemarks:
    """The remarks of the file that hold now; `present`: former id -> id."""
    try:
        return CurrentRemarks(latest(read(path), present))
    except ShisakuError as error:
        return CurrentRemarks(error=str(error))


def path_of(store: str) -> Path:
    """Where the remarks on pairs of the graph at this address are kept."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return (DEFAULT_STORE if is_server(store) else Path(store)).with_name("remarks.jsonl")


def read(path: Path) -> tuple[Remark, ...]:
    """All remarks in the order in which they were made; none where there is no file. Raises
    ShisakuError for a file that cannot be read.
    """
    try:
        status = path.stat()
        return _read(path, (status.st_mtime_ns, status.st_size))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _unreadable(path, error) from error


def latest(remarks: Sequence[Remark], present: Mapping[str, str]) -> dict[PairIds, Remark]:
    """What is said now of each pair, by the ids that its measures have now, the lower first;
    `present`: former id -> id.
    """
    last = {
        pair_ids(present.get(remark.a, remark.a), present.get(remark.b, remark.b)): remark
        for remark in remarks
    }
    return {pair: remark for pair, remark in last.items() if not remark.empty}


def pair_ids(a: str, b: str) -> PairIds:
    """What a pair is known by: the ids of its measures, the lower first."""
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
            content = _content(file)
            last = latest(_parsed(content, path), present).get(pair_ids(pair.a, pair.b))
            before = {name: getattr(last or pair, name) for name in ("verdict", "text")}
            new = dict(changed)
            if "text" in new and before["text"] not in ("", seen, new["text"]):
                new["text"] = "\n".join(filter(None, (before["text"], new["text"])))
            after = Remark.model_validate({**pair.model_dump(), **before, **new})
            if {name: getattr(after, name) for name in before} != before:
                ended = not content or content.endswith(b"\n")
                _add(file, ("" if ended else "\n") + after.model_dump_json() + "\n")
    except OSError as error:
        raise ShisakuError(
            f"the remark cannot be kept: {error.strerror or error}",
            str(path),
            f"check the file's rights and the space left, or name another with {VARIABLE}",
        ) from error


def now() -> datetime:
    """The time of a remark that is made now, to the second."""
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
def _read(
    path: Path,
    version: tuple[int, int],  # noqa: ARG001  time and size: another, and the file is read anew
) -> tuple[Remark, ...]:
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

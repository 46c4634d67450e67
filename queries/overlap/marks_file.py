"""Marks on pairs, kept in a file on this machine: one line a mark (JSON), added at the end, none
ever changed.

The mark of the latest time on a pair is what is said of it now. A pair is known by the ids of its
two; what has another id by now is found by its former ones. The file is the one that
SHISAKU_REMARKS names, else `remarks.jsonl` beside the graph's file, or in `.shisaku` where the
graph is on a server. A line that is no mark is skipped with a warning and left as it is.
"""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from graph.errors import ShisakuError
from graph.opening import DEFAULT_STORE, is_server
from queries.overlap.marks import (
    LONGEST_TEXT,
    Mark,
    PairIds,
    Status,
    histories,
    last_by,
    latest,
    pair_ids,
    time_after,
)
from queries.overlap.marks_refused import NoMark, Why, too_long, why_not

VARIABLE = "SHISAKU_REMARKS"
LONGEST_LINE = 64 * 1024  # bytes
LARGEST_FILE = 64 * 1024 * 1024  # bytes
_SAID = ("status", "verdict", "judged", "text")


@dataclass(frozen=True)
class KeptMarks:
    """All marks of a file."""

    marks: tuple[Mark, ...] = ()
    """The marks in the order of the file."""
    damaged: tuple[NoMark, ...] = ()
    """The lines that are none."""


@dataclass(frozen=True)
class CurrentMarks:
    """The marks that hold now."""

    by_pair: Mapping[PairIds, Mark] = field(default_factory=dict)
    """The marks by pair, the ids as they are now."""
    histories: Mapping[PairIds, tuple[Mark, ...]] = field(default_factory=dict)
    """All that was ever said of each pair, the earliest first."""
    damaged: tuple[NoMark, ...] = ()
    """Lines of the file that are skipped, and why."""
    error: str = ""
    """Why the marks are not known, where the file cannot be read at all."""


def current(path: Path, present: Mapping[str, str]) -> CurrentMarks:
    """The marks of the file that hold now; `present`: former id -> id."""
    try:
        kept = read(path)
    except ShisakuError as error:
        return CurrentMarks(error=str(error))
    said = histories(kept.marks, present)
    return CurrentMarks(latest(said), said, kept.damaged)


def path_of(store: str) -> Path:
    """Where the marks on pairs of the graph at this address are kept."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return (DEFAULT_STORE if is_server(store) else Path(store)).with_name("remarks.jsonl")


def read(path: Path) -> KeptMarks:
    """All marks; none where there is no file. Raises ShisakuError for a file that cannot be read,
    is none (a folder, a device) or is too large.
    """
    try:
        status = path.stat()
        _check(status, path)
        return _read(path, (status.st_mtime_ns, status.st_size, status.st_ino))
    except FileNotFoundError:
        return KeptMarks()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def change(
    path: Path,
    pair: Mark,
    present: Mapping[str, str],
    changed: Mapping[str, object],
    seen: str = "",
) -> None:
    """Adds what its author says of a pair now: what was said last under that name (never what
    others said), with status, verdict, grade or text changed. Sessions that do so at once wait for
    each other.

    `pair` gives ids, titles, score, grade, author and time; `seen` is the text that was changed:
    where another of that name stands there by now, both are kept, one below the other. Unless
    `changed` says otherwise, who judges a pair that is unchecked has checked it, and who takes the
    judgement back has not. Raises ShisakuError, and adds nothing, where the file cannot be written
    or the two texts together are too long.
    """
    with _locked(path) as file:
        said = histories(_parsed(_content(file), path).marks, present)
        of_pair = said.get(pair_ids(pair.a, pair.b), ())
        last = last_by(pair.who, of_pair)
        before = {name: getattr(last or pair, name) for name in _SAID}
        new = dict(changed)
        if "text" in new and before["text"] not in ("", seen, new["text"]):
            both = new["text"] = f"{before['text']}\n{new['text']}".strip("\n")
            if len(both) > LONGEST_TEXT:
                raise ShisakuError(
                    f"what others wrote meanwhile and this are more than {LONGEST_TEXT} characters",
                    str(path),
                    "shorten it",
                )
        new["at"] = time_after(pair.at, of_pair)
        after = Mark.model_validate({**pair.model_dump(), **before, **new})
        if "status" not in new:
            after = after.model_copy(update={"status": _status(last or pair, after)})
        if {name: getattr(after, name) for name in _SAID} != before:
            _add(file, [after])


def _status(before: Mark, after: Mark) -> Status:
    if after.judges:
        return "checked" if before.status == "unchecked" else before.status
    if before.judges:
        return "checking" if after.text else "unchecked"
    return before.status


def add_all(
    path: Path, chosen: Callable[[Sequence[Mark]], Sequence[Mark]]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Adds, all or none, those marks that the file does not hold of what `chosen` makes of those
    that it holds; gives what it held before and what was added. Nobody else writes between the
    two. Raises ShisakuError as `change` does.
    """
    with _locked(path) as file:
        before = _parsed(_content(file), path).marks
        known = set(before)
        added = tuple(mark for mark in dict.fromkeys(chosen(before)) if mark not in known)
        _add(file, added)
    return before, added


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The file, open for reading and adding, for nobody else (a link leads to its file)."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            _check(os.fstat(file), path)
            yield file
        finally:
            os.close(file)
    except OSError as error:
        raise ShisakuError(
            f"the mark cannot be kept: {error.strerror or error}",
            str(path),
            f"check the file's rights and the space left, or name another with {VARIABLE}",
        ) from error


def _check(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise _unreadable(path, "is no regular file")
    if status.st_size > LARGEST_FILE:
        raise _unreadable(path, f"is larger than {LARGEST_FILE // 1024**2} MiB")


def _content(file: int) -> bytes:
    return os.pread(file, os.fstat(file).st_size, 0)


def _add(file: int, marks: Sequence[Mark]) -> None:
    """Writes lines, all of them or none."""
    if not marks:
        return
    size = os.fstat(file).st_size
    ended = not size or os.pread(file, 1, size - 1) == b"\n"
    lines = "".join(f"{mark.model_dump_json()}\n" for mark in marks)
    data = (("" if ended else "\n") + lines).encode("utf-8")
    if size + len(data) > LARGEST_FILE:
        raise OSError(f"the file would be larger than {LARGEST_FILE // 1024**2} MiB")
    written = 0
    try:
        while written < len(data):
            written += os.write(file, data[written:])
        os.fsync(file)
    except BaseException:
        os.ftruncate(file, size)
        raise


@lru_cache(maxsize=4)
def _read(
    path: Path,
    version: tuple[int, int, int],  # noqa: ARG001  time, size, file: another is read anew
) -> KeptMarks:
    return _parsed(path.read_bytes(), path)


def _parsed(content: bytes, path: Path) -> KeptMarks:
    marks: list[Mark] = []
    damaged: list[NoMark] = []
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        mark = parse_line(line)
        if isinstance(mark, Mark):
            marks.append(mark)
        else:
            damaged.append(NoMark(str(path), number, mark))
    return KeptMarks(tuple(marks), tuple(damaged))


def parse_line(line: bytes) -> Mark | Why:
    """The mark that a line of JSON is, or why it is none."""
    if len(line) > LONGEST_LINE:
        return too_long(LONGEST_LINE // 1024)
    try:
        return Mark.model_validate_json(line)
    except ValidationError as error:
        return why_not(error)


def _unreadable(path: Path, why: str) -> ShisakuError:
    return ShisakuError(
        f"the marks cannot be read: {why}",
        str(path),
        f"until it is mended none is shown or kept; or name another file with {VARIABLE}",
    )

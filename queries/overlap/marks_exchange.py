"""Marks as files to hand on (JSON Lines, or CSV for spreadsheets), and back into the file in which
they are kept: merged by their times, none lost.
"""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from pydantic import ValidationError

from graph.errors import ShisakuError
from graph.files.csv_file import Value, as_text, csv_bytes
from queries.overlap.marks import (
    STATUSES,
    VERDICTS,
    Mark,
    PairIds,
    histories,
    now,
    pair_ids,
    time_after,
)
from queries.overlap.marks_file import (
    LARGEST_FILE,
    LONGEST_LINE,
    add_all,
    parse_line,
)
from queries.overlap.marks_refused import TO_COME, NoMark, Why, other_cells, too_long, why_not
from queries.overlap.marks_words import as_said

Format = Literal["jsonl", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)
FIELDS = tuple(Mark.model_fields)
_NEEDED = ("a", "b")
# what a row says of its pair; without it, it is one of a list that is still to be worked through
_SAYS, _UNCHECKED = {"verdict", "judged", "text", "at"}, "unchecked"
_SET_OFF = "'"
# clocks of two machines differ, but not by more
_AHEAD = timedelta(days=1)


@dataclass(frozen=True)
class Offered:
    """What a file of marks holds."""

    marks: tuple[Mark, ...]
    """The marks, in its order."""
    refused: tuple[NoMark, ...]
    """The lines that are no mark."""
    undated: frozenset[Mark] = frozenset()
    """Those that bear no time in the file: they are made as they are taken in, and are known
    already where they say what stands.
    """


@dataclass(frozen=True)
class Merged:
    """What came of marks that were taken in."""

    new: int
    """Marks that are now what is said of their pair."""
    older: int
    """Marks that were added to what was said earlier: something later stands."""
    known: int
    """Marks that were there already."""
    refused: tuple[NoMark, ...]
    """Lines that are no mark."""


def as_jsonl(marks: Iterable[Mark]) -> bytes:
    """The marks as they are kept, one a line."""
    return "".join(f"{mark.model_dump_json()}\n" for mark in marks).encode("utf-8")


def as_csv(marks: Iterable[Mark]) -> bytes:
    """The marks as a table that spreadsheets open and that can be read back: status and verdict in
    Japanese, time in UTC.
    """
    rows: list[list[Value]] = []
    for mark in marks:
        said = mark.model_dump(mode="json")
        said["status"] = STATUSES[mark.status]
        said["verdict"] = VERDICTS[mark.verdict] if mark.verdict else ""
        rows.append([_cell(said[name]) for name in FIELDS])
    return csv_bytes(FIELDS, rows)


def _cell(value: str | int | float | None) -> Value:
    """A cell that can be told from one that was set off (see `as_text`)."""
    return f"{_SET_OFF}{value}" if isinstance(value, str) and value[:1] == _SET_OFF else value


def _as_it_was(cell: str) -> str:
    """What `_cell` and `as_text` made the cell of."""
    rest = cell[1:]
    return (
        rest if cell[:1] == _SET_OFF and (rest[:1] == _SET_OFF or as_text(rest) == cell) else cell
    )


def offered(path: Path) -> Offered:
    """The marks of a file, by its ending .jsonl or .csv. Raises ShisakuError for a file that cannot
    be read, is of another kind or too large, and for a table without the columns a and b or with
    one that marks do not have.
    """
    _check_name(path)
    return offered_in(_content(path), str(path))


def offered_in(content: bytes, name: str) -> Offered:
    """The marks that a file of this name holds; raises ShisakuError likewise."""
    path = Path(name)
    _check_name(path)
    if len(content) > LARGEST_FILE:
        raise _too_large(path)
    marks: list[Mark] = []
    refused: list[NoMark] = []
    undated: set[Mark] = set()
    taken_in = now()
    rows = _csv_rows(content, path) if path.suffix.lower() == ".csv" else _json_lines(content)
    for number, said in rows:
        mark = _dated(said, taken_in, undated) if isinstance(said, dict) else said
        if isinstance(mark, Mark) and mark.at > taken_in + _AHEAD:
            mark = TO_COME
        if isinstance(mark, Mark):
            marks.append(mark)
        else:
            refused.append(NoMark(str(path), number, mark))
    return Offered(tuple(marks), tuple(refused), frozenset(undated))


def _dated(said: dict[str, str], taken_in: datetime, undated: set[Mark]) -> Mark | Why:
    """The mark of a row; where it bears no time, that at which it is taken in."""
    try:
        mark = Mark.model_validate({"at": taken_in, **said})
    except ValidationError as error:
        return why_not(error)
    if "at" not in said:
        undated.add(mark)
    return mark


def _check_name(path: Path) -> None:
    if path.suffix[1:].lower() not in FORMATS:
        raise _refusal(
            "is no file of marks by its name", path, "name one that ends in .jsonl or .csv"
        )


def _too_large(path: Path) -> ShisakuError:
    return _refusal(f"is larger than {LARGEST_FILE // 1024**2} MiB", path, "take it in parts")


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refusal("is no regular file", path, "name a file")
        if status.st_size > LARGEST_FILE:
            raise _too_large(path)
        return path.read_bytes()
    except OSError as error:
        raise _refusal(
            f"cannot be read: {error.strerror or error}", path, "check its name and rights"
        ) from error


def _json_lines(content: bytes) -> Iterator[tuple[int, Mark | Why]]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, parse_line(line)


def _csv_rows(content: bytes, path: Path) -> Iterator[tuple[int, dict[str, str] | Why]]:
    """What each row says, or why it is no mark. Rows that say nothing of their pair are passed
    over: a list to be worked through has them.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refusal("is not UTF-8", path, "save it as “CSV UTF-8”") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [_as_it_was(name.strip()) for name in next(rows, [])]
        _check(columns, path)
        for row in rows:
            if not any(row):
                continue
            said = _said(columns, row)
            if _SAYS & said.keys() or said.get("status", _UNCHECKED) != _UNCHECKED:
                yield rows.line_num, _wrong(columns, row) or said
    except csv.Error as error:
        raise _refusal(
            f"is no CSV (line {rows.line_num}: {error})", path, "save it anew"
        ) from error


def _check(columns: Sequence[str], path: Path) -> None:
    for name in _NEEDED:
        if name not in columns:
            raise _refusal(f"has no column {name}", path, f"its columns are {', '.join(FIELDS)}")
    for name in columns:
        if name not in FIELDS or columns.count(name) > 1:
            raise _refusal(
                f"has a column {name!r} too many", path, f"its columns are {', '.join(FIELDS)}"
            )


def _said(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Column -> what the row has there, without empty cells."""
    said: dict[str, str] = {}
    for name, written in zip(columns, map(_as_it_was, row), strict=False):
        if cell := written if name == "text" else written.strip():
            said[name] = as_said(name, cell)
    return said


def _wrong(columns: Sequence[str], row: Sequence[str]) -> Why | None:
    """Why a row is no mark, whatever it says."""
    if len(row) != len(columns):
        return other_cells(len(row), len(columns))
    if sum(map(len, row)) > LONGEST_LINE:
        return too_long(LONGEST_LINE // 1024)
    return None


def take_in(path: Path, offer: Offered, present: Mapping[str, str]) -> Merged:
    """Adds the marks of `offer` to the file at `path`, all or none; `present`: former id -> id in
    the graph. Raises ShisakuError where that file cannot be read or written.
    """

    def chosen(before: Sequence[Mark]) -> list[Mark]:
        said = histories(before, present)
        marks = []
        for mark in offer.marks:
            of_pair = said.get(_pair(mark, present), ())
            if mark not in offer.undated:
                then = [other for other in of_pair if other.at == mark.at]
                marks += [] if any(_says_the_same(mark, other) for other in then) else [mark]
            elif not (of_pair and _says_the_same(mark, of_pair[-1])):
                marks.append(mark.model_copy(update={"at": time_after(mark.at, of_pair)}))
        return marks

    before, added = add_all(path, chosen)
    said = histories((*before, *added), present)
    new = sum(said[_pair(mark, present)][-1] == mark for mark in added)
    return Merged(new, len(added) - new, len(offer.marks) - len(added), offer.refused)


def _pair(mark: Mark, present: Mapping[str, str]) -> PairIds:
    return pair_ids(present.get(mark.a, mark.a), present.get(mark.b, mark.b))


def _says_the_same(mark: Mark, other: Mark) -> bool:
    return all(
        getattr(mark, name) == getattr(other, name)
        for name in ("status", "verdict", "judged", "text", "who")
    )


def ids_in(marks: Iterable[Mark], present: Mapping[str, str]) -> tuple[str, ...]:
    """The ids that the things in marks have now, each once."""
    return tuple(dict.fromkeys(present.get(id_, id_) for mark in marks for id_ in (mark.a, mark.b)))


def _refusal(what: str, path: Path, todo: str) -> ShisakuError:
    return ShisakuError(what, str(path), f"{todo}; nothing was taken in")

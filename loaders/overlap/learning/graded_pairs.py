"""A file of pairs that readers graded, and what its sides are called in a catalogue."""

from __future__ import annotations

import stat
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.errors import ShisakuError
from loaders.overlap.own_weights import Kind

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue


LARGEST_FILE, LONGEST_LINE = 64 * 1024 * 1024, 64 * 1024  # bytes
_SHEETS, _PROGRAMME = "rs-", "programme:"
_LIKE = (
    '{"a": {"document": …, "line_start": …, "line_end": …} or "measure:…", "b": …, "grade": 0 to 3}'
)


class _Side(BaseModel):
    """Where one of the two is told, or its id. Titles and the like are for readers."""

    model_config = ConfigDict(extra="ignore")

    document: str = ""
    """The id of the document; `rs-` and the year for a review sheet."""
    line_start: int = Field(default=0, ge=0)
    """The first line of its page, from 1."""
    line_end: int = Field(default=0, ge=0)
    """The last one."""
    id: str = ""
    """The number of the review sheet; without a document `measure:…` or `programme:…`."""

    @model_validator(mode="before")
    @classmethod
    def _by_id(cls, given: Any) -> Any:
        return {"id": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _is_told(self) -> _Side:
        if not self.document or self.document.startswith(_SHEETS):
            if not self.id:
                raise ValueError("names no id")
        elif not 1 <= self.line_start <= self.line_end:
            raise ValueError("names no lines (line_start, line_end, from 1)")
        return self


class _Row(BaseModel):
    """A line of the file."""

    model_config = ConfigDict(extra="ignore", strict=True)

    a: _Side
    """One of the two."""
    b: _Side
    """The other one."""
    grade: int = Field(ge=0, le=3)
    """What the readers grade the two."""
    joint: bool = False
    """Whether the two are run as one, or one is a part of the other."""


@dataclass(frozen=True)
class Graded:
    """A pair that readers graded."""

    a: str
    """The id of the one, `measure:…` or `programme:…`; the lower."""
    b: str
    """The id of the other."""
    grade: int
    """0 to 3."""

    @property
    def kind(self) -> Kind:
        """Measures alone, or with a budget programme."""
        return "programmes" if self.b.startswith(_PROGRAMME) else "measures"


@dataclass(frozen=True)
class GradedFile:
    """What a file of graded pairs comes to in a catalogue."""

    pairs: tuple[Graded, ...]
    """The pairs, each once: what a later line says counts."""
    joint: int
    """Pairs that are run as one, or of which one is a part of the other: left out."""
    again: int
    """Lines on a pair that a later line is on, too."""
    lost: tuple[str, ...]
    """Lines of which a side is not in the catalogue or both are one thing, with file and number."""


@dataclass(frozen=True)
class GradedLines:
    """The lines of a file, before anything is known of the things that they name."""

    path: Path
    """The file."""
    rows: tuple[tuple[int, _Row], ...]
    """Each with its number, from 1."""

    def within(self, catalogue: Catalogue) -> GradedFile:
        """The pairs of the things that a catalogue has."""
        sides = _Sides(catalogue)
        pairs: dict[tuple[str, str], int] = {}
        lost: list[str] = []
        joint = again = 0
        for number, row in self.rows:
            if row.joint:
                joint += 1
                continue
            a, b = sides.id_of(row.a), sides.id_of(row.b)
            if not a or not b or a == b:
                one = a and a == b
                which = "both sides are one" if one else f"side {'b' if a else 'a'} is unknown"
                lost.append(f"{self.path}, line {number}: {which}")
                continue
            pair = (a, b) if a < b else (b, a)
            again += pair in pairs
            pairs[pair] = row.grade
        graded = tuple(Graded(a, b, grade) for (a, b), grade in pairs.items())
        return GradedFile(graded, joint, again, tuple(lost))


def read_graded(path: Path) -> GradedLines:
    """The lines of a file (JSON Lines). Raises ShisakuError, with the number of the line, for one
    that is no graded pair, and for a file that cannot be read or is too large.
    """
    return GradedLines(path, tuple(_rows(path)))


class _Sides:
    """What sides are called in a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = {m.id for m in catalogue.measures} | {p.id for p in catalogue.programmes}
        self._places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for page in catalogue.appearances:
            self._places[page.document].append((page.line_start, page.line_end, page.measure))

    def id_of(self, side: _Side) -> str:
        """The measure whose page has most of the lines, or the programme; "" for none."""
        if side.document.startswith(_SHEETS):
            id_ = f"{_PROGRAMME}{side.id.removeprefix(_PROGRAMME)}"
            return id_ if id_ in self._known else ""
        if not side.document:
            return side.id if side.id in self._known else ""
        common, measure = max(
            (
                (min(last, side.line_end) - max(first, side.line_start), measure)
                for first, last, measure in self._places[side.document]
            ),
            key=lambda place: place[0],
            default=(-1, ""),
        )
        return measure if common >= 0 else ""


def _rows(path: Path) -> Iterator[tuple[int, _Row]]:
    for number, line in enumerate(_content(path).split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        if len(line) > LONGEST_LINE:
            raise ShisakuError(f"is longer than {LONGEST_LINE // 1024} KiB", where, _TODO)
        try:
            yield number, _Row.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, first["loc"]))
            what = f"{place}: {first['msg']}" if place else first["msg"]
            raise ShisakuError(f"is no graded pair: {what}", where, _TODO) from error


_TODO = f"a line is {_LIKE}"


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ShisakuError("is no regular file", str(path), "name a file of graded pairs")
        if status.st_size > LARGEST_FILE:
            raise ShisakuError(
                f"is larger than {LARGEST_FILE // 1024**2} MiB", str(path), "learn from less"
            )
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise ShisakuError(
            f"cannot be read: {error.strerror or error}", str(path), "check its name and rights"
        ) from error

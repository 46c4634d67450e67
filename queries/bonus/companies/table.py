"""Reading a table of companies row by row: each company with what it says of itself, and the rows
that cannot be read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TextIO

from graph.errors import NotFound, ProfileError
from queries.bonus.companies.columns import TableMapping
from queries.bonus.profile import NUMBERS, Profile, count_of

_PRINTED = 20  # problems that are spelt out; the rest is counted


class TableRow(NamedTuple):
    """The cells of a row, empty for a column that the table has not."""

    line: int
    """Where it stands, from 1."""
    number: str
    """The number of the company."""
    name: str
    """The company's name."""
    size: str
    """Its size class."""
    does: str
    """What it does besides what it holds."""
    counts: tuple[str, ...]
    """Its numbers, in the order of NUMBERS."""
    held: tuple[str, ...]
    """The cells that name certifications."""


@dataclass(frozen=True)
class TableCompany:
    """A company of a table."""

    line: int
    """Where it stands first, from 1."""
    number: str
    """Its number."""
    name: str
    """Its name."""
    profile: Profile
    """What it states in words (its numbers stand apart, since few rows share them)."""
    numbers: tuple[int | None, ...]
    """The numbers that it states, in the order of NUMBERS, heads or yen; None where it states none.
    """


@dataclass
class CompanyTable:
    """A CSV of companies. While it is read it counts what it leaves out."""

    path: Path
    """The file."""
    mapping: TableMapping
    """Which column is what."""
    is_known: Callable[[str], bool]
    """Whether the graph knows a certification or condition by that name."""
    left_out: int = 0
    """Rows that cannot be read."""
    others: int = 0
    """Names of certifications that the graph does not know, where the mapping passes these over."""
    problems: list[str] = field(default_factory=list)
    """The first rows that cannot be read, in words."""
    not_read: tuple[str, ...] = ()
    """The headings that the mapping does not name."""

    def __post_init__(self) -> None:
        self._split = lru_cache(maxsize=2**12)(
            re.compile(f"[{re.escape(self.mapping.separators)}]").split
        )
        self._profile = lru_cache(maxsize=2**16)(self._words)
        self._numbers = lru_cache(maxsize=2**16)(_numbers)

    def __iter__(self) -> Iterator[TableCompany]:
        """The companies in the order of the table. Raises ProfileError for a table that is no CSV
        of these columns.
        """
        try:
            with self.path.open(encoding=self.mapping.encoding, newline="") as file:
                yield from (
                    self._companies(file)
                    if self.mapping.rows == "company"
                    else self._collected(file)
                )
        except (OSError, csv.Error, UnicodeError, LookupError) as error:
            raise ProfileError(
                f"cannot be read as a table: {error}",
                str(self.path),
                f"is it CSV in {self.mapping.encoding}? a mapping may name another encoding",
            ) from error

    def problem(self, line: int, error: Exception) -> None:
        """Notes a row that cannot be used."""
        self.left_out += 1
        if self.left_out <= _PRINTED:
            self.problems.append(f"{self.path}:{line}: {error}")

    def _rows(self, file: TextIO) -> Iterator[TableRow]:
        reader = csv.reader(file)
        head = [cell.strip() for cell in next(reader, [])]
        columns, optional = self.mapping.columns, set(self.mapping.optional)
        wanted = [
            columns.number,
            columns.name,
            columns.size,
            columns.does,
            *(getattr(columns, name) for name in NUMBERS),
            *columns.hold,
        ]
        if missing := [
            name for name in wanted if name and name not in head and name not in optional
        ]:
            raise ProfileError(
                f"has no column {missing[0]!r}",
                f"{self.path}:1",
                f"it has {', '.join(head) or 'none'}; see --mapping in docs/bonus.md",
            )
        self.not_read = tuple(name for name in head if name and name not in wanted)
        if self.not_read and not any(name in head for name in wanted[2:] if name):
            raise ProfileError(
                f"tells nothing of a company that is read: its columns are {', '.join(head)}",
                f"{self.path}:1",
                f"expected one at least of {', '.join(filter(None, wanted[2:]))}; see --mapping in"
                " docs/bonus.md",
            )
        cells_of = itemgetter(*(head.index(name) if name in head else -1 for name in wanted))
        line, end = reader.line_num + 1, 4 + len(NUMBERS)  # of the cells that are numbers
        for row in reader:
            if len(row) == len(head):
                row.append("")  # the cell of a column that is missing
                number, name, size, does, *_ = cells = cells_of(row)
                yield TableRow(line, number, name, size, does, cells[4:end], cells[end:])
            elif row:
                self.problem(line, ProfileError(f"{len(row)} cells under {len(head)} headings"))
            line = reader.line_num + 1

    def _companies(self, file: TextIO) -> Iterator[TableCompany]:
        seen: dict[str, TableRow] = {}
        for row in self._rows(file):
            try:
                if (first := seen.setdefault(row.number, row))[3:] != row[
                    3:
                ] and row.number.strip():
                    raise ProfileError(
                        f"{row.number} is told otherwise in line {first.line}",
                        todo=(
                            "a company has one row here; a mapping with rows: certification reads"
                            " several"
                        ),
                    )
                profile, passed_over = self._profile(row.size, row.does, row.held)
                company = self._company(row, profile)
            except (ProfileError, NotFound) as error:
                self.problem(row.line, error)
            else:
                self.others += passed_over
                yield company

    def _company(self, row: TableRow, profile: Profile) -> TableCompany:
        if not row.number.strip():
            raise ProfileError("has no number of the company")
        return TableCompany(row.line, row.number, row.name, profile, self._numbers(row.counts))

    def _words(self, size: str, does: str, held: tuple[str, ...]) -> tuple[Profile, int]:
        """What a row states in words, and how many names of certifications are passed over."""
        cells = (name.strip() for cell in held for name in self._split(cell))
        names = [name for cell in cells if (name := self.mapping.names.get(cell, cell))]
        known = (
            names
            if self.mapping.unknown == "refuse"
            else [name for name in names if self.is_known(name)]
        )
        deeds = (deed.strip() for deed in self._split(does))
        profile = Profile(
            tuple(filter(None, [size.strip()])),
            tuple(dict.fromkeys(known)),
            tuple(filter(None, deeds)),
        )
        return profile, len(names) - len(known)

    def _collected(self, file: TextIO) -> Iterator[TableCompany]:
        """One company for all the rows of its number."""
        companies: dict[str, tuple[TableRow, dict[str, None]]] = {}
        meant = lru_cache(maxsize=2**16)(self._meant)
        for row in self._rows(file):
            if not row.number.strip():
                self.problem(row.line, ProfileError("has no number of the company"))
                continue
            first, held = companies.setdefault(row.number, (row, {}))
            if row[3:6] != first[3:6] and any(
                cell and cell != before
                for cell, before in zip(_of_company(row), _of_company(first), strict=True)
            ):
                self.problem(
                    row.line,
                    ProfileError(
                        f"{row.number} is told otherwise in line {first.line}: size, deeds and"
                        " numbers of a company are the same in all its rows"
                    ),
                )
            elif certification := meant(row.held):
                held[certification] = None
            elif self.mapping.unknown == "ignore":
                self.others += 1
            else:
                self.problem(
                    row.line,
                    NotFound(f"no certification is called {' '.join(filter(None, row.held))!r}"),
                )
        for first, held in companies.values():
            try:
                profile, _ = self._profile(first.size, first.does, ())
                yield self._company(first, replace(profile, hold=tuple(held)))
            except (ProfileError, NotFound) as error:
                self.problem(first.line, error)

    def _meant(self, cells: tuple[str, ...]) -> str | None:
        """The certification that the cells of a row name: all of them together, else the first
        alone.
        """
        texts = [cell.strip() for cell in cells if cell.strip()]
        candidates = ("".join(texts), " ".join(texts), *texts[:1])
        names = (self.mapping.names.get(text, text) for text in candidates if text)
        return next((name for name in names if self.is_known(name)), None)


def _numbers(cells: tuple[str, ...]) -> tuple[int | None, ...]:
    """The numbers of a row, in the order of NUMBERS."""
    return tuple(
        count_of(name, cell) if cell.strip() else None
        for name, cell in zip(NUMBERS, cells, strict=True)
    )


def _of_company(row: TableRow) -> tuple[str, ...]:
    """The cells of a row that tell of the company itself, not of one of its certifications."""
    return row.size.strip(), row.does.strip(), *(cell.strip() for cell in row.counts)

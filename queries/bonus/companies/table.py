"""Reading a table of companies row by row: each company with what it says of itself, and the rows
that cannot be read.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TextIO

from graph.bounds import TABLE_BYTES, TABLE_LINE, quoted
from graph.errors import NotFound, ProfileError
from graph.files.regular import bounded_lines, opened_regular
from graph.language.counting import counted
from graph.language.fold import plain
from graph.language.search_key import search_key
from queries.bonus.bands import Band, band_of
from queries.bonus.companies.cells import (
    between,
    check_company_number,
    company_number,
    content,
    doubt_of,
    names_in,
)
from queries.bonus.companies.columns import TableMapping
from queries.bonus.companies.encoding import encoding_of
from queries.bonus.companies.marks import Marks
from queries.bonus.companies.row import TableRow, company_cells, in_words
from queries.bonus.profile import NUMBERS, Profile
from queries.bonus.who import divisions_of

_OF_COMPANY = ("number", "name", "size", "does", "industry", "kind", *NUMBERS)
_PRINTED = 20  # problems that are spelt out; the rest is counted


class TableCompany(NamedTuple):
    """A company of a table."""

    line: int
    """Where it stands first, from 1."""
    number: str
    """Its number."""
    name: str
    """Its name."""
    profile: Profile
    """What it states in words (its numbers stand apart, since few rows share them)."""
    numbers: tuple[Band | None, ...]
    """The numbers that it states, in the order of NUMBERS; None where it states none."""


class _Places(NamedTuple):
    """Which cells of a row (from 0) say what."""

    company: list[list[tuple[int, str]]]
    """Of each thing of `_OF_COMPANY` the columns that tell it, by place and heading; none where the
    table has none."""
    hold: list[int]
    """Those that name certifications."""
    marks: list[int | None]
    """Those of the mapping's columns of marks; None for one that the table has not."""


@dataclass
class CompanyTable:
    """A CSV of companies. While it is read it counts what it leaves out."""

    path: Path
    """The file."""
    mapping: TableMapping
    """Which column is what."""
    is_known: Callable[[str], bool]
    """Whether the graph knows a certification or condition by that name."""
    encoding: str | None = None
    """The encoding of the file; None: what the mapping says, else what the file shows."""
    lenient: bool = False
    """Whether a company whose number fails its check is told all the same."""
    doubtful: int = 0
    """Companies of such a number that were told."""
    left_out: int = 0
    """Rows that cannot be read."""
    others: int = 0
    """Names of certifications and industries that are not known, where the mapping passes these
    over."""
    problems: list[str] = field(default_factory=list)
    """The first rows that cannot be read, in words."""
    not_read: tuple[str, ...] = ()
    """The headings that the mapping does not name."""

    def __post_init__(self) -> None:
        self._parting = between(self.mapping.separators)
        self._nothing = {"", *map(search_key, self.mapping.nothing)}
        self.is_known = lru_cache(maxsize=2**16)(self.is_known)
        self._marks = Marks(self.mapping, self.is_known)
        self._split = lru_cache(maxsize=2**16)(self._names)
        self._profile = lru_cache(maxsize=2**16)(self._words)
        self._numbers = lru_cache(maxsize=2**16)(self._counts)

    def __iter__(self) -> Iterator[TableCompany]:
        """The companies in the order of the table. Raises ProfileError for a table that is no CSV
        of these columns.
        """
        named = self.encoding or self.mapping.encoding
        try:
            with (
                opened_regular(self.path, TABLE_BYTES) as data,
                TextIOWrapper(data, named or encoding_of(self.path), newline="") as file,
            ):
                yield from (
                    self._companies(file)
                    if self.mapping.rows == "company"
                    else self._collected(file)
                )
        except (OSError, csv.Error, UnicodeError, LookupError) as error:
            raise ProfileError(
                f"cannot be read as a table: {getattr(error, 'strerror', '') or error}",
                str(self.path),
                f"is it CSV{f' in {named}' if named else ''}? --encoding names another encoding",
            ) from error

    def problem(self, line: int, error: Exception) -> None:
        """Notes a row that cannot be used."""
        self.left_out += 1
        self._note(line, error)

    def _note(self, line: int, error: Exception) -> None:
        if self.left_out + self.doubtful <= _PRINTED:
            self.problems.append(f"{self.path}:{line}: {error}")

    def _is_number(self, line: int, number: str) -> bool:
        """Whether a company can go by that number; one that cannot is noted."""
        if not number.strip():
            return True  # told where the row is read
        try:
            check_company_number(number, self.mapping.own_numbers)
        except ProfileError as error:
            if not self.lenient:
                self.problem(line, ProfileError(f"{self._number_heading}: {error}"))
                return False
            self._doubt(line, str(error))
        if doubt := doubt_of(number):
            self._doubt(line, doubt)
        return True

    def _doubt(self, line: int, what: str) -> None:
        """Notes a row whose number is doubtful; it is told all the same."""
        self.doubtful += 1
        self._note(line, ProfileError(f"{self._number_heading}: {what} (told all the same)"))

    def _rows(self, file: TextIO) -> Iterator[TableRow]:
        lines = bounded_lines(file, TABLE_LINE)
        first = next(lines, "")
        delimiter = "\t" if "\t" in first and "," not in first else ","
        reader = csv.reader(chain([first] if first else [], lines), delimiter=delimiter)
        head = [content(cell).strip() for cell in next(reader, [])]
        places = self._places(head)
        line = reader.line_num + 1
        for row in reader:
            if len(row) == len(head):
                cells = [content(cell) for cell in row]
                try:
                    told = [self._one(column, cells) for column in places.company]
                    number = company_number(told[0])
                except ProfileError as error:
                    self.problem(line, error)
                else:
                    _, name, size, does, industry, kind, *counts = told
                    held = tuple(cells[place] for place in places.hold)
                    marked = tuple("" if place is None else cells[place] for place in places.marks)
                    if any(row) and self._is_number(line, number):
                        words = name, size, does, industry, kind
                        yield TableRow(line, number, *words, tuple(counts), held, marked)
            elif row:
                self.problem(
                    line,
                    ProfileError(
                        f"{counted(len(row), 'cells')} under {counted(len(head), 'headings')}"
                    ),
                )
            line = reader.line_num + 1

    def _one(self, column: Sequence[tuple[int, str]], cells: Sequence[str]) -> str:
        """What the cells of columns of one meaning say. Raises ProfileError where they do not say
        the same.
        """
        if len(column) < 2:
            return cells[column[0][0]] if column else ""
        said = [
            (cells[place], name) for place, name in column if not self._is_nothing(cells[place])
        ]
        if said and (other := next((s for s in said if plain(s[0]) != plain(said[0][0])), None)):
            raise ProfileError(
                f"column {quoted(other[1])} says {quoted(other[0])},"
                f" but {quoted(said[0][1])} {quoted(said[0][0])}",
                todo="correct one of them",
            )
        return said[0][0] if said else ""

    def _places(self, head: Sequence[str]) -> _Places:
        """Which cells of a row say what. Raises ProfileError for a table of other columns, or with
        one of them twice.
        """
        columns, optional = self.mapping.columns, set(self.mapping.optional)
        of_company = [_named(getattr(columns, name)) for name in _OF_COMPANY]
        marks = [mark.column for mark in self.mapping.marks]
        found = {name: _places(head, name) for name in (*chain(*of_company), *columns.hold, *marks)}
        some_stand_for = {
            name for names in of_company for name in names if any(found[n] for n in names)
        }
        may_miss = optional | some_stand_for | set(marks)
        if missing := [name for name, at in found.items() if not at and name not in may_miss]:
            raise ProfileError(
                f"has no column {quoted(missing[0])}",
                f"{self.path}:1",
                f"it has {', '.join(head) or 'none'}; see --mapping in docs/bonus.md",
            )
        once = found if self.mapping.rows == "certification" else set(found) - set(columns.hold)
        if twice := next((name for name in found if name in once and len(found[name]) > 1), None):
            raise ProfileError(
                f"has several columns called {quoted(twice)}", f"{self.path}:1", "keep one of them"
            )
        read = set(chain.from_iterable(found.values()))
        self.not_read = tuple(name for i, name in enumerate(head) if name and i not in read)
        tells = [name for name in found if name not in chain(*of_company[:2])]
        if self.not_read and not any(found[name] for name in tells):
            raise ProfileError(
                f"tells nothing of a company that is read: its columns are {', '.join(head)}",
                f"{self.path}:1",
                f"expected one at least of {', '.join(tells)}; see --mapping in docs/bonus.md",
            )
        self._number_heading = "、".join(of_company[0])
        self._count_headings = ["、".join(names) for names in of_company[-len(NUMBERS) :]]
        return _Places(
            [[(place, name) for name in names for place in found[name]] for names in of_company],
            [place for name in columns.hold for place in found[name] or ()],
            [next(iter(found[name]), None) for name in marks],
        )

    def _companies(self, file: TextIO) -> Iterator[TableCompany]:
        seen: dict[str, TableRow] = {}
        for row in self._rows(file):
            try:
                first = seen.setdefault(row.number, row)
                if first is not row and first[3:] != row[3:] and row.number.strip():
                    raise ProfileError(
                        f"{row.number} is told otherwise in line {first.line}",
                        todo=(
                            "a company has one row here; a mapping with rows: certification reads"
                            " several"
                        ),
                    )
                profile, passed_over = self._profile(in_words(row), row.held, row.marked)
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

    def _words(
        self, words: tuple[str, ...], held: tuple[str, ...], marked: tuple[str, ...]
    ) -> tuple[Profile, int]:
        """What a row states in words (size, deeds, industries, kind), and how many names of
        certifications and industries are passed over.
        """
        size, does, industry, kind = words
        cells = (name for cell in held for name in self._split(cell))
        names = [name for cell in cells if (name := self.mapping.names.get(cell, cell))]
        known = (
            names
            if self.mapping.unknown == "refuse"
            else [name for name in names if self.is_known(name)]
        )
        marks = self._marks.certifications(marked) if marked else []
        industries = self._industries(industry)
        passed_over = self.mapping.unknown_industry == "ignore"
        kept = [word for word in industries if not passed_over or _is_industry(word)]
        profile = Profile(
            () if self._is_nothing(size) else (size.strip(),),
            tuple(dict.fromkeys((*known, *marks))),
            tuple(self._split(does)),
            industry=tuple(kept),
            kind=() if self._is_nothing(kind) else (kind.strip(),),
        )
        return profile, len(names) - len(known) + len(industries) - len(kept)

    def _industries(self, cell: str) -> list[str]:
        """The words of a cell that name industries."""
        if self._is_nothing(cell):
            return []
        words = names_in(cell, self._parting, _is_industry)
        none = {*self._nothing, *map(search_key, self.mapping.no_industry)}
        return [word for word in words if search_key(word) not in none]

    def _names(self, cell: str) -> list[str]:
        if self._is_nothing(cell):
            return []
        names = names_in(
            cell, self._parting, lambda name: name in self.mapping.names or self.is_known(name)
        )
        return [name for name in names if not self._is_nothing(name)]

    def _is_nothing(self, cell: str) -> bool:
        return search_key(cell) in self._nothing

    def _counts(self, cells: tuple[str, ...]) -> tuple[Band | None, ...]:
        """The numbers of a row, in the order of NUMBERS."""
        return tuple(
            None if self._is_nothing(cell) else self._count(name, heading, cell)
            for name, heading, cell in zip(NUMBERS, self._count_headings, cells, strict=True)
        )

    def _count(self, name: str, heading: str, cell: str) -> Band:
        try:
            return band_of(name, cell)
        except ProfileError as error:
            raise ProfileError(f"column {quoted(heading)}: {error}") from error

    def _collected(self, file: TextIO) -> Iterator[TableCompany]:
        """One company for all the rows of its number."""
        companies: dict[str, tuple[TableRow, dict[str, None]]] = {}
        meant = lru_cache(maxsize=2**16)(self._meant)
        for row in self._rows(file):
            if not row.number.strip():
                self.problem(row.line, ProfileError("has no number of the company"))
                continue
            first, held = companies.setdefault(row.number, (row, {}))
            if company_cells(row) != company_cells(first) and any(
                cell and cell != before
                for cell, before in zip(company_cells(row), company_cells(first), strict=True)
            ):
                self.problem(
                    row.line,
                    ProfileError(
                        f"{row.number} is told otherwise in line {first.line}: size, deeds,"
                        " industry, kind and numbers of a company are the same in all its rows"
                    ),
                )
            else:
                names, passed_over = meant(row.held)
                if passed_over and self.mapping.unknown == "refuse":
                    self.problem(
                        row.line,
                        NotFound(
                            f"no certification is called {quoted(' '.join(filter(None, row.held)))}"
                        ),
                    )
                else:
                    held.update(dict.fromkeys(names))
                    self.others += passed_over
        for first, held in companies.values():
            try:
                profile, _ = self._profile(in_words(first), (), ())
                yield self._company(first, replace(profile, hold=tuple(held)))
            except (ProfileError, NotFound) as error:
                self.problem(first.line, error)

    def _meant(self, cells: tuple[str, ...]) -> tuple[list[str], int]:
        """The certifications that the cells of a row name: one by all of them together or by the
        first alone, else those in the first; and how many of these are passed over.
        """
        texts = [cell.strip() for cell in cells if not self._is_nothing(cell)]
        candidates = ("".join(texts), " ".join(texts), *texts[:1])
        called = (self.mapping.names.get(text, text) for text in candidates if text)
        if name := next((name for name in called if self.is_known(name)), None):
            return [name], 0
        names = [self.mapping.names.get(n, n) for text in texts[:1] for n in self._split(text)]
        known = [name for name in names if self.is_known(name)]
        return known, len(names) - len(known)


def _named(columns: str | list[str] | None) -> list[str]:
    return [columns] if isinstance(columns, str) else columns or []


def _places(head: Sequence[str], name: str | None) -> list[int]:
    return [i for i, heading in enumerate(head) if name and plain(heading) == plain(name).strip()]


@lru_cache(maxsize=2**12)
def _is_industry(word: str) -> bool:
    try:
        divisions_of(word)
    except NotFound:
        return False
    return True

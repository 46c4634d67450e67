"""Reading a table of companies row by row: each company with what it says of itself, and the rows that cannot be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TextIO

from graph.errors import NotFound, ProfileError
from queries.bonus_profile import NUMBERS, Profile, count_of
from queries.company_columns import Mapping

_PRINTED = 20  # problems that are spelt out; the rest is counted


@dataclass(frozen=True)
class TableCompany:
    """A company of a table: `line` where it stands first, `told` its words, `numbers` in the order of NUMBERS."""

    line: int
    number: str
    name: str
    told: Profile
    numbers: tuple[int | None, ...]


@dataclass
class CompanyTable:
    """A CSV of companies. `is_known`: whether the graph knows a certification by that name. While it is read, `left_out` counts the rows that cannot be
    read, with the first `problems` in words, and `others` those that name no known certification where the mapping passes these over."""

    path: Path
    mapping: Mapping
    is_known: Callable[[str], bool]
    left_out: int = 0
    others: int = 0
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._split = lru_cache(maxsize=2**12)(re.compile(f"[{re.escape(self.mapping.separators)}]").split)
        self._profile = lru_cache(maxsize=2**16)(self._words)
        self._count = lru_cache(maxsize=2**16)(count_of)

    def __iter__(self) -> Iterator[TableCompany]:
        """The companies in the order of the table. Raises ProfileError for a table that is no CSV of these columns."""
        try:
            with self.path.open(encoding=self.mapping.encoding, newline="") as file:
                yield from self._companies(file) if self.mapping.rows == "company" else self._collected(file)
        except (OSError, csv.Error, UnicodeError, LookupError) as error:
            raise ProfileError(f"cannot be read as a table: {error}", str(self.path), f"is it CSV in {self.mapping.encoding}? a mapping may name another encoding") from error

    def problem(self, line: int, error: Exception) -> None:
        """Notes a row that cannot be used."""
        self.left_out += 1
        if self.left_out <= _PRINTED:
            self.problems.append(f"{self.path}:{line}: {error}")

    def _rows(self, file: TextIO) -> Iterator[tuple[int, list[str], list[int | None]]]:
        """Line, cells, and where the columns stand: number, name, size, does, the numbers, then those that tell a certification."""
        reader = csv.reader(file)
        head = [cell.strip() for cell in next(reader, [])]
        columns, optional = self.mapping.columns, set(self.mapping.optional)
        wanted = [columns.number, columns.name, columns.size, columns.does, *(getattr(columns, name) for name in NUMBERS), *columns.hold]
        if missing := [name for name in wanted if name and name not in head and name not in optional]:
            raise ProfileError(f"has no column {missing[0]!r}", f"{self.path}:1", f"it has {', '.join(head) or 'none'}; see --mapping in docs/bonus.md")
        places = [head.index(name) if name in head else None for name in wanted]
        line = reader.line_num + 1
        for row in reader:
            if len(row) == len(head):
                yield line, row, places
            elif row:
                self.problem(line, ProfileError(f"{len(row)} cells under {len(head)} headings"))
            line = reader.line_num + 1

    def _companies(self, file: TextIO) -> Iterator[TableCompany]:
        for line, row, places in self._rows(file):
            number, name, size, does, *rest = ["" if place is None else row[place] for place in places]
            try:
                yield self._company(line, number, name, self._profile(size, does, tuple(rest[len(NUMBERS):])), rest[:len(NUMBERS)])
            except (ProfileError, NotFound) as error:
                self.problem(line, error)

    def _company(self, line: int, number: str, name: str, told: Profile, counts: Sequence[str]) -> TableCompany:
        if not number.strip():
            raise ProfileError("has no number of the company")
        numbers = tuple(self._count(of, cell) if cell.strip() else None for of, cell in zip(NUMBERS, counts, strict=True))
        return TableCompany(line, number, name, told, numbers)

    def _words(self, size: str, does: str, held: tuple[str, ...]) -> Profile:
        names = [name for cell in held for part in self._split(cell) if (name := self._known(part.strip()))]
        return Profile(tuple(filter(None, [size.strip()])), tuple(dict.fromkeys(names)), tuple(part.strip() for part in self._split(does) if part.strip()))

    def _known(self, told: str) -> str | None:
        """What the graph calls a certification; None for one that is passed over."""
        name = self.mapping.names.get(told, told)
        if not name or self.is_known(name) or self.mapping.unknown == "refuse":
            return name or None
        self.others += 1
        return None

    def _collected(self, file: TextIO) -> Iterator[TableCompany]:
        """One company for all the rows of its number."""
        found: dict[str, tuple[int, str, list[str], dict[str, None]]] = {}
        meant = lru_cache(maxsize=2**16)(self._meant)
        for line, row, places in self._rows(file):
            number, name, size, does, *rest = ["" if place is None else row[place] for place in places]
            if not number.strip():
                self.problem(line, ProfileError("has no number of the company"))
                continue
            told = found.setdefault(number, (line, name, [size, does, *rest[:len(NUMBERS)]], {}))
            certification = meant(tuple(rest[len(NUMBERS):]))
            if certification:
                told[3][certification] = None
            elif self.mapping.unknown == "ignore":
                self.others += 1
            else:
                self.problem(line, NotFound(f"no certification is called {' '.join(filter(None, rest[len(NUMBERS):]))!r}"))
        for number, (line, name, (size, does, *counts), held) in found.items():
            try:
                profile = self._profile(size, does, ())
                yield self._company(line, number, name, Profile(profile.size, tuple(held), profile.does), counts)
            except (ProfileError, NotFound) as error:
                self.problem(line, error)

    def _meant(self, cells: tuple[str, ...]) -> str | None:
        """The certification that the cells of a row name: all of them together, else the first alone."""
        parts = [cell.strip() for cell in cells if cell.strip()]
        tried = ("".join(parts), " ".join(parts), *parts[:1])
        return next((name for told in tried if told and self.is_known(name := self.mapping.names.get(told, told))), None)

"""The files of a published year: which are tables of the RS System, and their rows, streamed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import DocumentError
from loaders.review_sheets.csv_file import opened
from loaders.review_sheets.tables import YEAR, Table, table_named, table_of
from loaders.text.lines import fold

SHEETS = {".zip", ".csv"}
_NAME = re.compile(r"(?P<number>\d+-\d+)_RS_(?P<year>\d{4})_")
_AS_PUBLISHED = "download the file again, or name it as it was published"
_ALL_HANG_ON = ("programme", "year")  # columns without which no row can be read


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    line: int
    """Its line (from 1) in the table's file."""
    cells: Mapping[str, str]
    """Our name of a column -> what stands there, blanks around it taken away."""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class Published:
    """A table of a year as it lies on disk; `rows` reads it."""

    path: Path
    """The ZIP or CSV file."""
    table: Table
    """Which table it is."""
    year: int
    """The year of the sheets."""
    missing: tuple[str, ...]
    """Headings that the table should have and has not."""
    unknown: tuple[str, ...]
    """Headings that it has and nobody knows."""
    sha256: str = ""
    """The digest of the CSV, hex; known when its rows have been read."""
    lines: int = 0
    """How many lines it has; known when its rows have been read."""
    row_count: int = 0
    """How many rows stand below its headings; known when they have been read."""

    @property
    def id(self) -> str:
        """What facts cite it by."""
        return f"rs-{self.year}-{self.table.number}"

    def rows(self) -> Iterator[Row]:
        """Its rows, first to last. Raises DocumentError as CsvFile does, and for a row of another
        year.
        """
        with opened(self.path) as file:
            places = _places(file.headings, self.table)
            self.row_count = 0
            for cells in file.rows():
                self.row_count += 1
                row = Row(file.line, {name: cells[at].strip() for name, at in places.items()})
                if row["year"] != str(self.year):
                    raise DocumentError(
                        f"a sheet of the year {row['year'] or 'nothing'} among those of"
                        f" {self.year}",
                        f"{self.path}:{file.line}",
                        "give each year in files of its own",
                    )
                yield row
            self.sha256, self.lines = file.sha256, file.line


def published(paths: Sequence[Path]) -> tuple[list[Published], list[Path]]:
    """The tables among files and folders, by year and number, and the paths that are or hold none.

    A folder is searched for ZIPs and CSVs, not its subfolders; what is no table there is left out.
    Raises DocumentError where a file that was named itself looks like a table and is none, where
    one cannot be read, and where a table of a year is given twice.
    """
    found: list[Published] = []
    others: list[Path] = []
    for path in paths:
        tables = [table for file in _sheets_in(path) if (table := _known(file, path == file))]
        if not tables or (path.is_dir() and _holds_documents(path)):
            others.append(path)
        found += tables
    first: dict[str, Path] = {}
    for table in found:
        if earlier := first.get(table.id):
            raise DocumentError(
                f"the same table {table.table.number} of {table.year} as {earlier}",
                str(table.path),
                "give each table once",
            )
        first[table.id] = table.path
    return sorted(found, key=lambda table: table.id), others


def _sheets_in(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.suffix.lower() in SHEETS and p.is_file())
    return [path] if path.suffix.lower() in SHEETS else []


def _holds_documents(folder: Path) -> bool:
    return any(p.is_file() and p.suffix.lower() in (".txt", ".pdf") for p in folder.iterdir())


def _known(path: Path, alone: bool) -> Published | None:
    """The table that a file is; of a folder's files those that bear a table's name must be one."""
    try:
        return _recognised(path)
    except DocumentError:
        if alone or _NAME.match(path.name):
            raise
        return None


def _recognised(path: Path) -> Published | None:
    """The table that a file is, by its headings, or by its name where it bears one."""
    named = _NAME.match(path.name)
    with opened(path) as file:
        table = table_of(file.headings)
        if named and (table or table_named(named["number"])) != table_named(named["number"]):
            raise DocumentError(
                f"its headings are those of table {table.number if table else 'none'}, its name"
                f" says {named['number']}",
                f"{path}:1",
                _AS_PUBLISHED,
            )
        table = table or (table_named(named["number"]) if named else None)
        if table is None:
            return None
        places = _places(file.headings, table)
        for column in _ALL_HANG_ON:
            if column not in places:
                raise DocumentError(
                    f"the column {table.headings[column][0]} is missing in table {table.number}, by"
                    " which its rows are told apart",
                    f"{path}:1",
                    _AS_PUBLISHED,
                )
        first = next(file.rows(), None)
        if first is None:
            raise DocumentError("has headings and no row", str(path), _AS_PUBLISHED)
        year = first[places["year"]].strip()
        if not YEAR.fullmatch(year) or (named and named["year"] != year):
            told = year or "nothing"
            raise DocumentError(
                f"sheets of the year {told}, its name says {named['year']}"
                if named
                else f"sheets of the year {told}",
                f"{path}:{file.line}",
                _AS_PUBLISHED,
            )
        return Published(
            path, table, int(year), _missing(file.headings, table), _unknown(file.headings, table)
        )


def _missing(headings: Sequence[str], table: Table) -> tuple[str, ...]:
    """Headings that the table should have and that are not there."""
    printed = {fold(heading) for heading in headings}
    wanted = (*table.headings.values(), *((name,) for name in table.unread))
    return tuple(names[0] for names in wanted if not printed & {fold(name) for name in names})


def _unknown(headings: Sequence[str], table: Table) -> tuple[str, ...]:
    """Headings that are there and that nobody knows; a year is one of targets over years."""
    known = {fold(name) for names in table.headings.values() for name in names}
    known |= {fold(name) for name in table.unread}
    return tuple(h for h in headings if fold(h) not in known and not YEAR.fullmatch(h))


def _places(headings: Sequence[str], table: Table) -> dict[str, int]:
    """Our name of a column -> where it stands, for those that are there."""
    at = {fold(heading): place for place, heading in enumerate(headings)}
    named = {
        name: at[fold(heading)]
        for name, names in table.headings.items()
        for heading in names
        if fold(heading) in at
    }
    years = {heading: place for heading, place in at.items() if YEAR.fullmatch(heading)}
    return named | years if table.years else named

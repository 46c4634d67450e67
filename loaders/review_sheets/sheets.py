"""The published tables of one year or several -> programmes, laws and recipients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.errors import DocumentError
from loaders.catalogue.records import Document
from loaders.catalogue.records.programmes import Law, Programme, Recipient
from loaders.refused import refused_lines
from loaders.review_sheets.draft import Desk, Sheet
from loaders.review_sheets.mentions import Told
from loaders.review_sheets.programmes import programme_of
from loaders.review_sheets.published import Published, Row
from loaders.review_sheets.readers import READERS
from loaders.review_sheets.registers import Laws, Recipients
from loaders.review_sheets.stated import counted, differences, stated
from loaders.review_sheets.tables import tables
from loaders.text.page import Problem

PUBLISHER = "内閣官房"
TERMS = "政府標準利用規約（第2.0版）／公共データ利用規約（第1.0版）"


@dataclass(frozen=True)
class ReadSheets:
    """What review sheets give."""

    documents: tuple[Document, ...]
    """A record a table."""
    programmes: tuple[Programme, ...]
    """The programmes, each once."""
    laws: tuple[Law, ...]
    """The laws that they rest on."""
    recipients: tuple[Recipient, ...]
    """Whom they paid."""
    texts: dict[str, str]
    """Programme -> purpose and outline of its sheets, for joins alone."""
    told: Told
    """Programme -> the cells of its sheets that speak of others, with the year of the sheet."""
    problems: tuple[Problem, ...]
    """What was not understood, columns that are missing or unknown, and counts that do not hold."""
    unknown: tuple[str, ...]
    """What is not known for want of a table, a line each."""


def read_sheets(found: Sequence[Published], tick: Callable[[str, int, int], None]) -> ReadSheets:
    """Reads the tables; `tick(document, done, of)` is called after each. Raises DocumentError as
    `Published.rows` does, and where a year lacks the table that names its programmes.
    """
    laws, recipients = Laws(), Recipients()
    by_programme: dict[str, list[Sheet]] = {}
    problems: list[Problem] = []
    unknown: list[str] = []
    documents: list[Document] = []
    done = 0
    for year, tables_of_year in groupby(found, key=lambda table: table.year):
        of_year = list(tables_of_year)
        sheets: dict[str, Sheet] = {}
        for table in of_year:
            desk = Desk(table.id, laws, recipients, _columns(table))
            _read(table, sheets, desk)
            problems += desk.problems
            done += 1
            tick(f"rs-{year}", done, len(found))
        unknown += _unknown(year, of_year)
        for table in of_year:
            counts = counted(table, sheets.values())
            problems += differences(table, counts)
            of_table = [problem for problem in problems if problem.document == table.id]
            documents.append(_document(table, counts, of_table))
        for number, sheet in sheets.items():
            by_programme.setdefault(number, []).append(sheet)
    return ReadSheets(
        tuple(documents),
        tuple(programme_of(sheets, laws) for sheets in by_programme.values()),
        laws.records(),
        recipients.records(),
        {
            f"programme:{int(number)}": "\n".join(sheet.text for sheet in of_years)
            for number, of_years in by_programme.items()
        },
        {
            f"programme:{int(number)}": [
                (sheet.year, passage) for sheet in of_years for passage in sheet.passages.values()
            ]
            for number, of_years in by_programme.items()
        },
        tuple(problems),
        tuple(unknown),
    )


def _read(table: Published, sheets: dict[str, Sheet], desk: Desk) -> None:
    reader = READERS.get(table.table.number)
    for row in table.rows():
        if not row["programme"].isdecimal():
            raise DocumentError(
                f"{row['programme'] or 'nothing'} is no number of a programme",
                f"{table.path}:{row.line}",
                "download the file again; it was cut off or changed",
            )
        sheet = sheets.get(row["programme"])
        if sheet is None:
            sheet = sheets[row["programme"]] = _sheet(table, row)
        if reader:
            reader(sheet, row, desk)


def _sheet(table: Published, row: Row) -> Sheet:
    return Sheet(
        number=row["programme"],
        year=table.year,
        name=row["name"],
        ministry=row["ministry"],
        office=row["office"],
        bureau=row["bureau"],
        division=row["division"] or row["section"],
    )


def _columns(table: Published) -> list[Problem]:
    """A problem for each column that is missing or that nobody knows."""
    return [
        Problem(
            table.id,
            1,
            f"the column {heading} is missing in table {table.table.number}, by which we know"
            f" {table.table.gives}",
        )
        for heading in table.missing
    ] + [
        Problem(table.id, 1, f"a column that nobody knows in table {table.table.number}: {heading}")
        for heading in table.unknown
    ]


def _unknown(year: int, of_year: Sequence[Published]) -> list[str]:
    there = {table.table.number for table in of_year}
    return [
        f"rs-{year}: without table {table.number} ({table.title}) unknown: {table.gives}"
        for table in tables()
        if table.number not in there and table.number in READERS
    ]


def _document(table: Published, counts: dict[str, int], problems: Sequence[Problem]) -> Document:
    return Document(
        id=table.id,
        title=f"行政事業レビューシート {table.year}年度 {table.table.number} {table.table.title}",
        publisher=PUBLISHER,
        date=str(table.year),
        file=table.path.name,
        sha256=table.sha256,
        lines=table.lines,
        states=dict(stated()[table.year].of(table.table.number)) if table.year in stated() else {},
        found=dict(counts),
        terms_of_use=TERMS,
        refused=refused_lines(problems),
    )

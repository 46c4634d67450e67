"""Purpose and outline of a programme, live from its sheet: the graph holds no sentences."""

from __future__ import annotations

from pathlib import Path

from graph.errors import DocumentError
from graph.files.csv_row import row_of
from graph.files.sources import source_named
from graph.store import Store
from queries.documents import documents
from queries.programmes.card import ProgrammeCard
from queries.sources import Source

_TABLE = "-1-2"
_NUMBER = "予算事業ID"
PRINTED = ("事業の目的", "現状・課題", "事業の概要")  # headings of the table


def described_at(card: ProgrammeCard) -> tuple[Source, ...]:
    """The row of table 1-2 that tells of the programme."""
    places = (source for office in card.offices for source in office.sources)
    return tuple(source for source in places if source.document.endswith(_TABLE))[:1]


def row_of_programme(path: Path, line: int, number: int) -> dict[str, str] | None:
    """The cells of a line of a table by their headings; None where it is of another programme than
    the sheet of that number. Raises DocumentError where the file cannot be read.
    """
    cells = row_of(path, line)
    return cells if cells.get(_NUMBER) == str(number) else None


def prose(store: Store, card: ProgrammeCard) -> dict[str, str]:
    """Heading → text as the sheet prints it; empty where it is not at hand or cannot be read."""
    for source in described_at(card):
        read = next((d for d in documents(store) if d.id == source.document), None)
        path = source_named(read.file, read.sha256, read.text_sha256) if read else None
        if path is None:
            continue
        try:
            row = row_of_programme(path, source.line or 0, card.number) or {}
        except DocumentError:
            continue
        return {name: text for name in PRINTED if (text := row.get(name, "").strip())}
    return {}

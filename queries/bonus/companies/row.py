"""A row of a table of companies, cell by cell."""

from __future__ import annotations

from typing import NamedTuple


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
    industry: str
    """Its industries."""
    kind: str
    """What kind of company it is."""
    counts: tuple[str, ...]
    """Its numbers, in the order of NUMBERS."""
    held: tuple[str, ...]
    """The cells that name certifications."""
    marked: tuple[str, ...]
    """The cells of the columns of marks, in the order of the mapping."""


def in_words(row: TableRow) -> tuple[str, ...]:
    """The cells of a row that tell in words what a company is and does."""
    return row.size, row.does, row.industry, row.kind


def company_cells(row: TableRow) -> tuple[str, ...]:
    """The cells of a row that tell of the company itself, not of one of its certifications."""
    return tuple(cell.strip() for cell in (*in_words(row), *row.counts))

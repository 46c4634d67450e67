"""All measures in one table: what each is called, who runs it, under which pillar, where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard import address, naming, reading, tables
from dashboard.tables import Cell, Table
from dashboard.texts import Words
from queries.overview import measures_of_cell, ministries_by_pillar
from queries.sources import Source


@dataclass
class _Row:
    title: str
    ministries: dict[str, str] = field(default_factory=dict)
    pillars: dict[str, str] = field(default_factory=dict)
    source: Source | None = None


def show(words: Words, titles: dict[str, str]) -> None:
    """The table of all measures (`titles` by id), in the order of the documents."""
    rows = _rows(titles)
    order = sorted(rows, key=lambda measure: (_place(rows[measure]), measure))
    table = Table([words("measure.title"), words("heat.ministry"), words("heat.pillar"), words("place.heading")],
                  [_shown(words, measure, rows[measure]) for measure in order])
    tables.show(table, height=640)
    tables.download(table, "all-measures", words("save.csv"))


def _rows(titles: dict[str, str]) -> dict[str, _Row]:
    rows = {measure: _Row(title) for measure, title in titles.items()}
    for cell in reading.ask(ministries_by_pillar):
        for found in reading.ask(measures_of_cell, cell.ministry, cell.pillar):
            row = rows.setdefault(found.id, _Row(found.title))
            row.ministries[cell.ministry] = cell.ministry_name
            row.pillars[cell.pillar] = cell.pillar_name
            row.source = found.source
    return rows


def _place(row: _Row) -> tuple[bool, str, int]:
    return (row.source is None, row.source.document if row.source else "", (row.source.line or 0) if row.source else 0)


def _shown(words: Words, measure: str, row: _Row) -> list[tables.Value]:
    ministries = [naming.node_name(words, node, name) for node, name in row.ministries.items()]
    pillars = [naming.node_name(words, node, name) for node, name in row.pillars.items()]
    return [Cell(row.title, address.link("measure", words.language, id=measure)), words.listed(ministries), words.listed(pillars),
            naming.places(words, [row.source]) if row.source else ""]

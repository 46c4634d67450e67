"""All measures in one table: what each is called, who runs it, under which pillar,
where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.measure.listing import ListedMeasure, Named, all_measures


def titles() -> dict[str, str]:
    """Title by id, of every measure, in the order of titles."""
    listed = ask(all_measures)
    return {
        measure.id: measure.title
        for measure in sorted(listed, key=lambda measure: (measure.title, measure.id))
    }


def show(words: Words) -> None:
    """The table of all measures, those of the latest document first, in the order of its lines."""
    listed = ask(all_measures)
    table = Table(
        [
            words("measure.title"),
            words("heat.ministry"),
            words("heat.pillar"),
            words("place.document"),
            words("place.heading"),
        ],
        [_shown(words, measure) for measure in listed],
        frozenset({4}),
    )
    tables.show_listing(words, table, 640)
    save_csv(_file(words, listed), "all-measures", words("save.csv"))


def _file(words: Words, listed: Sequence[ListedMeasure]) -> Table:
    headings = ("id", "title", "ministry", "pillar", "document", "line")
    lines: list[list[tables.Value]] = [
        [
            measure.id,
            measure.title,
            _names(words, measure.ministries),
            _names(words, measure.pillars),
            naming.document_title(measure.source.document),
            measure.source.line,
        ]
        for measure in listed
    ]
    return Table([words(f"list_file.{heading}") for heading in headings], lines)


def _shown(words: Words, measure: ListedMeasure) -> list[tables.Value]:
    return [
        Cell(measure.title, address.link("measure", words.language, id=measure.id)),
        _names(words, measure.ministries),
        _names(words, measure.pillars),
        naming.document_title(measure.source.document),
        naming.lines(words, [measure.source]),
    ]


def _names(words: Words, nodes: Sequence[Named]) -> str:
    return words.listed([naming.node_name(words, node.id, node.name) for node in nodes])

"""All measures in one table: what each is called, who runs it, under which pillar,
where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.sorted_tables import by_address, folded_words
from dashboard.widgets.tables import Cell, Table
from graph.errors import NotFound
from graph.language.fold import fold
from queries.measure.listing import ListedMeasure, Named, all_measures
from queries.search.search import find


def show(words: Words, q: str) -> None:
    """The table of all measures that `q` finds, by any name of theirs or what stands in the row;
    those of the latest document first, in the order of its lines.
    """
    listed = found(ask(all_measures), q, _meant)
    if q:
        every = len(ask(all_measures))
        st.caption(plain(words("measure.found", q=q, n=len(listed), all=every)))
    if not listed:
        return
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
        together=frozenset({1}),
    )
    tables.show_listing(words, by_address(table, "measure", "list", words.language), 640)
    save_csv(_file(words, listed), "all-measures", words("save.csv"))


def _meant(word: str) -> frozenset[str]:
    """The measures and ministries that have a word in one of their names, short names and titles of
    other years too.
    """
    try:
        return frozenset(hit.id for hit in ask(find, word, ("Measure", "Ministry"), None))
    except NotFound:  # no word to look for
        return frozenset()


def found(
    listed: Sequence[ListedMeasure], q: str, meant: Callable[[str], Container[str]]
) -> Sequence[ListedMeasure]:
    """Those of the measures that have every word of `q` in their row, or are what it means."""
    for word in dict.fromkeys(folded_words(q)):
        ids = meant(word)
        listed = [each for each in listed if word in _said(each) or _is_meant(each, ids)]
    return listed


def _is_meant(measure: ListedMeasure, ids: Container[str]) -> bool:
    return measure.id in ids or any(ministry.id in ids for ministry in measure.ministries)


def _said(measure: ListedMeasure) -> str:
    named = (*measure.ministries, *measure.pillars)
    return fold(" ".join([measure.title, *(each.name for each in named)]))


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

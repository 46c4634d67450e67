"""What is in the graph, and whose measures stand in which pillar."""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.schema.schema import schema
from graph.store import Store
from queries.overview.overview import overview
from queries.overview.pillars import Cell, measures_of_cell, ministries_by_pillar
from queries.sources import Source, sources
from tests.made_up import catalogue as made_up

INVEST = f"pillar:{made_up.DOCUMENT}:{made_up.INVEST}"


def test_every_declared_type_is_counted_also_the_empty_ones(made_up_store: Store) -> None:
    answer = overview(made_up_store)
    assert [c.type for c in answer.nodes] == list(schema().nodes)
    assert [c.type for c in answer.relationships] == list(schema().relationships)
    counts = {c.type: c.count for c in (*answer.nodes, *answer.relationships)}
    assert (
        counts["Measure"],
        counts["Ministry"],
        counts["PolicyItem"],
        counts["APPEARS_AS"],
        counts["OVERLAPS"],
    ) == (7, 3, 0, 7, 0)


def test_a_document_stands_with_what_it_states_and_what_was_found(made_up_store: Store) -> None:
    (document,) = overview(made_up_store).documents
    assert (document.id, document.lines, document.url) == (made_up.DOCUMENT, 400, None)
    assert document.states == {"measures": 7, "ministries": 3, "yen": 10**12}
    assert document.found == {"measures": 7, "ministries": 3}


def test_cells_count_all_measures_and_say_how_many_are_derived(made_up_store: Store) -> None:
    cells = ministries_by_pillar(made_up_store)
    assert Cell("ministry:経済産業省", "経済産業省", INVEST, made_up.INVEST, 2, 1) in cells
    assert Cell("ministry:内閣府", "内閣府", INVEST, made_up.INVEST, 1, 0) in cells
    assert [(c.ministry, c.pillar) for c in cells] == sorted((c.ministry, c.pillar) for c in cells)
    assert sum(c.measures for c in cells) == 9, "two measures have two ministries"


def test_a_cell_opens_to_its_measures(made_up_store: Store) -> None:
    for ministry, pillar in (("経産省", made_up.INVEST), ("ministry:経済産業省", INVEST)):
        rows = measures_of_cell(made_up_store, ministry, pillar)
        assert [(r.id, r.lead, r.derived, r.source) for r in rows] == [
            (made_up.EQUIPMENT, True, False, Source(made_up.DOCUMENT, 51)),
            (made_up.LOAN, False, True, Source(made_up.DOCUMENT, 351)),
        ]
    assert measures_of_cell(made_up_store, made_up.CAO, made_up.ABROAD) == ()
    with pytest.raises(NotFound, match="魔法省"):
        measures_of_cell(made_up_store, "魔法省", made_up.ABROAD)


def test_every_cell_opens_to_as_many_measures_as_it_counts(made_up_store: Store) -> None:
    for cell in ministries_by_pillar(made_up_store):
        rows = measures_of_cell(made_up_store, cell.ministry, cell.pillar)
        assert (len(rows), sum(r.derived for r in rows)) == (cell.measures, cell.derived)


def test_places_are_paired_once_each_and_a_line_of_nought_is_unknown() -> None:
    assert sources(["a", "a", "b"], [3, 3, 0]) == (Source("a", 3), Source("b", None))
    assert sources(None, None) == ()
    with pytest.raises(ValueError):
        sources(["a"], [])

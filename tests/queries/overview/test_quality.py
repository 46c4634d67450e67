"""What each document gives, and on which page a line stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.records.documents import MendedValue, PageStart, RefusedLine
from loaders.load import load
from queries.overview.quality import Correction, Refusal, data_quality
from queries.overview.reading_figures import figures
from queries.page_spans import PageSpans, page_spans
from tests.made_up import catalogue as made_up


def test_facts_are_counted_by_kind_in_the_declared_order(made_up_store: Store) -> None:
    (quality,) = data_quality(made_up_store)
    counts = {fact.type: fact.count for fact in quality.facts}
    assert counts["APPEARS_AS"] >= 7 and next(iter(counts)) == "ADMINISTERED_BY"
    assert quality.cited == sum(counts.values()) and not quality.refused


def test_only_counts_that_were_counted_can_differ(made_up_store: Store) -> None:
    (quality,) = data_quality(made_up_store)
    assert "yen" in quality.document.states and quality.differs == ()


def test_refused_lines_and_corrections_stand_in_the_graph(tmp_path: Path) -> None:
    catalogue = made_up.catalogue()
    changed = {
        "refused": [RefusedLine(line=12, what="no sum")],
        "mended": [MendedValue(line=50, field="title", after="蜂蜜補助金", reason="torn in two")],
        "found": {"measures": 6},
    }
    documents = tuple(each.model_copy(update=changed) for each in catalogue.documents)
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(catalogue, documents=documents), store)
        (quality,) = data_quality(store)
    assert quality.refused == (Refusal(12, "no sum"),)
    assert quality.corrections == (Correction(50, "title", None, "蜂蜜補助金", "torn in two"),)
    assert quality.differs == ("measures",)


def test_a_line_between_two_measures_has_a_page_only_where_both_stand_on_it() -> None:
    spans = PageSpans((10, 20, 40), (15, 30, 50), (3, 3, 4))
    assert [spans.page_of(line) for line in (9, 10, 17, 30, 35, 45, 60)] == [
        None,
        3,
        3,
        3,
        None,
        4,
        None,
    ]


def test_pages_are_known_of_documents_that_print_them(made_up_store: Store) -> None:
    spans = page_spans(made_up_store)[made_up.DOCUMENT]
    assert spans.page_of(spans.starts[0]) == spans.pages[0]


def test_printed_pages_go_before_those_of_measures(tmp_path: Path) -> None:
    catalogue = made_up.catalogue()
    starts = [PageStart(page=8, line=1), PageStart(page=9, line=50)]
    documents = tuple(
        each.model_copy(update={"page_starts": starts}) for each in catalogue.documents
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(catalogue, documents=documents), store)
        spans = page_spans(store)[made_up.DOCUMENT]
    assert [spans.page_of(line) for line in (1, 49, 50, 400)] == [8, 8, 9, 9]


def test_every_measured_figure_is_named_in_both_languages() -> None:
    assert all(row.what and row.japanese for row in figures().rows)

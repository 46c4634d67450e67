"""The bundled catalogue as a graph: whole, and answered quickly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import NotFound
from graph.store import Store
from loaders.catalogue.files import Catalogue
from queries.bonus.of_certification import bonus_tiers
from queries.measure.card import measure_card
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.overview.overview import overview
from queries.overview.pillars import documents_with_pillars, measures_of_cell, ministries_by_pillar
from queries.search.nodes import neighbourhood
from queries.search.paths import paths
from queries.search.search import find


@pytest.fixture(scope="module")
def store(bundled_store: Store) -> Store:
    return bundled_store


def test_every_record_is_in_the_graph(store: Store, bundled: Catalogue) -> None:
    counts = {c.type: c.count for c in overview(store).nodes}
    assert (counts["Measure"], counts["Appearance"], counts["BonusRule"], counts["Document"]) == (
        len(bundled.measures),
        len(bundled.appearances),
        len(bundled.rules),
        len(bundled.documents),
    )
    assert counts["Certification"] >= len(bundled.certifications)


def test_every_measure_has_a_pillar_and_stands_under_its_ministries(
    store: Store, bundled: Catalogue
) -> None:
    without = {
        row["id"]
        for row in store.read(
            "MATCH (m:Measure) WHERE NOT EXISTS { MATCH (m)-[:IN_PILLAR]->(:Pillar) } RETURN m.id"
            " AS id"
        )
    }
    assert without == {m.id for m in bundled.measures} - {
        a.measure for a in bundled.appearances if a.section
    }
    for document in documents_with_pillars(store):
        cells = ministries_by_pillar(store, document)
        in_cells = {m.id for c in cells for m in measures_of_cell(store, c.ministry, c.pillar)}
        in_document = {a.measure for a in bundled.appearances if a.document == document}
        assert in_cells <= in_document and len(in_cells) > 0.98 * len(in_document), (
            "a page that names neither ministry nor body is rare"
        )


def test_the_latest_document_with_pillars_is_shown_first(store: Store) -> None:
    first, *others = documents_with_pillars(store)
    assert ministries_by_pillar(store) == ministries_by_pillar(store, first)
    assert others and ministries_by_pillar(store, others[0]) != ministries_by_pillar(store, first)
    with pytest.raises(NotFound, match=first):
        ministries_by_pillar(store, "menu-2030")


def test_every_stated_fact_has_a_line_of_its_document(store: Store, bundled: Catalogue) -> None:
    last = {d.id: d.lines for d in bundled.documents}
    rows = store.read(
        "MATCH (a)-[r]->(b) WHERE size(r.documents) > 0 RETURN r.documents AS documents, r.lines AS"
        " lines"
    )
    assert len(rows) > 1000
    assert all(
        1 <= line <= last[document]
        for row in rows
        for document, line in zip(row["documents"], row["lines"], strict=True)
    )


def test_the_grant_that_stands_on_five_pages_is_one_budget(store: Store) -> None:
    rows = store.read(
        "MATCH (:Appearance)-[f:FUNDED_BY]->(b:Budget) WHERE b.pot CONTAINS 'JETRO' OR b.pot"
        " CONTAINS '日本貿易振興機構' RETURN b.id AS id, b.yen AS yen, count(f) AS pages ORDER"
        " BY id"
    )
    assert [row["pages"] for row in rows if row["yen"] // 10**8 == 263] == [5]


def test_what_the_booklet_states_stands_beside_the_booklet_s_own_sums(store: Store) -> None:
    money = total_money(store)
    [booklet] = [s for s in money.stated if s.document == "package-2025"]
    assert booklet.yen == 1_400_000_000_000
    assert {t.year for t in booklet.totals} < {t.year for t in money.totals}, "older years are not"
    whole = {(t.kind, t.year): t for t in money.totals}
    for row in money_by_ministry(store):
        of_all = whole[row.total.kind, row.total.year]
        assert (row.total.own or 0) <= (of_all.own or 0)


def test_every_measure_has_a_card(store: Store, bundled: Catalogue) -> None:
    for measure in bundled.measures[::10]:
        card = measure_card(store, measure.id)
        assert card.id == measure.id and len(card.appearances) == len(measure.appearances)
        assert bool(card.ministries) == bool(measure.ministries or measure.derived_ministries)


@pytest.mark.parametrize(
    ("question", "reads"),
    [
        (lambda s: find(s, "くるみん"), 1),
        (lambda s: neighbourhood(s, "経済産業省", hops=2), 6),
        # one for each step, and one for the edges of each of at most 50 ways
        (lambda s: paths(s, "くるみん", "INPIT", max_length=6, limit=50), 60),
        (lambda s: bonus_tiers(s, "くるみん"), 24),
    ],
    ids=["find", "neighbourhood", "paths", "bonuses"],
)
def test_a_question_reads_the_store_a_few_times_however_many_rows_there_are(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    question: Callable[[Store], object],
    reads: int,
) -> None:
    counted: list[str] = []
    read = store.read

    def counting(cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        counted.append(cypher)
        return read(cypher, **params)

    monkeypatch.setattr(store, "read", counting)
    assert question(store)
    assert 0 < len(counted) <= reads

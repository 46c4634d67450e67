"""Sums that were added up by hand, on the bundled catalogue."""

from __future__ import annotations

from typing import Any

import pytest

from graph.store import Store
from queries.measure.card import measure_card
from queries.money.by_ministry import money_by_ministry
from queries.money.rule import Total

OKU = 10**8


@pytest.fixture(scope="module")
def meti(bundled_store: Store) -> dict[tuple[str, int | None], Total]:
    return {
        (row.total.kind, row.total.year): row.total
        for row in money_by_ministry(bundled_store)
        if row.name == "経済産業省"
    }


def pages_of(store: Store, oku: float, kind: str, year: int) -> list[list[tuple[str, int]]]:
    """For each budget of these 億円 the documents and lines of the pages that draw on it."""
    rows: list[dict[str, Any]] = store.read(
        "MATCH (a:Appearance)-[f:FUNDED_BY]->(b:Budget) WHERE b.yen = $yen AND b.kind = $kind"
        " AND b.year = $year RETURN b.id AS id, f.documents AS documents, f.lines AS lines"
        " ORDER BY id",
        yen=round(oku * OKU),
        kind=kind,
        year=year,
    )
    nodes: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        nodes.setdefault(row["id"], []).extend(zip(row["documents"], row["lines"], strict=True))
    return [sorted(places) for places in nodes.values()]


def test_a_ministry_s_supplementary_budget_of_one_year(
    meti: dict[tuple[str, int | None], Total],
) -> None:
    # 3,400 + 1,400 + 600 + 360 + 100 + 61 + 34 + 23 + 21 + 8.9
    total = meti["supplementary", 2024]
    assert (total.own, total.pots) == (round(6007.9 * OKU), None)


def test_a_whole_is_not_added_to_its_parts(meti: dict[tuple[str, int | None], Total]) -> None:
    # 2,375 (= 2,025 + 350) + 3,000 + 100
    assert meti["multi_year_total", None].own == 5475 * OKU


@pytest.mark.parametrize(
    ("oku", "kind", "year", "documents"),
    [
        (3400, "supplementary", 2024, ["leaflets-2025", "package-2025", "slides-2025"]),
        (100, "supplementary", 2024, [*["package-2025"] * 3, "slides-2025"]),
        (263.2, "initial", 2025, ["package-2025"] * 5),
        (184, "initial", 2025, ["package-2025"] * 2),
        (11, "initial", 2025, [*["package-2025"] * 3, "slides-2025"]),
    ],
)
def test_a_pot_is_one_over_documents_spellings_and_rounding(
    bundled_store: Store, oku: float, kind: str, year: int, documents: list[str]
) -> None:
    [pages] = [pages for pages in pages_of(bundled_store, oku, kind, year) if len(pages) > 1]
    assert [document for document, _ in pages] == documents


def test_another_sum_that_is_equal_stays_another(bundled_store: Store) -> None:
    # what 中小企業支援事業 gets whole, beside the 263.2億円 of a body's grant
    assert pages_of(bundled_store, 263, "initial", 2025) == [[("slides-2025", 1265)]]


def test_own_money_and_a_pot_of_which_a_part_is_got_are_two_figures(bundled_store: Store) -> None:
    years = measure_card(bundled_store, "プロフェッショナル人材事業").years
    [now] = [money for money in years.money if money.year == 2025]
    assert (now.own, now.pots) == (91_000_000, 2000 * OKU)

"""Which printed sums are one budget."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from loaders.catalogue.records import (
    Budget,
)
from loaders.load import rows_of
from tests.loaders.rows_made import changed, node
from tests.made_up import catalogue as made_up

# --- which sums are one ---------------------------------------------------------------------------


def budgets_of(*sums: dict[str, Any]) -> list[tuple[int, int]]:
    """(yen, pages that draw on it) of the budgets that these sums come to, one a page, the made-up
    sums aside.
    """
    catalogue = made_up.catalogue()
    pages = [
        a.model_copy(
            update={"budgets": [Budget(line=a.line_start, **sums[i])] if i < len(sums) else []}
        )
        for i, a in enumerate(catalogue.appearances)
    ]
    rows = rows_of(replace(catalogue, appearances=tuple(pages)))
    ends = [r.end for r in rows.relationships if r.type == "FUNDED_BY"]
    return sorted((node(rows, end)["yen"], ends.count(end)) for end in set(ends))


GRANT = {"pot": "JETRO交付金", "part_of": True, "kind": "initial", "year": 2025}


def test_each_page_keeps_what_it_prints_of_a_pot_that_another_page_tells_more_exactly() -> None:
    rounded = Budget(line=55, yen=26_300_000_000, part_of=True, pot="日本貿易振興機構運営費交付金")
    exact = Budget(line=105, yen=26_320_000_000, fiscal="R7当初", **GRANT)
    catalogue = made_up.catalogue()
    pages = [
        a.model_copy(update={"budgets": budgets})
        for a, budgets in zip(
            catalogue.appearances, ([rounded], [exact], [], [], [], [], []), strict=True
        )
    ]
    rows = rows_of(replace(catalogue, appearances=tuple(pages)))
    (pot, first), (same, second) = [
        (r.end, r.properties) for r in rows.relationships if r.type == "FUNDED_BY"
    ]
    assert pot == same and node(rows, pot)["yen"] == 26_320_000_000
    assert (first["yen"], first["fiscal"], first["kind"], first["pot"]) == (
        26_300_000_000,
        None,
        None,
        "日本貿易振興機構運営費交付金",
    )
    assert (second["yen"], second["fiscal"], second["year"], second["kind"]) == (
        26_320_000_000,
        "R7当初",
        2025,
        "initial",
    )


def test_a_part_of_a_pot_that_the_page_does_not_name_is_not_taken_for_a_pot_of_the_same_sum() -> (
    None
):
    assert budgets_of(
        GRANT | {"yen": 26_300_000_000}, GRANT | {"yen": 26_300_000_000, "pot": None}
    ) == [(26_300_000_000, 1), (26_300_000_000, 1)]


def test_one_pot_is_one_budget_however_many_pages_draw_on_it() -> None:
    assert budgets_of(
        GRANT | {"yen": 26_300_000_000},
        GRANT | {"yen": 26_300_000_000},
        GRANT | {"yen": 26_300_000_000},
    ) == [(26_300_000_000, 3)]


def test_a_pot_is_one_however_its_body_is_called_its_sum_rounded_and_its_year_left_out() -> None:
    other = {
        "pot": "独立行政法人日本貿易振興機構運営費交付金",
        "part_of": True,
        "kind": "initial",
        "yen": 26_300_000_000,
    }
    assert budgets_of(GRANT | {"yen": 26_320_000_000}, other) == [(26_320_000_000, 2)]


@pytest.mark.parametrize(
    "other",
    [
        {"yen": 26_400_000_000},
        {"yen": 26_300_000_000, "year": 2024},
        {"yen": 26_300_000_000, "kind": "supplementary"},
        {"yen": 26_300_000_000, "pot": "別の交付金"},
        {"yen": 26_300_000_000, "pot": None},
    ],
)
def test_sums_that_differ_in_anything_printed_are_two_budgets(other: dict[str, Any]) -> None:
    assert len(budgets_of(GRANT | {"yen": 26_300_000_000}, GRANT | other)) == 2


def test_a_sum_that_could_be_either_of_two_is_neither() -> None:
    pot = {"pot": "基金", "yen": 10**9}
    assert len(budgets_of(pot | {"kind": "initial"}, pot | {"kind": "supplementary"}, pot)) == 3


def test_two_equal_sums_of_one_page_without_a_pot_are_two() -> None:
    twice = [Budget(yen=10**9, kind="initial", line=5), Budget(yen=10**9, kind="initial", line=6)]
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "appearances",
            f"appearance:{made_up.DOCUMENT}:00000006",
            budgets=twice,
        )
    )
    assert len([n for n in rows.nodes if n.type == "Budget" and n.properties["yen"] == 10**9]) == 2

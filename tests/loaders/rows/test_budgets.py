"""Which printed sums are one budget."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.schema.rows import GraphRows
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
            update={
                "budgets": [Budget(line=a.line_start, **sums[i])]
                if i < len(sums) and sums[i]
                else []
            }
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


def test_a_part_without_a_pot_s_name_is_of_the_pot_that_its_body_draws_on_by_name() -> None:
    nameless = GRANT | {"yen": 26_300_000_000, "pot": None}
    by_name = GRANT | {"yen": 26_320_000_000}
    assert budgets_of({}, nameless, by_name) == [(26_320_000_000, 2)]
    assert budgets_of(nameless, by_name) == [(26_300_000_000, 1), (26_320_000_000, 1)], (
        "no body of the measure draws on it"
    )
    assert len(budgets_of({}, nameless | {"year": 2024}, by_name)) == 2
    another = by_name | {"pot": "JETRO補助金", "yen": 26_300_000_000}
    assert len(budgets_of({}, nameless, by_name, another)) == 3, "it could be either"


@pytest.mark.parametrize(
    "spelt",
    [
        "独立行政法人日本貿易振興機構運営費交付金",
        "日本貿易振興機構（JETRO）運営費交付金事業",
        "JETRO運営交付金",
        "「JETRO運営費交付金」",
        "(独)日本貿易振興機構交付金",
    ],
)
def test_a_grant_is_one_pot_however_it_and_its_body_are_spelt(spelt: str) -> None:
    assert budgets_of(
        GRANT | {"yen": 26_300_000_000}, GRANT | {"yen": 26_300_000_000, "pot": spelt}
    ) == [(26_300_000_000, 2)]


SUM = {"kind": "initial", "year": 2025, "yen": 10**9}


@pytest.mark.parametrize("named", ["海外人材マッチング", "新海外人材マッチング", "人材マッチング"])
def test_a_pot_called_as_a_measure_is_what_that_measure_gets_whole(named: str) -> None:
    of_it = SUM | {"part_of": True, "pot": named}
    assert budgets_of(of_it, {}, SUM) == [(10**9, 2)]
    assert len(budgets_of(of_it, SUM)) == 2, "of another measure"


@pytest.mark.parametrize(
    ("short", "one"),
    [
        ("港づく補助金", True),
        ("港町補助金", False),
        ("町づく補助金", False),
        ("港づく交付金", False),
    ],
)
def test_a_pot_may_go_by_the_short_form_of_its_name(short: str, one: bool) -> None:
    named = SUM | {"part_of": True, "pot": "港町づくり推進補助金"}
    other = SUM | {"part_of": True, "pot": short}
    assert len(budgets_of(named, other)) == (1 if one else 2)
    assert len(budgets_of(named, other | {"year": 2024})) == 2


def with_parts(*sums: dict[str, Any]) -> GraphRows:
    """The first two measures are parts of the third."""
    catalogue = made_up.catalogue()
    pages = tuple(
        a.model_copy(
            update={
                "budgets": [Budget(line=a.line_start, **sums[i])]
                if i < len(sums) and sums[i]
                else []
            }
        )
        for i, a in enumerate(catalogue.appearances)
    )
    whole = catalogue.appearances[2].measure
    parts = {a.measure for a in catalogue.appearances[:2]}
    measures = tuple(
        m.model_copy(update={"part_of": [whole]}) if m.id in parts else m
        for m in catalogue.measures
    )
    return rows_of(replace(catalogue, appearances=pages, measures=measures))


def budget_nodes(rows: GraphRows) -> list[tuple[int, str | None]]:
    return sorted(
        (n.properties["yen"], n.properties["pot"]) for n in rows.nodes if n.type == "Budget"
    )


def test_parts_of_a_measure_draw_on_what_the_whole_gets() -> None:
    part = SUM | {"part_of": True}
    assert budget_nodes(with_parts(part, part, SUM)) == [(10**9, "海外人材マッチング")]
    assert len(budget_nodes(with_parts(part, part))) == 2, "the whole does not print it"
    assert len(budget_nodes(with_parts(part, part, SUM | {"kind": "supplementary"}))) == 3


def test_what_parts_get_lies_within_what_the_whole_gets_of_that_kind_and_year() -> None:
    half = SUM | {"yen": 5 * 10**8}

    def within(*sums: dict[str, Any]) -> list[tuple[int, int]]:
        rows = with_parts(*sums)
        return [
            (node(rows, r.start)["yen"], node(rows, r.end)["yen"])
            for r in rows.relationships
            if r.type == "WITHIN"
        ]

    assert within(half, half, SUM) == [(5 * 10**8, 10**9)] * 2
    assert within(half | {"year": 2024}, half | {"kind": "supplementary"}, SUM) == []
    assert within(SUM | {"yen": 2 * 10**9}, {}, SUM) == [], "it is no part that is larger"


def test_all_pages_of_the_latest_document_are_current() -> None:
    catalogue = made_up.catalogue()
    first, second = catalogue.appearances[:2]
    pages = (
        first.model_copy(update={"budgets": [Budget(line=first.line_start, **SUM)]}),
        second.model_copy(
            update={
                "measure": first.measure,
                "budgets": [Budget(line=second.line_start, **SUM | {"kind": "supplementary"})],
            }
        ),
    )
    (of_both,) = [m for m in catalogue.measures if m.id == first.measure]
    rows = rows_of(
        replace(
            catalogue,
            appearances=(*pages, *catalogue.appearances[2:]),
            measures=tuple(
                m.model_copy(
                    update={
                        "appearances": [first.id, second.id],
                        "former_ids": [second.measure],
                    }
                )
                if m is of_both
                else m
                for m in catalogue.measures
                if m.id != second.measure
            ),
        )
    )
    assert [
        r.properties["current"]
        for r in rows.relationships
        if r.type == "FUNDED_BY" and r.start in (first.id, second.id)
    ] == [True, True]


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

"""The measure card: everything known, each fact with document and line."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.records import Budget
from loaders.load import load
from queries.measure.card import MeasureCard, measure_card
from queries.sources import Source
from tests.made_up import catalogue as made_up


def at(line: int) -> Source:
    return Source(made_up.DOCUMENT, line)


@pytest.fixture
def card(made_up_store: Store) -> MeasureCard:
    return measure_card(made_up_store, made_up.EQUIPMENT)


@pytest.mark.parametrize(
    "name", [made_up.FORMER, "ものづくり設備補助金", "もの設備補助", "ものづくり　設備補助金"]
)
def test_a_measure_answers_to_former_ids_titles_and_aliases(
    made_up_store: Store, card: MeasureCard, name: str
) -> None:
    assert measure_card(made_up_store, name) == card


def test_what_is_no_measure_is_not_found_and_the_nearest_title_is_named(
    made_up_store: Store,
) -> None:
    with pytest.raises(NotFound, match="did you mean ものづくり設備補助金"):
        measure_card(made_up_store, "ものづくり補助金")
    with pytest.raises(NotFound):
        measure_card(made_up_store, "経済産業省")


def test_who_runs_it(card: MeasureCard, made_up_store: Store) -> None:
    (office,) = card.ministries
    assert (office.id, office.lead, office.derived, office.current, office.sources) == (
        "ministry:経済産業省",
        True,
        False,
        True,
        (at(90),),
    )
    assert [a.name for a in card.agencies] == ["中小企業庁"]
    (contact,) = card.contacts
    assert (contact.name, contact.phones, contact.emails, contact.sources) == (
        "中小企業庁 技術課",
        ("03-0000-0001",),
        ("a@example.go.jp",),
        (at(90),),
    )
    joint = measure_card(made_up_store, made_up.MATCHING)
    assert [(m.name, m.lead) for m in joint.ministries] == [
        ("厚生労働省", True),
        ("経済産業省", False),
    ], "the lead first"
    assert [(b.name, b.role, b.sources) for b in joint.bodies] == [
        ("地域金融機関", "finances", (at(161),)),
        ("日本貿易振興機構", "operates", (at(160),)),
    ]
    assert [(m.name, m.derived) for m in measure_card(made_up_store, made_up.SALES).ministries] == [
        ("経済産業省", True)
    ]


def test_whom_it_is_for_and_by_what_means(card: MeasureCard) -> None:
    assert {t.name for t in card.targets} == {"中小企業", "中堅企業"} and card.targets[
        0
    ].sources == (at(53),)
    assert (
        [b.name for b in card.beneficiaries],
        [i.name for i in card.industries],
        [i.name for i in card.instruments],
    ) == (["企業"], ["製造業"], ["補助金"])
    assert card.pillar is not None and card.pillar.name == made_up.INVEST
    assert [(t.term, t.weight) for t in card.terms] == [("設備", 2.0), ("省力化", 1.0)]


def test_what_its_page_says_line_by_line(card: MeasureCard) -> None:
    (page,) = card.appearances
    assert (
        page.document,
        page.page,
        page.line_start,
        page.line_end,
        page.highlighted,
        page.current,
    ) == (made_up.DOCUMENT, 1, 50, 99, True, True)
    assert [(c.yen, c.with_uplift, c.source) for c in page.caps] == [
        (50_000_000, False, at(61)),
        (80_000_000, True, at(62)),
    ]
    assert [(r.printed, r.value, r.source) for r in page.rates] == [("1/2", 0.5, at(60))]
    assert [(t.of, t.op, t.amount, t.unit, t.source) for t in page.thresholds] == [
        ("employees", "<=", 300, "人", at(57))
    ]
    assert [(a.value, a.sources) for a in page.applicants] == [("中小企業", (at(56),))]
    assert [(u.value, u.sources) for u in page.urls] == [
        ("https://example.go.jp/setsubi", (at(95),))
    ]
    assert [(s.payer, s.receiver, s.how) for s in page.schemes] == [("国", "中小企業", "補助")]
    assert [(w.opens, w.closes, w.source) for w in page.windows] == [
        ("2025-04-01", "2025-05-31", at(82))
    ]
    assert [(f.what, f.name, f.value, f.unit, f.year) for f in page.figures] == [
        ("kpi", "労働生産性", 5, "%", 2027)
    ]


def test_a_budget_is_shown_as_its_own_page_prints_it_and_counted_as_the_pot(tmp_path: Path) -> None:
    rounded = Budget(line=155, yen=26_300_000_000, part_of=True, pot="JETRO運営費交付金")
    exact = Budget(
        line=105,
        yen=26_320_000_000,
        part_of=True,
        pot="日本貿易振興機構運営費交付金",
        kind="initial",
        fiscal="R7当初",
        year=2025,
    )
    catalogue = made_up.catalogue()
    pages = tuple(
        a.model_copy(
            update={
                "budgets": {made_up.SALES: [exact], made_up.MATCHING: [rounded]}.get(a.measure, [])
            }
        )
        for a in catalogue.appearances
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(catalogue, appearances=pages), store)
        card = measure_card(store, made_up.MATCHING)
        sales = measure_card(store, made_up.SALES)
    (budget,) = card.appearances[0].budgets
    assert (budget.yen, budget.fiscal, budget.year, budget.kind, budget.sources) == (
        26_300_000_000,
        None,
        None,
        "unstated",
        (at(155),),
    )
    assert (
        sales.appearances[0].budgets[0].id == budget.id
        and sales.appearances[0].budgets[0].yen == 26_320_000_000
    )
    assert [total.pots for total in card.money] == [26_320_000_000], (
        "the one pot, as exactly as any page tells it"
    )


def test_legal_basis(made_up_store: Store) -> None:
    (page,) = measure_card(made_up_store, made_up.WORKSTYLE).appearances
    assert [(b.law, b.article, b.source) for b in page.legal_basis] == [
        ("雇用保険法", "第62条", at(207))
    ]


def test_its_money_with_who_else_draws_on_it(card: MeasureCard, made_up_store: Store) -> None:
    assert [
        (b.kind, b.yen, b.previous_yen, b.proposed, b.sources) for b in card.appearances[0].budgets
    ] == [
        ("supplementary", 10_000_000_000, None, False, (at(55),)),
        ("initial", 600_000_000, 500_000_000, True, (at(56),)),
    ]
    assert [(t.kind, t.own, t.pots) for t in card.money] == [
        ("initial", 600_000_000, None),
        ("supplementary", 10_000_000_000, None),
    ]
    (pot,) = measure_card(made_up_store, made_up.SALES).appearances[0].budgets
    assert (pot.part_of, pot.pot, pot.shared_with) == (
        True,
        "JETRO運営費交付金",
        ((made_up.MATCHING, "海外人材マッチング"),),
    )


def test_bonuses_that_it_states_and_that_raise_it(card: MeasureCard, made_up_store: Store) -> None:
    assert (
        [r.id for r in card.bonuses_stated]
        == [r.id for r in card.bonuses_raising]
        == ["rule:1", "rule:2"]
    )
    page = measure_card(made_up_store, made_up.KURUMIN_PAGE)
    assert ([r.id for r in page.bonuses_stated], page.bonuses_raising) == (["rule:3", "rule:4"], ())
    assert [c.name for c in page.describes] == ["くるみん"]
    assert [(c.name, c.sources) for c in card.certifications] == [
        ("くるみん", (at(75),)),
        ("経営力向上計画", (at(76),)),
    ]
    assert [r.id for r in measure_card(made_up_store, made_up.LOAN).bonuses_raising] == ["rule:4"]


def test_related_measures_both_ways_and_those_that_are_none_here(
    card: MeasureCard, made_up_store: Store
) -> None:
    assert [(r.id, r.name, r.relation, r.sources) for r in card.related] == [
        (made_up.SALES, "海外販路開拓支援", "併用可", (at(80),)),
        (None, "どこにもない事業", "併用不可", (at(81),)),
    ]
    assert [r.id for r in measure_card(made_up_store, made_up.SALES).related] == [made_up.EQUIPMENT]


def test_every_fact_of_every_card_has_a_place(made_up_store: Store) -> None:
    for measure in made_up.catalogue().measures:
        for fact in _facts(measure_card(made_up_store, measure.id)):
            places = getattr(fact, "sources", None) or (getattr(fact, "source", None),)
            assert all(isinstance(p, Source) and p.line for p in places), fact


def _facts(value: Any) -> list[Any]:
    """Every dataclass within that names its source or sources."""
    if isinstance(value, tuple):
        return [fact for part in value for fact in _facts(part)]
    if not is_dataclass(value) or isinstance(value, Source):
        return []
    names = {field.name for field in fields(value)}
    return ([value] if names & {"source", "sources"} else []) + [
        fact for name in names - {"source", "sources"} for fact in _facts(getattr(value, name))
    ]

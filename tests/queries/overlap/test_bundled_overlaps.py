"""The scored pairs of the bundled catalogue, explained."""

from __future__ import annotations

import re
from itertools import product

import pytest

from graph.store import Store
from loaders.catalogue.files import Catalogue
from queries.money.rule import counted
from queries.overlap.cards import PairCard, overlaps
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import scored_pairs

BROKEN = re.compile(r"[{}]|、、|（）|\(\)|, ,|; ;|  |「」|“”|\bNone\b")


@pytest.fixture(scope="module")
def store(bundled_store: Store) -> Store:
    return bundled_store


@pytest.fixture(scope="module")
def cards(store: Store) -> tuple[PairCard, ...]:
    return overlaps(store, PairFilter(grade=0, mode="both", with_left_out=True), None)


def test_every_scored_pair_is_there_once(cards: tuple[PairCard, ...], bundled: Catalogue) -> None:
    assert sorted((card.a.id, card.b.id) for card in cards) == sorted(
        (pair.a, pair.b) for pair in bundled.overlaps if not pair.b.startswith("programme:")
    )


def test_every_pair_is_told_in_one_whole_sentence_of_each_language(
    cards: tuple[PairCard, ...],
) -> None:
    whole = [
        card
        for card in cards
        if card.japanese.endswith("である。")
        and card.english.endswith(f"with a score of {card.score:.2f}.")
    ]
    assert len(whole) == len(cards)
    assert [
        (card.a.id, card.b.id)
        for card in cards
        if BROKEN.search(card.japanese) or BROKEN.search(card.english)
    ] == []


def test_every_fact_leads_to_a_line_and_every_pair_that_counts_shares_something(
    cards: tuple[PairCard, ...],
) -> None:
    sides = {side.id: side for card in cards for side in (card.a, card.b)}
    assert all(
        fact.sources and fact.sources[0].line
        for side in sides.values()
        for facts in side.facts.values()
        for fact in facts
    )
    assert all(any(aspect.shared for aspect in card.aspects) for card in cards if card.grade)


def test_money_of_a_pair_is_never_more_than_both_sides_have_and_no_fiscal_year_of_either_is_dropped(
    cards: tuple[PairCard, ...],
) -> None:
    for card in cards:
        budgets = {draw.budget: draw.yen for side in (card.a, card.b) for draw in side.draws}
        assert sum((t.own or 0) + (t.pots or 0) for t in card.money) <= sum(
            budgets.values()
        ) and bool(card.money) == bool(budgets)
        assert {(total.kind, total.year) for total in card.money} == {
            (draw.kind, draw.year) for draw in counted([*card.a.draws, *card.b.draws])
        }


def test_every_pair_between_ministries_is_in_the_cells_of_its_ministries_alone(
    store: Store, cards: tuple[PairCard, ...]
) -> None:
    matrix = overlap_matrix(store)
    assert matrix.cells and {office.id for office in matrix.offices} == {
        office for cell in matrix.cells for office in (cell.office_a, cell.office_b)
    }
    ministries = {
        (card.a.id, card.b.id): [
            {office.id for office in card.offices(side)} for side in (card.a, card.b)
        ]
        for card in cards
    }
    between = [(pair.a, pair.b) for pair in scored_pairs(store)]
    cells = {
        pair: {tuple(sorted((a, b))) for a, b in product(*ministries[pair]) if a != b}
        for pair in between
    }
    assert [pair for pair, of_pair in cells.items() if not of_pair and all(ministries[pair])] == []
    assert sorted((pair, cell) for pair, of_pair in cells.items() for cell in of_pair) == sorted(
        ((pair.a, pair.b), (cell.office_a, cell.office_b))
        for cell in matrix.cells
        for pair in cell.pairs
    )
    assert [
        cell for cell in matrix.cells if not cell.count == len(cell.pairs) == sum(cell.by_grade)
    ] == []


def test_every_measure_of_a_pair_is_in_one_community(store: Store) -> None:
    answer = communities(store)
    members = [member.id for community in answer.communities for member in community.members]
    assert sorted(members) == sorted(
        {measure for pair in scored_pairs(store) for measure in (pair.a, pair.b)}
    )

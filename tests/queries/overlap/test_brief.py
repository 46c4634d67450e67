"""Pairs in brief and their order; the first sheet of a workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.overlap.brief import brief_list, brief_pairs, every_pair, pairs_of, sorted_pairs
from queries.overlap.brief_table import brief_sheet, question
from queries.overlap.filter import PairFilter
from queries.overlap.headings import headings
from queries.overlap.pairs import ScoredPair, scored_pairs
from tests.made_up import catalogue as made_up
from tests.made_up.compared import A, B
from tests.made_up.compared import catalogue as compared

EVERY = PairFilter(grade=0, mode="both")
MOST_COLUMNS = 15


@pytest.fixture
def store(store_of_compared: Store) -> Store:
    return store_of_compared


def test_both_sides_have_ministry_latest_money_and_execution(store: Store) -> None:
    (pair,) = brief_pairs(store, [ScoredPair(A, B, 0.3, 1)])
    assert (pair.a.name, pair.a.ministries, pair.a.english) == (
        "事業12",
        ("農林水産省",),
        ("Ministry of Agriculture, Forestry and Fisheries",),
    )
    assert (pair.a.yen, pair.a.year, pair.a.execution) == (400, 2030, 0.75)
    assert (pair.b.yen, pair.b.year, pair.b.execution) == (50, 2030, None), "no year is closed"
    assert (pair.yen, pair.execution) == (450, 0.75)


def test_the_order_is_by_score_money_or_execution_and_the_unknown_is_last(store: Store) -> None:
    pairs = [
        ScoredPair(made_up.SALES, "programme:30", 0.4, 2),
        ScoredPair("programme:12", "programme:7", 0.3, 1),
    ]
    assert sorted_pairs(store, pairs, "score") == tuple(pairs)
    by_execution = sorted_pairs(store, pairs, "execution")
    assert [pair.score for pair in by_execution] == [0.3, 0.4]
    by_money = brief_pairs(store, pairs, "money")
    sums = [pair.yen for pair in by_money if pair.yen is not None]
    assert sums == sorted(sums, reverse=True)


def test_money_of_different_years_is_not_added(store: Store) -> None:
    (pair,) = brief_pairs(store, [ScoredPair(A, B, 0.3, 1)])
    assert replace(pair, b=replace(pair.b, year=2031)).yen is None
    assert replace(pair, b=replace(pair.b, year=None)).yen is None
    assert replace(pair, b=replace(pair.b, yen=None, year=None)).yen == 400


def test_a_ministry_of_both_is_named_where_others_run_one_of_them(store: Store) -> None:
    (pair,) = brief_pairs(store, [ScoredPair(A, B, 0.3, 1)])
    shared = replace(pair, b=replace(pair.b, ministries=("経済産業省", *pair.a.ministries)))
    assert (pair.in_common, shared.in_common) == ((), pair.a.ministries)
    assert not replace(shared, a=replace(pair.a, ministries=shared.b.ministries)).in_common


def test_the_list_has_measures_and_programmes_alike(store: Store) -> None:
    listed = brief_list(store, EVERY, "company")
    assert {(A, B), (made_up.SALES, A)} <= {(pair.a.id, pair.b.id) for pair in listed}
    scores = [pair.score for pair in listed]
    assert scores == sorted(scores, reverse=True) and len(listed) > len(scored_pairs(store, EVERY))


def test_with_programmes_the_grade_comes_before_the_score(tmp_path: Path) -> None:
    base = compared()
    overlaps = tuple(
        each.model_copy(update={"grade": 3}) if (each.a, each.b) == (A, B) else each
        for each in base.overlaps
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(base, overlaps=overlaps), store)
        told = [
            [(pair.grade, pair.score) for pair in listed]
            for listed in (brief_list(store, EVERY, "all"), pairs_of(store, A, 0)[0])
        ]
        scored = [pair.score for pair in every_pair(store, EVERY, "all")]
    for graded in told:
        assert graded == sorted(graded, reverse=True)
        scores = [score for _, score in graded]
        assert scores != sorted(scores, reverse=True)
    assert scored == sorted(scored, reverse=True), "programs get them by score"


def test_the_first_sheet_has_few_columns_and_the_question_above(store: Store) -> None:
    listed = brief_list(store, EVERY, "all", "money")
    asked = question(EVERY, "all", "money", len(listed), "ja")
    sheet = brief_sheet(listed, asked, "ja")
    assert len(sheet.headings) <= MOST_COLUMNS
    assert all(len(row) == len(sheet.headings) for row in sheet.rows)
    (both,) = (
        row[sheet.headings.index(headings("ja").columns["years"])]
        for row, pair in zip(sheet.rows, listed, strict=True)
        if (pair.a.id, pair.b.id) == (A, B)
    )
    assert both == "A 予算 2030, 執行率 2030 / B 予算 2030"
    told = dict(sheet.above)
    assert told["組数"] == len(listed)
    assert "柱" not in told, "what does not confine is not told"
    assert told["並び順"] == "予算の大きい順"

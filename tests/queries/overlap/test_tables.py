"""Pairs, matrix and communities as tables for a spreadsheet."""

from __future__ import annotations

from graph.files.csv_file import Value
from graph.files.spreadsheets import Sheet
from graph.store import Store
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.matrix import overlap_matrix
from queries.overlap.tables import (
    cells_sheet,
    communities_sheet,
    matrix_sheet,
    members_sheet,
    pairs_sheet,
)
from tests.made_up import catalogue as made_up
from tests.made_up.overlaps import FAIR, LEASE, MAFF


def row(sheet: Sheet, place: int = 0) -> dict[str, Value]:
    assert len(set(sheet.headings)) == len(sheet.headings) and all(
        len(values) == len(sheet.headings) for values in sheet.rows
    )
    return dict(zip(sheet.headings, sheet.rows[place], strict=True))


def test_a_pair_is_a_row_with_both_sides_what_is_shared_and_the_money(
    store_of_overlaps: Store,
) -> None:
    cards = overlaps(store_of_overlaps)
    first = row(pairs_sheet(cards, "ja"))
    assert (
        first["順位"],
        first["得点"],
        first["段階"],
        first["段階名"],
    ) == (1, 0.9, 3, "重複")
    assert (first["A 施策"], first["A 府省庁"], first["B 施策"]) == (
        "海外販路開拓支援",
        made_up.METI,
        "=食品輸出見本市",
    )
    assert (first["B 資料"], first["B ページ"], first["B 行（始）"]) == (
        made_up.DOCUMENT,
        8,
        400,
    )
    assert (first["共通: キーワード"], first["共通: 企業規模"]) == (
        "輸出",
        "中小企業",
    )
    assert "手段: 展示会・販路開拓、補助金" in str(first["B のみ"])
    assert (
        first["A 2025 当初予算 (内数の元の額・円)"],
        first["B 2024 補正予算 (円)"],
        first["A＋B 2025 当初予算 (円)"],
        first["A＋B 2025 当初予算 (内数の元の額・円)"],
    ) == (made_up.JETRO_POT, 1_200_000_000, 300_000_000, made_up.JETRO_POT)
    assert "キーワード: 輸出 " in str(
        first["A 根拠の行"]
    ) and f"補助上限: 400万円 {made_up.DOCUMENT}:458" in str(
        row(pairs_sheet(cards, "ja"), 2)["B 根拠の行"]
    )
    assert str(first["A 根拠の行"]).count(f"{made_up.DOCUMENT}:") == 7, "one place a fact"
    english = row(pairs_sheet(cards, "en"))
    assert (first["説明"], english["explanation"]) == (cards[0].japanese, cards[0].english)
    assert (english["grade name"], english["B 2024 supplementary budget (yen)"]) == (
        "duplication",
        1_200_000_000,
    )
    assert (first["A ID"], first["B ID"]) == (made_up.SALES, FAIR)


def test_the_matrix_is_square_and_the_same_from_both_sides(store_of_overlaps: Store) -> None:
    sheet = matrix_sheet(overlap_matrix(store_of_overlaps), "ja")
    assert sheet.headings[1:] == [made_up.METI, MAFF, made_up.MHLW]
    assert [values[1:] for values in sheet.rows] == [[None, 3, 2], [3, None, 2], [2, 2, None]]


def test_a_cell_is_a_row_the_most_pairs_first(store_of_overlaps: Store) -> None:
    first = row(cells_sheet(overlap_matrix(store_of_overlaps), "ja"))
    assert (first["組数"], first["重複"], first["得点の合計"]) == (
        3,
        1,
        2.02,
    )


def test_a_community_is_a_row_and_so_is_each_of_its_measures(store_of_overlaps: Store) -> None:
    answer = communities(store_of_overlaps, PairFilter(mode="both"))
    first, member = row(communities_sheet(answer, "ja")), row(members_sheet(answer, "ja"), 4)
    assert (
        first["施策数"],
        first["中心の施策"],
        first["府省庁"],
    ) == (3, "海外販路開拓支援", f"{made_up.METI} 2、{made_up.MHLW} 1、{MAFF} 1")
    assert (member["番号"], member["ID"], member["つながる他のまとまり"]) == (
        2,
        LEASE,
        "",
    )

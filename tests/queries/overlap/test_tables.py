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
    first = row(pairs_sheet(cards))
    assert (
        first["順位 rank"],
        first["得点 score"],
        first["段階 grade"],
        first["段階名 grade name"],
    ) == (1, 0.9, 3, "重複 duplication")
    assert (first["A 施策 measure"], first["A 府省庁 ministries"], first["B 施策 measure"]) == (
        "海外販路開拓支援",
        made_up.METI,
        "=食品輸出見本市",
    )
    assert (first["B 資料 document"], first["B ページ page"], first["B 行（始） from line"]) == (
        made_up.DOCUMENT,
        8,
        400,
    )
    assert (first["共通 shared: キーワード terms"], first["共通 shared: 企業規模 sizes"]) == (
        "輸出",
        "中小企業",
    )
    assert "手段 instruments: 展示会・販路開拓、補助金" in str(first["B のみ only"])
    assert (
        first["A 2025 当初 initial budget (内数の元の額・円 yen of which a part)"],
        first["B 2024 補正 supplementary budget (円 yen)"],
        first["A＋B 2025 当初 initial budget (円 yen)"],
        first["A＋B 2025 当初 initial budget (内数の元の額・円 yen of which a part)"],
    ) == (made_up.JETRO_POT, 1_200_000_000, 300_000_000, made_up.JETRO_POT)
    assert "キーワード terms: 輸出 " in str(
        first["A 根拠の行 lines"]
    ) and f"補助上限 highest grant: 400万円 {made_up.DOCUMENT}:458" in str(
        row(pairs_sheet(cards), 2)["B 根拠の行 lines"]
    )
    assert str(first["A 根拠の行 lines"]).count(f"{made_up.DOCUMENT}:") == 7, "one place a fact"
    assert (first["説明（日本語）"], first["explanation (English)"]) == (
        cards[0].japanese,
        cards[0].english,
    )
    assert (first["A id"], first["B id"]) == (made_up.SALES, FAIR)


def test_the_matrix_is_square_and_the_same_from_both_sides(store_of_overlaps: Store) -> None:
    sheet = matrix_sheet(overlap_matrix(store_of_overlaps))
    assert sheet.headings[1:] == [made_up.METI, MAFF, made_up.MHLW]
    assert [values[1:] for values in sheet.rows] == [[None, 3, 2], [3, None, 2], [2, 2, None]]


def test_a_cell_is_a_row_the_most_pairs_first(store_of_overlaps: Store) -> None:
    first = row(cells_sheet(overlap_matrix(store_of_overlaps)))
    assert (first["組数 pairs"], first["重複 duplication"], first["得点の合計 sum of scores"]) == (
        3,
        1,
        2.02,
    )


def test_a_community_is_a_row_and_so_is_each_of_its_measures(store_of_overlaps: Store) -> None:
    answer = communities(store_of_overlaps, PairFilter(mode="both"))
    first, member = row(communities_sheet(answer)), row(members_sheet(answer), 4)
    assert (
        first["施策数 measures"],
        first["中心の施策 best connected"],
        first["府省庁 ministries"],
    ) == (3, "海外販路開拓支援", f"{made_up.METI} 2、{made_up.MHLW} 1、{MAFF} 1")
    assert (member["番号 no."], member["id"], member["つながる他のまとまり touches"]) == (
        2,
        LEASE,
        "",
    )

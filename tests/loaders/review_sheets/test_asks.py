"""What reviews ask for, by verdict and sentence, and rows that repeat a review."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.catalogue.records.programmes import Finding
from loaders.extract import extract
from loaders.review_sheets.asks import asks
from tests.made_up.review_sheets import ROWS, WORKSHOP, csv_text, written


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("里山の事業と統合を進めるべき。", ["merge"]),
        ("里山の事業と統合しているため、効果を示すべき。", []),
        ("市町村との連携を深めるべき。", []),
        ("農水省と連携している。成果を示すべき。", []),
        ("農水省と連携して進めるべき。", ["coordinate"]),
        ("・他の発酵事業との重複を避け、経費の削減に努めること", ["coordinate", "cut"]),
        ("早期に事業を終了することが望ましい", ["end"]),
        ("計画通り事業を終了することは適当。", []),
        ("結果：事業全体の抜本的な改善（廃止０人、抜本的な改善４人）", ["overhaul"]),
        ("経費の削減は進んだ。", []),
    ],
)
def test_a_sentence_asks_or_tells(said: str, kinds: list[str]) -> None:
    assert asks(said) == kinds


@pytest.mark.parametrize(
    ("verdict", "kinds"),
    [("廃止", ["end"]), ("終了予定", ["planned_end"]), ("現状通り", []), (None, [])],
)
def test_a_verdict_asks_for_what_it_says(verdict: str | None, kinds: list[str]) -> None:
    assert asks("", verdict) == kinds


def _found(folder: Path, *cells: dict[str, str]) -> list[Finding]:
    rows = [(WORKSHOP, each) for each in cells]
    table = {"4-1": csv_text("4-1", [*rows, *ROWS["4-1"][1:]]).encode("utf-8-sig")}
    catalogue = extract([written(folder / "sheets", instead=table)]).catalogue
    return next(p.findings for p in catalogue.programmes if p.id == "programme:7")


def test_a_review_that_a_further_row_repeats_is_one(tmp_path: Path) -> None:
    team = {"team": "規模を縮小すべき", "verdict": "事業内容の一部改善", "outcome": "縮減"}
    first, second = {"other": "ひとつ", "other_by": "里山調査"}, {"other": "ふたつ"}
    found = _found(tmp_path, {**team, **first}, {**team, **second})
    assert [(f.by, f.line, f.review, f.asks) for f in found] == [
        ("team", 2, None, ["improve", "cut"]),
        ("other", 2, "里山調査", []),
        ("other", 3, None, []),
    ]


def test_a_programme_that_goes_into_another_is_merged(tmp_path: Path) -> None:
    goes = {"verdict": "終了予定", "team": "特になし", "came": "「里山発酵事業」に統合する。"}
    brings = {"external": "別の事業を「里山発酵事業」に統合する"}
    found = _found(tmp_path, {**goes, **brings, "external_year": "2030"})
    assert [(f.by, f.asks) for f in found] == [
        ("external", []),
        ("team", ["planned_end", "merged"]),
    ], "what others say tells of no merger that is done"


def test_what_the_request_reflects_is_added_up_over_accounts_once_each(tmp_path: Path) -> None:
    team = {"verdict": "事業内容の一部改善", "outcome": "縮減", "reflected": "-100"}
    special = {"reflected_account": "発酵", "reflected_special": "-20"}
    rows = (
        {**team, **special, "reflected_sub_account": "こうじ勘定"},
        {**team, **special, "reflected_sub_account": "酵母勘定"},
    )
    assert [(f.by, f.reflected) for f in _found(tmp_path, *rows)] == [("team", -140)]
    assert [f.reflected for f in _found(tmp_path / "none", {"verdict": "廃止"})] == [None]

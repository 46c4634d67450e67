"""Names out of cells that tell sentences."""

from __future__ import annotations

import pytest

from loaders.review_sheets.printed_names import article_name, plan_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("里山発酵基本計画（令和13年3月閣議決定）", "里山発酵基本計画（令和13年3月閣議決定）"),
        ("里山発酵計画（令和13年告示。以下「計画」という。）", "里山発酵計画（令和13年告示）"),
        ("里山発酵計画（令和13年から）（以下「計画」という）", "里山発酵計画（令和13年から）"),
        ("里山発酵計画（以下の表）", "里山発酵計画（以下の表）"),
        (
            "「里山発酵計画」（決定。「樽計画」（別表）の第六に当たる。）",
            "「里山発酵計画」（決定）",
        ),
        ("「樽。まもれ。」運動実施要綱", "「樽。まもれ。」運動実施要綱"),
        ("里山決議（抄）「一　樽職人の養成を促すための措置を講ずること。」", "里山決議（抄）"),
        ("里山発酵戦略（改訂版）←樽の部に合わせて直した。", "里山発酵戦略（改訂版）"),
        ("樽の検査（通知）※まだ公表していない。", "樽の検査（通知）"),
        ("里山会議で設立が決まった。翌年に分担を決めた。", ""),
        ("里山発酵計画（令和13年", "里山発酵計画（令和13年"),
        ("", ""),
    ],
)
def test_a_plan_is_its_name(printed: str, name: str) -> None:
    assert plan_name(printed) == name


@pytest.mark.parametrize(
    ("printed", "article"),
    [
        ("第21条第2項第三条　発酵課は、次の事務を行う。一　樽に関すること。", "第21条第2項第三条"),
        ("第4条第3項", "第4条第3項"),
        ("第3章　樽", "第3章　樽"),
    ],
)
def test_an_article_is_without_its_text(printed: str, article: str) -> None:
    assert article_name(printed) == article

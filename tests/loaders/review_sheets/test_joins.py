"""Which programme pays for which measure."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Measure
from loaders.catalogue.records.programmes import Programme
from loaders.review_sheets.joins import joined

_MEASURE = "measure:00000001"


def _kind(programme: str, measure: str, text: str = "", ministry: str = "経済産業省") -> str | None:
    sheet = Programme(id="programme:7", name=programme, sheets=[2031], ministries=["経済産業省"])
    named = Measure(
        id=_MEASURE,
        title=measure,
        appearances=["appearance:made-up:00000001"],
        ministries=[ministry],
        ministries_known_by="page",
    )
    (result,) = joined([sheet], [named], {"programme:7": text})
    return result.pays_for[0].kind if result.pays_for else None


@pytest.mark.parametrize(
    ("programme", "measure", "text", "kind"),
    [
        ("里山発酵設備導入促進事業", "里山発酵設備導入促進事業", "", "same"),
        ("里山発酵設備導入促進事業（令和13年度補正）", "里山発酵設備導入促進事業", "", "same"),
        ("里山基盤事業（うち里山発酵設備導入促進事業）", "里山発酵設備導入促進事業", "", "same"),
        ("里山基盤形成総合事業（うち発酵樽更新事業）", "里山基盤形成総合事業", "", "part"),
        ("発酵樽更新事業（里山基盤形成総合事業の内数）", "里山基盤形成総合事業", "", "part"),
        ("里山振興に要する経費", "発酵樽更新促進補助金", "①発酵樽更新促進補助金", "funds"),
        ("里山振興に要する経費", "発酵樽更新促進補助金", "樽を更新する", None),
        ("里山発酵助成金（樽更新支援コース）", "里山発酵助成金", "", "part"),
        ("里山発酵助成金", "里山発酵助成金（樽更新支援コース）", "", "funds"),
        ("里山発酵設備導入促進緊急事業", "里山発酵設備導入促進事業", "", None),
    ],
)
def test_names_and_their_direction(
    programme: str, measure: str, text: str, kind: str | None
) -> None:
    assert _kind(programme, measure, text) == kind


def test_another_ministry_s_measure_of_the_name_is_left_apart() -> None:
    name = "里山発酵設備導入促進事業"
    assert _kind(name, name, ministry="国土交通省") is None
